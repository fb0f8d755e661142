// The facets: values with their counts, to choose from.
import { $, el, number, say } from "./dom.js";
import { ERAS } from "./query-period.js";
import { chosen, toggled } from "./search-state.js";

const box = $("[data-search-facets]"), FEW = 6;
const open = new Set(); // facets shown whole
let whole = null; // the <details> that holds them, open on a wide screen

// valueLabel is a value as people read it: of 年度 with its era.
export function valueLabel(name, value) {
  if (name !== "年度" || !/^\d{4}$/.test(value)) return value;
  const year = Number(value), era = ERAS.find(([, first]) => year >= first);
  if (!era) return value;
  const n = year - era[1] + 1;
  return say(box, "year", { era: era[0][0], n: n === 1 ? say(box, "first") : n, y: value });
}

// frame shows where facets go. On a phone they are closed and read nothing until
// opened; ask() is called then.
export function frame(state, ask) {
  if (!whole) {
    whole = el("details", {}, el("summary", {}), el("div", {}));
    whole.open = matchMedia("(min-width: 60rem)").matches;
    whole.addEventListener("toggle", () => { if (whole.open) ask(); });
    box.append(whole);
  }
  const n = state.f.length;
  whole.firstChild.textContent = n ? say(box, "chosen", { n }) : say(box, "open");
  box.hidden = false;
  return whole.open;
}

// facets shows them; change(state) is called when one is chosen.
export function facets(state, fs, change) {
  const at = document.activeElement && document.activeElement.dataset.facet;
  whole.lastChild.replaceChildren(...fs.map((f) => facet(state, f, change)));
  box.hidden = !fs.length;
  // The choice is redrawn: the focus stays on it.
  if (at) [...whole.querySelectorAll("[data-facet]")].find((e) => e.dataset.facet === at)?.focus({ preventScroll: true });
}

function facet(state, f, change) {
  const max = Math.max(...f.values.map((v) => v.count), 1), all = open.has(f.name) || f.values.length <= FEW + 1;
  const shown = f.values.filter((v, i) => all || i < FEW || v.chosen);
  const rows = shown.map((v, i) => {
    const mine = chosen(state, f.name, v.value), key = `${f.name}:${v.value}`, id = `facet-${f.name}-${i}`;
    const input = el("input", {
      type: "checkbox", id, checked: !!v.chosen, disabled: !!v.chosen && !mine, "data-facet": key,
      title: v.chosen && !mine ? say(box, "typed") : "", onchange: () => change(toggled(state, f.name, v.value)),
    });
    const bar = el("span", { className: "share", "aria-hidden": "true" });
    bar.style.setProperty("--share", String(v.count / max));
    return el("li", {}, input, el("label", { for: id }, el("span", {}, valueLabel(f.name, v.value)), el("span", { className: "n" }, say(box, "count", { n: number(v.count) }))), bar);
  });
  const more = all ? null : el("button", { type: "button", className: "quiet", "data-facet": f.name + "+", onclick: () => { open.add(f.name); change(state); } }, say(box, "more", { name: f.name }));
  return el("fieldset", {}, el("legend", {}, f.name), el("ul", {}, ...rows), more);
}
