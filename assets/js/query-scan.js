// Reading a query character by character: the twin of the scan in
// internal/search/query.go and scan.go.
export const BLANKS = " \t\r\n\u3000\u00a0";
const QUOTES = "\"＂“”„〝〟", BRACKETS = { "「": "」", "『": "』", "｢": "｣" };
const SIGNS = ["...", "..", "…", "‥", "~", "から", "—", "―"];
const DIGITS = "〇一二三四五六七八九", UNITS = { 十: 10, 百: 100, 千: 1000 };

export class Scan {
  constructor(text, i = 0) {
    this.rs = typeof text === "string" ? Array.from(text) : text;
    this.i = i;
  }

  done() { return this.i >= this.rs.length; }

  at(set) { return this.i < this.rs.length && set.includes(this.rs[this.i]); }

  opens() { return this.rs[this.i] in BRACKETS; }

  skipBlanks() { while (this.at(BLANKS)) this.i++; }

  // until reads to a blank, a quote or where stop(character, start) says.
  until(stop) {
    const from = this.i;
    while (!this.done() && !this.at(BLANKS) && !this.at(QUOTES) && !stop(this.rs[this.i], from)) this.i++;
    return this.rs.slice(from, this.i).join("");
  }

  plainQuote() {
    if (!this.at(QUOTES)) return null;
    const from = ++this.i;
    while (!this.done() && !this.at(QUOTES)) this.i++;
    return { text: this.rs.slice(from, this.i).join(""), closed: this.i++ < this.rs.length };
  }

  bracket(outside) {
    const open = this.rs[this.i], end = BRACKETS[open];
    if (this.done() || !end) return null;
    for (let k = this.i, depth = 0; k < this.rs.length; k++) {
      if (this.rs[k] === open) depth++;
      else if (this.rs[k] === end) depth--;
      if (depth > 0) continue;
      if (k + 1 < this.rs.length && !outside.includes(this.rs[k + 1])) return null;
      const text = this.rs.slice(this.i + 1, k).join("");
      this.i = k + 1;
      return { text, closed: true };
    }
    return null;
  }

  take(text) {
    const n = Array.from(text).length;
    if (this.rs.slice(this.i, this.i + n).join("") !== text) return false;
    this.i += n;
    return true;
  }

  // number reads digits or a kanji numeral; null where there is none.
  number() {
    const from = this.i;
    while (!this.done() && this.rs[this.i] >= "0" && this.rs[this.i] <= "9") this.i++;
    if (this.i > from) {
      if (this.i - from > 9) { this.i = from; return null; }
      return Number(this.rs.slice(from, this.i).join(""));
    }
    let total = 0, digits = 0, units = false;
    for (; !this.done() && this.i - from < 9; this.i++) {
      const c = this.rs[this.i], unit = UNITS[c];
      if (unit) { total += Math.max(digits, 1) * unit; digits = 0; units = true; continue; }
      const d = DIGITS.indexOf(c);
      if (d < 0 || (units && digits > 0)) break;
      digits = digits * 10 + d;
    }
    return this.i > from ? total + digits : null;
  }
}

// plain is s with ASCII half-width and lower-case, signs as one, and no blanks.
export function plain(s) {
  let out = "";
  for (let c of s) {
    if (c >= "！" && c <= "～" && c.length === 1) c = String.fromCharCode(c.charCodeAt(0) - 0xfee0);
    if (BLANKS.includes(c)) continue;
    if (c >= "A" && c <= "Z") c = c.toLowerCase();
    else if (c === "〜" || c === "∼") c = "~";
    else if (c === "−" || c === "‐" || c === "–") c = "-";
    out += c;
  }
  return out;
}

export const beginsOpen = (w) => { const p = plain(w); return SIGNS.some((x) => p.startsWith(x)); };
export const endsOpen = (w) => { const p = plain(w); return SIGNS.some((x) => p.endsWith(x)); };

// split cuts a plain range at its sign: [from, to, whether it is one].
export function split(s) {
  for (const after of ["以降", "以後"]) if (s.endsWith(after)) return [s.slice(0, -2), "", true];
  if (s.endsWith("以前")) return ["", s.slice(0, -2), true];
  const until = s.endsWith("まで");
  if (until) s = s.slice(0, -2);
  for (const sign of SIGNS) {
    const i = s.indexOf(sign);
    if (i >= 0) return [s.slice(0, i), s.slice(i + sign.length), true];
  }
  return until ? ["", s, true] : [s, "", false];
}
