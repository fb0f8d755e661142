// Romaji of a query: Hepburn, Kunrei and what an IME accepts. The twin of romaji.go.
import { LETTER, DASH, LONG, G, READING, chr, code } from "./kana-units.js";
import { inKatakana, katakanaOf, piece, reading } from "./kana-reading.js";
import { longVowels } from "./kana-vowels.js";

const MOST = 8;
const ROWS = "a あ i い u う e え o お ka か ki き ku く ke け ko こ ga が gi ぎ gu ぐ ge げ go ご sa さ si し shi し su す se せ so そ za ざ zi じ ji じ,ぢ zu ず,づ ze ぜ zo ぞ ta た ti ち chi ち tu つ tsu つ te て to と da だ di ぢ du づ dzu づ de で do ど na な ni に nu ぬ ne ね no の ha は hi ひ hu ふ fu ふ he へ ho ほ ba ば bi び bu ぶ be べ bo ぼ pa ぱ pi ぴ pu ぷ pe ぺ po ぽ ma ま mi み mu む me め mo も ya や yu ゆ yo よ ra ら ri り ru る re れ ro ろ  wa わ wo を n' ん sha しゃ shu しゅ sho しょ she しえ cha ちゃ chu ちゅ cho ちょ che ちえ ja じゃ ju じゅ jo じょ je じえ fa ふあ fi ふい fe ふえ fo ふお va ば vi び vu ぶ ve べ vo ぼ thi てい dhi でい tsa つあ wi うい we うえ ye いえ dya ぢゃ dyu ぢゅ dyo ぢょ xtu っ ltu っ xtsu っ ltsu っ ca か cu く co こ wha うあ whi うい whe うえ who うお kwa くあ gwa ぐあ tsi つい tse つえ tso つお twu とう dwu どう vya びゃ vyu びゅ vyo びょ fya ふゃ fyu ふゅ fyo ふょ cya ちゃ";
const CONSONANTS = { ky: "き", gy: "ぎ", sy: "し", zy: "じ", jy: "じ", ty: "ち", cy: "ち", ny: "に", hy: "ひ", by: "び", py: "ぴ", my: "み", ry: "り" };
const SYLLABLES = new Map();
const cells = ROWS.split(" ").filter(Boolean);
for (let i = 0; i + 1 < cells.length; i += 2) SYLLABLES.set(cells[i], cells[i + 1].split(","));
for (const [c, k] of Object.entries(CONSONANTS)) for (const [v, s] of [["a", "ゃ"], ["u", "ゅ"], ["o", "ょ"]]) SYLLABLES.set(c + v, [k + s]);

const LONGS = { a: ["あ"], i: ["い"], u: ["う"], e: ["い", "え"], o: ["う", "お"] };

// romaji lists what a Latin word can be in hiragana (Romaji in romaji.go).
export function romaji(w) {
  const out = [], vowel = (c) => "aiueo".includes(c);
  const walk = (i, acc) => {
    if (out.length >= MOST) return;
    if (i === w.length) return void out.push(acc);
    const rest = w.slice(i);
    if (rest[0] === "^") { for (const k of LONGS[w[Math.max(i - 1, 0)]] || []) walk(i + 1, acc + k); return; }
    if (rest[0] === "-" && i > 0) return walk(i + 1, acc + "ー");
    if (rest[0] === "'" && i > 0 && i + 1 < w.length) return walk(i + 1, acc);
    for (let n = Math.min(4, rest.length); n >= 1; n--) for (const k of SYLLABLES.get(rest.slice(0, n)) || []) walk(i + n, acc + k);
    if (rest[0] === "n" && (rest.length === 1 || (!vowel(rest[1]) && rest[1] !== "'"))) {
      const double = rest[1] === "n";
      if (!double || (rest.length > 2 && "aiueoyn".includes(rest[2]))) walk(i + 1, acc + "ん");
      if (double) walk(i + 2, acc + "ん");
    } else if (rest[0] === "m" && rest.length > 1 && "bpm".includes(rest[1])) walk(i + 1, acc + "ん");
    else if ((rest.length > 1 && rest[0] === rest[1] && !vowel(rest[0])) || rest.startsWith("tch")) walk(i + 1, acc + "っ");
  };
  walk(0, "");
  return out;
}

// romajiEnd is the end of the romaji at unit i: letters, with - and ' between.
export function romajiEnd(f, i) {
  const { out } = f;
  let k = f.runEnd(i);
  while (k < out.length && ((out[k].cls === LETTER && !(out[k].gap & ~G.punct)) || (out[k].r === 0x2d && !out[k].gap))) k++;
  return k;
}

const MACRONS = "āīūēōâîûêôĀĪŪĒŌÂÎÛÊÔ";

// romajiTyped is the romaji [i,k) as romaji takes it; "" where it is none.
export function romajiTyped(f, i, k) {
  let w = "", letters = 0;
  for (const c of f.src.slice(f.out[i].start, f.out[k - 1].end)) {
    const m = MACRONS.indexOf(c);
    if (m >= 0) { w += "aiueo"[m % 5] + "^"; letters++; continue; }
    const e = f.a.at(code(c)), o = e.seq ? 0 : code(c) + e.delta;
    if (e.cls === LETTER && o >= 0x61 && o <= 0x7a) { w += chr(o); letters++; }
    else if (c === "\u0304" || c === "\u0302") w += "^";
    else if (e.cls === DASH || e.cls === LONG) w += "-";
    else if ("'’＇`´".includes(c)) w += "'";
    else return "";
  }
  return letters < 3 ? "" : w;
}

// romajiChoice adds what romaji can be as kana, and by the lexicon; query finds
// the ways of a loan word.
export function romajiChoice(c, analyzer, lex, typed, alone, query) {
  const ways = romaji(typed);
  if (typed.includes("^")) ways.push(...romaji(typed.replaceAll("^", "-")));
  for (const k of ways) {
    const loan = (shown) => query(analyzer, shown).forEach((ch, n) => {
      ch.atoms[0].wordStart = true;
      c.push({ atoms: ch.atoms, tier: Math.max(ch.tier, READING), shown: n ? "" : shown });
    });
    if (k.includes("ー")) {
      loan(katakanaOf(k));
      continue;
    }
    c.push(piece(k, false, k));
    const o = inKatakana(k);
    if (o !== k) c.push(piece(o, false, ""));
    const known = c.length, d = drawn(k);
    reading(c, analyzer.t, lex, k, alone);
    if (d !== k && c.length === known) loan(katakanaOf(d));
    if (!/[\^-]/.test(typed)) longVowels(c, lex, k, VOWELS);
  }
}

const VOWELS = ["あかさたなはまやらわがざだばぱゃ", "いきしちにひみりぎじぢびぴ", "うくすつぬふむゆるぐずづぶぷゅ", "えけせてねへめれげぜでべぺ", "おこそとのほもよろごぞどぼぽょ"];

// drawn is hiragana with ー for a vowel that draws out the one before: せんたあ is センター.
const drawn = (s) => Array.from(s, (c, i) => (i > 0 && VOWELS.some((v) => v[0] === c && v.includes(s[i - 1])) ? "ー" : c)).join("");
