// Numbers in folded text: the twin of number.go and numerals.go.
import { DIGIT, KANJI, G, chr, code, has, numeral } from "./kana-units.js";

const size = (s) => Array.from(s).length;

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
}
