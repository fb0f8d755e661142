// Which records have a phrase, from lists and contexts; the text of a record is
// read only where these leave it open (docs/shards.md).
import { fit, parse } from "./contexts.js";
import { SHORT, pair } from "./phrase.js";
import { Glance } from "./quick.js";

const BEGINS = 1, ENDS = 2, WHOLE = 4;

// read resolves to the list and the contexts of a phrase.
export const read = (p, shards) => Promise.all([shards.list(p.term), p.labels.length < 3 ? [] : shards.contexts(p.term)]);

// find resolves to a Map from the ordinal of a record to {exact, edges, rank}.
export async function find(p, engine) {
  const [list, parts] = await read(p, engine.shards);
  if (!list) return new Map();
  return p.labels.length < 3 ? byList(p, list) : p.labels.length <= SHORT ? byContext(p, list, parts) : long(p, list, parts, engine);
}

function byList(p, l) {
  const found = new Map(), need = p.begin ? (p.end ? WHOLE : BEGINS) : p.end ? ENDS : 0;
  const way = (p.want[0] ? 1 : 0) | (p.want[1] ? 2 : 0);
  for (let i = 0; i < l.docs.length; i++) {
    const e = l.edges[i];
    if ((e & need) === need) found.set(l.docs[i], { exact: ((l.ways[i] >> way) & 1) > 0, edges: e & WHOLE ? 2 : e & (BEGINS | ENDS) ? 1 : 0, rank: l.ranks[i] });
  }
  return found;
}

// fits lays p over all contexts of a part.
const fits = (part, p, at, lo, hi) => part.names.map((c) => fit((part.parsed ??= new Map()).get(c) ?? keep(part.parsed, c), p, at, lo, hi));
function keep(parsed, c) { const x = parse(c); parsed.set(c, x); return x; }

function byContext(p, list, parts) {
  const found = new Map();
  for (const part of parts) {
    const fs = fits(part, p, p.rep, 0, p.labels.length);
    for (let i = 0; i + 1 < part.starts.length; i++) {
      let ok = false, exact = false, edges = 0;
      for (let k = part.starts[i]; k < part.starts[i + 1]; k += 2) {
        const f = fs[part.around[k]];
        if (!f) continue;
        ok = ok || ((f.begin || !p.begin) && (f.end || !p.end));
        exact = exact || f.exact;
        edges = Math.max(edges, (f.begin ? 1 : 0) + (f.end ? 1 : 0));
      }
      if (ok) found.set(list.docs[part.first + i], { exact, edges, rank: list.ranks[part.first + i] });
    }
  }
  return found;
}

// long: a phrase of more than SHORT elements. Contexts that reach over it prove
// it; four in a row that overlap by three prove it where they are many enough:
// a row of a and b, over what both have, stands at least a + b - c times, when
// what they have in common stands c times. Where a pair stands in one context only,
// its row of four is wherever three of it are.
async function long(p, list, parts, engine) {
  const found = new Map(), open = new Map(), n = p.labels.length;
  for (const part of parts) {
    const fs = fits(part, p, p.rep, 0, n);
    for (let i = 0; i + 1 < part.starts.length; i++) {
      let full = false, exact = false, any = false, maybe = false, maybeExact = false;
      for (let k = part.starts[i]; k < part.starts[i + 1]; k += 2) {
        const f = fs[part.around[k]];
        if (!f) continue;
        any = true;
        if (f.full) { full = true; exact = exact || f.exact; } else { maybe = true; maybeExact = maybeExact || f.exact; }
      }
      if (!any) continue;
      const d = list.docs[part.first + i], h = { exact, edges: 2, rank: list.ranks[part.first + i] };
      if (full && (exact || !maybeExact)) found.set(d, h);
      else open.set(d, { h, full, exact: maybeExact || exact });
    }
  }
  if (open.size > 2 * (n - SHORT)) await overlap(p, open, found, engine.shards);
  await Promise.all([...open].map(async ([d, { h }]) => {
    const r = await engine.record(d);
    let ok = false;
    for (const s of r.segments) for (const o of new Glance(engine.analyzer, s[4].join("")).find(p)) { ok = true; h.exact = h.exact || o.exact; }
    if (ok) found.set(d, h);
  }));
  return found;
}

// overlap settles what it can of open.
async function overlap(p, open, found, shards) {
  const n = p.labels.length, low = new Map(); // record → [at least, at least as wanted, at most any]; Infinity: as often as what follows
  const pairs = await Promise.all(Array.from({ length: n - 3 }, (_, i) => Promise.all([shards.list(pair(p, i + 1)), shards.contexts(pair(p, i + 1))])));
  for (let i = 1; i <= n - 3; i++) {
    const seen = new Set(), [list, parts] = pairs[i - 1];
    for (const part of parts) {
      const four = fits(part, p, i, i - 1, i + 3), three = fits(part, p, i, i - 1, i + 2);
      for (let k = 0; k + 1 < part.starts.length; k++) {
        const d = list.docs[part.first + k];
        if (!open.has(d)) continue;
        const from = part.starts[k], to = part.starts[k + 1], was = low.get(d) ?? [Infinity, Infinity, true];
        if (to - from === 2) { // the same wherever the pair stands in the record
          const a = four[part.around[from]];
          if (!a) continue;
          seen.add(d);
          low.set(d, a.exact ? was : [was[0], 0, false]);
          continue;
        }
        const add = [0, 0], common = [0, 0];
        for (let j = from; j < to; j += 2) {
          const a = four[part.around[j]], c = three[part.around[j]], times = part.around[j + 1];
          if (a) { add[0] += times; if (a.exact) add[1] += times; }
          if (c) { common[0] += times; if (c.exact) common[1] += times; }
        }
        if (!add[0]) continue;
        seen.add(d);
        const least = (i) => Math.min(was[i], common[i]) + add[i] - common[i];
        low.set(d, [least(0), least(1), was[2] && add[1] > 0]);
      }
    }
    for (const d of open.keys()) if (!seen.has(d)) { open.delete(d); low.delete(d); }
  }
  for (const [d, o] of open) {
    const [all, exact, mayBeExact] = low.get(d);
    if ((o.full || all > 0) && (o.h.exact || exact > 0 || !mayBeExact || !o.exact)) {
      o.h.exact = o.h.exact || exact > 0;
      found.set(d, o.h);
      open.delete(d);
    }
  }
}
