// Reads files of terms (docs/shards.md): each term → its records in order, with
// what is known of the term in each. Of a file that holds many, only what is asked
// for is read. Shapes:
//
//	list      {docs, ranks, edges, ways}  one of each a record
//	contexts  {names, starts, around}     the contexts of the i-th record are pairs
//	          (number, times) in around, from starts[i] to starts[i + 1]; the times
//	          of a record's only context are not known, and 1
const OTHER = 8, LIST = 1, CONTEXTS = 2;

const COLUMNS = ["text", "sizes", "gaps", "ranks", "edges", "ways", "counts", "ids", "times"];

export class Terms {
  // letters decodes the text.
  constructor(raw, letters) {
    this.raw = raw;
    this.at = 0;
    const lengths = COLUMNS.slice(1).map(() => this.varint()), from = {}; // where each column begins
    let end = this.at;
    COLUMNS.forEach((column, i) => { from[column] = end; end += lengths[i] ?? 0; });
    if (end > raw.length) throw new Error("cut off");
    this.from = from;
    const [terms, lefts, rights] = letters(raw.subarray(from.text, from.sizes)).split("\x02");
    this.lefts = lefts.split("\x01");
    this.rights = rights.split("\x01");
    this.sizes = new Map(); // term → {docs, count, names, first}
    this.at = from.sizes;
    let docs = 0, within = 0, first = 0; // postings in lists and in contexts, and contexts, of the terms before
    for (const term of terms.split("\x01")) {
      const size = this.varint(), count = size >>> 2, names = size & CONTEXTS ? this.varint() : 0;
      this.sizes.set(term, { list: size & LIST, contexts: size & CONTEXTS, count, docs, within, first, names });
      if (size & LIST) docs += count;
      if (size & CONTEXTS) within += count;
      first += names;
    }
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

  bytes(from, count) {
    if (from + count > this.raw.length) throw new Error("cut off");
    return this.raw.subarray(from, from + count);
  }

  // others counts the postings with `other` among the first n.
  others(n) {
    let others = 0;
    for (const e of this.bytes(this.from.edges, n)) if (e & OTHER) others++;
    return others;
  }

  // list is a term's, or null.
  list(term) {
    const size = this.sizes.get(term), { from } = this;
    if (!size?.list) return null;
    const docs = new Uint32Array(size.count), edges = this.bytes(from.edges + size.docs, size.count);
    this.at = from.gaps;
    this.skip(size.docs);
    for (let i = 0, n = 0; i < size.count; i++) docs[i] = n += this.varint();
    let way = from.ways + this.others(size.docs);
    const ways = new Uint8Array(size.count).fill(1);
    for (let i = 0; i < size.count; i++) if (edges[i] & OTHER) ways[i] = this.bytes(way++, 1)[0];
    return { docs, ranks: this.bytes(from.ranks + size.docs, size.count), edges, ways };
  }

  // contexts are a term's, or null.
  contexts(term) {
    const size = this.sizes.get(term), { from } = this;
    if (!size?.contexts) return null;
    this.at = from.counts;
    let before = size.within, many = 0; // contexts of the postings before, and of those that have several
    for (let i = 0; i < size.within; i++) {
      const more = this.varint();
      before += more;
      if (more) many += more + 1;
    }
    const starts = new Uint32Array(size.count + 1);
    for (let i = 0; i < size.count; i++) starts[i + 1] = starts[i] + 2 * (this.varint() + 1);
    const around = new Uint32Array(starts[size.count]);
    this.at = from.ids;
    this.skip(before);
    for (let i = 0; i < size.count; i++) for (let k = starts[i], id = 0; k < starts[i + 1]; k += 2) around[k] = id += this.varint();
    this.at = from.times;
    this.skip(many);
    for (let i = 0; i < size.count; i++) for (let k = starts[i]; k < starts[i + 1]; k += 2) around[k + 1] = starts[i + 1] - starts[i] > 2 ? this.varint() + 1 : 1;
    const names = Array.from({ length: size.names }, (_, i) => this.lefts[size.first + i] + "\n" + this.rights[size.first + i]);
    return { names, starts, around };
  }
}
