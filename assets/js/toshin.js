// The browser's search: window.toshin.search(query, {limit, offset}) resolves to
// what `toshin search --json` prints (internal/search is the reference).
import { Analyzer } from "./kana.js";
import { query as chainsOf, expand } from "./kana-query.js";
import { parseLexicon } from "./kana-reading.js";
import { parse } from "./query.js";
import { meets } from "./query-filter.js";
import { Excerpt, phrase } from "./phrase.js";
import { find } from "./prove.js";
import { idf, leaves } from "./rank.js";
import { pick, snippet } from "./snippet.js";
import { Shards, ShardError } from "./shards.js";

const TIERS = ["exact", "folded", "reading", "loose"], FOLDED = 1, LOOSE = 3;

export class Engine {
  // base: URL of the search files' folder, with its final slash.
  constructor(base) { this.shards = new Shards(base); }

  open() {
    this.opened ??= this.load().catch((e) => { this.opened = null; throw e; });
    return this.opened;
  }

  async load() {
    this.m = await this.shards.open();
    this.analyzer = new Analyzer(await this.shards.json(this.m.kana));
  }

  // lexiconFor is the reading lexicon, or null where no word could need it.
  async lexiconFor(query) {
    if (!this.m.lexicon || query.clauses.every((c) => c.any.every((t) => t.phrase || /^[\u4e00-\u9fff0-9０-９]*$/.test(t.text)))) return null;
    return (this.lexicon ??= this.shards.text(this.m.lexicon).then(parseLexicon).catch((e) => { this.lexicon = null; throw e; }));
  }

  // column of a facet: {values, rows}, rows[n] the numbers of the n-th record's
  // values. Records stand newest first, then by ID. An unknown facet is empty.
  async column(name) {
    await this.open();
    const file = (this.m.columns || {})[name];
    if (!file) return { values: [], rows: Array(this.m.records).fill([]) };
    const c = await this.shards.json(file);
    return { values: c.values, rows: c.rows.map((r) => (r === null ? [] : Array.isArray(r) ? r : [r])) };
  }

  chains(t, lexicon) {
    return t.phrase ? chainsOf(this.analyzer, t.text).filter((c) => c.tier <= FOLDED) : chainsOf(this.analyzer, t.text, lexicon);
  }

  // expanded lists what the words of a query were read as, once each (expand.go).
  expanded(query, lexicon) {
    const es = new Map();
    for (const t of query.clauses.flatMap((c) => c.any)) {
      if (!t.phrase) for (const e of expand(this.analyzer, t.text, lexicon)) if (!es.has(e.from)) es.set(e.from, e);
    }
    return [...es.values()];
  }

  // match lists what a parsed query finds, the best first: {n, tier, score, leaves,
  // idfs}, n the record's place as in column. It adds to the query's notes.
  async match(query, lexicon) {
    const terms = query.clauses.map((c) => c.any.map((t) => this.chains(t, lexicon).map(phrase).filter((p) => p.labels.length)));
    const cs = [];
    for (const [i, c] of query.clauses.entries()) {
      const any = terms[i].filter((ps, k) => ps.length || (query.notes.push({ code: "nothing-to-search", text: c.any[k].text }), false));
      if (any.length) cs.push({ not: c.not, any: any.map((ps) => this.term(ps)) });
    }
    if (!cs.length && !query.filters.length) return [];
    const names = [...new Set(query.filters.map((f) => f.name))];
    const [columns] = await Promise.all([Promise.all(names.map((n) => this.column(n))), ...cs.map(async (c) => { c.any = await Promise.all(c.any); })]);
    const facets = (n) => Object.fromEntries(names.map((name, i) => [name, columns[i].rows[n].map((v) => columns[i].values[v])]));
    const all = [];
    for (let n = 0; n < this.m.records; n++) {
      const h = score(n, cs);
      if (h && (!names.length || meets(query.filters, facets(n)))) all.push(h);
    }
    return all.sort((a, b) => a.tier - b.tier || b.score - a.score || a.n - b.n);
  }

  // term finds one term: its leaves by record, and how rare it is.
  async term(phrases) {
    const m = leaves(phrases, await Promise.all(phrases.map((p) => find(p, this.shards, this.analyzer))));
    return { m, idf: idf(this.m.records, m.size) };
  }

  async search(text, { limit = 10, offset = 0, readings = true } = {}) {
    await this.open();
    const query = parse(text), lexicon = readings ? await this.lexiconFor(query) : null;
    const expanded = this.expanded(query, lexicon);
    if (expanded.length) query.expanded = expanded;
    const all = await this.match(query, lexicon), lo = Math.max(offset, 0);
    return { total: all.length, hits: await Promise.all(all.slice(lo, lo + (limit > 0 ? limit : 10)).map((h) => this.hit(h))), query };
  }

  async hit(h) {
    const of = (r) => ({ record: r.id, passage: "", url: r.id + "/", title: r.title, tier: TIERS[h.tier], score: h.score, snippet: "", marks: [], kind: r.kind, date: r.date || "" });
    const show = (hit, passage, excerpt) => {
      hit.passage = passage || "";
      if (hit.passage) hit.url += "#" + hit.passage;
      return Object.assign(hit, snippet(excerpt, h));
    };
    if (h.leaves.length === 1) {
      const card = (await this.shards.cards(h.leaves[0].phrase.term)).find((c) => c[0] === h.n);
      if (card) {
        const [, id, title, date, kind, passage, piece] = card, x = new Excerpt(this.analyzer, piece);
        if (x.has(h.leaves[0].phrase)) return show(of({ id, title, date, kind }), passage, x);
      }
    }
    const r = await this.shards.record(h.n), best = pick(r, h, this.analyzer);
    return best ? show(of(r), best.passage, best.excerpt) : of(r);
  }
}

// score adds up what the clauses say of a record; null where it has not all of
// them, or one that is not wanted. A loose hit is no reason to leave out.
function score(n, cs) {
  const h = { n, tier: 0, score: 0, leaves: [], idfs: [] };
  for (const c of cs) {
    let hit = false, tier = LOOSE;
    for (const a of c.any) {
      const l = a.m.get(n);
      if (!l || (c.not && l.tier === LOOSE)) continue;
      if (c.not) return null;
      hit = true;
      tier = Math.min(tier, l.tier);
      h.leaves.push(l);
      h.idfs.push(a.idf);
      h.score += a.idf * l.worth;
    }
    if (c.not) continue;
    if (!hit) return null;
    h.tier = Math.max(h.tier, tier);
  }
  return h;
}

// install puts the engine on window; base as in Engine.
export function install(base) {
  const engine = new Engine(base);
  window.toshin = { search: (q, o) => engine.search(q, o), column: (name) => engine.column(name), parse, ShardError };
  return window.toshin;
}
