// Rule 13: words that are written with more or fewer kana. The twin of spelling.go.
import { KANJI, kana, chr, code } from "./kana-units.js";

const size = (s) => Array.from(s).length;

// optional lists a word with and without each of its [ ] parts, barest first.
function optional(w) {
  const i = w.indexOf("[");
  if (i < 0) return [w];
  const k = w.indexOf("]"), a = w.slice(0, i), o = w.slice(i + 1, k);
  return optional(w.slice(k + 1)).flatMap((tail) => [a + tail, a + o + tail]);
}

// sets are words with the ways to write each, by their first characters.
function sets(rows) {
  const first = new Map();
  rows.forEach((row) => {
    const ways = row.includes(" ") ? row.split(" ") : optional(row);
    const set = { ways, sizes: ways.map(size) };
    for (const r of new Set(ways.map(code))) first.has(r) ? first.get(r).push(set) : first.set(r, [set]);
  });
  return first;
}

// learn adds the rows of a part of the words, that of first characters in [from, to).
export function learn(spell, rows, from, to) {
  for (const [r, found] of sets(rows)) if (r >= from && r < to && !spell.learnt.has(r)) {
    spell.learnt.add(r);
    spell.words.set(r, found);
  }
}

// mayBegin: a word that is spelled otherwise may begin at unit i.
const mayBegin = (units, i) => units[i].cls === KANJI || (kana(units[i].cls) && !(i > 0 && kana(units[i - 1].cls)));

// unlearnt lists the first characters of words in the units that may be among the
// parts: filter has a bit for each pair that a word begins with, and some more.
export function unlearnt(spell, units, filter) {
  return units.filter((u, i) => units[i + 1] && mayBegin(units, i) && !spell.learnt.has(u.r) && pair(u.r, units[i + 1].r).every((b) => filter[b >> 3] & (1 << (b & 7)))).map((u) => u.r);
}

// pair is where the filter (internal/shard/spelling.go) has two characters.
function pair(a, b) {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  return [0, 1, 2, 3].map(() => { const bit = (h >>> 0) % 16384; h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d); return bit; });
}

export const stems = (t) => ({ first: sets(t.first), last: sets(t.last), apart: new Set(t.apart) });

export const spellings = (t) => ({ words: sets(t.words), ...stems(t), learnt: new Set() });

function longest(f, by, i) {
  let found = [], n = 0;
  for (const set of by.get(f.out[i].r) || []) {
    let l = 0;
    set.ways.forEach((w, k) => { if (set.sizes[k] > l && f.begins(i, w)) l = set.sizes[k]; });
    if (l > n) { found = []; n = l; }
    if (l > 0 && l === n) found.push(set.ways);
  }
  return [found, n];
}

const HONORIFIC = { 御: ["ご", "お"], ご: ["御"], お: ["御"] };

// spelled lists the other ways to write the word at unit i, and where it ends.
export function spelled(f, i) {
  const { out } = f, spell = f.a.spell;
  if (!mayBegin(out, i)) return [i, []];
  const o = HONORIFIC[chr(out[i].r)];
  if (o && i + 1 < out.length && out[i + 1].cls === KANJI && (i === 0 || out[i - 1].cls !== KANJI)) return [i + 1, o];
  let [found, n] = longest(f, spell.words, i), ways = found.flat();
  const [first, an] = longest(f, spell.first, i);
  if (an > 0 && i + an < out.length) {
    const [last, bn] = longest(f, spell.last, i + an);
    if (bn > 0 && an + bn >= n && !spell.apart.has(chr(...out.slice(i, i + an + bn).map((u) => u.r)))) {
      if (an + bn > n) { ways = []; n = an + bn; }
      for (const a of first) for (const b of last) for (const x of a) for (const y of b) {
        const bare = y === b[0] && b.length > 1 && size(y) === 1;
        if ((!bare || x === a[0]) && !spell.apart.has(x + y)) ways.push(x + y);
      }
    }
  }
  const others = new Set(ways.filter((w) => {
    const l = size(w);
    return !(l === 1 && i === 0) && (!f.begins(i, w) || l !== n);
  }));
  return others.size ? [i + n, [...others]] : [i, []];
}
