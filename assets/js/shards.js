// Reads the search files (docs/shards.md) and checks what it reads.
import { reader } from "./letters.js";
import { Terms } from "./postings.js";

export class ShardError extends Error {
  constructor(code, file) { super("toshin: " + code + " " + file); this.name = "ShardError"; this.code = code; this.file = file; }
}

const FORMAT = 5, MAGIC = "tsh5", FOLDER = 128;

// compare orders as UTF-8 bytes do, that is by code point: surrogates last.
function compare(a, b) {
  const order = (c) => (c >= 0xe000 ? c - 0x800 : c >= 0xd800 ? c + 0x2000 : c);
  for (let i = 0; i < a.length && i < b.length; i++) {
    const x = a.charCodeAt(i), y = b.charCodeAt(i);
    if (x !== y) return order(x) - order(y);
  }
  return a.length - b.length;
}

// before is the place of the last row whose first term is not above term, or -1.
function before(rows, term) {
  let lo = 0, hi = rows.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (compare(rows[mid][0], term) > 0) hi = mid; else lo = mid + 1;
  }
  return lo - 1;
}

// bytes of base64.
export function bytes(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text); // where a browser has it: the loop takes 2 ms
  const s = atob(text), b = new Uint8Array(s.length);
  for (let i = 0; i < b.length; i++) b[i] = s.charCodeAt(i);
  return b;
}

const utf8 = new TextDecoder();

export class Shards {
  constructor(base) { this.base = base; this.read = new Map(); }

  async get(name, how) {
    let r;
    try { r = await fetch(new URL(name, this.base)); } catch { throw new ShardError("unreachable", name); }
    if (!r.ok) throw new ShardError("missing", name);
    return how(r);
  }

  async open() {
    const m = await this.get("manifest.json", (r) => r.json().catch(() => { throw new ShardError("damaged", "manifest.json"); }));
    if (m.format !== FORMAT) throw new ShardError("version", "manifest.json");
    this.letters = reader(m.letters ?? "");
    return (this.m = m);
  }

  // once reads a file as how makes it of its bytes; each file is fetched and read
  // once. words: what resolves to the bytes that its deflating began with.
  once(name, how, words) {
    if (!this.read.has(name)) {
      const file = name + ".bin", p = this.get(file, async (r) => {
        const b = new Uint8Array(await r.arrayBuffer().catch(() => { throw new ShardError("unreachable", file); })), before = await words;
        try { return how(await inflate(b, before)); } catch { throw new ShardError("damaged", file); }
      });
      p.catch(() => this.read.delete(name));
      this.read.set(name, p);
    }
    return this.read.get(name);
  }

  text(name) { return this.once(name, (b) => utf8.decode(b)); }

  json(name) { return this.once(name, (b) => JSON.parse(utf8.decode(b))); }

  // table is the folding table of the common blocks, which the manifest holds.
  async table() {
    try { return JSON.parse(utf8.decode(await inflate(bytes(this.m.kana[0])))); } catch { throw new ShardError("damaged", "manifest.json"); }
  }

  // record is the text of the n-th record.
  record(n) {
    return this.once(this.m.texts[Math.floor(n / FOLDER)] + "/" + (n % FOLDER), (b) => segments(JSON.parse(this.letters(b))), this.dictionary());
  }

  // dictionary is what all texts were deflated with.
  dictionary() { return this.once(this.m.dictionary, (b) => b); }

  // region is the names of the files of the terms about term, or null.
  async region(term) {
    const at = before(this.m.regions, term);
    return at < 0 ? null : this.json(this.m.regions[at][1]);
  }

  // parts reads one kind ("lists" or "contexts") of a term, from the file that has
  // the term, or from those of its own: what read makes of each.
  async parts(kind, term, read) {
    const r = await this.region(term), own = r && Object.hasOwn(r.long, term) && r.long[term][kind];
    const at = r && !own ? before(r.terms, term) : -1, names = own || (at < 0 ? [] : [r.terms[at][1]]);
    const open = (name) => this.once(name, (b) => new Terms(b, this.letters)).then((t) => { try { return read(t); } catch { throw new ShardError("damaged", name + ".bin"); } });
    return (await Promise.all(names.map(open))).filter(Boolean);
  }

  // list is a term's records as one list, null where there is none.
  async list(term) {
    const parts = await this.parts("lists", term, (t) => t.list(term));
    if (parts.length < 2) return parts[0] ?? null;
    const of = (key) => parts.flatMap((p) => Array.from(p[key]));
    return { docs: of("docs"), ranks: of("ranks"), edges: of("edges"), ways: of("ways") };
  }

  // contexts of a term, by parts of its list, first the place there of each.
  async contexts(term) {
    const parts = await this.parts("contexts", term, (t) => t.contexts(term));
    let first = 0;
    return parts.map((p) => { const x = { ...p, first }; first += p.starts.length - 1; return x; });
  }

  // cards of a phrase: [n, id, title, date, kind, passage, excerpt].
  async cards(p) {
    const key = p.labels.length < 3 ? p.term : p.term + "\t" + p.labels.join(""), r = await this.region(key), at = r ? before(r.cards, key) : -1;
    const cards = at < 0 ? null : await this.once(r.cards[at][1], (b) => cardsOf(JSON.parse(this.letters(b))));
    return cards?.get(key) ?? [];
  }
}

// segments puts together what texts.go takes apart: of each place its speaker,
// role and kind of section; of each segment its class, passage, segments that
// head it, place and pieces.
function segments(r) {
  let number = 0, head = [], at = 0;
  const id = (p) => (typeof p === "string" ? p : "s" + String((number += p)).padStart(4, "0"));
  r.places = r.places[0].map((s, i) => ({ s, r: r.places[1][i], k: r.places[2][i] }));
  r.segments = r.pieces.map((pieces, i) => [r.classes[i], id(r.passages[i]), (head = r.within[i] || head), (at += r.at[i]), pieces]);
  return r;
}

// cardsOf puts together what cards.go takes apart: key → cards.
function cardsOf(f) {
  const heads = new Map(), all = new Map(), texts = [], lists = f.records.map((gaps) => { let n = 0; return gaps.map((gap) => (n += gap)); });
  const records = [...new Set(lists.flat())].sort((a, b) => a - b);
  let kind = "", i = 0;
  records.forEach((n, k) => heads.set(n, [n, f.ids[k], f.titles[k], f.dates[k], (kind = f.kinds[k] || kind)]));
  f.keys.forEach((key, k) => all.set(key, lists[k].map((n) => {
    const p = f.passages[i], e = f.excerpts[i++];
    if (typeof e === "string") texts.push(e);
    return [...heads.get(n), typeof p === "string" ? p : "s" + String(p).padStart(4, "0"), typeof e === "string" ? e : texts[e]];
  })));
  return all;
}

// inflate checks a file and gives its inflated bytes. words stand before what was
// deflated, which may point back to them: they go first, as stored blocks. The file
// ends as gzip does, so that the browser itself compares sum and length.
//
// The stream is written to, not made of a Blob: that would go through another
// process and take ten times as long.
const GZIP = Uint8Array.of(31, 139, 8, 0, 0, 0, 0, 0, 0, 255);

async function inflate(b, words = new Uint8Array(0)) {
  if (b.length < 12 || String.fromCharCode(...b.subarray(0, 4)) !== MAGIC) throw new Error("no search file");
  const n = words.length, parts = n ? [GZIP, Uint8Array.of(0, n & 255, n >> 8, ~n & 255, (~n >> 8) & 255), words, b.subarray(4)] : [GZIP, b.subarray(4)];
  const stream = new DecompressionStream("gzip"), to = stream.writable.getWriter(), from = stream.readable.getReader();
  to.write(joined(parts)).catch(() => { /* told where it is read */ });
  to.close().catch(() => { /* likewise */ });
  const out = [];
  for (let r = await from.read(); !r.done; r = await from.read()) out.push(r.value);
  return (out.length === 1 ? out[0] : joined(out)).subarray(n);
}

// joined puts bytes one behind the other.
function joined(parts) {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of parts) { out.set(p, at); at += p.length; }
  return out;
}
