// The analyzer and the lexicon, of which only what a query needs is read: the twin
// of internal/shard/tables.go.
import { Analyzer, unpack } from "./kana.js";
import { parseLexicon } from "./kana-reading.js";
import { query } from "./kana-query.js";
import { bytes } from "./shards.js";
import { learn, stems, unlearnt } from "./kana-spelling.js";

const COMMON = [[0, 0x24f], [0x370, 0x3ff], [0x2000, 0x206f], [0x2100, 0x22ff], [0x2460, 0x26ff], [0x3000, 0x30ff], [0x4e00, 0x9fff], [0xff00, 0xffef]];
const isCommon = (r) => COMMON.some(([from, to]) => r >= from && r <= to);
const OTHERS = new RegExp(`[^${COMMON.flat().map((r, i) => (i % 2 ? "-" : "") + `\\u{${r.toString(16)}}`).join("")}]`, "u");

export class Tables {
  constructor(shards) { this.shards = shards; this.words = new Map(); }

  async open() {
    const table = await this.shards.table();
    this.analyzer = new Analyzer(table);
    this.spelling = { ...table.spelling, filter: bytes(table.spelling.filter) };
  }

  // spell makes the analyzer know how the words of a query are written otherwise:
  // each by itself, as between two of them no blank would be left. null: it does.
  spell(words) {
    const { files, filter, ends, begins } = this.spelling, { spell } = this.analyzer, code = (row) => row?.[0].codePointAt(0) ?? Infinity;
    const folded = words.map((w) => this.analyzer.fold(w).out), firsts = folded.flatMap((units) => unlearnt(spell, units, filter)), has = (set, u) => u && set.includes(String.fromCodePoint(u.r));
    const learning = [], part = async (name, put) => put(await this.shards.json(name));
    files.forEach(([, name], i) => {
      const from = code(files[i]), to = code(files[i + 1]);
      if (firsts.some((r) => r >= from && r < to)) learning.push(part(name, (rows) => learn(spell, rows, from, to)));
    });
    if (folded.some((units) => units.some((u, i) => has(ends, u) && has(begins, units[i + 1])))) learning.push(part(this.spelling.stems, (t) => Object.assign(spell, stems(t))));
    return learning.length ? Promise.all(learning) : null;
  }

  // ready makes the analyzer know all characters of the texts. Later texts of
  // common characters need no more.
  async ready(...texts) {
    if (this.whole || !texts.some((t) => OTHERS.test(t))) return;
    const some = this.analyzer.at, others = unpack(await this.shards.text(this.shards.m.kana[1]));
    if (this.whole) return;
    this.whole = true;
    this.analyzer.at = (r) => (isCommon(r) ? some(r) : others(r));
    this.analyzer.at.rows = [...some.rows, ...others.rows];
  }

  // lexicon is what the readings of the words could need of it: entries that begin
  // with two kana that stand together in one, or would with a vowel drawn out.
  async lexicon(words) {
    const { short, pairs, files: rows } = this.shards.m.lexicon, first = new Set();
    this.pairs ??= new Map(pairs.split(" ").map((p) => [p[0], p.slice(1)]));
    const begins = (a, b) => { if (b && this.pairs.get(a)?.includes(b)) first.add(a); };
    const asked = (reading) => { for (let i = 0; i < reading.length; i++) begins(reading[i], reading[i + 1]); };
    const drawn = (reading) => { for (const c of reading) { begins(c, "う"); begins(c, "お"); } };
    for (const w of words) query(this.analyzer, w, { asked, drawn });
    const files = rows.filter(([from], i) => [...first].some((c) => c >= from && (i + 1 === rows.length || c < rows[i + 1][0])));
    const parts = await Promise.all(files.map(([, name]) => this.shards.once(name, (b) => parseLexicon(new TextDecoder().decode(b)))));
    return new Map([parseLexicon(short), ...parts].flatMap((p) => [...p]));
  }
}
