// Readings: the kana of a query by the archive's lexicon. The twin of lexicon.go.
import { ALT, GRAM, READING, foldKana, chr } from "./kana-units.js";

const SPLITS = 12, BEAM = 24, WORD = 12, FORMS = 6, KNOWN = 3, NO_START = "ゃゅょぁぃぅぇぉっんー", PARTICLES = "のをにがはと", COST = { word: 10, short: 14, loan: 24, many: 50, most: 12, mostLent: 4 };

// parseLexicon reads lines of reading, tab, forms between blanks.
export function parseLexicon(text) {
  const m = new Map();
  for (const l of text.split("\n")) {
    const t = l.indexOf("\t");
    if (t > 0) m.set(l.slice(0, t), l.slice(t + 1).split(" "));
  }
  return m;
}

export const inKatakana = (s) => Array.from(s, (c) => ("っゃゅょつやゆよ".includes(c) ? chr(foldKana(c.codePointAt(0) + 0x60)) : c)).join("");

export const formsOf = (lex, s) => (lex.get(s) || []).slice(0, FORMS);

// split gives the likeliest ways as {text, shown, cost}: as text folds and as people are shown it.
export function split(look, reading, loan) {
  const r = Array.from(reading), ways = r.map(() => []);
  ways.push([]);
  ways[0].push({ text: "", shown: "", cost: 0, lent: false, tail: 0 });
  for (let pos = 0; pos < r.length; pos++) {
    for (const w of likeliest(ways[pos], BEAM)) {
      for (let end = pos + 1; end <= Math.min(r.length, pos + WORD); end++) {
        const n = end - pos, s = r.slice(pos, end).join(""), forms = look(s);
        if (w.tail === -1 && n < 2) continue;
        const cost = w.cost + COST.word + (end === pos + 1 ? COST.short : 0);
        forms.forEach((f, i) => ways[end].push({ text: w.text + f, shown: w.shown + f, cost: cost + i, lent: w.lent, tail: n }));
        if (n === 1 && w.tail > 1 && end < r.length && PARTICLES.includes(s)) ways[end].push({ text: w.text + s, shown: w.shown + s, cost, lent: w.lent, tail: -1 });
        if (loan && !w.lent && w.tail !== -1 && !forms.length && n >= 2 && r.length - n >= KNOWN && !NO_START.includes(r[pos])) {
          const shown = w.shown + katakanaOf(s), k = inKatakana(s);
          for (const x of k === s ? [s] : [s, k]) ways[end].push({ text: w.text + x, shown, cost: cost + COST.loan + n, lent: true, tail: 0 });
        }
      }
    }
  }
  const best = likeliest(ways[r.length], SPLITS);
  return best.filter((w) => (w.lent || w.cost < COST.many || w.cost <= Math.floor((r.length * 13) / 2)) && w.cost - best[0].cost <= (w.lent ? COST.mostLent : COST.most));
}

function likeliest(ws, n) {
  const seen = new Set();
  return ws.sort((a, b) => a.cost - b.cost).filter((w) => seen.size < n && !seen.has(w.text) && seen.add(w.text));
}

export const katakanaOf = (s) => Array.from(s, (c) => (c >= "\u3041" && c <= "\u3096" ? chr(c.codePointAt(0) + 0x60) : c)).join("");

export const piece = (text, wordEnd, shown, tier = READING) => ({ atoms: [{ text, kind: GRAM, changed: null, wordStart: true, wordEnd }], tier, shown });

// reading adds the ways to write text. A lexicon that only wants to be asked
// (tables.js, which reads the parts that a query needs) is told of the text.
export function reading(c, table, lex, text, loan) {
  if (!lex || Array.from(text).length < 2) return;
  if (lex.asked) return lex.asked(text);
  const sound = table.sounds.find((s) => s[0] === text);
  if (sound) c.push({ atoms: [{ text: sound[1], kind: ALT, changed: null }, { text: sound[2], kind: GRAM, changed: null }], tier: READING, shown: sound[1] + sound[2] });
  for (const w of split((s) => formsOf(lex, s), text, loan)) c.push(piece(w.text, true, w.shown));
}
