// Where nothing is found: other searches that find something, each tried first.
import { $, el, number, say } from "./dom.js";
import { ask } from "./search-state.js";
import { alike } from "./suggest-words.js";

const box = $("[data-search-none]");

export function noHelp() {
  box.hidden = true;
  box.replaceChildren();
}

// In a question as it is asked (防犯カメラの映像は何日間ありますか) the words that tell are
// those in kanji, katakana, Latin letters and digits.
const TELLING = /[\u4e00-\u9fff々〆ァ-ヺーｦ-ﾟA-Za-zＡ-Ｚａ-ｚ0-9０-９]+/g, PARTS = 4;

// parts are the telling words of what is searched for, if they are not that itself,
// and the values of its filters.
function parts(query, state) {
  const typed = query.clauses.filter((c) => !c.not).map((c) => c.any[0].text), ps = typed.flatMap((t) => t.match(TELLING) || []).filter((p) => p.length > 1);
  for (const f of query.filters.slice(own(state))) if (!f.not) ps.push(f.value); // 発言: 防犯
  return typed.join() === ps.join() ? [] : [...new Set(ps)].slice(0, PARTS);
}

// help offers to leave out each word, the choices, the passage; else the telling words
// of a sentence, all or each; and words of the archive that look alike. current() tells
// whether the answer is still wanted.
export async function help(state, query, engine, link, current) {
  const offer = (text, values, next) => ({ text, values, next: { ...state, page: 1, ...next } }), offers = [];
  if (query.clauses.length > 1) query.clauses.slice(0, 4).forEach((c, i) => offers.push(offer("without", { t: c.any.map((t) => t.text).join(" OR ") }, { q: without(query, i, state) })));
  if (state.f.length || state.from || state.to) offers.push(offer("plain", {}, { f: [], from: "", to: "" }));
  if (state.same) offers.push(offer("apart", {}, { same: false }));
  const tried = async (os) => {
    const found = [];
    for (const o of os) {
      const { text, options } = ask(o.next), res = await engine.search(text, { ...options, limit: 1 });
      if (!current()) return [];
      if (res.total) found.push({ ...o, values: { ...o.values, n: number(res.total) } });
    }
    return found;
  };
  let found = await tried(offers);
  if (!found.length) {
    found = await tried(parts(query, state).map((p) => offer("alone", { t: p }, { q: p })));
    const ps = found.map((o) => o.next.q);
    if (ps.length > 1) found.unshift(...(await tried([offer("apiece", { t: ps.map((p) => say(box, "word", { t: p })).join("") }, { q: ps.join(" ") })])));
  }
  if (!current()) return;
  const items = found.map((o) => el("li", {}, el("a", { href: link(o.next), "data-search-instead": "" }, say(box, o.text, o.values))));
  if (query.clauses.length === 1 && !query.clauses[0].not) {
    for (const w of await alike(engine, query.clauses[0].any[0].text).catch(() => [])) items.push(el("li", {}, el("a", { href: link({ ...state, q: w, page: 1 }), "data-search-instead": "" }, say(box, "near", { t: w }))));
  }
  if (!current()) return;
  items.push(el("li", {}, say(box, "shorter")));
  box.replaceChildren(el("p", {}, say(box, "title")), el("ul", {}, ...items));
  box.hidden = false;
}

// own is how many filters of a query the page put before those that were typed.
const own = (state) => state.f.length + (state.from || state.to ? 1 : 0);

// without is the query as typed, but for one clause.
function without(query, left, state) {
  const word = (t) => (t.phrase ? `"${t.text}"` : t.text);
  return [
    ...query.filters.slice(own(state)).map((f) => `${f.not ? "-" : ""}${f.name}:${f.exact ? "=" : ""}"${f.value}"`),
    ...query.clauses.filter((_, i) => i !== left).map((c) => (c.not ? "-" : "") + c.any.map(word).join(" OR ")),
  ].join(" ");
}
