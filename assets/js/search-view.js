// What the search page shows of an answer. Words for people stand in the page.
import { $, el, marked, number, say } from "./dom.js";
import { PAGE, toggled } from "./search-state.js";
import { valueLabel } from "./search-facets.js";

const status = $("[data-search-status]"), list = $("[data-search-results]"), pager = $("[data-search-pager]");
const notes = $("[data-search-notes]"), expanded = $("[data-search-expanded]"), chips = $("[data-search-chips]");
const fallback = $("[data-search-fallback]"), sorting = $("[data-search-sort]"), start = $("[data-search-start]"), retry = $("[data-search-retry]");

function tell(state, total, text) {
  status.dataset.state = state;
  status.dataset.total = String(total);
  status.textContent = text;
  list.setAttribute("aria-busy", String(state === "loading" || state === "counting"));
}

export function loading() { start.hidden = true; tell("loading", status.dataset.total || 0, status.dataset.textLoading); }

export function failed(error) {
  const code = error.code === "unreachable" && !navigator.onLine ? "offline" : error.code || "";
  clear();
  tell("error", 0, say(status, "error-" + code) || say(status, "error"));
  fallback.hidden = retry.hidden = false;
}

export function idle() {
  clear();
  start.hidden = false;
  tell("idle", 0, new URL(location.href).searchParams.has("offline") ? say(status, "offline") : "");
}

function clear() {
  list.replaceChildren();
  for (const e of [pager, notes, expanded, fallback, sorting, start]) e.hidden = true;
}

// answer shows the hits of a state, and what is known of the others. root leads to
// the site's root; link(state) is the address of another state.
export function answer(state, res, root, link) {
  fallback.hidden = res.total > 0;
  retry.hidden = start.hidden = true;
  list.start = (state.page - 1) * PAGE + 1;
  // Hits that were shown early stay, and with them the reader's focus.
  const shown = JSON.stringify([state, res.hits]);
  if (shown !== list.dataset.shown || !list.children.length) list.replaceChildren(...res.hits.map((h) => item(h, root)));
  list.dataset.shown = res.more ? shown : "";
  sorting.hidden = res.total < 2;
  const from = (state.page - 1) * PAGE + 1, to = from + res.hits.length - 1;
  if (res.more) tell("counting", res.total, say(status, "counting"));
  else tell("done", res.total, !res.total ? say(status, "none") : state.page > 1 && res.hits.length ? say(status, "page", { n: number(res.total), from: number(from), to: number(to) }) : say(status, "done", { n: number(res.total) }));
  if (res.more) pager.hidden = true; else pages(state, res.total, link);
  said(notes, res.query.notes.map((n) => el("li", {}, say(notes, "note-" + n.code, { t: n.text }))));
  readings(state, res.query.expanded || [], link);
}

function item(hit, root) {
  const tier = say(list, "tier-" + hit.tier), kind = say(list, hit.kind);
  return el("li", { className: "row", "data-record": hit.record, "data-passage": hit.passage },
    el("a", { href: root + hit.url }, hit.title || say(list, "untitled")),
    el("p", { className: "meta" },
      kind && el("span", { className: "badge" }, kind),
      hit.date && el("time", { dateTime: hit.date }, date(hit.date)),
      tier && el("span", { className: "tier" }, tier)),
    hit.snippet && el("p", { className: "snippet" }, hit.clipped[0] && "…", ...marked(hit.snippet, hit.marks), hit.clipped[1] && "…"));
}

function date(iso) {
  const [y, m, d] = iso.split("-").map(Number);
  return d ? say(list, "date", { y, m, d }) : iso;
}

function said(box, children) {
  box.replaceChildren(...children);
  box.hidden = !children.length;
}

function pages(state, total, link) {
  const to = (page, name, rel) => el("a", { href: link({ ...state, page }), rel, "data-page": page }, say(pager, name, { n: PAGE }));
  const last = Math.ceil(total / PAGE), links = [];
  if (state.page > 1 && last) links.push(to(Math.min(state.page - 1, last), "previous", "prev"));
  if (state.page < last) links.push(to(state.page + 1, "next", "next"));
  said(pager, links);
}

// readings shows what was read by its sound, and the way to search without.
function readings(state, es, link) {
  const other = (on) => el("a", { href: link({ ...state, readings: on, page: 1 }), "data-search-readings": "" }, say(expanded, on ? "on" : "off"));
  if (!state.readings) return said(expanded, [say(expanded, "was-off") + " ", other(true)]);
  const text = es.map((e) => say(expanded, "expanded", { from: e.from, to: e.to.slice(0, 5).map((t) => say(expanded, "or", { t })).join("") })).join("");
  said(expanded, text ? [text + " ", other(false)] : []);
}

// chosenChips shows what narrows the search; change(state) is called to take one off.
export function chosenChips(state, change) {
  const chip = (text, next) => el("li", {}, el("button", { type: "button", onclick: () => change(next) }, text, el("span", { "aria-hidden": "true" }, " ×"), el("span", { className: "vh" }, " " + say(chips, "remove", { t: "" }).trim())));
  const cs = state.f.map(({ name, value }) => chip(`${name}: ${valueLabel(name, value)}`, toggled(state, name, value)));
  if (state.from || state.to) cs.push(chip(`${say(chips, "period")}: ${state.from}〜${state.to}`, { ...state, from: "", to: "", page: 1 }));
  if (state.same) cs.push(chip(say(chips, "same"), { ...state, same: false, page: 1 }));
  if (cs.length > 1) cs.push(el("li", {}, el("button", { type: "button", className: "clear", onclick: () => change({ ...state, f: [], from: "", to: "", same: false, page: 1 }) }, say(chips, "clear"))));
  said(chips, cs);
}
