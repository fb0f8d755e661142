// The kana-aware analyzer for the browser: the same rules over the same table
// as internal/kana, rule by rule; internal/kana/jstest holds the two together.
// Offsets are UTF-16 code units. See docs/folding.md.

import { SYMBOL, SKIP, SPACE, LINE, PUNCT, KATA, KANJI, LONG, VOICE, SMALL, VU, G, CHANGED, GA, GRAM, EDGE, RUN, ALT, whole, chr, code, voiced } from "./kana-units.js";
import { bend } from "./kana-bend.js";
import { spellings } from "./kana-spelling.js";
import { Alternates } from "./kana-alts.js";

// --- the table ---------------------------------------------------------------

// unpack makes of the table's lines (gap, length, class, flags, what it folds to)
// a function from a code point to its entry. A search asks for few of the thousands
// of characters, so an entry is made where it is asked for.
export function unpack(text) {
  const rows = [], pages = [];
  let end = 0;
  for (const l of text.split("\n")) {
    if (!l) continue;
    const a = l.indexOf(",") + 1, b = l.indexOf(",", a), from = end + parseInt(l, 36);
    end = from + parseInt(l.slice(a, b), 36);
    rows.push([from, end, l.slice(b + 1)]);
  }
  const find = (r) => {
    let lo = 0, hi = rows.length;
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (rows[mid][1] <= r) lo = mid + 1; else hi = mid;
    }
    return lo < rows.length && rows[lo][0] <= r ? entry(rows[lo][2]) : NONE;
  };
  const at = (r) => {
    if (r >= 0xd800 && r < 0xe000) r = 0xfffd;
    return ((pages[r >> 8] ??= [])[r & 255] ??= find(r));
  };
  at.rows = rows; // [from, to, entry as text]
  return at;
}

const NONE = { cls: SYMBOL, changed: false, apart: false, delta: 0, seq: null };

// entry reads the end of a line of the table, from the class on.
export function entry(text) {
  const [cls, flags] = text.split(",", 2), to = text.slice(cls.length + flags.length + 2), seq = to[0] === "=" ? Array.from(to.slice(1), code) : null;
  return { cls: +cls, changed: (+flags & 1) > 0, apart: (+flags & 2) > 0, delta: seq ? 0 : parseInt(to, 36), seq };
}

// --- rule 2: clusters to raw units (unit.go) -------------------------------------

function read(s, at) {
  const raw = [];
  let gap = 0;
  for (let i = 0, w; i < s.length; i += w) {
    const r = s.codePointAt(i);
    w = r > 0xffff ? 2 : 1;
    const e = at(r), last = raw[raw.length - 1];
    if (e.cls === SKIP) {
      if (last && !(gap & ~G.apart)) last.end = i + w;
      continue;
    }
    if (e.cls === SPACE) { gap |= G.space; continue; }
    if (e.cls === LINE) {
      if (r === 10 && i > 0 && s[i - 1] === "\r") continue;
      if (gap & G.line || r === 0x2029) gap |= G.block;
      gap |= G.line;
      continue;
    }
    if (e.cls === VOICE && last && !(gap & ~G.apart)) {
      const v = voiced(last.r, r + e.delta);
      if (v) {
        last.r = v;
        last.end = i + w;
        if (v === 0x30f4 || v === 0x3094) last.cls = VU;
        else if (last.cls === SMALL) last.cls = KATA;
        continue;
      }
    }
    if (!e.seq) {
      if (e.cls === PUNCT) { gap |= G.punct; continue; }
      raw.push({ r: r + e.delta, start: i, end: i + w, cls: e.cls, gap: gap | (e.apart ? G.apart : 0), fl: e.changed ? CHANGED : 0 });
      gap = e.apart ? G.apart : 0;
      continue;
    }
    if (e.apart) gap |= G.apart;
    for (const p of e.seq) {
      const cls = at(p).cls;
      if (cls === PUNCT) gap |= G.punct;
      else if (cls === SPACE) gap |= G.space;
      else {
        raw.push({ r: p, start: i, end: i + w, cls, gap, fl: e.changed ? CHANGED : 0 });
        gap = 0;
      }
    }
    if (e.apart) gap |= G.apart;
  }
  return raw;
}

// --- rule 12: tokens (analyze.go) ---------------------------------------------

class Folded extends Alternates {
  text() {
    const { out } = this, spans = [], tokens = [], near = new Set();
    let pos = 0;
    for (let i = 0; i < out.length; i++) {
      const u = out[i];
      if (i > 0 && u.gap & G.block) pos += 2;
      spans.push({ start: u.start, end: u.end, pos: pos++, cp: u.r, changed: (u.fl & CHANGED) > 0, wordStart: false, wordEnd: false });
      const script = (x) => (x.fl & GA ? KANJI : x.cls === LONG ? KATA : x.cls);
      if (i === 0 || u.gap & ~G.line || (script(u) !== script(out[i - 1]) && u.cls !== LONG)) {
        spans[i].wordStart = true;
        if (i > 0) spans[i - 1].wordEnd = true;
      }
    }
    if (spans.length) spans[spans.length - 1].wordEnd = true;
    const alts = this.alts();
    for (const a of alts) near.add(a.from - 1).add(a.to);
    const add = (kind, i, j, term) => tokens.push({ term, pos: spans[i].pos, width: j - i, start: spans[i].start, end: spans[j - 1].end, kind });
    const word = (i, j) => chr(...out.slice(i, j).map((u) => u.r));
    for (let i = 0; i < out.length; ) {
      if (whole(out[i].cls)) {
        const k = this.runEnd(i);
        add(RUN, i, k, out.slice(i, k).map((u) => chr(u.r)).join(""));
        i = k;
        continue;
      }
      const n = out[i + 1];
      const before = i > 0 && !(out[i].gap & G.block) && !whole(out[i - 1].cls), after = n && !(n.gap & G.block) && !whole(n.cls);
      if (!before || !after || near.has(i)) add(EDGE, i, i + 1, word(i, i + 1));
      if (after) add(GRAM, i, i + 2, word(i, i + 2));
      i++;
    }
    for (const a of alts) add(ALT, a.from, a.to, a.term);
    if (alts.length) tokens.sort((a, b) => a.pos - b.pos || compare(a.term, b.term));
    return { spans, tokens, len: pos };
  }
}

// compare orders as UTF-8 bytes do, that is by code point.
function compare(a, b) {
  const x = Array.from(a, code), y = Array.from(b, code);
  for (let i = 0; i < x.length && i < y.length; i++) if (x[i] !== y[i]) return x[i] - y[i];
  return x.length - y.length;
}

// --- the analyzer ------------------------------------------------------------------

export class Analyzer {
  // table: what Table.Export wrote, parsed.
  constructor(table) {
    if (table.v !== 3) throw new Error("kana: table version " + table.v);
    this.t = table;
    this.at = unpack(table.chars);
    this.spell = spellings(table);
  }

  fold(text) { return this.folded(read(text, this.at)); }

  analyze(text) { return this.fold(text).text(); }

  raw(text) { return read(text, this.at); }

  folded(raw) { return new Folded(bend(raw), this); }
}
