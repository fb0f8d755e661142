// The kana-aware analyzer for the browser: the same rules over the same table
// as internal/kana, rule by rule; internal/kana/jstest holds the two together.
// Offsets are UTF-16 code units. See docs/folding.md.

const [SYMBOL, SKIP, SPACE, LINE, PUNCT, DIGIT, LETTER, HIRA, KATA, KANJI, LONG, DASH, VOICE, ITERATE, PERIOD, COMMA, SMALL, VU] = Array(18).keys();
const G = { space: 1, line: 2, block: 4, punct: 8, apart: 16 }, TIGHT = 15;
const CHANGED = 1, ISKATA = 2, LOST = 4, GA = 8;
export const GRAM = 0, EDGE = 1, RUN = 2, ALT = 3;
export const EXACT = 0, FOLDED = 1, READING = 2, LOOSE = 3;

const kana = (c) => c === HIRA || c === KATA || c === LONG;
const whole = (c) => c === DIGIT || c === LETTER;
const chr = String.fromCodePoint;
const code = (s) => s.codePointAt(0);
const pad2 = (n) => (n < 10 ? "0" : "") + n;

// --- the table ---------------------------------------------------------------

function unpack(text) {
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

const SIZED = { 0x30c3: 0x30c4, 0x30c4: 0x30c4, 0x30e3: 0x30e4, 0x30e4: 0x30e4, 0x30e5: 0x30e6, 0x30e6: 0x30e6, 0x30e7: 0x30e8, 0x30e8: 0x30e8, 0x30f7: 0x3070, 0x30f8: 0x3073, 0x30f9: 0x3079, 0x30fa: 0x307c };
const EXTENDED = Array.from("くしすとぬはひふへほむらりるれろ", code);

function foldKana(r) {
  if (SIZED[r]) return SIZED[r];
  if (r >= 0x31f0 && r <= 0x31ff) return EXTENDED[r - 0x31f0];
  if (r >= 0x30a1 && r <= 0x30f6) r -= 0x60;
  if (r === 0x308e || (r >= 0x3041 && r <= 0x3049 && r % 2 === 1)) return r + 1;
  return r === 0x3095 ? 0x304b : r === 0x3096 ? 0x3051 : r;
}

const smallKata = (r) => "ァィゥェォッャュョヮ".includes(chr(r)) || (r >= 0x31f0 && r <= 0x31ff);

const VALUES = { 〇: 0, 零: 0, 一: 1, 壱: 1, 二: 2, 弐: 2, 三: 3, 参: 3, 四: 4, 五: 5, 伍: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 拾: 10, 百: 100, 千: 1000, 万: 1e4, 億: 1e8 };
const numeral = (r) => VALUES[chr(r)] ?? -1;
const has = (set, r) => r !== undefined && set.includes(chr(r));

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
      if (out[k].gap & G.block) break;
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

// --- folded text: words, numbers, dates (number.go, date.go, alts.go) ------------------

class Folded {
  constructor(out, t) { this.out = out; this.t = t; }

  runEnd(i) {
    const { out } = this, c = out[i].cls;
    for (i++; i < out.length && out[i].cls === c && !out[i].gap; ) i++;
    return i;
  }

  starts(i, w) {
    for (const c of w) {
      const u = this.out[i++];
      if (!u || u.r !== code(c) || u.gap & G.block) return false;
    }
    return true;
  }

  digits(i, k) {
    let n = 0;
    for (; i < k && n < 1e12; i++) n = n * 10 + this.out[i].r - 48;
    return n;
  }

  number(i) { // [end, value, kanji take part]
    const { out } = this;
    let total = 0, section = 0, cur = 0, have = false, kanjiDigit = false, mixed = false, k = i;
    while (k < out.length && k - i < 20) {
      const u = out[k];
      if (k > i && u.gap & (G.block | G.punct | G.apart)) break;
      if (u.cls === DIGIT) {
        const e = this.runEnd(k);
        if (have || e - k > 12) break;
        for (; k < e; k++) cur = cur * 10 + out[k].r - 48;
        have = true;
        continue;
      }
      const n = numeral(u.r);
      if (n < 0) break;
      if (n < 10) {
        if ((have && !kanjiDigit) || cur > 1e12) break;
        cur = cur * 10 + n;
        have = kanjiDigit = true;
      } else if (n < 10000) {
        section += (have ? cur : 1) * n;
        cur = 0;
        have = kanjiDigit = false;
      } else {
        if (section + cur === 0) {
          if (k > i) break;
          cur = 1;
        }
        total += (section + cur) * n;
        section = cur = 0;
        have = kanjiDigit = false;
      }
      mixed = true;
      k++;
    }
    return [k, total + section + cur, mixed];
  }

  counted(i, k) {
    const { out, t } = this, p = i > 0 ? out[i - 1] : null, one = k - i === 1;
    if (p && !(out[i].gap & G.block)) {
      if (p.r === code("第")) return true;
      if (p.r === code("の") && i > 1 && has("条項号目番", out[i - 2].r)) return true;
      if (has("数何幾", p.r)) return false;
      if (p.cls === KANJI && has("十百千万億", out[i].r) && numeral(p.r) >= 0) return false;
    }
    if (one && out[i].r === code("十") && this.starts(k, "分")) {
      return (p && (p.r === code("時") || p.cls === DIGIT)) || this.starts(k + 1, "間") || this.starts(k + 1, "後");
    }
    if (t.notWords.some((w) => this.starts(i, w))) return false;
    let list = t.counters;
    if (one && out[i].r === code("一")) {
      if (i > 1 && has("前後", p.r) && out[i - 2].r === code("午")) return true;
      list = t.one;
    }
    for (const c of list) {
      if (!this.starts(k, c)) continue;
      const e = k + Array.from(c).length;
      return !("日条本戸町次歳代度".includes(Array.from(c)[0]) && e < out.length && has(t.notFirst, out[e].r));
    }
    return false;
  }

  eraYear(i) { // [year, end, named]
    const { out } = this;
    for (const [name, l, zero, last] of this.t.eras) {
      let k = 0;
      if (this.starts(i, name)) k = i + 2;
      else if (out[i].r === code(l) && this.runEnd(i) === i + 1 && (i === 0 || out[i - 1].cls !== LETTER || out[i].gap)) {
        k = i + 1;
        if (k >= out.length || out[k].cls !== DIGIT || out[k].gap & (G.space | G.line | G.block) || this.runEnd(k) - k > 2) continue;
      }
      if (!k || k >= out.length) continue;
      if (out[k].r === code("元") && k === i + 2) return [zero + 1, k + 1, true];
      const [end, n] = this.number(k);
      if (end === k || n < 1 || n > last) continue;
      if (k === i + 1 && "tm".includes(l) && !(end < out.length && has("年.", out[end].r))) continue;
      return [zero + n, end, true];
    }
    return [0, 0, false];
  }

  dateAt(i, into) {
    const { out } = this, [y, k, named] = this.eraYear(i);
    if (k > 0) return this.afterYear(i, k, y, named, into);
    if (out[i].cls !== DIGIT) {
      if (numeral(out[i].r) >= 0 && (i === 0 || numeral(out[i - 1].r) < 0)) {
        const [e, n] = this.number(i);
        if (e - i === 4 && n >= 1800 && n < 2200 && this.starts(e, "年")) return this.afterYear(i, e, n, true, into);
      }
      return this.monthDay(i, into);
    }
    const e = this.runEnd(i);
    if (e - i === 4) {
      const n = this.number(i)[1];
      if (n >= 1800 && n < 2200 && e < out.length && has("年/-.", out[e].r)) return this.afterYear(i, e, this.digits(i, e), false, into);
    }
    this.monthDay(i, into);
  }

  afterYear(i, k, y, named, into) {
    const add = (term, from, to) => into.push({ term, from, to });
    const d = "d" + y;
    if (this.starts(k, "年度")) {
      add(d, i, k + 1);
      return add("f" + y, i, k + 2);
    }
    let sep = "", end = k;
    if (this.starts(k, "年")) end = k + 1;
    else if (k < this.out.length && has("/-.", this.out[k].r)) sep = chr(this.out[k].r);
    if (end > k || named) add(d, i, end);
    const [m, mk] = this.small2(end, sep, "月", 12);
    if (!mk) return;
    if (end === k && !named) add(d, i, k);
    add(d + "-" + pad2(m), i, mk);
    const [day, dk] = this.small2(mk, sep, "日", 31);
    if (!dk) return;
    add(d + "-" + pad2(m) + "-" + pad2(day), i, dk);
    add("m" + pad2(m) + "-" + pad2(day), end + sep.length, dk);
  }

  small2(k, sep, unit, most) {
    const { out } = this;
    if (sep) {
      if (!this.starts(k, sep)) return [0, 0];
      k++;
      if (k >= out.length || out[k].cls !== DIGIT || this.runEnd(k) - k > 2) return [0, 0];
    }
    if (k >= out.length || out[k].gap & G.block) return [0, 0];
    const [end, n] = this.number(k);
    if (end === k || n < 1 || n > most) return [0, 0];
    if (sep) return [n, end];
    return this.starts(end, unit) ? [n, end + 1] : [0, 0];
  }

  monthDay(i, into) {
    const { out } = this;
    if (out[i].cls !== DIGIT && numeral(out[i].r) < 0) return;
    for (const sep of ["", "/"]) {
      let k = i, m = 0;
      if (!sep) [m, k] = this.small2(i, "", "月", 12);
      else if (out[i].cls === DIGIT && this.runEnd(i) - i <= 2) {
        k = this.runEnd(i);
        m = this.digits(i, k);
      }
      if (k === i || m < 1 || m > 12) continue;
      const [d, e] = this.small2(k, sep, "日", 31);
      if (e > 0) return void into.push({ term: "m" + pad2(m) + "-" + pad2(d), from: i, to: e });
    }
  }

  alts() {
    const { out } = this, into = [];
    const add = (term, from, to) => into.push({ term, from, to });
    for (let i = 0; i < out.length; i++) {
      const u = out[i], p = out[i - 1];
      if (u.fl & LOST) add("=" + chr(u.r) + "ー", i, i + 1);
      if (u.cls === LETTER) {
        if (p && p.cls === LETTER && !u.gap) continue;
        this.dateAt(i, into);
        this.joined(i, add);
      } else if (u.cls === DIGIT) {
        if (p && p.cls === DIGIT && !u.gap) continue;
        this.dateAt(i, into);
        const e = this.runEnd(i);
        if (e - i === 2 && u.r === 48) add(chr(out[i + 1].r), i, e);
        const [k, v, mixed] = this.number(i);
        if (mixed && k > e) add(String(v), i, k);
      } else if (u.cls === KANJI && (numeral(u.r) >= 0 || has("令平昭大明", u.r))) {
        this.dateAt(i, into);
        if (numeral(u.r) < 0 || (p && ((numeral(p.r) >= 0 && !(u.gap & ~G.space)) || p.cls === DIGIT))) continue;
        const era = i >= 2 && this.t.eras.some((e) => this.starts(i - 2, e[0]));
        const [k, v] = this.number(i);
        if (k > i && (era || (u.fl & CHANGED && u.gap & G.apart) || this.counted(i, k))) add(String(v), i, k);
      } else if (u.cls === KATA && (!p || !this.kata(i - 1) || u.gap & G.block)) this.looseRun(i, add);
    }
    return into;
  }

  kata(i) { return this.out[i].cls === KATA || this.out[i].cls === LONG; }

  joined(i, add) {
    const { out } = this;
    if (i > 0 && out[i - 1].cls === LETTER && out[i].gap === G.punct) return;
    let term = "", parts = 1, k = i;
    for (; k < out.length && out[k].cls === LETTER && k - i < 24; k++) {
      if (k > i && out[k].gap) {
        if (out[k].gap !== G.punct || parts === 4) break;
        parts++;
      }
      term += chr(out[k].r);
    }
    if (parts > 1) add(term, i, k);
  }

  looseRun(i, add) {
    const { out } = this;
    let k = i, n = 0, inner = false, term = "~";
    for (; k < out.length && this.kata(k) && (k === i || !(out[k].gap & G.block)); k++) {
      if (out[k].cls === LONG) inner = true;
      else { term += chr(out[k].r); n++; }
    }
    if (inner && k - i >= 4 && n >= 2) add(term, i, k);
  }

  // --- rule 12: tokens (analyze.go) ---

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
