// Where chains stand in an analyzed text: the twin of internal/kana/match.go.
import { GRAM, ALT, RUN } from "./kana-units.js";

// findAll gives every place of a chain as positions [from, to).
export function findAll(x, chain) {
  const at = new Map(x.spans.map((s) => [s.pos, s])), places = [];
  if (!chain.atoms.length) return places;
  for (const s of x.spans) {
    const to = from(x, at, s.pos, chain.atoms);
    if (to >= 0) places.push([s.pos, to]);
  }
  return places;
}

function from(x, at, pos, atoms) {
  for (const a of atoms) {
    if (a.wordStart && !(at.has(pos) && at.get(pos).wordStart)) return -1;
    if (a.kind === GRAM) {
      for (const r of a.text) {
        const s = at.get(pos);
        if (!s || s.cp !== r.codePointAt(0)) return -1;
        pos++;
      }
      if (a.wordEnd && !at.get(pos - 1).wordEnd) return -1;
      continue;
    }
    let w = 0;
    for (const t of x.tokens) if (t.pos === pos && t.term === a.text && (t.kind === ALT || t.kind === RUN) && t.width > w) w = t.width;
    if (!w) return -1;
    pos += w;
  }
  return pos;
}
