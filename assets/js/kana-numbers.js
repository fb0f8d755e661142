// Numbers and dates, and the other ways to write a stretch of folded text: the
// twin of number.go, date.go and alts.go.
import { SYMBOL, DIGIT, LETTER, KATA, KANJI, LONG, G, CHANGED, LOST, chr, code, has, numeral } from "./kana-units.js";

const size = (s) => Array.from(s).length;
const pad2 = (n) => (n < 10 ? "0" : "") + n;

export class Numbers {
  constructor(out, a) { this.out = out; this.a = a; this.t = a.t; this.asks = false; this.src = ""; }

  runEnd(i) {
    const { out } = this, c = out[i].cls;
    for (i++; i < out.length && out[i].cls === c && !out[i].gap; ) i++;
    return i;
  }

  // starts: w stands at unit i and goes on from what stands before. begins: whatever does.
  starts(i, w) { return i < this.out.length && !(this.out[i].gap & G.block) && this.begins(i, w); }

  begins(i, w) {
    let n = 0;
    for (const c of w) {
      const u = this.out[i++];
      if (!u || u.r !== code(c) || (n++ && u.gap & G.block)) return false;
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
    let total = 0, section = 0, cur = 0, have = false, kanjiDigit = false, mixed = false, k = i, group = i;
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
      if (kanjiDigit && !(total + section) && (k - group === 3 || (group === i && k - i < 3)) && this.thousands(k)) {
        group = ++k;
        continue;
      }
      const n = numeral(u.r);
      if (n < 0 || (n === 4 && k > i && this.starts(k, "四半"))) break; // 第一四半期
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

  thousands(k) {
    const { out } = this;
    if (!has("、,", out[k].r) || out[k].gap) return false;
    let n = 0;
    for (k++; k < out.length && !out[k].gap && numeral(out[k].r) >= 0 && numeral(out[k].r) < 10; k++) n++;
    return n === 3;
  }

  // counted and its helpers: numerals.go.
  counted(i, k) {
    const { out, t } = this, first = numeral(out[i].r), single = k - i === 1, ten = single && first >= 10 && first < 10000;
    if (i > 0 && !(out[i].gap & G.block)) {
      const p = out[i - 1];
      if (p.r === code("第") || this.article(i - 1) || (this.ended(i, "分の") && this.numberEnds(i - 2))) return true;
      if (has("前後", p.r) && this.ended(i - 1, "午") && this.starts(k, "時")) return true;
      if (has("数何幾", p.r) && !ten) return false;
      if (t.before.some((w) => this.ended(i, w) && (k === out.length || out[k].cls !== KANJI || out[k].gap))) return true;
    }
    if (first >= 10000) return false;
    if (single && out[i].r === code("十") && this.starts(k, "分") && !this.starts(k, "分の")) {
      return (i > 0 && (out[i - 1].r === code("時") || out[i - 1].cls === DIGIT)) || this.starts(k + 1, "間") || this.starts(k + 1, "後");
    }
    if (t.notWords.some((w) => this.begins(i, w))) return false;
    const number = (u) => u && (u.cls === DIGIT || numeral(u.r) >= 0);
    if (this.manifold(i, k) || (ten && this.starts(k, "数"))) return true;
    if (this.starts(k, "分の") && number(out[k + 2])) return true;
    if (this.starts(k, "番") && (number(out[k + 1]) || (i > 0 && out[i - 1].r === code("目")))) return true;
    if (this.listed(k)) return true;
    for (const c of single && out[i].r === code("一") ? t.one : t.counters) if (this.starts(k, c)) return !this.name(c, k + size(c));
    return false;
  }

  manifold(i, k) {
    let digits = 0;
    for (let j = i; j < k; j++) {
      const v = numeral(this.out[j].r);
      if ((v >= 10 && k - i > 1) || (v === 0 && j > i)) return true;
      if (v >= 0 && v < 10) digits++;
    }
    return digits >= 3;
  }

  article(i) {
    const { out } = this;
    for (; i > 0 && out[i].r === code("の"); i--) {
      if (has("条項号目番", out[i - 1].r)) return true;
      let k = i;
      while (k > 0 && (out[k - 1].cls === DIGIT || numeral(out[k - 1].r) >= 0)) k--;
      if (k === i) return false;
      i = k;
    }
    return false;
  }

  listed(k) {
    const { out } = this;
    if (out[k] && !(out[k].gap & G.punct)) {
      if (!has("、~", out[k].r)) return false;
      k++;
    }
    if (!out[k] || out[k].cls === DIGIT || numeral(out[k].r) < 0 || numeral(out[k].r) >= 10) return false;
    const [e] = this.number(k);
    for (const c of this.t.counters) if (this.starts(e, c)) return !this.name(c, e + size(c));
    return false;
  }

  name(c, e) {
    const { out } = this;
    if (e >= out.length || !"日条本戸町次歳代度番".includes(chr(code(c)))) return false;
    return has(this.t.notFirst, out[e].r) || (out[e].r === code("が") && e + 1 < out.length && has("丘原谷浜崎岳峰根浦池", out[e + 1].r));
  }

  ended(i, w) {
    const n = size(w);
    return i >= n && this.begins(i - n, w) && (i >= this.out.length || !(this.out[i].gap & G.block));
  }

  numberEnds(i) { return i > 0 && (this.out[i - 1].cls === DIGIT || numeral(this.out[i - 1].r) >= 0); }

  eraYear(i) { // [year, end, named]
    const { out } = this;
    for (const [name, l, zero, last] of this.t.eras) {
      let k = 0;
      if (this.begins(i, name)) k = i + 2;
      else if (this.shortEra(i, name)) k = i + 1;
      else if (out[i].r === code(l) && this.runEnd(i) === i + 1 && (i === 0 || out[i - 1].cls !== LETTER || out[i].gap)) {
        k = i + 1;
        if (k >= out.length || out[k].gap & (G.space | G.line | G.block) || (out[k].r !== code("元") && (out[k].cls !== DIGIT || this.runEnd(k) - k > 2))) continue;
      }
      if (!k || k >= out.length) continue;
      if (out[k].r === code("元")) return [zero + 1, k + 1, true];
      const [end, n] = this.number(k);
      if (end === k || n < 1 || n > last) continue;
      if (k === i + 1 && out[i].cls === LETTER && "tm".includes(l) && !this.asks && !(end < out.length && has("年.", out[end].r))) continue;
      return [zero + n, end, true];
    }
    return [0, 0, false];
  }

  shortEra(i, name) {
    const { out } = this, k = i + 1;
    if (out[i].r !== code(name) || (i > 0 && out[i - 1].cls === KANJI && !out[i].gap)) return false;
    if (k >= out.length || out[k].cls !== DIGIT || out[k].gap || this.runEnd(k) - k > 2) return false;
    const e = this.runEnd(k);
    if (e === out.length) return has("令平昭", out[i].r);
    return has("年./-", out[e].r) || (out[e].cls === DIGIT && out[e].gap === G.punct);
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
    else if (k < this.out.length && this.out[k].cls === DIGIT && this.out[k].gap === G.punct) sep = "・";
    if (end > k || named) add(d, i, end);
    const [m, mk] = this.small2(end, sep, "月", 12);
    if (!mk) return;
    if (end === k && !named) add(d, i, k);
    add(d + "-" + pad2(m), i, mk);
    const [day, dk] = this.small2(mk, sep, "日", 31);
    if (!dk) return;
    add(d + "-" + pad2(m) + "-" + pad2(day), i, dk);
    add("m" + pad2(m) + "-" + pad2(day), sep === "・" ? end : end + sep.length, dk);
  }

  small2(k, sep, unit, most) {
    const { out } = this;
    if (sep) {
      if (!(sep === "・" && k < out.length && out[k].gap === G.punct)) {
        if (!this.starts(k, sep)) return [0, 0];
        k++;
      }
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
    let grouped = 0; // end of the last number with commas in it: 一、二〇〇 is no 200
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
        this.wrapped(i, e, add);
        if (e - i === 2 && u.r === 48) add(chr(out[i + 1].r), i, e);
        const [k, v, mixed] = this.number(i);
        if (mixed && k > e) add(String(v), i, k);
      } else if (u.cls === KANJI && (numeral(u.r) >= 0 || has("令平昭大明", u.r))) {
        this.dateAt(i, into);
        if (numeral(u.r) < 0 || (p && ((numeral(p.r) >= 0 && !(u.gap & ~G.space)) || p.cls === DIGIT)) || i < grouped) continue;
        const era = i >= 2 && this.t.eras.some((e) => this.begins(i - 2, e[0]));
        const [k, v] = this.number(i);
        if (k > i && (era || (u.fl & CHANGED && u.gap & G.apart) || this.counted(i, k))) {
          add(String(v), i, k);
          if (out.slice(i, k).some((u) => u.cls === SYMBOL)) grouped = k;
        }
      } else if (u.cls === KATA && (!p || !this.kata(i - 1) || u.gap & G.block)) this.looseRun(i, add);
    }
    return into;
  }

  wrapped(i, e, add) {
    const { out } = this;
    if (i === 0 || e >= out.length || out[e].cls !== DIGIT || out[e].gap !== G.line || out[i].gap || out[i - 1].cls !== KANJI) return;
    const k = this.runEnd(e);
    if (k < out.length && out[k].cls === KANJI && !out[k].gap) add(out.slice(i, k).map((u) => chr(u.r)).join(""), i, k);
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
}
