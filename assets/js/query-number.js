// Numbers of replies: the twin of internal/search/number.go.
import { Scan, plain, split } from "./query-scan.js";
import { ERAS } from "./query-period.js";

const letter = (names) => names[names.length - 1];
const text = (n) => (n.year === 0 ? String(n.n) : n.era + n.year + "-" + n.n);

// parseNumber reads 222, 第222号, 29-1, 令2-6, 平成29年度第1号; null for none.
export function parseNumber(s) {
  if (/^\d{1,9}$/.test(s)) return { era: "", year: 0, n: Number(s) };
  const sc = new Scan(plain(s)), found = [];
  let era = "";
  while (!sc.done()) {
    if (!found.length) for (const [names] of ERAS) for (const name of names) {
      const t = new Scan(sc.rs, sc.i);
      if (t.take(name) && (t.number() !== null || t.take("元"))) { era = letter(names); sc.take(name); }
    }
    const v = sc.number();
    if (v !== null) found.push(v);
    else if (!found.length && sc.take("元")) found.push(1);
    else sc.i++;
  }
  if (!found.length || (found.length === 1 && era)) return null;
  return found.length === 1 ? { era, year: 0, n: found[0] } : { era, year: found[0], n: found[found.length - 1] };
}

export const gregorian = (n) => { const e = ERAS.find(([names]) => letter(names) === n.era); return e ? e[1] + n.year - 1 : n.year; };

// compare orders numbers of one series; null for those of two.
export function compare(n, m) {
  if ((n.year === 0) !== (m.year === 0)) return null;
  const apart = n.era && m.era && n.era !== m.era, a = apart ? gregorian(n) : n.year, b = apart ? gregorian(m) : m.year;
  return a !== b ? a - b : n.n - m.n;
}

export function within(n, r) {
  for (const [end, sign] of [[r.from, 1], [r.to, -1]]) {
    if (end === "") continue;
    const c = compare(n, parseNumber(end));
    if (c === null || c * sign < 0) return false;
  }
  return true;
}

export function numbers(value) {
  const v = plain(value), unread = { ranges: null, codes: ["unread-number"] };
  let [from, to, isRange] = split(v);
  const dash = /^(\d{3,})-(\d*)$/.exec(v);
  if (dash && !isRange && dash[2].length >= dash[1].length) [from, to, isRange] = [dash[1], dash[2], true];
  const a = from && parseNumber(from), b = isRange ? to && parseNumber(to) : a;
  if (a === null || b === null || (!a && !b)) return unread;
  if (isRange && a && b && b.year === 0) [b.era, b.year] = [a.era, a.year];
  const r = { from: a ? text(a) : "", to: b ? text(b) : "" };
  if (isRange && a && b) {
    const c = compare(a, b);
    if (c === null) return unread;
    if (c > 0) return { ranges: [{ from: r.to, to: r.from }], codes: ["range-reversed"] };
  }
  return { ranges: [r], codes: [] };
}
