// The browser's side of Dump and Hash (jstest.go).
import { Analyzer } from "./kana.js";
import { query, expand } from "./kana-query.js";
import { parseLexicon } from "./kana-reading.js";

export function dump(a, lex, s) {
  const x = a.analyze(s), b = [];
  for (const p of x.spans) b.push([p.start, p.end, p.pos, p.cp, p.changed, p.wordStart, p.wordEnd].join(" "));
  for (const k of x.tokens) b.push([k.term, k.pos, k.width, k.start, k.end, k.kind].join(" "));
  b.push(x.len);
  if (s.length <= 120) {
    for (const c of query(a, s, lex)) b.push(c.tier + c.atoms.map((t) => ` ${t.kind}:${t.text}:${!!t.wordStart}:${!!t.wordEnd}`).join(""));
    for (const e of expand(a, s, lex)) b.push(`${e.from}=${e.to.join(" ")}`);
  }
  return b.join("\n") + "\n";
}

export function hash(s) {
  let h = 0x811c9dc5;
  for (const b of new TextEncoder().encode(s)) h = Math.imul(h ^ b, 0x01000193) >>> 0;
  return h;
}

// run compares the cases [{s, h}] and returns the first that differ.
export function run(table, lexicon, cases) {
  const a = new Analyzer(table), bad = [], lex = parseLexicon(lexicon);
  for (const c of cases) {
    let d;
    try { d = dump(a, lex, c.s); } catch (e) { d = String(e.stack); }
    if (hash(d) !== c.h && bad.length < 5) bad.push({ s: c.s, got: d });
  }
  return bad;
}
