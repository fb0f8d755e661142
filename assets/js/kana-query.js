// The ways to find one phrase: the twin of internal/kana/query.go.
import { reading } from "./kana-reading.js";
import { romaji, romajiChoice, romajiEnd, romajiTyped } from "./kana-romaji.js";
import { spelled } from "./kana-spelling.js";
import { DIGIT, LETTER, KATA, LONG, G, CHANGED, ISKATA, GRAM, RUN, ALT, EXACT, FOLDED, LOOSE, BEFORE_KA, kana, whole, chr, has, numeral } from "./kana-units.js";

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
  f.asks = true;
  f.src = term;
  while (out.length > 1 && has("。、.,!?…", out[out.length - 1].r)) out.pop();
  while (out.length > 1 && has("。、,々〻ゝゞヽヾ", out[0].r)) out.shift();
  return f;
}

const shape = (a) => a.term[0] !== "=" && a.term[0] !== "~";
const alternate = (a) => ({ atoms: [{ text: a.term, kind: ALT, changed: null }], tier: FOLDED });

function choices(f, lex) {
  const { out } = f, alts = f.alts().filter(shape), cs = [];
  for (let i = 0; i < out.length; ) {
    const put = (to, ways) => { cs.push({ from: i, to, ways }); i = to; };
    const typed = (to) => ({ atoms: literal(f, i, to), tier: EXACT });
    let best = { to: 0 };
    for (const a of alts) if (a.from === i && a.to > best.to) best = a;
    const o = ordinal(f, i, best.to > i);
    if (o) {
      cs.push(o);
      if (o.to > i) { i = o.to; continue; }
    }
    const [k, others] = spelled(f, i);
    if (k > i && k > best.to) {
      const c = [typed(k)], figures = through(f, alts, i, k);
      if (figures) c.push({ atoms: figures, tier: FOLDED });
      for (const w of others) c.push({ atoms: atomsOf(f.a, w), tier: FOLDED });
      if (kana(out[i].cls)) reading(c, f.a.t, lex, word(f, i, k), kanaEnd(f, i) === k && i === 0 && k === out.length);
      put(k, c);
      continue;
    }
    if (out[i].cls === LETTER && lex) {
      const e = romajiEnd(f, i), w = e >= best.to ? romajiTyped(f, i, e) : "";
      if (w && romaji(w).length) {
        const c = [typed(e)];
        if (best.to === e) c.push(alternate(best));
        romajiChoice(c, f.a, lex, w, i === 0 && e === out.length, query);
        put(e, c);
        continue;
      }
    }
    if (best.to > i) {
      put(best.to, [typed(best.to), alternate(best)]);
      continue;
    }
    if (whole(out[i].cls)) {
      const e = f.runEnd(i);
      put(e, [typed(e)]);
      continue;
    }
    if (kana(out[i].cls)) {
      const e = kanaEnd(f, i);
      put(e, kanaChoice(f, i, e, lex));
      continue;
    }
    const c = [typed(i + 1)], s = chr(out[i].r);
    if ((s === "個" || s === "箇") && i === 0 && out.length > 1 && has(BEFORE_KA, out[1].r)) c.push(gram("か", FOLDED), gram(s === "個" ? "箇" : "個", FOLDED));
    else if (s === "斎") c.push(gram("斉", LOOSE));
    else if (s === "斉") c.push(gram("斎", LOOSE));
    put(i + 1, c);
  }
  return cs;
}

const word = (f, i, k) => f.out.slice(i, k).map((u) => chr(u.r)).join("");

// ordinal is the 第 of an article that the text or the query leaves out.
function ordinal(f, i, number) {
  const { out } = f;
  if (i === 0 || out[i].gap & G.punct) return null;
  const p = out[i - 1].r, figure = (u) => u && (u.cls === DIGIT || numeral(u.r) >= 0);
  if (chr(out[i].r) === "第" && has("条項", p) && figure(out[i + 1])) return { from: i, to: i + 1, ways: [{ atoms: literal(f, i, i + 1), tier: EXACT }, { atoms: [], tier: FOLDED }] };
  if ((number || out[i].cls === DIGIT) && has("条項法例則令", p) && figure(out[i])) return { from: i, to: i, ways: [{ atoms: [], tier: EXACT }, gram("第", FOLDED)] };
  return null;
}

// through is the units [i,k) with the numbers among them in figures, or null.
function through(f, alts, i, k) {
  const as = [];
  let any = false;
  while (i < k) {
    let best = { to: 0 };
    for (const a of alts) if (a.from === i && a.to > best.to && a.to <= k) best = a;
    if (best.to > i) {
      as.push({ text: best.term, kind: ALT, changed: null });
      any = true;
      i = best.to;
      continue;
    }
    const e = whole(f.out[i].cls) ? f.runEnd(i) : i + 1;
    as.push(...literal(f, i, e));
    i = e;
  }
  return any ? as : null;
}

// atomsOf a folded word of the tables: its figures and letters whole.
function atomsOf(analyzer, w) {
  const f = analyzer.fold(w);
  return literal(f, 0, f.out.length).map((a) => ({ ...a, changed: null }));
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
  reading(c, f.a.t, lex, kata ? other : typed, alone);
  if (k - i === 1 && chr(run[0].r) === "け" && kata && ((i === 0 && k < out.length) || (i > 0 && k === out.length))) {
    c.push(gram("が", FOLDED));
    if (i === 0 && has(BEFORE_KA, out[k].r)) c.push(gram("か", FOLDED));
  }
  return c;
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
