// Which words of a text the others do not have, by the longest common
// subsequence of words. Words are runs of one script: no dictionary is needed,
// and 第3条 against 第4条 is told as one.
const WORD = /[\u4e00-\u9fff\u3005]+|[\u30a0-\u30ff]+|[\u3041-\u309f]+|[0-9０-９]+|[A-Za-zＡ-Ｚａ-ｚ]+|[\s\u3000]+|[^]/gu;

// LIMIT bounds the table of a comparison, words × words: 4,000,000 cells take
// about 50 ms on a phone. Longer texts are compared by the words they have.
const LIMIT = 4e6;

export const words = (text) => text.match(WORD) || [];

// ownWords gives the stretches [from, to) of text, in UTF-16 units, that stand
// so in none of the others.
export function ownWords(text, others) {
  const a = words(text);
  const shared = a.map((w) => /^[\s\u3000]*$/.test(w));
  for (const o of others) for (const i of common(a, words(o))) shared[i] = true;
  const out = [];
  let at = 0;
  a.forEach((w, i) => {
    if (!shared[i]) {
      const last = out[out.length - 1];
      if (last && last[1] === at) last[1] += w.length;
      else out.push([at, at + w.length]);
    }
    at += w.length;
  });
  return out;
}

// common lists the places in a of a longest common subsequence with b.
function common(a, b) {
  let lo = 0, ea = a.length, eb = b.length;
  const places = [];
  while (lo < ea && lo < eb && a[lo] === b[lo]) places.push(lo++);
  while (ea > lo && eb > lo && a[ea - 1] === b[eb - 1]) { ea--; eb--; places.push(ea); }
  const n = ea - lo, m = eb - lo;
  if (n * m > LIMIT) {
    const have = new Set(b.slice(lo, eb));
    for (let i = lo; i < ea; i++) if (have.has(a[i])) places.push(i);
    return places;
  }
  const width = m + 1, t = new Uint16Array((n + 1) * width);
  for (let i = n - 1; i >= 0; i--) for (let k = m - 1; k >= 0; k--) {
    t[i * width + k] = a[lo + i] === b[lo + k] ? t[(i + 1) * width + k + 1] + 1 : Math.max(t[(i + 1) * width + k], t[i * width + k + 1]);
  }
  for (let i = 0, k = 0; i < n && k < m; ) {
    if (a[lo + i] === b[lo + k]) { places.push(lo + i); i++; k++; }
    else if (t[(i + 1) * width + k] >= t[i * width + k + 1]) i++;
    else k++;
  }
  return places;
}
