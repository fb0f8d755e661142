// Years and days of a query: the twin of internal/search/period.go.
import { Scan, plain, split } from "./query-scan.js";

// names (the full one first, the letter last), first and last Gregorian year.
export const ERAS = [
  [["令和", "㋿", "令", "r"], 2019, 9999],
  [["平成", "㍻", "平", "h"], 1989, 2019],
  [["昭和", "㍼", "昭", "s"], 1926, 1989],
  [["大正", "㍽", "大", "t"], 1912, 1926],
  [["明治", "㍾", "明", "m"], 1868, 1912],
];
const NONE = -1, GREGORIAN = -2;

function readPoint(s, base) {
  const p = { era: NONE, year: 0, month: 0, day: 0, fiscal: false }, sc = new Scan(s);
  sc.take("西暦");
  ERAS.forEach(([names], i) => {
    for (const n of names) {
      const at = sc.i;
      if (p.era !== NONE || !sc.take(n)) continue;
      if (new Scan(sc.rs, sc.i).number() !== null || new Scan(sc.rs, sc.i).take("元")) p.era = i;
      else sc.i = at;
    }
  });
  if (p.era === NONE && /^(\d{6}|\d{8})$/.test(s)) {
    const n = Number(s) * (s.length === 6 ? 100 : 1), month = Math.floor(n / 100) % 100;
    return month > 0 ? { ...p, era: GREGORIAN, year: Math.floor(n / 10000), month, day: n % 100 } : null;
  }
  const parts = ["year", "month", "day"];
  for (let at = 0, k = 0; !sc.done(); k++, at++) {
    let n = sc.number(), ok;
    if (n === null && k === 0 && sc.take("元")) n = 1;
    if (n === null) return null;
    if (sc.take("年度")) { p.fiscal = true; ok = k === 0 && sc.done(); }
    else if (sc.take("年")) ok = k === 0;
    else if (sc.take("月")) { ok = at <= 1; at = 1; }
    else if (sc.take("日")) { ok = at === 2 || k === 0; at = 2; }
    else if (sc.take("/") || sc.take(".") || sc.take("-")) ok = at < 2 && !sc.done();
    else ok = sc.done() && at <= 2;
    if (!ok || n === 0) return null;
    p[parts[at]] = n;
  }
  if (p.year === 0) {
    if (!base || (p.month === 0 && p.day === 0)) return null;
    p.era = base.era;
    p.year = base.year;
    if (p.month === 0) p.month = base.month;
  } else if (p.era === NONE && p.year >= 1000) p.era = GREGORIAN;
  else if (p.era === NONE && base) p.era = base.era;
  return (p.era === GREGORIAN ? p.year >= 1000 && p.year < 10000 : p.year < 100) ? p : null;
}

const yearIn = (p, e) => (p.era === GREGORIAN ? p.year : ERAS[p.era >= 0 ? p.era : e][1] + p.year - 1);
const pad = (n, w) => String(n).padStart(w, "0");
const day = (y, m, d) => pad(y, 4) + "-" + pad(m, 2) + "-" + pad(d, 2);
const daysIn = (y, m) => (m === 2 ? ((y % 4 === 0 && y % 100 !== 0) || y % 400 === 0 ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31);

function first(p, e) {
  const y = yearIn(p, e);
  return p.fiscal ? day(y, 4, 1) : day(y, Math.max(p.month, 1), Math.max(p.day, 1));
}

function last(p, e) {
  const y = yearIn(p, e);
  if (p.fiscal) return day(y + 1, 3, 31);
  if (p.month === 0) return day(y, 12, 31);
  return day(y, p.month, p.day === 0 ? daysIn(y, p.month) : p.day);
}

export const days = (value) => readRange(value, (p) => p);

const fiscalYear = (d) => (d === "" ? "" : pad(Number(d.slice(0, 4)) - (d.slice(5, 7) < "04" ? 1 : 0), 4));

export function years(value) {
  const m = /^(\d{4})-(\d{4})$/.exec(plain(value));
  if (m) value = m[1] + ".." + m[2];
  const r = readRange(value, (p) => ({ ...p, fiscal: p.fiscal || p.month === 0 }));
  if (r.ranges) r.ranges = r.ranges.map((x) => ({ from: fiscalYear(x.from), to: fiscalYear(x.to) }));
  return r;
}

function readRange(value, mend) {
  const [from, to, isRange] = split(plain(value)), codes = [], unread = { ranges: null, codes: ["unread-date"] };
  const a = from && readPoint(from, null), b = isRange ? to && readPoint(to, a || null) : a;
  if (a === null || b === null || (!a && !b)) return unread;
  const ends = [a, b].filter(Boolean), ambiguous = ends.some((p) => p.era === NONE), ranges = [];
  let reversed = false;
  for (let e = 0; e < ERAS.length; e++) {
    if (ambiguous ? ends.some((p) => p.era === NONE && yearIn(p, e) > ERAS[e][2]) : e > 0) continue;
    let x = a, y = b;
    if (x && y && first(mend(x), e) > last(mend(y), e)) {
      if (ambiguous) continue;
      [x, y, reversed] = [y, x, true];
    }
    for (const p of [x, y]) {
      if (!p || p.month === 0) continue;
      if (p.month > 12) return unread;
      if (p.day > daysIn(yearIn(p, e), p.month)) { p.day = 0; codes.push("no-such-day"); }
    }
    ranges.push({ from: x ? first(mend(x), e) : "", to: y ? last(mend(y), e) : "" });
  }
  if (!ranges.length) return unread;
  if (reversed) codes.push("range-reversed");
  if (ranges.length > 1) codes.push("era-missing");
  return { ranges, codes };
}
