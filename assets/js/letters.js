// Reads text with one byte for an archive's common characters: the twin of
// internal/shard/letters.
const COMMON = 170, ANY = 255;

// FIRSTS are the high bytes that two-byte characters have.
const FIRSTS = [0x00, 0x30, ...Array.from({ length: 82 }, (_, i) => 0x4e + i), 0xff];

const utf16 = new TextDecoder("utf-16le", { ignoreBOM: true });

// reader makes of the manifest's letters what decodes bytes.
export function reader(letters) {
  const own = new Uint16Array(COMMON).fill(0xfffd), high = FIRSTS.map((h) => h << 8);
  for (let i = 0; i < letters.length; i++) own[i] = letters.charCodeAt(i);
  return (b) => {
    const out = new Uint16Array(b.length), n = b.length;
    let k = 0;
    for (let i = 0; i < n; i++) {
      const c = b[i];
      if (c < COMMON) out[k++] = own[c];
      else if (c < ANY) out[k++] = high[c - COMMON] | b[++i];
      else { out[k++] = (b[i + 1] << 8) | b[i + 2]; i += 2; }
    }
    return utf16.decode(out.subarray(0, k));
  };
}
