// Quick looks at a text for phrases of kanji alone, most of what people search
// for, before it is analyzed, which takes fifty times as long. They never change
// an answer: what they cannot settle is analyzed.
import { Excerpt } from "./phrase.js";
import { HIRA, KATA, LETTER, DIGIT, KANJI, SMALL, ITERATE, chr } from "./kana-units.js";

const isKanji = (c) => { const r = c.codePointAt(0); return (r >= 0x4e00 && r <= 0x9fff) || (r >= 0x3400 && r <= 0x4dbf) || r >= 0x20000; };

// kanjiOf is the phrase as text where it is kanji alone, which no rule of context
// touches (個 and 箇 between a number and 所 do change); else null.
function kanjiOf(p) {
  p.kanji ??= p.labels.every((l, i) => p.unit[i] && isKanji(l) && !("個箇".includes(l) && (i + 1 === p.labels.length || "所月国年村".includes(p.labels[i + 1])))) ? p.labels.join("") : "";
  return p.kanji || null;
}

export class Glance {
  constructor(analyzer, text) { this.analyzer = analyzer; this.text = text; }

  // surely: the phrase stands here, written as the query writes it.
  surely(p) {
    const k = kanjiOf(p);
    return k !== null && !p.want.some(Boolean) && this.text.includes(k) && Array.from(k).every((c) => !this.analyzer.at(c.codePointAt(0)).changed);
  }

  find(p) {
    const k = kanjiOf(p);
    if (k !== null && !this.maybe(k)) return [];
    this.excerpt ??= new Excerpt(this.analyzer, this.text);
    return this.excerpt.find(p);
  }

  // maybe: the text's kanji, each folded by itself and all but kana, letters and
  // digits between them left out, hold k. More texts pass than have it, none less.
  maybe(k) {
    if (this.bare === undefined) {
      let out = "", again = false;
      for (const c of this.text) {
        const r = c.codePointAt(0), e = this.analyzer.at(r);
        if (e.seq) out += chr(...e.seq);
        else if (e.cls === KANJI || e.cls === SMALL) out += chr(r + e.delta);
        else if (e.cls === ITERATE) again = true;
        else if (e.cls === HIRA || e.cls === KATA || e.cls === LETTER || e.cls === DIGIT) out += "\0";
      }
      this.bare = again ? null : out; // 々 repeats what stands before it: analyze
    }
    return this.bare === null || this.bare.includes(k);
  }
}
