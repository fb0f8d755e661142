// Records whose text must settle whether they match, and where (発言, 節, 同じ発言).
const LOOSE = 3, READING = 2, AT_ONCE = 12;

// score adds up what the clauses say of a record.
export function score(n, found) {
  const h = { n, tier: 0, score: 0, leaves: [], idfs: [] };
  for (const f of found) {
    if (f.not) continue;
    h.tier = Math.max(h.tier, Math.min(LOOSE, ...f.tiers));
    f.leaves.forEach((l, i) => {
      h.leaves.push(l);
      h.idfs.push(f.idfs[i]);
      h.score += f.idfs[i] * l.worth;
    });
  }
  return h;
}

// bound is the best that a record can come to: of its words some may turn out not
// to count, none to count more. A reading may stand where its word is cut.
function bound(s) {
  const found = s.found.map((f) => ({ ...f, tiers: f.leaves.map((l, i) => (l.all.some((p) => p.begin || p.end) ? Math.min(READING, f.tiers[i]) : f.tiers[i])) }));
  return score(s.n, found);
}

// settle adds to all those of open that prove(s) makes a hit of, those that may
// stand first before the others. how: {compare, need, early, stale}: early is called
// once with the hits so far, where no record that is open can come before the first
// need of them.
export async function settle(all, open, { compare, need, early, stale }, prove) {
  for (const s of open) s.bound = bound(s);
  open.sort((a, b) => a.miss.length - b.miss.length || compare(a.bound, b.bound));
  for (let i = 0; i < open.length; i += AT_ONCE) {
    if (stale()) throw new Error("toshin: nobody waits");
    const hits = await Promise.all(open.slice(i, i + AT_ONCE).map(prove));
    hits.forEach((hit, k) => { if (hit) all.push({ ...open[i + k], hit }); });
    const next = open[i + AT_ONCE];
    if (!early || !next || next.miss.length) continue;
    const sure = all.filter((s) => !s.miss.length).map((s) => s.hit).sort(compare);
    if (sure.length < need || compare(sure[need - 1], next.bound) > 0) continue;
    await early(sure);
    early = null;
  }
}
