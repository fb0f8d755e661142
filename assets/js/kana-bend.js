// Rules 3, 6, 7, 8, 10 and 11: what the neighbours of a character decide. The twin
// of bend.go, dash.go, vu.go, smallka.go, iterate.go, points.go and longmark.go.
import { SYMBOL, DIGIT, LETTER, HIRA, KATA, KANJI, LONG, DASH, VOICE, ITERATE, PERIOD, COMMA, SMALL, VU, G, TIGHT, CHANGED, ISKATA, LOST, GA, BEFORE_KA, kana, whole, chr, code, has, numeral, foldKana, voiced, unvoiced } from "./kana-units.js";

// smallKata: ァィゥェォッャュョヮ and the small ones of Ainu.
const smallKata = (r) => r >= 0x30a1 && (r <= 0x30a9 ? (r & 1) > 0 : r === 0x30c3 || r === 0x30e3 || r === 0x30e5 || r === 0x30e7 || r === 0x30ee || (r >= 0x31f0 && r <= 0x31ff));

// spread joins digits that are set apart as the characters around them are: 平 成 3 0 年.
function spread(raw) {
  const apart = (i, c) => raw[i] && raw[i].cls === c && raw[i].gap === G.space;
  for (let i = 0; i < raw.length; i++) {
    let k = i;
    while (apart(k, DIGIT)) k++;
    if (k - i > 1 && apart(i - 1, KANJI) && apart(k, KANJI)) for (let j = i + 1; j < k; j++) raw[j].gap = 0;
    i = Math.max(i, k - 1);
  }
}

export function bend(raw) {
  let out = [], comma = -9, hasLong = false;
  spread(raw);
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
    const counts = n && has(BEFORE_KA, n.r);
    const number = before && (p.cls === DIGIT || has("何数", p.r) || numeral(p.r) >= 0);
    const tiny = has("ヶヵゖゕ", u.r);
    if ((number && counts) || (!before && tiny && counts) || (number && tiny && (p.cls === DIGIT || !n || n.cls !== KANJI))) push(u, 0x304b, HIRA, CHANGED);
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
      if (has("ゝヽ", m.r)) u.r = unvoiced(u.r, (u.fl & ISKATA) > 0);
      if (has("ゞヾ", m.r) || (has("〲〴", m.r) && k === 0)) {
        const v = voiced(u.r, 0x3099);
        if (v) u.r = foldKana(v);
      }
      out.push(u);
    }
    return n - 1;
  };

  // zero is 〇 for a circle that stands for it in old files: 二○一七年.
  const zero = (u) => {
    if (u.r !== 0x25cb && u.r !== 0x25ef) return u; // most
    const p = prev();
    if (!u.gap && p && numeral(p.r) >= 0 && numeral(p.r) < 10) {
      u.r = 0x3007;
      u.cls = KANJI;
      u.fl |= CHANGED;
    }
    return u;
  };

  const period = (i) => {
    const u = raw[i], p = prev(), n = next(i), near = p && !(u.gap & TIGHT);
    if (near && p.cls === LETTER && n && whole(n.cls) && !(n.gap & (G.line | G.punct))) return skipGap(i);
    let r = 0x2e;
    const date = near && p.r === code("元") && n && n.cls === DIGIT && !n.gap; // R元.10.1
    if (!date && (!near || !whole(p.cls))) r = !p || (near && p.cls === SYMBOL) ? 0x2e : 0x3002;
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
      default: out.push(zero(u));
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
