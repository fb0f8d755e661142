// Filters over the columns of the search files: the twin of
// internal/search/value.go, column.go and place.go.
import { query as chainsOf } from "./kana-query.js";
import { Glance } from "./quick.js";
import { findAll } from "./kana-find.js";
import { Scan, plain } from "./query-scan.js";
import { parseNumber, within } from "./query-number.js";

const FOLDED = 1, NAMED = ["結論", "種別", "発言", "節"];
const PASSAGE = ["発言", "節"];

// values tells, value by value of a column, which meet f.
function values(analyzer, f, column) {
  if (f.ranges) return column.map((v) => inRange(f, v));
  const chains = chainsOf(analyzer, f.value).filter((c) => c.tier <= FOLDED);
  const find = (whole) => column.map((v) => has(analyzer, v, f, chains, whole));
  if (f.exact) return find(true);
  if (NAMED.includes(f.name)) {
    const meet = find(true);
    if (meet.some(Boolean)) return meet;
  }
  return find(false);
}

function has(analyzer, value, f, chains, whole) {
  if (!chains.length) return value === f.value || (!whole && value.includes(f.value));
  const x = analyzer.analyze(value);
  return chains.some((c) => findAll(x, c).some(([from, to]) => {
    if (whole) return from === 0 && to === x.len;
    return f.name !== "条文" || !branches(value.slice(x.spans.find((s) => s.pos === to - 1).end));
  }));
}

// branches: after 第9条 stands の2, which makes it another article.
const branches = (rest) => rest.startsWith("の") && new Scan(plain(rest.slice(1))).number() !== null;

function inRange(f, v) {
  return f.ranges.some((r) => {
    if (f.name !== "番号") return v >= r.from && (r.to === "" || v <= r.to);
    const n = parseNumber(v);
    return n !== null && within(n, r);
  });
}

const some = (set, row) => row.some((v) => set[v]);

// group is the filters of one name: a record must have a value in any, unless it
// is null, and none in not.
class Group {
  constructor(name, col) { this.name = name; this.col = col; this.any = null; this.not = null; }

  add(side, meet) { this[side] = this[side] ? this[side].map((m, i) => m || meet[i]) : meet; }

  holds(n) { return !this.any || some(this.any, this.col.rows[n]); }

  excluded(n) { return this.not !== null && some(this.not, this.col.rows[n]); }
}

// groups gathers filters by name; column(name) gives a column.
export async function groups(analyzer, filters, column) {
  const by = new Map(), cols = new Map();
  for (const name of new Set(filters.map((f) => f.name))) cols.set(name, column(name));
  for (const f of filters) {
    if (!by.has(f.name)) by.set(f.name, new Group(f.name, await cols.get(f.name)));
    const g = by.get(f.name);
    g.add(f.not ? "not" : "any", values(analyzer, f, g.col.values));
  }
  return [...by.values()];
}

// misses names the filters whose choice record n does not meet; null where it has
// what is not wanted. words: the query asks for some.
export function misses(gs, n, words) {
  const names = [];
  for (const g of gs) {
    if (g.excluded(n) && !(words && PASSAGE.includes(g.name))) return null;
    if (!g.holds(n)) names.push(g.name);
  }
  return names;
}

// Passages says in which passages the words must stand; null from passages()
// where they may stand anywhere.
export function passages(gs, same) {
  const side = (name) => gs.find((g) => g.name === name);
  const speaker = side("発言"), section = side("節");
  return speaker || section || same ? new Passages(speaker, section, same) : null;
}

function allows(g, ...names) {
  if (!g) return true;
  const hit = (set) => g.col.values.some((v, i) => set[i] && names.includes(v));
  return (!g.any || hit(g.any)) && !(g.not && hit(g.not));
}

const LOOSE = 3, EXACT = 0;

class Passages {
  constructor(speaker, section, same) { this.speaker = speaker; this.section = section; this.same = same; }

  allowed(places) {
    return [{}, ...places].map((l) => allows(this.speaker, l.r || "", l.s || "") && allows(this.section, l.k || ""));
  }

  // narrow leaves of the clauses [{not, leaves, idfs, tiers}] of record r what
  // stands where it may, and gives a test of segments for that; null where a
  // clause then fails. Segments are [class, passage, within, place, pieces].
  narrow(r, cs, words, analyzer) {
    const may = this.allowed(r.places || []), together = this.same && words;
    const keep = ([, passage, , place], all) => may[place] && (!together || (place > 0 && (!all || all.has(passage))));
    const segments = r.segments.filter((s) => keep(s)).map((s) => [together ? s[1] : "", new Glance(analyzer, s[4].join(""))]);
    const at = [], unwanted = [];
    let all = null;
    for (const c of cs) {
      const here = new Set(), tiersOf = c.leaves.map((l) => {
        const tiers = new Map();
        if (!together && l.all.some((p) => p.tier === EXACT && segments.some(([, x]) => x.surely(p)))) {
          here.add("");
          return tiers.set("", EXACT);
        }
        for (const p of l.all) {
          if (c.not && p.tier === LOOSE) continue;
          for (const [key, x] of segments) for (const o of x.find(p)) {
            const tier = p.tier === EXACT && !o.exact ? EXACT + 1 : p.tier;
            tiers.set(key, Math.min(tier, tiers.get(key) ?? LOOSE));
            here.add(key);
          }
        }
        return tiers;
      });
      at.push(tiersOf);
      if (c.not && together) unwanted.push(...here);
      else if (c.not === here.size > 0) return null;
      else if (!c.not) all = all ? new Set([...all].filter((k) => here.has(k))) : here;
    }
    for (const k of unwanted) all.delete(k);
    if (words && !all.size) return null;
    cs.forEach((c, k) => { if (!c.not) narrowed(c, at[k], all); });
    return (s) => keep(s, all);
  }
}

// narrowed drops the leaves that stand at none of the keys, and gives each of the
// others its best tier there.
function narrowed(c, at, keys) {
  const rows = c.leaves.map((l, i) => ({ l, idf: c.idfs[i], tiers: [...at[i]].filter(([k]) => keys.has(k)).map(([, t]) => t) })).filter((x) => x.tiers.length);
  c.leaves = rows.map((x) => x.l);
  c.idfs = rows.map((x) => x.idf);
  c.tiers = rows.map((x) => Math.min(...x.tiers));
}
