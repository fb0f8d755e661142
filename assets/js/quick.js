// Quick looks at a text for phrases before it is analyzed, which takes fifty times
// as long. It never changes an answer: what it cannot settle is analyzed.
import { entry } from "./kana.js";
import { Excerpt } from "./phrase.js";
import { SKIP, HIRA, KATA, KANJI, SMALL, ITERATE, VOICE, VU, code, foldKana } from "./kana-units.js";

const isKanji = (c) => { const r = code(c); return (r >= 0x4e00 && r <= 0x9fff) || (r >= 0x3400 && r <= 0x4dbf) || r >= 0x20000; };
const isKana = (c) => c >= "\u3041" && c <= "\u30fa";

// kanjiOf is the phrase as text where it is kanji alone, which no rule of context
// touches (個 and 箇 between a number and 所 do change); else null.
function kanjiOf(p) {
  p.kanji ??= p.labels.every((l, i) => p.unit[i] && isKanji(l) && !("個箇".includes(l) && (i + 1 === p.labels.length || "所月国年村".includes(p.labels[i + 1])))) ? p.labels.join("") : "";
  return p.kanji || null;
}

// stretches are what a text that has the phrase must hold of kana and kanji: its
// labels without ー, which comes and goes, cut at all that rules of context make.
// Of the alternates (kana-alts.js) ~サバ is サーバ, and =バー a バ that drops it.
function stretches(p) {
  const out = [""];
  p.labels.forEach((l, i) => {
    if (p.unit[i] && l === "ー") return;
    if (p.unit[i] && (isKana(l) || (isKanji(l) && !"個箇".includes(l)))) out[out.length - 1] += l;
    else if (!p.unit[i] && /^[~=]/.test(l)) out[out.length - 1] += l.slice(1).replaceAll("ー", "");
    else out.push("");
  });
  return out.filter(Boolean);
}

// What stands in a text for kana or kanji: by what it folds to, the other
// characters that fold to it, alone (one) or among others (many); and, for regular
// expressions, the characters that neighbours decide on, by class.
function sources(at) {
  const one = new Map(), many = new Map(), wild = { [SKIP]: "", [SMALL]: "", [ITERATE]: "", [VOICE]: "", [VU]: "" };
  const folded = (r, cls) => (cls === HIRA || cls === KATA ? foldKana(r) : cls === KANJI ? r : 0);
  const add = (by, to, r) => { if (to !== r) by.has(to) ? by.get(to).push(r) : by.set(to, [r]); };
  for (const [from, to, text] of at.rows) {
    if (text.startsWith(ONE_KANJI) && text[ONE_KANJI.length + 2] !== "=") { // most
      const delta = parseInt(text.slice(ONE_KANJI.length + 2), 36);
      if (delta) for (let r = from; r < to; r++) add(one, r + delta, r);
      continue;
    }
    const { cls, delta, seq } = entry(text);
    if (cls in wild) wild[cls] += `${esc(from)}-${esc(to - 1)}`;
    if (seq) for (let r = from; r < to; r++) for (const q of seq) {
      const c = at(q).cls;
      add(many, folded(q, c), r);
      if (c in wild) wild[c] += esc(r);
    } else if (cls === HIRA || cls === KATA) {
      for (let r = from; r < to; r++) add(one, folded(r + delta, cls), r);
    }
  }
  return { one, many, wild };
}

const ONE_KANJI = KANJI + ","; // flags, comma and what it folds to follow
const esc = (r) => `\\u{${r.toString(16)}}`;
const sourcesOf = (at) => (at.sources ??= sources(at));

// of gives those that fold to the label.
const of = (by, label) => (by.get(code(label)) ?? []).map(esc).join("");

// What may stand between two neighbours and be nothing by itself: not these.
const BETWEEN = "[^A-Za-z0-9\\u3041-\\u3096\\u30a1-\\u30fa\\u4e00-\\u9fff]";

// needs are patterns that a text with the phrase meets, every one. More texts meet
// them than have it, none less.
function needs(p, at) {
  if (p.needs?.at === at) return p.needs.all;
  const { one, many, wild } = sourcesOf(at);
  const all = stretches(p).map((text) => {
    const cs = Array.from(text), kana = cs.some(isKana);
    const free = wild[ITERATE] + cs.map((c) => of(many, c)).join("") + (kana ? wild[VOICE] : "") + (/[かがけ]/.test(text) ? wild[SMALL] : "") + (/[ば-ぼ]/.test(text) ? wild[VU] : "");
    return new RegExp((free && `[${free}]|`) + cs.map((c) => `[${c}${of(one, c)}]`).join(BETWEEN + "*"), "u");
  });
  p.needs = { at, all };
  return all;
}

// odd is a pattern of what forbids to look for kanji as they are written.
function odd(p, at) {
  if (p.odd?.at === at) return p.odd.pattern;
  const { one, many, wild } = sourcesOf(at), { labels } = p;
  const chars = wild[ITERATE] + wild[SKIP] + labels.map((c) => of(one, c) + of(many, c)).join("");
  const pairs = labels.slice(1).map((l, i) => labels[i] + BETWEEN + "+" + l);
  const pattern = new RegExp([chars && `[${chars}]`, ...pairs].filter(Boolean).join("|") || "$.", "u");
  p.odd = { at, pattern };
  return pattern;
}

export class Glance {
  constructor(analyzer, text) { this.analyzer = analyzer; this.text = text; }

  // prepare makes what looks for a phrase, so that it stands when the texts come.
  static prepare(p, analyzer) { needs(p, analyzer.at); if (kanjiOf(p) !== null) odd(p, analyzer.at); }

  // surely: the phrase stands here, written as the query writes it.
  surely(p) {
    const k = kanjiOf(p);
    return k !== null && !p.want.some(Boolean) && this.text.includes(k) && Array.from(k).every((c) => !this.analyzer.at(code(c)).changed);
  }

  // maybe: it is not sure that the phrase stands nowhere here.
  maybe(p) { return needs(p, this.analyzer.at).every((n) => n.test(this.text)); }

  whole() { return (this.excerpt ??= new Excerpt(this.analyzer, this.text)); }

  find(p) { return this.maybe(p) ? this.whole().find(p) : []; }

  // places of a phrase, [start, end) in UTF-16.
  places(p) {
    if (!this.maybe(p)) return [];
    const k = kanjiOf(p), found = [];
    if (k === null || odd(p, this.analyzer.at).test(this.text)) return this.whole().find(p).map((o) => [o.start, o.end]);
    for (let i = this.text.indexOf(k); i >= 0; i = this.text.indexOf(k, i + 1)) found.push([i, i + k.length]);
    return found;
  }

  has(p) { return this.places(p).length > 0; }
}
