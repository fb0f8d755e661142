// The ways to find one phrase: the twin of internal/kana/query.go and
// spelling.go.
import { reading, romajiChoice } from "./kana-reading.js";
import { LETTER, KATA, KANJI, LONG, G, CHANGED, ISKATA, GRAM, RUN, ALT, EXACT, FOLDED, LOOSE, kana, whole, chr, has } from "./kana-units.js";

const MAX = 24, UNITS = 200;
const size = (s) => Array.from(s).length;
const gram = (text, tier) => ({ atoms: [{ text, kind: GRAM, changed: null }], tier });

// query lists chains {atoms: [{text, kind, changed}], tier}, the literal one first.
// lexicon: a Map from readings to written forms (parseLexicon), or none.
export function query(analyzer, term, lexicon = null) {
  const f = folded(analyzer, term);
  return f.out.length ? product(choices(f, lexicon)) : [];
}

// expand tells what of a query is read by its sound: [{from, to: […]}] (expand.go).
export function expand(analyzer, term, lexicon) {
  const f = folded(analyzer, term), es = [];
  for (const c of choices(f, lexicon)) {
    const to = [...new Set(c.ways.map((p) => p.shown).filter(Boolean))];
    if (to.length) es.push({ from: term.slice(f.out[c.from].start, f.out[c.to - 1].end), to });
  }
  return es;
}

function folded(analyzer, term) {
  const raw = analyzer.raw(term).slice(0, UNITS);
  for (const u of raw) u.gap &= ~G.block;
  const f = analyzer.folded(raw), { out } = f;
  while (out.length > 1 && has("。、.,!?…", out[out.length - 1].r)) out.pop();
  while (out.length > 1 && has("。、,々〻ゝゞヽヾ", out[0].r)) out.shift();
  return f;
}

function choices(f, lex) {
  const { out } = f, alts = f.alts(), cs = [];
  for (let i = 0; i < out.length; ) {
    let best = { to: 0 };
    for (const a of alts) if (a.from === i && a.to > best.to && a.term[0] !== "=" && a.term[0] !== "~") best = a;
    if (best.to > i) {
      cs.push({ from: i, to: best.to, ways: [{ atoms: literal(f, i, best.to), tier: EXACT }, { atoms: [{ text: best.term, kind: ALT, changed: null }], tier: FOLDED }] });
      i = best.to;
      continue;
    }
    const [k, others] = spelled(f, i);
    if (k > i) {
      const c = [{ atoms: literal(f, i, k), tier: EXACT }, ...others.map((w) => gram(w, FOLDED))];
      if (kana(out[i].cls)) reading(c, lex, out.slice(i, k).map((u) => chr(u.r)).join(""), kanaEnd(f, i) === k && i === 0 && k === out.length);
      cs.push({ from: i, to: k, ways: c });
      i = k;
      continue;
    }
    if (whole(out[i].cls)) {
      const e = f.runEnd(i), c = [{ atoms: literal(f, i, e), tier: EXACT }];
      if (out[i].cls === LETTER) romajiChoice(c, lex, c[0].atoms[0].text, i === 0 && e === out.length);
      cs.push({ from: i, to: e, ways: c });
      i = e;
      continue;
    }
    if (kana(out[i].cls)) {
      const e = kanaEnd(f, i);
      cs.push({ from: i, to: e, ways: kanaChoice(f, i, e, lex) });
      i = e;
      continue;
    }
    const c = [{ atoms: literal(f, i, i + 1), tier: EXACT }], s = chr(out[i].r);
    if ((s === "個" || s === "箇") && i === 0 && out.length > 1 && has("所月国年村", out[1].r)) c.push(gram("か", FOLDED), gram(s === "個" ? "箇" : "個", FOLDED));
    else if (s === "斎") c.push(gram("斉", LOOSE));
    else if (s === "斉") c.push(gram("斎", LOOSE));
    cs.push({ from: i, to: i + 1, ways: c });
    i++;
  }
  return cs;
}

function literal(f, i, k) {
  const as = [];
  while (i < k) {
    const w = whole(f.out[i].cls), e = w ? f.runEnd(i) : i + 1, a = { text: "", kind: w ? RUN : GRAM, changed: [] };
    for (; i < e; i++) {
      a.text += chr(f.out[i].r);
      a.changed.push((f.out[i].fl & CHANGED) > 0);
    }
    as.push(a);
  }
  return as;
}

function kanaEnd({ out }, i) {
  let k = i + 1;
  while (k < out.length && kana(out[k].cls) && (out[k].cls === LONG || out[k].cls === out[i].cls || out[i].cls === LONG)) k++;
  return k;
}

const SIZED = "ツヤユヨ", LARGE = "つやゆよ", SMALLS = "っゃゅょ";

function kanaChoice(f, i, k, lex) {
  const { out } = f, run = out.slice(i, k);
  let typed = "", other = "", large = "", smalls = 0, longs = 0;
  for (const u of run) {
    const c = chr(u.r);
    let o = c, l = c;
    if (u.fl & ISKATA) {
      const n = SIZED.indexOf(c);
      if (n >= 0) o = (u.fl & CHANGED ? SMALLS : LARGE)[n];
    } else if (SMALLS.includes(c)) {
      smalls++;
      l = LARGE[SMALLS.indexOf(c)];
      o = SIZED[SMALLS.indexOf(c)];
    } else if (LARGE.includes(c)) o = SIZED[LARGE.indexOf(c)];
    if (u.cls === LONG) longs++;
    typed += c;
    other += o;
    large += l;
  }
  const c = [{ atoms: literal(f, i, k), tier: EXACT }];
  const kata = (run[0].fl & ISKATA) > 0 || run[0].cls === LONG, alone = i === 0 && k === out.length;
  if (other !== typed && (kata || smalls + longs > 0 || alone)) c.push(gram(other, FOLDED));
  if (run[run.length - 1].cls === LONG && run.length > 1) {
    const body = Array.from(typed);
    let n = body.length - 1;
    while (n > 0 && body[n] === "ー") n--;
    const atoms = n > 0 ? [{ text: body.slice(0, n).join(""), kind: GRAM, changed: null }] : [];
    c.push({ atoms: [...atoms, { text: "=" + body[n] + "ー", kind: ALT, changed: null }], tier: FOLDED });
  }
  if (out[i].cls === KATA && k - i >= 4) {
    const bare = typed.replaceAll("ー", "");
    if (bare !== typed && size(bare) >= 2) c.push(gram(bare, LOOSE));
    c.push({ atoms: [{ text: "~" + bare, kind: ALT, changed: null }], tier: LOOSE });
  }
  if (smalls > 0 && !kata) c.push(gram(large, LOOSE));
  reading(c, lex, kata ? other : typed, alone);
  if (k - i === 1 && chr(run[0].r) === "け" && kata && ((i === 0 && k < out.length) || (i > 0 && k === out.length))) {
    c.push(gram("が", FOLDED));
    if (i === 0 && has("所月国年村", out[k].r)) c.push(gram("か", FOLDED));
  }
  return c;
}

// --- rule 13 (spelling.go) ---

function longest(f, sets, i) {
  let found = [], n = 0;
  for (const set of sets) {
    let l = 0;
    for (const w of set) if (size(w) > l && f.starts(i, w)) l = size(w);
    if (l > n) { found = []; n = l; }
    if (l > 0 && l === n) found.push(set);
  }
  return [found, n];
}

function spelled(f, i) {
  const { out, t } = f, c = out[i].cls;
  if (c !== KANJI && (!kana(c) || (i > 0 && kana(out[i - 1].cls)))) return [i, []];
  let [sets, n] = longest(f, t.words, i), ways = sets.flat();
  const [first, an] = longest(f, t.first, i);
  if (an > 0 && i + an < out.length) {
    const [last, bn] = longest(f, t.last, i + an);
    if (bn > 0 && an + bn >= n) {
      if (an + bn > n) { ways = []; n = an + bn; }
      for (const a of first) for (const b of last) for (const x of a) for (const y of b) {
        const bare = y === b[0] && b.length > 1 && size(y) === 1;
        if (!bare || x === a[0]) ways.push(x + y);
      }
    }
  }
  const others = new Set(ways.filter((w) => !f.starts(i, w) || size(w) !== n));
  return others.size ? [i + n, [...others]] : [i, []];
}

// --- all ways together ---

function product(cs) {
  let ways = [{ atoms: [], tier: EXACT }];
  for (const c of cs) {
    const next = [];
    for (const p of c.ways) for (const w of ways) {
      if (next.length >= MAX) break;
      next.push({ atoms: [...w.atoms, ...p.atoms], tier: Math.max(w.tier, p.tier) });
    }
    ways = next;
  }
  const seen = new Set(), chains = [];
  for (let tier = EXACT; tier <= LOOSE; tier++) for (const w of ways) {
    if (w.tier !== tier) continue;
    const atoms = merge(w.atoms), key = atoms.map((a) => a.kind + a.text + "\0").join("");
    if (!seen.has(key)) {
      seen.add(key);
      chains.push({ atoms, tier });
    }
  }
  return chains;
}

function merge(as) {
  const out = [], pad = (a) => a.changed || Array(size(a.text)).fill(false);
  for (const a of as) {
    const l = out[out.length - 1];
    if (l && a.kind === GRAM && l.kind === GRAM) {
      l.changed = pad(l).concat(pad(a));
      l.text += a.text;
      l.wordEnd = a.wordEnd;
    } else out.push({ ...a });
  }
  return out;
}
