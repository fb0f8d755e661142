// Where nothing is found: other searches that find something, each tried first.
import { $, el, number, say } from "./dom.js";
import { ask } from "./search-state.js";
import { alike } from "./suggest-words.js";

const box = $("[data-search-none]");

export function noHelp() {
  box.hidden = true;
  box.replaceChildren();
}

// help offers to leave out each word, the choices, the passage; and words of the
// archive that look alike. current() tells whether the answer is still wanted.
export async function help(state, query, engine, link, current) {
  const offers = [];
  const offer = (text, values, next) => offers.push({ text, values, next: { ...state, page: 1, ...next } });
  if (query.clauses.length > 1) query.clauses.slice(0, 4).forEach((c, i) => offer("without", { t: c.any.map((t) => t.text).join(" OR ") }, { q: without(query, i, state) }));
  if (state.f.length || state.from || state.to) offer("plain", {}, { f: [], from: "", to: "" });
  if (state.same) offer("apart", {}, { same: false });
  const items = [];
  for (const o of offers) {
    const { text, options } = ask(o.next), res = await engine.search(text, { ...options, limit: 1 });
    if (!current()) return;
    if (res.total) items.push(el("li", {}, el("a", { href: link(o.next), "data-search-instead": "" }, say(box, o.text, { ...o.values, n: number(res.total) }))));
  }
  if (query.clauses.length === 1 && !query.clauses[0].not) {
    for (const w of await alike(engine, query.clauses[0].any[0].text).catch(() => [])) items.push(el("li", {}, el("a", { href: link({ ...state, q: w, page: 1 }), "data-search-instead": "" }, say(box, "near", { t: w }))));
  }
  if (!current()) return;
  items.push(el("li", {}, say(box, "shorter")));
  box.replaceChildren(el("p", {}, say(box, "title")), el("ul", {}, ...items));
  box.hidden = false;
}

// without is the query as typed, but for one clause.
function without(query, left, state) {
  const word = (t) => (t.phrase ? `"${t.text}"` : t.text), own = state.f.length + (state.from || state.to ? 1 : 0);
  return [
    ...query.filters.slice(own).map((f) => `${f.not ? "-" : ""}${f.name}:${f.exact ? "=" : ""}"${f.value}"`),
    ...query.clauses.filter((_, i) => i !== left).map((c) => (c.not ? "-" : "") + c.any.map(word).join(" OR ")),
  ].join(" ");
}
