// Reads files of lists and of contexts (docs/shards.md): each term → its records
// in order, with what is known of the term in each. Shapes:
//
//   lists     {docs, ranks, edges, ways}      one of each a record
//   contexts  {first, names, starts, around}  the contexts of the list's record
//             first + i are pairs (number, times) in around, from starts[i] to
//             starts[i + 1]
const OTHER = 8;

function begin(raw) {
  const length = new DataView(raw.buffer, raw.byteOffset).getUint32(0, true);
  return { raw, at: 4 + length, head: JSON.parse(new TextDecoder().decode(raw.subarray(4, 4 + length))) };
}

function varint(r) {
  let v = 0, scale = 1;
  for (;;) {
    if (r.at >= r.raw.length) throw new Error("cut off");
    const b = r.raw[r.at++];
    v += (b & 127) * scale;
    if (b < 128) return v;
    scale *= 128;
  }
}

function gaps(r, count) {
  const docs = new Uint32Array(count);
  for (let i = 0, n = 0; i < count; i++) docs[i] = n += varint(r);
  return docs;
}

function bytes(r, count) {
  if (r.at + count > r.raw.length) throw new Error("cut off");
  return r.raw.subarray(r.at, (r.at += count));
}

export function decodeLists(raw) {
  const r = begin(raw), docs = r.head.map(([, count]) => gaps(r, count)), found = new Map();
  const ranks = docs.map((d) => bytes(r, d.length)), edges = docs.map((d) => bytes(r, d.length));
  r.head.forEach(([term], i) => {
    const ways = edges[i].map((e) => (e & OTHER ? bytes(r, 1)[0] : 1));
    found.set(term, { docs: docs[i], ranks: ranks[i], edges: edges[i], ways });
  });
  return found;
}

export function decodeContexts(raw) {
  const r = begin(raw), found = new Map();
  const counts = r.head.map(([, count]) => Array.from({ length: count }, () => varint(r) + 1));
  r.head.forEach(([term, count, first, names], i) => {
    const starts = new Uint32Array(count + 1), around = [];
    for (let k = 0; k < count; k++) {
      for (let left = counts[i][k], id = 0; left > 0; left--) {
        const v = varint(r);
        id += v >>> 1;
        around.push(id, v & 1 ? varint(r) + 2 : 1);
      }
      starts[k + 1] = around.length;
    }
    found.set(term, { first, names: names.split("\t"), starts, around });
  });
  return found;
}
