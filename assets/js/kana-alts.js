// The other ways to write a stretch of folded text: the twin of alts.go.
import { SYMBOL, DIGIT, LETTER, KATA, KANJI, LONG, G, CHANGED, LOST, chr, has, numeral } from "./kana-units.js";
import { Dates } from "./kana-dates.js";

export class Alternates extends Dates {
  alts() {
    const { out } = this, into = [];
    const add = (term, from, to) => into.push({ term, from, to });
    let grouped = 0; // end of the last number with commas in it: 一、二〇〇 is no 200
    for (let i = 0; i < out.length; i++) {
      const u = out[i], p = out[i - 1];
      this.kanaAlts(i, add);
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
      }
    }
    return into;
  }

  // kanaAlts are those of kana that begin at unit i.
  kanaAlts(i, add) {
    const { out } = this, u = out[i];
    if (u.fl & LOST) add("=" + chr(u.r) + "ー", i, i + 1);
    if (u.cls === KATA && (!out[i - 1] || !this.kata(i - 1) || u.gap & G.block)) this.looseRun(i, add);
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
