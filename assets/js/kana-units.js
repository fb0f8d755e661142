// What the modules of the analyzer share: classes of characters, gaps between
// units, flags of a unit. The numbers are those of internal/kana.

export const [SYMBOL, SKIP, SPACE, LINE, PUNCT, DIGIT, LETTER, HIRA, KATA, KANJI, LONG, DASH, VOICE, ITERATE, PERIOD, COMMA, SMALL, VU] = Array(18).keys();
export const G = { space: 1, line: 2, block: 4, punct: 8, apart: 16 }, TIGHT = 15;
export const CHANGED = 1, ISKATA = 2, LOST = 4, GA = 8;
export const GRAM = 0, EDGE = 1, RUN = 2, ALT = 3;
export const EXACT = 0, FOLDED = 1, READING = 2, LOOSE = 3;

export const kana = (c) => c === HIRA || c === KATA || c === LONG;
export const whole = (c) => c === DIGIT || c === LETTER;
export const chr = String.fromCodePoint;
export const code = (s) => s.codePointAt(0);
export function has(set, r) {
  for (let i = 0; i < set.length; i++) if (set.charCodeAt(i) === r) return true;
  return r > 0xffff && set.includes(chr(r));
}

const VALUES = new Map(Object.entries({ 〇: 0, 零: 0, 一: 1, 壱: 1, 二: 2, 弐: 2, 三: 3, 参: 3, 四: 4, 五: 5, 伍: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 拾: 10, 廿: 20, 卅: 30, 百: 100, 千: 1000, 万: 1e4, 億: 1e8 }).map(([c, n]) => [code(c), n]));
export const numeral = (r) => VALUES.get(r) ?? -1;

const SIZED = { 0x30c3: 0x30c4, 0x30c4: 0x30c4, 0x30e3: 0x30e4, 0x30e4: 0x30e4, 0x30e5: 0x30e6, 0x30e6: 0x30e6, 0x30e7: 0x30e8, 0x30e8: 0x30e8, 0x30f7: 0x3070, 0x30f8: 0x3073, 0x30f9: 0x3079, 0x30fa: 0x307c };
const EXTENDED = Array.from("くしすとぬはひふへほむらりるれろ", code);

export function foldKana(r) {
  if (SIZED[r]) return SIZED[r];
  if (r >= 0x31f0 && r <= 0x31ff) return EXTENDED[r - 0x31f0];
  if (r >= 0x30a1 && r <= 0x30f6) r -= 0x60;
  if (r === 0x308e || (r >= 0x3041 && r <= 0x3049 && r % 2 === 1)) return r + 1;
  return r === 0x3095 ? 0x304b : r === 0x3096 ? 0x3051 : r;
}

// voiced composes a kana and a voicing mark; 0 = they do not compose.
export function voiced(r, mark) {
  const semi = mark === 0x309a;
  if ((r === 0x3046 || r === 0x30a6) && !semi) return r + 0x4e;
  if ((r === 0x309d || r === 0x30fd) && !semi) return r + 1;
  if (r === 0x30ef && !semi) return 0x30f7;
  const h = r >= 0x30a1 && r <= 0x30fa ? r - 0x60 : r;
  if ((h >= 0x304b && h <= 0x3061 && (h - 0x304b) % 2 === 0) || h === 0x3064 || h === 0x3066 || h === 0x3068) return semi ? 0 : r + 1;
  if (h >= 0x306f && h <= 0x307b && (h - 0x306f) % 3 === 0) return semi ? r + 2 : r + 1;
  return 0;
}

// unvoiced is a kana without its ゛, as ゝ repeats it.
export function unvoiced(r, kata) {
  if (voiced(r - 1, 0x3099) !== r) return r;
  return kata ? foldKana(r - 1 + 0x60) : r - 1;
}

export const BEFORE_KA = "所月国年村条町";
