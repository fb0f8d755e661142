// Matching and rank: the twin of internal/search/match.go, rank.go and
// snippet.go. Integers only, so that scores agree to the last bit.
const START = 1, END = 2, CHANGED = 4, INRUN = 8, GRAM = 0, EXACT = 0, FOLDED = 1, LOOSE = 3, HEADING = 1;
const EDGE = [4, 8, 16], CLASS = [32, 22, 20, 16, 13, 12];
const int = Math.floor;

export function stream(e) {
  const bin = atob(e.flags || ""), flags = new Uint8Array(bin.length);
  for (let i = 0; i < bin.length; i++) flags[i] = bin.charCodeAt(i);
  const marks = new Map();
  for (const m of e.marks || []) marks.has(m.p) ? marks.get(m.p).push(m) : marks.set(m.p, [m]);
  return { ...e, flags, marks, units: Array.from(e.units), segments: e.segments || [] };
}

export function segmentAt(s, p) {
  let lo = 0, hi = s.segments.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (s.segments[mid].start > p) hi = mid; else lo = mid + 1;
  }
  return lo - 1;
}

function from(s, pos, atoms) {
  let exact = true;
  for (const a of atoms) {
    if (pos >= s.units.length || (a.wordStart && !(s.flags[pos] & START))) return null;
    if (a.kind === GRAM) {
      let n = 0;
      for (const r of a.text) {
        if (pos >= s.units.length || s.units[pos] !== r || s.flags[pos] & INRUN) return null;
        exact = exact && !!(a.changed && a.changed[n]) === !!(s.flags[pos] & CHANGED);
        pos++; n++;
      }
      if (a.wordEnd && !(s.flags[pos - 1] & END)) return null;
      continue;
    }
    let w = 0;
    for (const m of s.marks.get(pos) || []) if (m.t === a.text && m.w > w) { w = m.w; exact = exact && !!m.r; }
    if (!w) return null;
    pos += w;
  }
  return { to: pos, exact };
}

// leaf: one term of the query in one record, or null.
export function leaf(s, chains) {
  const l = { occs: [], tier: LOOSE + 1, worth: 0 };
  for (const c of chains) {
    if (!c.atoms.length) continue;
    for (let p = 0; p < s.units.length; p++) {
      if (s.units[p] === "\0") continue;
      const m = from(s, p, c.atoms);
      if (!m) continue;
      const tier = c.tier === EXACT && !m.exact ? FOLDED : c.tier;
      const edges = (s.flags[p] & START ? 1 : 0) + (s.flags[m.to - 1] & END ? 1 : 0);
      const w = EDGE[edges] * CLASS[s.segments[segmentAt(s, p)].class];
      if (tier < l.tier) { l.tier = tier; l.worth = w; } else if (tier === l.tier) l.worth = Math.max(l.worth, w);
      l.occs.push({ from: p, to: m.to });
    }
  }
  if (!l.occs.length) return null;
  l.occs.sort((a, b) => a.from - b.from || a.to - b.to);
  return l;
}

function log2(a, b) {
  const x = int((a * 256) / b), n = 31 - Math.clz32(x);
  return (n - 8) * 256 + (int((x * 256) / 2 ** n) - 256);
}

export const idf = (n, df) => log2(2 * n + 2, 2 * df + 1);

export function leafScore(w, tf, worth, length, mean) {
  tf = Math.min(tf, 15);
  const k = 153 + int((307 * Math.min(length, 16 * mean)) / (2 * Math.max(mean, 1)));
  return int((w * int((tf * 563 * 1024) / (tf * 256 + k))) / 1024) * worth;
}

export const near = (n) => (n <= 16 ? 64 : n <= 64 ? 48 : n <= 256 ? 32 : n <= 1024 ? 20 : 16);

export function span(lists) {
  const at = lists.map(() => 0);
  for (let best = 2 ** 30; ; ) {
    let lo = 2 ** 30, hi = -1, which = 0;
    lists.forEach((l, i) => {
      const p = l[at[i]];
      if (p < lo) { lo = p; which = i; }
      if (p > hi) hi = p;
    });
    best = Math.min(best, hi - lo);
    if (++at[which] === lists[which].length) return best;
  }
}

export function best(s, h) {
  const has = h.leaves.map((l) => new Set(l.occs.map((o) => segmentAt(s, o.from))));
  let at = -1, top = 0;
  s.segments.forEach((seg, n) => {
    let own = false, score = 0;
    has.forEach((set, i) => {
      if (set.has(n)) { own = true; score += 4 * (h.worth[i] + 1); }
      else if ((seg.within || []).some((w) => set.has(w))) score += 2 * (h.worth[i] + 1);
    });
    if (!own) return;
    if (seg.passage && seg.class !== HEADING) score++;
    if (score > top) { at = n; top = score; }
  });
  return at;
}

// snippet of segment n: its own text with marks in code points.
export function snippet(s, n, h, analyzer) {
  const seg = s.segments[n], chars = [];
  let c = 0;
  for (const ch of seg.text) { for (let i = 0; i < ch.length; i++) chars.push(c); c++; }
  chars.push(c);
  const at = new Map(analyzer.analyze(seg.text).spans.map((p) => [p.pos, p]));
  const ms = [];
  for (const l of h.leaves) for (const o of l.occs) if (segmentAt(s, o.from) === n) ms.push([chars[at.get(o.from - seg.start).start], chars[at.get(o.to - 1 - seg.start).end]]);
  ms.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const out = [];
  for (const m of ms) {
    const k = out[out.length - 1];
    if (k && m[0] <= k[1]) k[1] = Math.max(k[1], m[1]); else out.push(m);
  }
  const text = Array.from(seg.text), lo = out.length ? Math.max(0, out[0][0] - 24) : 0, hi = Math.min(text.length, lo + 120);
  return { snippet: text.slice(lo, hi).join(""), marks: out.filter((m) => m[0] < hi).map((m) => [m[0] - lo, Math.min(m[1], hi) - lo]) };
}
