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
export const has = (set, r) => r !== undefined && set.includes(chr(r));

const VALUES = { 〇: 0, 零: 0, 一: 1, 壱: 1, 二: 2, 弐: 2, 三: 3, 参: 3, 四: 4, 五: 5, 伍: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 拾: 10, 百: 100, 千: 1000, 万: 1e4, 億: 1e8 };
export const numeral = (r) => VALUES[chr(r)] ?? -1;
