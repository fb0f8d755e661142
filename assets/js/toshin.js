// The browser's search: window.toshin.search(query, {limit, offset}) resolves to
// what `toshin search --json` prints (internal/search is the reference).
import { query as chainsOf, expand } from "./kana-query.js";
import { parse } from "./query.js";
import { groups, misses, passages } from "./filter.js";
import { FACETS, Counter, comparer } from "./facets.js";
import { score, settle } from "./settle.js";
import { phrase } from "./phrase.js";
import { find, read } from "./prove.js";
import { Glance } from "./quick.js";
import { idf, leaves } from "./rank.js";
import { pick, snippet } from "./snippet.js";
import { Tables } from "./tables.js";
import { Shards, ShardError } from "./shards.js";

const TIERS = ["exact", "folded", "reading", "loose"], FOLDED = 1, LOOSE = 3;

export class Engine {
  // base: URL of the search files' folder, with its final slash.
  constructor(base) { this.shards = new Shards(base); this.tables = new Tables(this.shards); this.first = null; }

  open() {
    this.opened ??= this.load().catch((e) => { this.opened = null; throw e; });
    return this.opened;
  }

  async load() {
    this.m = await this.shards.open();
    this.guess();
    await this.tables.open();
    this.analyzer = this.tables.analyzer;
  }

  // record is the text of the n-th record, which the analyzer is ready for.
  async record(n) {
    const r = await this.shards.record(n);
    await this.tables.ready(...r.segments.flatMap((s) => s[4]));
    return r;
  }

  // column of a facet: {values, rows}, rows[n] the numbers of the n-th record's
  // values. Records stand oldest first. An unknown facet is empty.
  async column(name) {
    await this.open();
    const file = (this.m.columns || {})[name];
    if (!file) return { values: [], rows: Array(this.m.records).fill([]) };
    const c = await this.shards.json(file);
    await this.tables.ready(...c.values);
    return { values: c.values, rows: c.rows.map((r) => (r === null ? [] : Array.isArray(r) ? r : [r])) };
  }

  // words are those of the archive, the most frequent first: [word, reading].
  async words() {
    await this.open();
    const text = await this.shards.text(this.m.words);
    await this.tables.ready(text);
    return text.split("\n").filter(Boolean).map((l) => l.split("\t"));
  }

  // titles are those of the newest records: [record, title].
  async titles() {
    await this.open();
    const text = await this.shards.text(this.m.titles);
    await this.tables.ready(text);
    return text.split("\n").filter(Boolean).map((l) => l.split("\t"));
  }

  // ready gives the analyzer, with what it needs of the texts.
  async ready(...texts) {
    await this.open();
    await this.tables.ready(...texts);
    return this.analyzer;
  }

  // asked makes all ready for a query's analysis. begin is called with the query
  // while it waits for how its words are spelled otherwise.
  async asked(text, begin = () => {}) {
    await this.ready(text);
    const query = parse(text), { clauses, filters } = query;
    const spelling = this.tables.spell([...clauses.flatMap((c) => c.any.map((t) => t.text)), ...filters.map((f) => f.value)]);
    if (!spelling) return;
    begin(query);
    await spelling;
  }

  // fold is a text as the analyzer compares it; ready(text) comes first.
  fold(text) { return this.analyzer.analyze(text).spans.map((s) => String.fromCodePoint(s.cp)).join(""); }

  // positive lists the chains of all words that a query asks for.
  async positive(text, { readings = true } = {}) {
    await this.asked(text);
    const terms = parse(text).clauses.filter((c) => !c.not).flatMap((c) => c.any);
    const lexicon = readings ? await this.lexiconFor(terms) : null;
    return terms.flatMap((t) => this.chains(t, lexicon));
  }

  // lexiconFor is what the lexicon has for words that are no phrases.
  lexiconFor(terms) { return this.tables.lexicon(terms.filter((t) => !t.phrase).map((t) => t.text)); }

  chains(t, lexicon) {
    return t.phrase ? chainsOf(this.analyzer, t.text).filter((c) => c.tier <= FOLDED) : chainsOf(this.analyzer, t.text, lexicon);
  }

  // phrases lists the ways to find a word. Those of the newest search are kept, with
  // what was found of each: a page asks again, to count.
  phrases(t, lexicon) {
    const kept = (p, key = JSON.stringify(p)) => this.kept.get(key) ?? (this.kept.set(key, p), p);
    return this.chains(t, lexicon).map((c) => kept(phrase(c))).filter((p) => p.labels.length);
  }

  // found is what find gives of a phrase.
  found(p) {
    const fs = this.finds;
    if (!fs.has(p)) fs.set(p, find(p, this).catch((e) => { fs.delete(p); throw e; }));
    return fs.get(p);
  }

  // expanded lists what the words of a query were read as, once each (expand.go).
  expanded(query, lexicon) {
    const es = new Map();
    for (const t of query.clauses.flatMap((c) => c.any)) {
      if (!t.phrase) for (const e of expand(this.analyzer, t.text, lexicon)) if (!es.has(e.from)) es.set(e.from, e);
    }
    return [...es.values()];
  }

  // match lists what a parsed query finds, unordered: {n, tier, score, leaves,
  // idfs, keep, inside}, n the record's place as in column; and counts facets, where
  // asked for. It adds to the query's notes. how: as settle takes it.
  async match(query, lexicon, count, how) {
    const terms = query.clauses.map((c) => c.any.map((t) => this.phrases(t, lexicon)));
    const cs = [];
    for (const [i, c] of query.clauses.entries()) {
      const any = terms[i].filter((ps, k) => ps.length || (query.notes.push({ code: "nothing-to-search", text: c.any[k].text }), false));
      if (any.length) cs.push({ not: c.not, any: any.map((ps) => this.term(ps)) });
    }
    const column = (name) => this.column(name), columns = count ? FACETS.map(async (f) => [f, await column(f)]) : [];
    const [gs] = await Promise.all([groups(this.analyzer, query.filters, column), ...cs.map(async (c) => { c.any = await Promise.all(c.any); })]);
    const counter = count ? new Counter(Object.fromEntries(await Promise.all(columns)), gs) : null;
    const inside = passages(gs, query.same), words = cs.some((c) => !c.not), empty = !cs.length && !gs.length;
    const all = [], open = [];
    if (!empty || counter) for (const n of candidates(cs, this.m.records)) {
      const miss = misses(gs, n, words), found = miss && miss.length <= (counter ? 1 : 0) && clauses(n, cs, inside);
      if (!found) continue;
      if (inside && found.some((f) => f.leaves.length)) open.push({ n, miss, found });
      else all.push({ n, miss, found, hit: { ...score(n, found), inside } });
    }
    await settle(all, open, how, async (s) => {
      const keep = inside.narrow(await this.record(s.n), s.found, words, this.analyzer);
      return keep && { ...score(s.n, s.found), keep };
    });
    if (counter) for (const s of all) counter.add(s.n, s.miss);
    return { hits: empty ? [] : all.filter((s) => !s.miss.length).map((s) => s.hit), counter };
  }

  // term finds one term: its leaves by record, and how rare it is.
  async term(phrases) {
    const m = leaves(phrases, await Promise.all(phrases.map((p) => this.found(p))));
    return { m, idf: idf(this.m.records, m.size) };
  }

  // ahead starts to read what a query needs in any case, before its readings are
  // known, and what is likely to be shown: cards of a word (but for what may be read
  // by its sound), of several words texts. typed: of each word only as it is typed.
  // Who needs it waits for it.
  ahead(query, typed) {
    const terms = query.clauses.flatMap((c) => c.any), quiet = (p) => p.catch(() => { /* told where it is needed */ });
    const phrases = terms.map((t) => this.phrases(t, null));
    for (const [first, ...others] of phrases) {
      if (first) quiet(this.found(first));
      for (const p of typed ? [] : others) quiet(read(p, this.shards));
      for (const p of [first, ...others]) if (p) quiet(this.shards.region(p.term).then(() => Glance.prepare(p, this.analyzer))); // while its terms are on their way
    }
    const alone = terms.length === 1 && !query.clauses[0].not && !query.filters.length && !/^[ぁ-んー]{3,}$/.test(terms[0].text);
    if (alone && phrases[0].length) quiet(this.shards.cards(phrases[0][0]));
    if (query.clauses.filter((c) => !c.not).length > 1) quiet(this.shards.dictionary());
  }

  // guess starts to read, of words in kanji alone, what they need if they fold to
  // themselves, while the folding table is still unpacked.
  guess() {
    for (const w of (this.first ?? "").split(/\s+/)) {
      if (/^[\u4e00-\u9fff]{2,8}$/.test(w)) this.shards.region(phrase({ atoms: [{ text: w, kind: 0 }] }).term).catch(() => { /* told where it is needed */ });
    }
  }

  // search answers a query. sort: relevance, newest, oldest or number; same: all
  // words in one passage; readings: kana and romaji may be read; facets: count.
  // early is called with the answer where its hits are sure and others are still to
  // be counted: its total is of those sure, and more says so. stale tells that nobody
  // waits any more; the answer is then an error.
  async search(text, { limit = 10, offset = 0, readings = true, sort = "relevance", same = false, facets = false, early = null, stale = () => false } = {}) {
    this.first ??= text;
    if (this.newest !== text) { this.newest = text; this.kept = new Map(); this.finds = new Map(); }
    const lexiconOf = async (q) => (readings ? this.lexiconFor(q.clauses.flatMap((c) => c.any)) : null);
    await this.asked(text, (q) => { this.ahead(q, true); lexiconOf(q).catch(() => { /* told below */ }); });
    const query = parse(text);
    this.ahead(query);
    const lexicon = await lexiconOf(query);
    query.same ||= same;
    const expanded = this.expanded(query, lexicon);
    if (expanded.length) query.expanded = expanded;
    const compare = await comparer(sort, (name) => this.column(name)), lo = Math.max(offset, 0), hi = lo + (limit > 0 ? limit : 10);
    const show = async (hits) => ({ total: hits.length, hits: await Promise.all(hits.sort(compare).slice(lo, hi).map((h) => this.hit(h))), query });
    const { hits, counter } = await this.match(query, lexicon, facets, { compare, stale, need: hi, early: early && (async (sure) => early({ ...(await show(sure)), more: true })) });
    const res = await show(hits);
    if (counter) res.facets = counter.facets();
    return res;
  }

  async hit(h) {
    const of = (r) => ({ record: r.id, passage: "", url: r.id + "/", title: r.title, tier: TIERS[h.tier], score: h.score, snippet: "", clipped: [false, false], marks: [], kind: r.kind, date: r.date || "" });
    const show = (hit, passage, excerpt) => {
      hit.passage = passage || "";
      if (hit.passage) hit.url += "#" + hit.passage;
      return Object.assign(hit, snippet(excerpt, h));
    };
    if (h.leaves.length === 1 && !h.keep) {
      const card = (await this.shards.cards(h.leaves[0].phrase)).find((c) => c[0] === h.n);
      if (card) {
        const [, id, title, date, kind, passage, piece] = card;
        await this.tables.ready(piece);
        const x = new Glance(this.analyzer, piece);
        if (x.has(h.leaves[0].phrase)) return show(of({ id, title, date, kind }), passage, x);
      }
    }
    const r = await this.record(h.n), best = pick(r, h, this.analyzer);
    return best ? show(of(r), best.passage, best.excerpt) : of(r);
  }
}

// candidates are the records that may match: those of the clause with the fewest,
// or where no clause asks for words, all.
function candidates(cs, records) {
  let least = null, fewest = Infinity;
  for (const c of cs) {
    const size = c.any.reduce((n, a) => n + a.m.size, 0);
    if (!c.not && size < fewest) { least = c; fewest = size; }
  }
  return least ? new Set(least.any.flatMap((a) => [...a.m.keys()])) : Array(records).keys();
}

// clauses is what a record has of each clause: [{not, leaves, idfs, tiers}]; null
// where it has not all of them, or one that is not wanted. A loose hit is no
// reason to leave out.
function clauses(n, cs, inside) {
  const found = [];
  for (const c of cs) {
    const f = { not: c.not, leaves: [], idfs: [], tiers: [] };
    for (const a of c.any) {
      const l = a.m.get(n);
      if (!l || (c.not && l.tier === LOOSE)) continue;
      f.leaves.push(l);
      f.idfs.push(a.idf);
      f.tiers.push(l.tier);
    }
    if (c.not ? f.leaves.length && !inside : !f.leaves.length) return null;
    found.push(f);
  }
  return found;
}

// install puts the engine on window; base as in Engine.
export function install(base) {
  const e = new Engine(base);
  window.toshin = {
    search: (q, o) => e.search(q, o), column: (name) => e.column(name), words: () => e.words(), titles: () => e.titles(), chains: (q, o) => e.positive(q, o),
    ready: (...texts) => e.ready(...texts), fold: (text) => e.fold(text), parse, ShardError,
  };
  return window.toshin;
}
