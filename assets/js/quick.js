// Quick looks at a text for phrases before it is analyzed, which takes fifty times
// as long. It never changes an answer: what it cannot settle is analyzed.
import { Excerpt } from "./phrase.js";
import { HIRA, KATA, LETTER, DIGIT, KANJI, SMALL, ITERATE, VOICE, VU, chr, foldKana } from "./kana-units.js";

const isKanji = (c) => { const r = c.codePointAt(0); return (r >= 0x4e00 && r <= 0x9fff) || (r >= 0x3400 && r <= 0x4dbf) || r >= 0x20000; };
const isKana = (c) => c >= "\u3041" && c <= "\u30fa";

// kanjiOf is the phrase as text where it is kanji alone, which no rule of context
// touches (個 and 箇 between a number and 所 do change); else null.
function kanjiOf(p) {
  p.kanji ??= p.labels.every((l, i) => p.unit[i] && isKanji(l) && !("個箇".includes(l) && (i + 1 === p.labels.length || "所月国年村".includes(p.labels[i + 1])))) ? p.labels.join("") : "";
  return p.kanji || null;
}

// stretches are what a text that has the phrase must hold of kana and kanji: its
// labels without ー, which comes and goes, cut at all that rules of context make.
function stretches(p) {
  if (p.stretches) return p.stretches;
  const out = [""];
  p.labels.forEach((l, i) => {
    if (p.unit[i] && l === "ー") return;
    if (p.unit[i] && (isKana(l) || (isKanji(l) && !"個箇".includes(l)))) out[out.length - 1] += l;
    else out.push("");
  });
  return (p.stretches = out.filter(Boolean).map((text) => ({ text, kana: Array.from(text).some(isKana), small: /[かがけ]/.test(text), vu: /[ば-ぼ]/.test(text) })));
}

export class Glance {
  constructor(analyzer, text) { this.analyzer = analyzer; this.text = text; }

  // surely: the phrase stands here, written as the query writes it.
  surely(p) {
    const k = kanjiOf(p);
    return k !== null && !p.want.some(Boolean) && this.text.includes(k) && Array.from(k).every((c) => !this.analyzer.at(c.codePointAt(0)).changed);
  }

  find(p) { return this.maybe(p) ? this.whole().find(p) : []; }

  has(p) { return this.find(p).length > 0; }

  whole() { return (this.excerpt ??= new Excerpt(this.analyzer, this.text)); }

  // maybe: the text's kana and kanji, each folded by itself and all else but
  // letters and digits left out, hold the phrase. More texts pass than have it,
  // none less.
  maybe(p) {
    if (this.bare === undefined) this.look();
    return this.again || stretches(p).every((s) => (s.kana && this.voice) || (s.small && this.small) || (s.vu && this.vu) || this.bare.includes(s.text));
  }

  look() {
    const { at } = this.analyzer;
    this.bare = "";
    this.again = this.voice = this.small = this.vu = false; // what neighbours decide on
    const add = (r, cls) => {
      if (cls === HIRA || cls === KATA) this.bare += chr(foldKana(r));
      else if (cls === KANJI) this.bare += chr(r);
      else if (cls === LETTER || cls === DIGIT) this.bare += "\0";
      else if (cls === ITERATE) this.again = true;
      else if (cls === VOICE) this.voice = true;
      else if (cls === SMALL) this.small = true;
      else if (cls === VU) this.vu = true;
    };
    for (const c of this.text) {
      const r = c.codePointAt(0), e = at(r);
      if (e.seq) for (const q of e.seq) add(q, at(q).cls);
      else add(r + e.delta, e.cls);
    }
  }
}
