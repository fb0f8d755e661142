// Reads the search files (docs/shards.md) and checks what it reads.
import { decodeContexts, decodeLists } from "./postings.js";

export class ShardError extends Error {
  constructor(code, file) { super("toshin: " + code + " " + file); this.name = "ShardError"; this.code = code; this.file = file; }
}

const FORMAT = 3, MAGIC = "tsh2", FOLDER = 128;
const CRC = Uint32Array.from({ length: 256 }, (_, n) => { for (let k = 0; k < 8; k++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1; return n >>> 0; });
function crc32(b) {
  let c = ~0;
  for (let i = 0; i < b.length; i++) c = CRC[(c ^ b[i]) & 255] ^ (c >>> 8);
  return ~c >>> 0;
}

// compare orders as UTF-8 bytes do, that is by code point.
function compare(a, b) {
  const x = Array.from(a), y = Array.from(b);
  for (let i = 0; i < x.length && i < y.length; i++) if (x[i] !== y[i]) return x[i].codePointAt(0) - y[i].codePointAt(0);
  return x.length - y.length;
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

const utf8 = new TextDecoder(), utf16 = new TextDecoder("utf-16le");

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

  wide(name) { return this.once(name, (b) => JSON.parse(utf16.decode(b))); }

  // record is the text of the n-th record.
  record(n) {
    const words = this.once(this.m.dictionary, (b) => b);
    return this.once(this.m.texts[Math.floor(n / FOLDER)] + "/" + (n % FOLDER), (b) => segments(JSON.parse(utf16.decode(b))), words);
  }

  // parts reads what the files of one kind have of a term.
  async parts(kind, term, read) {
    const at = before(this.m.regions, term);
    if (at < 0) return [];
    const rows = (await this.json(this.m.regions[at][1]))[kind];
    let i = before(rows, term);
    if (i < 0) return [];
    const names = [rows[i][1]];
    while (rows[i][0] === term && i > 0 && rows[i - 1][0] === term) names.unshift(rows[--i][1]);
    return (await Promise.all(names.map(read))).map((x) => (x instanceof Map ? x.get(term) : x[term])).filter(Boolean);
  }

  // list is a term's records as one list, null where there is none.
  async list(term) {
    const parts = await this.parts("lists", term, (f) => this.once(f, decodeLists));
    if (parts.length < 2) return parts[0] ?? null;
    const of = (key) => parts.flatMap((p) => Array.from(p[key]));
    return { docs: of("docs"), ranks: of("ranks"), edges: of("edges"), ways: of("ways") };
  }

  contexts(term) { return this.parts("contexts", term, (f) => this.once(f, decodeContexts)); }

  // cards lists [n, id, title, date, kind, passage, excerpt].
  async cards(term) { return (await this.parts("cards", term, (f) => this.wide(f))).flat(); }
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

// inflate checks a file and gives its inflated bytes. words stand before what was
// deflated, which may point back to them: they go first, as stored blocks.
//
// The stream is written to, not made of a Blob: that would go through another
// process and take ten times as long.
async function inflate(b, words = new Uint8Array(0)) {
  if (b.length < 12 || String.fromCharCode(...b.subarray(0, 4)) !== MAGIC) throw new Error("no search file");
  const v = new DataView(b.buffer), n = words.length, stream = new DecompressionStream("deflate-raw"), to = stream.writable.getWriter();
  const parts = n ? [Uint8Array.of(0, n & 255, n >> 8, ~n & 255, (~n >> 8) & 255), words, b.subarray(12)] : [b.subarray(12)];
  const written = Promise.all([...parts.map((p) => to.write(p)), to.close()]), [out] = await Promise.all([new Response(stream.readable).arrayBuffer(), written]);
  const raw = new Uint8Array(out, n);
  if (raw.length !== v.getUint32(4, true) || crc32(raw) !== v.getUint32(8, true)) throw new Error("damaged");
  return raw;
}
