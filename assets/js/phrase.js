// A chain made ready for matching, and where it stands in an analyzed text: the
// twin of internal/search/match.go.
import { GRAM, RUN, ALT, G, CHANGED, whole } from "./kana-units.js";

// SHORT is how many elements of a phrase the search files know in a row.
export const SHORT = 4;

// phrase: {labels, unit, want, tier, begin, end, rep}.
export function phrase(c) {
  const p = { labels: [], unit: [], want: [], tier: c.tier, begin: false, end: false, rep: 0 };
  for (const a of c.atoms) {
    if (a.kind !== GRAM) { p.labels.push(a.text); p.unit.push(false); p.want.push(false); continue; }
    let n = 0;
    for (const r of a.text) { p.labels.push(r); p.unit.push(true); p.want.push(!!(a.changed && a.changed[n++])); }
  }
  const n = p.labels.length;
  if (n > 0 && n <= SHORT) { p.begin = !!c.atoms[0].wordStart; p.end = !!c.atoms[c.atoms.length - 1].wordEnd; }
  p.rep = representative(p);
  p.term = n < 2 ? p.labels.join("") : pair(p, p.rep);
  return p;
}

export const pair = (p, i) => p.labels[i] + "\t" + p.labels[i + 1];

const isKanji = (c) => { const r = c.codePointAt(0); return (r >= 0x4e00 && r <= 0x9fff) || (r >= 0x3400 && r <= 0x4dbf) || (r >= 0xf900 && r <= 0xfaff) || r >= 0x20000; };

function representative({ labels, unit }) {
  const n = labels.length;
  if (n < 3) return 0;
  if (n % 2 === 0) return n / 2 - 1;
  const a = (n - 3) / 2, b = (n - 1) / 2;
  const kanji = (i) => [i, i + 1].filter((k) => unit[k] && isKanji(labels[k])).length;
  return kanji(a) > kanji(b) ? a : b;
}

const KANA_ALT = /^[~=]/;

// Excerpt is a text analyzed by itself.
export class Excerpt {
  constructor(analyzer, text) { this.text = text; this.folded = analyzer.fold(text); }

  // find lists where p stands: {from, to, start, end, exact}: positions, and offsets
  // in the text.
  find(p) { return p.labels.every((l, i) => p.unit[i] || KANA_ALT.test(l)) ? this.units(p) : this.elements(p); }

  // units finds what has neither digits nor letters nor alternates but those of
  // kana, for which the tokens need not be made.
  units({ labels, unit, want }) {
    const { folded } = this, { out } = folded, found = [], n = labels.length, codes = labels.map((l, i) => (unit[i] ? l.codePointAt(0) : 0));
    const width = (at, label) => { let w = 0; folded.kanaAlts(at, (term, i, k) => { if (term === label) w = k - i; }); return w; };
    for (let i = 0; i < out.length; i++) {
      let exact = true, k = 0, at = i;
      for (; k < n && at < out.length; k++) {
        const u = out[at], w = codes[k] ? (u.r === codes[k] && !whole(u.cls) ? 1 : 0) : width(at, labels[k]);
        if (!w || (k && u.gap & G.block)) break;
        exact = exact && codes[k] > 0 && want[k] === (u.fl & CHANGED) > 0;
        at += w;
      }
      if (k === n) found.push({ from: i, to: at, start: out[i].start, end: out[at - 1].end, exact });
    }
    return found;
  }

  elements(p) {
    const { spans, marks, inRun } = this.tokens(), found = [];
    for (const from of spans.keys()) {
      let at = from, exact = true, i = 0;
      for (; i < p.labels.length; i++) {
        if (p.unit[i]) {
          const s = spans.get(at);
          if (!s || inRun.has(at) || String.fromCodePoint(s.cp) !== p.labels[i]) break;
          exact = exact && p.want[i] === s.changed;
          at++;
        } else {
          const m = marks.get(at)?.get(p.labels[i]);
          if (!m) break;
          exact = exact && m.run;
          at += m.width;
        }
      }
      if (i === p.labels.length) found.push({ from, to: at, start: spans.get(from).start, end: spans.get(at - 1).end, exact });
    }
    return found;
  }

  tokens() {
    if (this.read) return this.read;
    const { spans, tokens } = this.folded.text(), inRun = new Set();
    const marks = new Map(); // position → label → {width, run}, the wider where two have one label
    for (const t of tokens) {
      if (t.kind !== RUN && t.kind !== ALT) continue;
      if (t.kind === RUN) for (let p = t.pos; p < t.pos + t.width; p++) inRun.add(p);
      if (!marks.has(t.pos)) marks.set(t.pos, new Map());
      const at = marks.get(t.pos), old = at.get(t.term);
      if (!old || t.width > old.width) at.set(t.term, { width: t.width, run: t.kind === RUN });
    }
    return (this.read = { spans: new Map(spans.map((s) => [s.pos, s])), marks, inRun });
  }
}
