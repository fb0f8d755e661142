// Reads the search files (docs/shards.md) and checks what it reads.
export class ShardError extends Error {
  constructor(code, file) { super("toshin: " + code + " " + file); this.name = "ShardError"; this.code = code; this.file = file; }
}

const FORMAT = 1;
const CRC = Uint32Array.from({ length: 256 }, (_, n) => { for (let k = 0; k < 8; k++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1; return n >>> 0; });
function crc32(b) {
  let c = ~0;
  for (const x of b) c = CRC[(c ^ x) & 255] ^ (c >>> 8);
  return ~c >>> 0;
}

// compare orders as UTF-8 bytes do, that is by code point.
function compare(a, b) {
  const x = Array.from(a), y = Array.from(b);
  for (let i = 0; i < x.length && i < y.length; i++) if (x[i] !== y[i]) return x[i].codePointAt(0) - y[i].codePointAt(0);
  return x.length - y.length;
}

export class Shards {
  constructor(base) { this.base = base; this.files = new Map(); }

  async get(name, how) {
    let r;
    try { r = await fetch(new URL(name, this.base)); } catch { throw new ShardError("unreachable", name); }
    if (!r.ok) throw new ShardError("missing", name);
    return how(r);
  }

  async open() {
    const m = await this.get("manifest.json", (r) => r.json().catch(() => { throw new ShardError("damaged", "manifest.json"); }));
    if (m.format !== FORMAT) throw new ShardError("version", "manifest.json");
    this.m = m;
    return m;
  }

  // text of a file, each fetched once.
  file(name) {
    if (!this.files.has(name)) {
      const p = this.get(name, async (r) => {
        const b = new Uint8Array(await r.arrayBuffer());
        if (b.length < 12 || String.fromCharCode(...b.subarray(0, 4)) !== "tsh1") throw new ShardError("damaged", name);
        const v = new DataView(b.buffer);
        let raw;
        try {
          raw = new Uint8Array(await new Response(new Blob([b.subarray(12)]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer());
        } catch { throw new ShardError("damaged", name); }
        if (raw.length !== v.getUint32(4, true) || crc32(raw) !== v.getUint32(8, true)) throw new ShardError("damaged", name);
        return new TextDecoder().decode(raw);
      });
      p.catch(() => this.files.delete(name));
      this.files.set(name, p);
    }
    return this.files.get(name);
  }

  async json(name) { return JSON.parse(await this.file(name)); }

  // docs lists the ordinals of the records that have term.
  async docs(term) {
    const ts = this.m.terms;
    let lo = 0, hi = ts.length;
    while (lo < hi) {
      const mid = (lo + hi) >> 1;
      if (compare(ts[mid][0], term) > 0) hi = mid; else lo = mid + 1;
    }
    if (!lo) return [];
    const p = (await this.json(ts[lo - 1][1])).find((x) => x.t === term);
    let n = 0;
    return p ? p.g.map((g) => (n += g)) : [];
  }
}
