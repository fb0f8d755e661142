// Filters of a query: the twin of internal/search/filter.go.
import { plain } from "./query-scan.js";
import { years, days } from "./query-period.js";
import { numbers } from "./query-number.js";

const NAMES = [
  ["結論", "結果", "outcome"],
  ["年度", "fy"],
  ["実施機関", "機関", "宛先", "agency"],
  ["所管課", "所管", "担当課", "課", "department"],
  ["発言", "発言者", "話者", "speaker"],
  ["節", "見出し", "section"],
  ["条文", "条", "条項", "article"],
  ["類型", "type"],
  ["番号", "答申番号", "号", "number"],
  ["期間", "日付", "年月日", "開催日", "答申日", "年", "date"],
  ["種別", "種類", "kind"],
  ["同じ発言", "同じ発言の中で", "same"],
];
export const READERS = { __proto__: null, 年度: years, 期間: days, 番号: numbers };
const NO = ["いいえ", "no", "off", "0", "なし", "オフ", "false"];

export const no = (v) => NO.includes(v);

export function cutColon(w) {
  const i = w.search(/[:：]/);
  return i < 0 ? null : { name: w.slice(0, i), value: w.slice(i + 1) };
}

export const cutEquals = (v) => (/^[=＝]/.test(v) ? { rest: v.slice(1), exact: true } : { rest: v, exact: false });

export function filterName(w) {
  const c = cutColon(w);
  if (!c) return null;
  const n = plain(c.name);
  for (const names of NAMES) if (names.includes(n)) return { name: names[0], value: c.value };
  return null;
}

export const unknownName = (s) => /^[\u3041-\u9fff]{1,8}$/.test(s);

// filterOf is the filter, or null and the codes of notes that say why not.
export function filterOf(name, value, exact, not) {
  const f = { name, value, exact, not }, read = READERS[name];
  if (!read) return { f, codes: [] };
  const { ranges, codes } = read(value);
  if (!ranges) return { f: null, codes };
  f.ranges = ranges;
  return { f, codes };
}
