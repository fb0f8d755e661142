// What a hit shows: the twin of internal/search/snippet.go.
import { Glance } from "./quick.js";

const TITLE = 0, HEADING = 1, ASIDE = 5, BEFORE = 24, WIDTH = 120;
const rank = ([c]) => (c === TITLE || c === HEADING ? 2 : c === ASIDE ? 1 : 0);

// shown lists [segment, piece] in the order in which a search looks for one to show.
function* shown(segments, keep) {
  for (let pass = 0; pass < 3; pass++) for (const s of segments) if (rank(s) === pass && (!keep || keep(s))) for (const piece of s[4]) yield [s, piece];
}

// pick is the passage and the excerpt of record r that h shows, or null.
// Segments are [class, passage, segments that head it, place, pieces].
export function pick(r, h, analyzer) {
  if (!h.leaves.length) return opening(r, h, analyzer);
  const headed = h.leaves.map(() => new Set()), single = h.leaves.length === 1;
  const has = (x, l) => (h.keep ? l.all.some((p) => x.has(p)) : x.has(l.phrase));
  if (!single && !h.keep) {
    r.segments.forEach((s, n) => {
      if (s[0] !== HEADING) return;
      const x = new Glance(analyzer, s[4].join(""));
      h.leaves.forEach((l, i) => { if (x.has(l.phrase)) headed[i].add(n); });
    });
  }
  let best = null, top = 0;
  for (const [s, piece] of shown(r.segments, h.keep)) {
    const x = new Glance(analyzer, piece), weights = h.leaves.map((l, i) => (s[2].some((w) => headed[i].has(w)) ? 2 : 0) * (h.idfs[i] + 1));
    const may = h.leaves.map((l) => (h.keep ? l.all.some((p) => x.maybe(p)) : x.maybe(l.phrase))), most = (i) => (may[i] ? 4 * (h.idfs[i] + 1) : weights[i]);
    if (!may.some(Boolean) || h.leaves.reduce((sum, _, i) => sum + most(i), 0) <= top) continue; // it can't be better
    let own = false, score = 0;
    h.leaves.forEach((l, i) => {
      if (may[i] && has(x, l)) { own = true; score += 4 * (h.idfs[i] + 1); }
      else score += weights[i];
    });
    if (own && score > top) { best = { passage: s[1], excerpt: x }; top = score; }
    if (best && single) return best;
  }
  if (best) return best;
  for (let pass = 0; pass < 3; pass++) {
    for (const s of r.segments) {
      if (rank(s) !== pass || (h.keep && !h.keep(s))) continue;
      const x = new Glance(analyzer, s[4].join(""));
      if (h.leaves.some((l) => has(x, l))) return { passage: s[1], excerpt: x };
    }
  }
  return null;
}

// OPENINGS are the kinds of section that tell most of a record, the best first.
const OPENINGS = ["結論", "結果"];

// opening is what a record shows that no word found: its conclusion, else where its
// text begins, among the passages that the query asks for.
function opening(r, h, analyzer) {
  const may = h.inside ? h.inside.allowed(r.places) : null, rank = ([, , , place]) => (OPENINGS.indexOf(r.places[place - 1].k) + OPENINGS.length + 1) % (OPENINGS.length + 1);
  let best = null;
  for (const s of r.segments) {
    if (!s[3] || s[0] === ASIDE || (may && !may[s[3]])) continue;
    if (!best || rank(s) < rank(best)) best = s;
  }
  return best && { passage: best[1], excerpt: new Glance(analyzer, best[4][0]) };
}

// snippet is the excerpt's own text with marks in code points, and whether the excerpt
// goes on before and after it.
export function snippet(x, h) {
  const chars = [], ms = [], out = [];
  let c = 0;
  for (const ch of x.text) { for (let i = 0; i < ch.length; i++) chars.push(c); c++; }
  chars.push(c);
  for (const l of h.leaves) for (const p of l.all) for (const [start, end] of x.places(p)) ms.push([chars[start], chars[end]]);
  ms.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  for (const m of ms) {
    const k = out[out.length - 1];
    if (k && m[0] <= k[1]) k[1] = Math.max(k[1], m[1]); else out.push(m);
  }
  const text = Array.from(x.text), lo = out.length ? Math.max(0, out[0][0] - BEFORE) : 0, hi = Math.min(text.length, lo + WIDTH);
  return { snippet: text.slice(lo, hi).join(""), clipped: [lo > 0, hi < text.length], marks: out.filter((m) => m[0] < hi).map((m) => [m[0] - lo, Math.min(m[1], hi) - lo]) };
}
