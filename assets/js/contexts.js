// Contexts: what stands around a pair of elements (internal/shard/context.go).
const BOUNDARY = " ", CHANGED = "\b", CENTER = "\n", OPEN = "\f", SHUT = "\r";

// parse reads a context: its elements {label, changed, edge} (edge: a word begins
// there), the place of the pair among them, and whether a word ends behind it.
// left, right: that it counts an occurrence again, with other neighbours.
export function parse(text) {
  const c = { elements: [], center: -1, edge: false, left: (+text[0] & 1) > 0, right: (+text[0] & 2) > 0 };
  let edge = false;
  const rs = Array.from(text).slice(1);
  for (let i = 0; i < rs.length; i++) {
    if (rs[i] === BOUNDARY) { edge = true; continue; }
    if (rs[i] === CHANGED) { c.elements[c.elements.length - 1].changed = true; continue; }
    let label = rs[i];
    if (label === CENTER && c.center < 0) c.center = c.elements.length;
    if (label === OPEN) for (label = ""; rs[++i] !== SHUT; ) label += rs[i];
    c.elements.push({ label, changed: false, edge });
    edge = false;
  }
  c.edge = edge;
  return c;
}

// fit lays the labels [lo, hi) of p over c, whose pair is the one at: null where
// they don't agree or c is not to be counted for them; else whether they all lie
// within it, are written as p wants, and begin and end with words.
export function fit(c, p, at, lo, hi) {
  const last = c.elements.length, shift = c.center - at;
  if ((c.left && lo >= at) || (c.right && hi <= at + 2)) return null;
  if ((lo < at && c.center === 0) || (hi > at + 2 && c.center + 2 === last)) return null;
  let exact = true;
  for (let k = Math.max(lo, -shift); k < Math.min(hi, last - shift); k++) {
    const e = c.elements[k + shift];
    if ((k < at || k > at + 1) && e.label !== p.labels[k]) return null;
    exact = exact && e.changed === p.want[k];
  }
  if (lo + shift < 0 || hi + shift > last) return { full: false, exact, begin: false, end: false };
  return { full: true, exact, begin: c.elements[lo + shift].edge, end: hi + shift === last ? c.edge : c.elements[hi + shift].edge };
}
