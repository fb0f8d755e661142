// Reads files of terms (docs/shards.md): each term → its records in order, with
// what is known of the term in each. Of a file that holds many, only what is asked
// for is read. Shapes:
//
//	list      {docs, ranks, edges, ways}  one of each a record
//	contexts  {names, starts, around}     the contexts of the i-th record are pairs
//	          (number, times) in around, from starts[i] to starts[i + 1]
const OTHER = 8, LIST = 1, CONTEXTS = 2;

const utf8 = new TextDecoder();

export class Terms {
  constructor(raw) {
    const length = new DataView(raw.buffer, raw.byteOffset).getUint32(0, true);
    const [terms, lefts, rights] = utf8.decode(raw.subarray(4, 4 + length)).split("\x02");
    this.raw = raw;
    this.lefts = lefts.split("\x01");
    this.rights = rights.split("\x01");
    this.sizes = new Map(); // term → {docs, count, names, first}
    this.at = 4 + length;
    let docs = 0, within = 0, first = 0; // postings in lists and in contexts, and contexts, of the terms before
    for (const term of terms.split("\x01")) {
      const size = this.varint(), count = size >>> 2, names = size & CONTEXTS ? this.varint() : 0;
      this.sizes.set(term, { list: size & LIST, contexts: size & CONTEXTS, count, docs, within, first, names });
      if (size & LIST) docs += count;
      if (size & CONTEXTS) within += count;
      first += names;
    }
    this.docs = docs;
    this.within = within;
    this.gaps = this.at;
  }

  varint() {
    let v = 0, scale = 1;
    for (;;) {
      if (this.at >= this.raw.length) throw new Error("cut off");
      const b = this.raw[this.at++];
      v += (b & 127) * scale;
      if (b < 128) return v;
      scale *= 128;
    }
  }

  // skip passes over n varints.
  skip(n) {
    const { raw } = this;
    let { at } = this;
    while (n > 0) {
      if (at >= raw.length) throw new Error("cut off");
      if (raw[at++] < 128) n--;
    }
    this.at = at;
  }

  // ranks is where these begin: behind the gaps.
  ranks() {
    if (this.behindGaps === undefined) {
      this.at = this.gaps;
      this.skip(this.docs);
      this.behindGaps = this.at;
    }
    return this.behindGaps;
  }

  bytes(from, count) {
    if (from + count > this.raw.length) throw new Error("cut off");
    return this.raw.subarray(from, from + count);
  }

  // others counts the postings with `other` among the first n.
  others(n) {
    let others = 0;
    for (const e of this.bytes(this.ranks() + this.docs, n)) if (e & OTHER) others++;
    return others;
  }

  // list is a term's, or null.
  list(term) {
    const size = this.sizes.get(term);
    if (!size?.list) return null;
    const from = this.ranks(), docs = new Uint32Array(size.count), edges = this.bytes(from + this.docs + size.docs, size.count);
    this.at = this.gaps;
    this.skip(size.docs);
    for (let i = 0, n = 0; i < size.count; i++) docs[i] = n += this.varint();
    let way = from + 2 * this.docs + this.others(size.docs);
    const ways = new Uint8Array(size.count).fill(1);
    for (let i = 0; i < size.count; i++) if (edges[i] & OTHER) ways[i] = this.bytes(way++, 1)[0];
    return { docs, ranks: this.bytes(from + size.docs, size.count), edges, ways };
  }

  // contexts are a term's, or null.
  contexts(term) {
    const size = this.sizes.get(term);
    if (!size?.contexts) return null;
    this.at = this.ranks() + 2 * this.docs + this.others(this.docs);
    let before = size.within; // contexts of the postings before
    for (let i = 0; i < size.within; i++) before += this.varint();
    const counts = new Uint32Array(size.count), starts = new Uint32Array(size.count + 1), around = [];
    for (let i = 0; i < size.count; i++) counts[i] = this.varint() + 1;
    this.skip(this.within - size.within - size.count);
    for (; before > 0; before--) if (this.varint() & 1) this.varint();
    for (let i = 0; i < size.count; i++) {
      for (let left = counts[i], id = 0; left > 0; left--) {
        const v = this.varint();
        id += v >>> 1;
        around.push(id, v & 1 ? this.varint() + 2 : 1);
      }
      starts[i + 1] = around.length;
    }
    const names = Array.from({ length: size.names }, (_, i) => this.lefts[size.first + i] + "\n" + this.rights[size.first + i]);
    return { names, starts, around };
  }
}
