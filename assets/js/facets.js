// Facets and orders: the twin of internal/search/facet.go and sort.go.
import { parseNumber, gregorian } from "./query-number.js";

export const FACETS = ["種別", "結論", "年度", "実施機関", "所管課", "条文"];
const LOOSE = 3;

// Counter counts, for each value of a facet, the records that match all but what
// the query chooses of that facet.
export class Counter {
  constructor(columns, groups) {
    this.columns = columns; // by name
    this.groups = groups;
    this.counts = Object.fromEntries(FACETS.map((f) => [f, columns[f].values.map(() => 0)]));
  }

  add(n, misses) {
    if (misses.length > 1) return;
    for (const f of FACETS) if (!misses.length || misses[0] === f) for (const v of this.columns[f].rows[n]) this.counts[f][v]++;
  }

  facets() {
    return FACETS.map((name) => {
      const g = this.groups.find((x) => x.name === name), chosen = (g && g.any) || [];
      const values = this.columns[name].values
        .map((value, i) => (chosen[i] ? { value, count: this.counts[name][i], chosen: true } : { value, count: this.counts[name][i] }))
        .filter((v) => v.count || v.chosen);
      values.sort(name === "年度" ? (a, b) => (a.value > b.value ? -1 : 1) : (a, b) => b.count - a.count);
      return { name, values };
    }).filter((f) => f.values.length);
  }
}

const first = (c, n) => (c.rows[n].length ? c.values[c.rows[n][0]] : "");

// numberKey orders numbers that go on through the years first, then those that
// begin anew each year, by 年度.
function numberKey(numbers, years, n) {
  let best = [2 ** 30, 0];
  for (const v of numbers.rows[n]) {
    const x = parseNumber(numbers.values[v]);
    if (!x) continue;
    const k = [x.year ? Number(first(years, n)) || gregorian(x) : 0, x.n];
    if (k[0] < best[0] || (k[0] === best[0] && k[1] < best[1])) best = k;
  }
  return best;
}

// comparer orders hits {n, tier, score}. What is found by the loose rules only stands
// last in every order; of equals the newer record is first. column(name) gives a column.
export async function comparer(by, column) {
  let less = (a, b) => b.score - a.score;
  if (by === "newest") less = () => 0;
  else if (by === "oldest") {
    const dates = await column("期間"), of = (h) => first(dates, h.n);
    less = (a, b) => { const x = of(a), y = of(b); return x === y ? 0 : x === "" ? 1 : y === "" ? -1 : x < y ? -1 : 1; };
  } else if (by === "number") {
    const [numbers, years] = await Promise.all([column("番号"), column("年度")]);
    const keys = new Map(), of = (h) => keys.get(h.n) ?? keys.set(h.n, numberKey(numbers, years, h.n)).get(h.n);
    less = (a, b) => of(a)[0] - of(b)[0] || of(a)[1] - of(b)[1];
  }
  const ranked = by === "relevance";
  return (a, b) => (a.tier === LOOSE) - (b.tier === LOOSE) || (ranked && a.tier - b.tier) || less(a, b) || b.n - a.n;
}
