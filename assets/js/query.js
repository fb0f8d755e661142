// How a query is read: the twin of internal/search/query.go, held to it by
// internal/difftest.
import { filterName, cutColon, cutEquals, unknownName, filterOf, no, READERS } from "./query-filter.js";
import { BLANKS, Scan, plain, beginsOpen, endsOpen } from "./query-scan.js";

const PARTS = 32, MINUSES = "-－−", BARS = "|｜";
const WORD = 1, EXCEPT = 2, FILTER = 3;

export function parse(text) {
  const p = new Parser(text);
  for (p.skipBlanks(); !p.done(); p.skipBlanks()) {
    if (p.full()) { p.note("too-many", p.rs.slice(p.i).join("")); break; }
    p.part();
  }
  if (p.or) p.note("or-without-right", "OR");
  return p.q;
}

const isOr = (w) => w === "OR" || w === "ＯＲ";

class Parser extends Scan {
  constructor(text) {
    super(text);
    this.q = { clauses: [], filters: [], same: false, notes: [] };
    this.last = 0;
    this.or = false;
  }

  note(code, text) { this.q.notes.push({ code, text }); }

  full() { return this.q.clauses.length + this.q.filters.length >= PARTS; }

  part() {
    if (this.at(BARS)) { this.i++; return this.alternative(); }
    let not = false;
    if (this.at(MINUSES) && this.i + 1 < this.rs.length && !BLANKS.includes(this.rs[this.i + 1])) { not = true; this.i++; }
    const said = this.quoted();
    if (said) {
      if (!said.closed) this.note("unclosed-quote", said.text);
      return this.term(said.text, true, not);
    }
    const w = this.word(), f = filterName(w);
    if (f) return this.filter(f.name, f.value, not);
    if (!not && isOr(w)) return this.alternative();
    this.term(this.bare(w), false, not);
  }

  alternative() {
    if (this.or) return;
    if (this.last === WORD || this.last === FILTER) this.or = true;
    else this.note("or-without-left", "OR");
  }

  term(text, phrase, not) {
    if (text === "") return this.note("empty-phrase", "");
    const t = { text, phrase }, { clauses } = this.q;
    if (this.or && this.last === WORD && !not) clauses[clauses.length - 1].any.push(t);
    else {
      if (this.or) this.note(this.last === FILTER ? "or-with-filter" : "or-with-not", text);
      clauses.push({ not, any: [t] });
    }
    this.or = false;
    this.last = not ? EXCEPT : WORD;
  }

  bare(w) {
    let cut = w;
    if (!/[)）]/.test(w)) cut = w.replace(/^[(（]+/, "");
    else if (!/[(（]/.test(w)) cut = w.replace(/[)）]+$/, "");
    if (cut !== w && cut !== "") { this.note("parentheses", w); w = cut; }
    const c = cutColon(w);
    if (c && unknownName(c.name)) this.note("unknown-filter", w);
    return w;
  }

  filter(name, value, not) {
    const typed = name + ":" + value, values = [], more = () => this.at(BARS) && this.i + 1 < this.rs.length && !BLANKS.includes(this.rs[this.i + 1]);
    let { rest, exact } = cutEquals(value);
    if (rest === "") {
      if (!exact) this.skipBlanks();
      const said = this.quoted();
      if (said) {
        if (!said.closed) this.note("unclosed-quote", said.text);
        values.push(said.text);
      } else if (!this.at(MINUSES)) {
        const at = this.i;
        rest = this.word();
        if (filterName(rest) || isOr(rest)) { this.i = at; rest = ""; }
      }
    }
    if (rest !== "") values.push(this.stretch(name, rest));
    while (values.length && values.length < PARTS && more()) {
      this.i++;
      const said = this.quoted();
      if (said) values.push(said.text);
      else {
        const w = this.word();
        if (w !== "") values.push(w);
      }
    }
    if (!values.length || values[0] === "") return this.note("filter-empty", typed);
    const { filters } = this.q;
    if (this.or && (this.last !== FILTER || !filters.length || filters[filters.length - 1].name !== name)) this.note("or-with-filter", name + ":" + values[0]);
    this.or = false;
    this.last = FILTER;
    for (const v of values) this.put(name, v, exact, not);
  }

  stretch(name, value) {
    const read = READERS[name];
    while (read) {
      const at = this.i;
      this.skipBlanks();
      const w = this.word(), open = endsOpen(value), begins = beginsOpen(w);
      if (filterName(w) || w === "" || (!begins && (!open || !read(w).ranges)) || (open && begins)) { this.i = at; break; }
      value += w;
    }
    return value;
  }

  put(name, value, exact, not) {
    if (name === "同じ発言") { this.q.same = no(plain(value)) === not; return; }
    const { f, codes } = filterOf(name, value, exact, not);
    for (const c of codes) this.note(c, name + ":" + value);
    if (f && !this.full()) this.q.filters.push(f);
  }

  word() {
    return this.until((c, from) => BARS.includes(c) || (this.i > from && this.opens() && this.valueNext(from)));
  }

  valueNext(from) {
    const f = filterName(this.rs.slice(from, this.i).join(""));
    return f !== null && cutEquals(f.value).rest === "";
  }

  // quoted reads a quotation, if one begins here. 「 quotes only where nothing but
  // a blank stands outside.
  quoted() { return this.plainQuote() || this.bracket(BLANKS + BARS); }
}
