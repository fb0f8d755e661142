// Dates in folded text: the twin of date.go.
import { DIGIT, LETTER, KANJI, G, chr, code, has, numeral } from "./kana-units.js";
import { Numbers } from "./kana-numbers.js";

const pad2 = (n) => (n < 10 ? "0" : "") + n;

export class Dates extends Numbers {
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
}
