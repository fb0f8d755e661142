// The kana-aware analyzer for the browser: the same rules over the same table
// as internal/kana, rule by rule; internal/kana/jstest holds the two together.
// Offsets are UTF-16 code units. See docs/folding.md.

import { SYMBOL, SKIP, SPACE, LINE, PUNCT, DIGIT, LETTER, HIRA, KATA, KANJI, LONG, DASH, VOICE, ITERATE, PERIOD, COMMA, SMALL, VU, G, TIGHT, CHANGED, ISKATA, LOST, GA, GRAM, EDGE, RUN, ALT, kana, whole, chr, code, has, numeral, foldKana } from "./kana-units.js";
import { Numbers } from "./kana-numbers.js";

// --- the table ---------------------------------------------------------------

export function unpack(text) {
  const pages = new Map();
  const set = (r, e) => {
    let p = pages.get(r >> 8);
    if (!p) pages.set(r >> 8, (p = []));
    p[r & 255] = e;
  };
  const wide = []; // long runs stay runs
  let end = 0;
  for (const l of text.split("\n")) {
    if (!l) continue;
    const [gap, len, cls, flags] = l.split(",", 4);
    const rest = l.slice(gap.length + len.length + cls.length + flags.length + 4);
    const r = end + parseInt(gap, 36), n = parseInt(len, 36);
    const e = { cls: +cls, changed: (+flags & 1) > 0, apart: (+flags & 2) > 0, delta: 0, seq: null };
    if (rest[0] === "=") e.seq = Array.from(rest.slice(1), code);
    else e.delta = parseInt(rest, 36);
    if (n > 4096) wide.push([r, r + n, e]);
    else for (let i = r; i < r + n; i++) set(i, e);
    end = r + n;
  }
  const none = { cls: SYMBOL, changed: false, apart: false, delta: 0, seq: null };
  return (r) => {
    if (r >= 0xd800 && r < 0xe000) r = 0xfffd;
    const p = pages.get(r >> 8), e = p && p[r & 255];
    if (e) return e;
    for (const w of wide) if (r >= w[0] && r < w[1]) return w[2];
    return none;
  };
}

// --- single kana (kanafold.go) -------------------------------------------------

function voiced(r, mark) {
  const semi = mark === 0x309a;
  if ((r === 0x3046 || r === 0x30a6) && !semi) return r + 0x4e;
  if ((r === 0x309d || r === 0x30fd) && !semi) return r + 1;
  if (r === 0x30ef && !semi) return 0x30f7;
  const h = r >= 0x30a1 && r <= 0x30fa ? r - 0x60 : r;
  if ((h >= 0x304b && h <= 0x3061 && (h - 0x304b) % 2 === 0) || h === 0x3064 || h === 0x3066 || h === 0x3068) return semi ? 0 : r + 1;
  if (h >= 0x306f && h <= 0x307b && (h - 0x306f) % 3 === 0) return semi ? r + 2 : r + 1;
  return 0;
}

const smallKata = (r) => "ァィゥェォッャュョヮ".includes(chr(r)) || (r >= 0x31f0 && r <= 0x31ff);

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
    gap |= G.apart;
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

// --- rules 3, 6, 7, 8, 10, 11: what neighbours decide (bend.go) ---------------------

function bend(raw) {
  let out = [], comma = -9, hasLong = false;
  const prev = () => out[out.length - 1];
  const next = (i) => {
    const n = raw[i + 1];
    if (!n || n.gap & G.block) return null;
    if (n.cls === VU) return { ...n, cls: KATA };
    if (n.cls === SMALL) return { ...n, cls: has("箇個", n.r) ? KANJI : KATA };
    return n;
  };
  const skipGap = (i) => { if (raw[i + 1]) raw[i + 1].gap |= raw[i].gap | G.punct; };
  const push = (u, r, cls, fl = 0) => { u.r = r; u.cls = cls; u.fl |= fl; out.push(u); };
  const one = (u) => push(u, foldKana(u.r), u.cls, (u.cls === KATA ? ISKATA : 0) | (smallKata(u.r) ? CHANGED : 0));

  const dash = (i) => {
    const u = raw[i], p = prev(), before = p && !(u.gap & G.block), pc = before ? p.cls : SYMBOL, n = next(i);
    const near = before && !(u.gap & TIGHT) && !(n && n.gap & TIGHT);
    let isLong = false;
    if (u.cls === LONG) isLong = !before || !n || kana(pc) || kana(n.cls);
    else if (near && kana(pc)) {
      const two = out.length > 1 && kana(out[out.length - 2].cls);
      isLong = n && kana(n.cls) ? true : (p.fl & ISKATA) > 0 && two && (!n || n.cls === KANJI);
    }
    if (isLong) {
      push(u, 0x30fc, LONG, u.cls === DASH ? CHANGED : 0);
      hasLong = true;
    } else if (n && near && ((pc === LETTER && whole(n.cls)) || (pc === DIGIT && n.cls === LETTER))) skipGap(i);
    else push(u, 0x2d, SYMBOL);
  };

  const vu = (i) => {
    const u = raw[i], kata = u.r === 0x30f4, n = next(i);
    let r = 0x3076, took = 0;
    if (n && !(n.gap & TIGHT)) {
      const k = "ァィェォぁぃぇぉ".indexOf(chr(n.r));
      if (k >= 0) {
        r = [0x3070, 0x3073, 0x3079, 0x307c][k % 4];
        took = 1;
        u.end = n.end;
      } else if (has("ャュョゃゅょ", n.r)) r = 0x3073;
    }
    push(u, r, kata ? KATA : HIRA, CHANGED | (kata ? ISKATA : 0));
    return took;
  };

  const small = (i) => {
    const u = raw[i], p = prev(), before = p && !(u.gap & G.block), n = next(i);
    const counts = n && has("所月国年村", n.r);
    const number = before && (p.cls === DIGIT || has("何数", p.r) || numeral(p.r) >= 0);
    const tiny = has("ヶヵゖゕ", u.r);
    if ((number && counts) || (!before && tiny && counts) || (number && tiny && !(n && n.cls === KANJI))) push(u, 0x304b, HIRA, CHANGED);
    else if (has("箇個", u.r)) push(u, u.r, KANJI);
    else if ((tiny && !(before && p.cls === KATA)) || (before && n && (p.cls === KANJI || p.cls === HIRA) && n.cls === KANJI)) push(u, 0x304c, HIRA, CHANGED | GA);
    else {
      u.cls = has("ケヶヵ", u.r) ? KATA : HIRA;
      one(u);
    }
  };

  const iterate = (i) => {
    let n = 1;
    while (raw[i + n] && raw[i + n].cls === ITERATE && !raw[i + n].gap) n++;
    const ideo = has("々〻", raw[i].r), back = raw[i].r >= 0x3031 && raw[i].r <= 0x3035 ? 2 : n;
    const ok = (u) => (ideo ? u.cls === KANJI : u.cls === HIRA || u.cls === KATA);
    let have = 0;
    while (have < back && have < out.length && ok(out[out.length - 1 - have])) {
      if (have > 0 && out[out.length - have].gap & G.block) break;
      have++;
    }
    if (!have || raw[i].gap & G.block) {
      for (let k = 0; k < n; k++) push(raw[i + k], raw[i + k].r, ideo ? KANJI : SYMBOL);
      return n - 1;
    }
    const from = out.length - have;
    for (let k = 0; k < back; k++) {
      const m = raw[i + Math.min(k, n - 1)], o = out[from + (k % have)];
      const u = { ...o, start: m.start, end: m.end, gap: m.gap, fl: o.fl | CHANGED };
      if (has("ゞヾ", m.r) || (has("〲〴", m.r) && k === 0)) u.r = voiced(u.r, 0x3099) || u.r;
      out.push(u);
    }
    return n - 1;
  };

  const period = (i) => {
    const u = raw[i], p = prev(), n = next(i), near = p && !(u.gap & TIGHT);
    if (near && p.cls === LETTER && n && whole(n.cls) && !(n.gap & (G.line | G.punct))) return skipGap(i);
    let r = 0x2e;
    if (!near || !whole(p.cls)) r = !p || (near && p.cls === SYMBOL) ? 0x2e : 0x3002;
    push(u, r, SYMBOL);
  };

  const commaAt = (i) => {
    const u = raw[i], p = prev(), n = next(i);
    if (p && n && p.cls === DIGIT && n.cls === DIGIT && !(u.gap & TIGHT) && !n.gap) {
      let d = 0, a = 0;
      for (let k = out.length - 1; k >= 0 && out[k].cls === DIGIT && k >= comma; k--) {
        d++;
        if (out[k].gap) break;
      }
      for (let k = i + 1; raw[k] && raw[k].cls === DIGIT && !raw[k].gap; k++) a++;
      const grouped = out.length - d === comma;
      if (a === 3 && ((d <= 3 && !grouped) || d === 3)) {
        comma = out.length;
        return;
      }
    }
    push(u, !p || !n || !whole(p.cls) || !whole(n.cls) ? 0x3001 : u.r, SYMBOL);
  };

  for (let i = 0; i < raw.length; i++) {
    const u = raw[i];
    switch (u.cls) {
      case HIRA: case KATA: one(u); break;
      case LONG: case DASH: dash(i); break;
      case VU: i += vu(i); break;
      case SMALL: small(i); break;
      case ITERATE: i += iterate(i); break;
      case PERIOD: period(i); break;
      case COMMA: commaAt(i); break;
      case VOICE: push(u, u.r, SYMBOL); break;
      default: out.push(u);
    }
  }
  return hasLong ? dropLong(out) : out;
}

function dropLong(all) {
  const out = [];
  for (let i = 0; i < all.length; ) {
    if (all[i].cls !== LONG) { out.push(all[i++]); continue; }
    let j = i, n = 0, script = SYMBOL;
    while (j < all.length && all[j].cls === LONG && !(all[j].gap & G.block)) j++;
    if (j === i) j++;
    for (let k = out.length - 1; k >= 0; k--) {
      const c = out[k].cls;
      if (c !== LONG) {
        if (script === SYMBOL) script = c;
        if (c !== script || !kana(c)) break;
      }
      n++;
      if (out[k].gap & G.block || (n >= 3 && script !== SYMBOL)) break;
    }
    const final = j === all.length || all[j].cls !== script || all[j].gap & G.block;
    if (kana(script) && n >= 3 && final && !(all[i].gap & G.block)) {
      const l = out[out.length - 1];
      l.end = all[j - 1].end;
      l.fl |= CHANGED | LOST;
    } else for (let k = i; k < j; k++) out.push(all[k]);
    i = j;
  }
  return out;
}

// --- rule 12: tokens (analyze.go) ---------------------------------------------

class Folded extends Numbers {
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
    if (table.v !== 1) throw new Error("kana: table version " + table.v);
    this.t = table;
    this.at = unpack(table.chars);
  }

  fold(text) { return new Folded(bend(read(text, this.at)), this.t); }

  analyze(text) { return this.fold(text).text(); }

  raw(text) { return read(text, this.at); }

  folded(raw) { return new Folded(bend(raw), this.t); }
}
