// Romaji that leaves long vowels out (toshin, kyoto), by the lexicon. The twin of vowels.go.
import { LOOSE } from "./kana-units.js";
import { formsOf, piece, split } from "./kana-reading.js";

const LONG = 3, FORMS = 3, KANA = 4;

// lengthened lists the readings that s is with one of its vowels long, or more.
function lengthened(s, vowels) {
  const r = Array.from(s);
  let ways = [""], slots = 0;
  for (const [i, c] of r.entries()) {
    let ls = "";
    if (!(i + 1 < r.length && "うおゃゅょ".includes(r[i + 1]))) ls = vowels[2].includes(c) ? "う" : vowels[4].includes(c) ? "うお" : "";
    if (ls && ++slots > LONG) return [];
    ways = ways.flatMap((w) => [w + c, ...Array.from(ls, (l) => w + c + l)]);
  }
  return ways.slice(1);
}

// longVowels adds the words that a reading from romaji is with vowels long.
export function longVowels(c, lex, reading, vowels) {
  if (lex.asked) return lex.drawn(reading);
  const known = new Set(c.map((p) => p.shown));
  const look = (s) => [...formsOf(lex, s), ...lengthened(s, vowels).flatMap((k) => (lex.get(k) || []).slice(0, FORMS))];
  for (const w of split(look, reading, false)) if (w.cost <= KANA * (1 + Array.from(reading).length) && !known.has(w.shown)) c.push(piece(w.text, true, w.shown, LOOSE));
}
