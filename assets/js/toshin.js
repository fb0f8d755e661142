// The browser's search: window.toshin.search(query, {limit, offset}) resolves to
// what `toshin search --json` prints (internal/search is the reference).
import { Analyzer } from "./kana.js";
import { query as chainsOf, expand } from "./kana-query.js";
import { parseLexicon } from "./kana-reading.js";
import { parse } from "./query.js";
import { meets } from "./query-filter.js";
import { stream, leaf, leafScore, idf, near, span, best, snippet } from "./rank.js";
import { Shards, ShardError } from "./shards.js";

const TIERS = ["exact", "folded", "reading", "loose"], FOLDED = 1, LOOSE = 3, CHUNK = 256;

export class Engine {
  // base: URL of the search files' folder, with its final slash.
  constructor(base) { this.shards = new Shards(base); this.streams = new Map(); }

  open() {
    this.opened ??= this.load().catch((e) => { this.opened = null; throw e; });
    return this.opened;
  }

  async load() {
    this.m = await this.shards.open();
    const [table, lex] = await Promise.all([this.shards.json(this.m.kana), this.m.lexicon ? this.shards.file(this.m.lexicon) : null]);
    this.analyzer = new Analyzer(table);
    this.lexicon = lex === null ? null : parseLexicon(lex);
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

  async row(n) { return (await this.shards.json(this.m.chunks[Math.floor(n / CHUNK)]))[n % CHUNK]; }

  async stream(n) {
    if (!this.streams.has(n)) this.streams.set(n, stream(await this.shards.json((await this.row(n)).e)));
    return this.streams.get(n);
  }

  chains(t) {
    return t.phrase ? chainsOf(this.analyzer, t.text).filter((c) => c.tier <= FOLDED) : chainsOf(this.analyzer, t.text, this.lexicon);
  }

  async find(chains) {
    const candidates = new Set();
    for (const c of chains) {
      const lists = await Promise.all(termsOf(c).map((t) => this.shards.docs(t)));
      if (!lists.length) continue;
      const rest = lists.slice(1).map((l) => new Set(l));
      for (const n of lists[0]) if (rest.every((s) => s.has(n))) candidates.add(n);
    }
    const found = new Map();
    await Promise.all([...candidates].map(async (n) => {
      const l = leaf(await this.stream(n), chains);
      if (l) found.set(n, l);
    }));
    return found;
  }

  // expanded lists what the words of a query were read as, once each (expand.go).
  expanded(query) {
    const es = new Map();
    for (const t of query.clauses.flatMap((c) => c.any)) {
      if (!t.phrase) for (const e of expand(this.analyzer, t.text, this.lexicon)) if (!es.has(e.from)) es.set(e.from, e);
    }
    return [...es.values()];
  }

  async search(text, { limit = 10, offset = 0, readings = true } = {}) {
    await this.open();
    if (!readings && this.lexicon) return Object.assign(Object.create(this), { lexicon: null }).search(text, { limit, offset });
    const query = parse(text), res = { total: 0, hits: [], query }, cs = [];
    const expanded = this.expanded(query);
    if (expanded.length) query.expanded = expanded;
    for (const c of query.clauses) {
      const k = { not: c.not, any: [] };
      for (const t of c.any) {
        const chains = this.chains(t);
        if (!chains.length) { query.notes.push({ code: "nothing-to-search", text: t.text }); continue; }
        const m = await this.find(chains);
        k.any.push({ m, idf: idf(this.m.records, m.size) });
      }
      if (k.any.length) cs.push(k);
    }
    if (!cs.length && !query.filters.length) return res;
    const all = [];
    for (let n = 0; n < this.m.records; n++) {
      const h = await this.score(n, cs, query.filters);
      if (h) all.push(h);
    }
    all.sort((a, b) => a.tier - b.tier || b.score - a.score || a.n - b.n);
    res.total = all.length;
    const lo = Math.max(offset, 0);
    for (const h of all.slice(lo, lo + (limit > 0 ? limit : 10))) res.hits.push(this.hit(await this.stream(h.n), h));
    return res;
  }

  async score(n, cs, filters) {
    const h = { n, tier: 0, score: 0, leaves: [], worth: [] }, lists = [];
    for (const c of cs) {
      let hit = false, tier = LOOSE;
      const starts = [];
      for (const a of c.any) {
        const l = a.m.get(n);
        if (!l || (c.not && l.tier === LOOSE)) continue;
        if (c.not) return null;
        hit = true;
        tier = Math.min(tier, l.tier);
        h.leaves.push(l);
        h.worth.push(a.idf);
        h.score += leafScore(a.idf, l.occs.length, l.worth, (await this.stream(n)).flags.length, this.m.mean);
        for (const o of l.occs) starts.push(o.from);
      }
      if (c.not) continue;
      if (!hit) return null;
      h.tier = Math.max(h.tier, tier);
      lists.push(starts.sort((a, b) => a - b));
    }
    if (filters.length && !meets(filters, (await this.row(n)).f || {})) return null;
    if (lists.length > 1) h.score = Math.floor((h.score * near(span(lists))) / 16);
    return h;
  }

  hit(s, h) {
    const hit = { record: s.id, passage: "", url: s.id + "/", title: s.title, tier: TIERS[h.tier], score: h.score, snippet: "", marks: [], kind: s.kind, date: s.date || "" };
    const n = best(s, h);
    if (n < 0) return hit;
    hit.passage = s.segments[n].passage || "";
    if (hit.passage) hit.url += "#" + hit.passage;
    return Object.assign(hit, snippet(s, n, h, this.analyzer));
  }
}

function termsOf(c) {
  return c.atoms.flatMap((a) => {
    const rs = Array.from(a.text);
    return a.kind !== 0 || rs.length === 1 ? [a.text] : rs.slice(1).map((r, i) => rs[i] + r);
  });
}

// install puts the engine on window; base as in Engine.
export function install(base) {
  const engine = new Engine(base);
  window.toshin = { search: (q, o) => engine.search(q, o), parse, ShardError };
  return window.toshin;
}
