// The compare page: two to six replies or cases side by side. Its address holds
// all of its state: ?ids=replies/1,replies/2&rows=outcome,conclusion&diff=0&only=1
// Words for people stand in the page's data-text- attributes.
import { $ as find, el, say } from "./dom.js";
import { load } from "./compare-load.js";
import { cells } from "./compare-cells.js";
import { ownWords } from "./compare-diff.js";
import { toCSV, toHTML } from "./compare-out.js";
import { save } from "./save.js";

const MOST = 6;
const $ = (name) => find(`[data-compare-${name}]`);
const root = document.documentElement.dataset.root || "../";
const [add, status, rowsBox, tools, region, table, head] = ["add", "status", "rows", "tools", "region", "table", "head"].map($);
const rows = [...table.querySelectorAll("tbody tr")];

function read() {
  const p = new URLSearchParams(location.search);
  const ids = (p.get("ids") || "").split(",").map((s) => s.trim()).filter(Boolean);
  return { ids: [...new Set(ids)].slice(0, MOST), rows: p.get("rows") ? new Set(p.get("rows").split(",")) : null, diff: p.get("diff") !== "0", only: p.get("only") === "1" };
}

function write(state, push) {
  const p = new URLSearchParams();
  if (state.ids.length) p.set("ids", state.ids.join(","));
  if (state.rows) p.set("rows", [...state.rows].join(","));
  if (!state.diff) p.set("diff", "0");
  if (state.only) p.set("only", "1");
  const url = `${location.pathname}${p.size ? "?" + p.toString().replaceAll("%2C", ",").replaceAll("%2F", "/") : ""}`;
  history[push ? "pushState" : "replaceState"](null, "", url);
}

function tell(key, values) { status.textContent = say(status, key, values); }

let round = 0; // of the newest draw: what an older one loaded is dropped

async function draw() {
  const mine = ++round;
  const state = read();
  for (const box of rowsBox.querySelectorAll("input")) box.checked = !state.rows || state.rows.has(box.value);
  $("diff").checked = state.diff;
  $("only").setAttribute("aria-pressed", String(state.only));
  [rowsBox, tools, region].forEach((e) => { e.hidden = !state.ids.length; });
  if (!state.ids.length) return tell("idle");
  tell("loading");
  let found;
  try {
    found = await Promise.all(state.ids.map((id) => load(root, id)));
  } catch {
    if (mine === round) tell("error");
    return;
  }
  if (mine !== round) return;
  const missing = state.ids.filter((_, i) => !found[i]);
  const things = found.filter(Boolean);
  fillHead(things);
  let different = 0;
  for (const tr of rows) if (fillRow(tr, things, state)) different++;
  if (missing.length) tell("missing", { id: missing.join(" ") });
  else if (things.length < 2) tell("one");
  else tell("done", { n: things.length, d: different });
}

function fillHead(things) {
  head.replaceChildren(head.firstElementChild, ...things.map((t) => {
    const remove = el("button", { type: "button", className: "remove", "data-id": t.id }, say(table, "remove"), el("span", { className: "vh" }, ` ${t.title}`));
    // On a phone the cells are blocks, and by their roles a table all the same.
    return el("th", { scope: "col", role: "columnheader" }, el("a", { href: root + t.id + "/" }, t.title), remove);
  }));
}

// fillRow fills a row and reports whether the things differ in it.
function fillRow(tr, things, state) {
  const key = tr.dataset.row;
  const texts = things.map((t) => cells(t, key));
  const plain = texts.map((c) => c.map((x) => x.text).join("\n"));
  const same = plain.every((p) => p === plain[0]);
  const told = plain.some(Boolean);
  tr.hidden = !told || Boolean(state.rows && !state.rows.has(key)) || (state.only && same);
  const verdict = tr.querySelector("[data-verdict]");
  verdict.textContent = things.length > 1 && told ? say(table, same ? "same" : "different") : "";
  tr.dataset.same = String(same);
  while (tr.children.length > 1) tr.lastElementChild.remove();
  texts.forEach((lines, i) => {
    const td = el("td", { role: "cell", "data-label": things[i].title });
    const others = plain.filter((p, k) => p && k !== i);
    const own = state.diff && "words" in tr.dataset && others.length && !same ? ownWords(plain[i], others) : null;
    let at = 0;
    for (const line of lines) {
      const p = el("p");
      marked(p, line.text, own, at, line.url && root + line.url);
      at += line.text.length + 1;
      td.append(p);
    }
    if (!lines.length) td.append(el("p", { className: "none" }, say(table, "none")));
    tr.append(td);
  });
  return told && !same;
}

// marked writes text into p, the stretches of own within it marked; at is where
// the text begins in what own counts.
function marked(p, text, own, at, url) {
  const into = url ? p.appendChild(el("a", { href: url })) : p;
  let from = 0;
  for (const [a, b] of own || []) {
    const x = Math.max(a - at, 0);
    const y = Math.min(b - at, text.length);
    if (y <= x || y <= from) continue;
    into.append(text.slice(from, Math.max(x, from)));
    into.append(el("ins", {}, text.slice(Math.max(x, from), y)));
    from = y;
  }
  into.append(text.slice(from));
}

function change(edit) {
  const state = read();
  edit(state);
  write(state, true);
  return draw();
}

add.hidden = false;
add.addEventListener("submit", (e) => {
  e.preventDefault();
  const input = add.elements.id;
  const id = input.value.trim().replace(/^.*?((?:replies|minutes|cases)\/[a-z0-9-]+)\/?.*$/, "$1").replace(/^[^/]*?([0-9]+(?:-[0-9]+)?)[^/]*$/, "replies/$1");
  if (read().ids.length >= MOST) return tell("full");
  change((s) => { if (id && !s.ids.includes(id)) s.ids.push(id); });
  input.value = "";
});
head.addEventListener("click", (e) => {
  const id = e.target.closest("button")?.dataset.id;
  if (id) change((s) => { s.ids = s.ids.filter((x) => x !== id); }).then(() => (head.querySelector("button") || add.elements.id).focus());
});
rowsBox.addEventListener("change", () => change((s) => {
  const boxes = [...rowsBox.querySelectorAll("input")];
  s.rows = boxes.every((b) => b.checked) ? null : new Set(boxes.filter((b) => b.checked).map((b) => b.value));
}));
$("diff").addEventListener("change", (e) => change((s) => { s.diff = e.target.checked; }));
$("only").addEventListener("click", () => change((s) => { s.only = !s.only; }));
$("csv").addEventListener("click", () => save("compare.csv", "text/csv", toCSV(table)));
$("copy").addEventListener("click", async () => { if (await toHTML(table)) tell("copied"); });
addEventListener("popstate", draw);
draw();
