// Readings: kana and romaji parts of a query by the archive's lexicon. The twin
// of lexicon.go and romaji.go.
import { GRAM, READING, foldKana, chr } from "./kana-units.js";

const SPLITS = 12, WORDS = 5, FORMS = 6, ROMAJI = 8;

// parseLexicon reads lines of reading, tab, forms between blanks.
export function parseLexicon(text) {
  const m = new Map();
  for (const l of text.split("\n")) {
    const t = l.indexOf("\t");
    if (t > 0) m.set(l.slice(0, t), l.slice(t + 1).split(" "));
  }
  return m;
}

const inKatakana = (s) => Array.from(s, (c) => ("っゃゅょつやゆよ".includes(c) ? chr(foldKana(c.codePointAt(0) + 0x60)) : c)).join("");

// split gives the ways as {text, shown}: as text folds and as people are shown it.
export function split(lex, reading, loan) {
  const r = Array.from(reading), out = [];
  const walk = (pos, left, lent, text, shown) => {
    if (out.length >= SPLITS) return;
    if (left === 0) {
      if (pos === r.length) out.push({ text, shown });
      return;
    }
    for (let end = r.length; end > pos; end--) {
      if (left === 1 && end < r.length) break;
      const w = r.slice(pos, end).join(""), forms = lex.get(w) || [];
      for (const f of forms.slice(0, FORMS)) walk(end, left - 1, lent, text + f, shown + f);
      if (loan && !lent && !forms.length && end - pos >= 2 && end - pos < r.length) {
        walk(end, left - 1, true, text + w, shown + katakanaOf(w));
        const k = inKatakana(w);
        if (k !== w) walk(end, left - 1, true, text + k, shown + katakanaOf(w));
      }
    }
  };
  for (let n = 1; n <= WORDS && !out.length && n <= r.length; n++) walk(0, n, false, "", "");
  return out;
}

const katakanaOf = (s) => Array.from(s, (c) => (c >= "\u3041" && c <= "\u3096" ? chr(c.codePointAt(0) + 0x60) : c)).join("");

const piece = (text, wordEnd, shown) => ({ atoms: [{ text, kind: GRAM, changed: null, wordStart: true, wordEnd }], tier: READING, shown });

export function reading(c, lex, text, loan) {
  if (!lex || Array.from(text).length < 2) return;
  for (const w of split(lex, text, loan)) c.push(piece(w.text, true, w.shown));
}

const ROWS = "a あ i い u う e え o お ka か ki き ku く ke け ko こ ga が gi ぎ gu ぐ ge げ go ご sa さ si し shi し su す se せ so そ za ざ zi じ ji じ,ぢ zu ず,づ ze ぜ zo ぞ ta た ti ち chi ち tu つ tsu つ te て to と da だ di ぢ du づ dzu づ de で do ど na な ni に nu ぬ ne ね no の ha は hi ひ hu ふ fu ふ he へ ho ほ ba ば bi び bu ぶ be べ bo ぼ pa ぱ pi ぴ pu ぷ pe ぺ po ぽ ma ま mi み mu む me め mo も ya や yu ゆ yo よ ra ら ri り ru る re れ ro ろ la ら li り lu る le れ lo ろ wa わ wo を n' ん sha しゃ shu しゅ sho しょ she しえ cha ちゃ chu ちゅ cho ちょ che ちえ ja じゃ ju じゅ jo じょ je じえ fa ふあ fi ふい fe ふえ fo ふお va ば vi び vu ぶ ve べ vo ぼ thi てい dhi でい tsa つあ wi うい we うえ ye いえ dya ぢゃ dyu ぢゅ dyo ぢょ xtu っ ltu っ";
const CONSONANTS = { ky: "き", gy: "ぎ", sy: "し", zy: "じ", jy: "じ", ty: "ち", cy: "ち", ny: "に", hy: "ひ", by: "び", py: "ぴ", my: "み", ry: "り", ly: "り" };
const SYLLABLES = new Map();
const cells = ROWS.split(" ");
for (let i = 0; i + 1 < cells.length; i += 2) SYLLABLES.set(cells[i], cells[i + 1].split(","));
for (const [c, k] of Object.entries(CONSONANTS)) for (const [v, s] of [["a", "ゃ"], ["u", "ゅ"], ["o", "ょ"]]) SYLLABLES.set(c + v, [k + s]);

export function romaji(w) {
  const out = [], vowel = (c) => "aiueo".includes(c);
  const walk = (i, acc) => {
    if (out.length >= ROMAJI) return;
    if (i === w.length) return void out.push(acc);
    const rest = w.slice(i);
    for (let n = Math.min(4, rest.length); n >= 1; n--) for (const k of SYLLABLES.get(rest.slice(0, n)) || []) walk(i + n, acc + k);
    if (rest[0] === "n" && (rest.length === 1 || (!vowel(rest[1]) && rest[1] !== "y" && rest[1] !== "'"))) {
      walk(i + 1, acc + "ん");
      if (rest[1] === "n") walk(i + 2, acc + "ん");
    } else if (rest[0] === "m" && rest.length > 1 && "bpm".includes(rest[1])) walk(i + 1, acc + "ん");
    else if ((rest.length > 1 && rest[0] === rest[1] && !vowel(rest[0])) || rest.startsWith("tch")) walk(i + 1, acc + "っ");
  };
  walk(0, "");
  return out;
}

export function romajiChoice(c, lex, word, alone) {
  if (!lex || new TextEncoder().encode(word).length < 3) return;
  for (const k of romaji(word)) {
    c.push(piece(k, false, k));
    const o = inKatakana(k);
    if (o !== k) c.push(piece(o, false, ""));
    reading(c, lex, k, alone);
  }
}
