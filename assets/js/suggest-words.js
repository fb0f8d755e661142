// What to suggest for the part of a query that is being typed. Candidates are
// {kind, text, count, record}: text takes the part's place, record is one to open.
import { filterName } from "./query-filter.js";
import { plain } from "./query-scan.js";

const NAMES = ["結論", "年度", "実施機関", "所管課", "発言", "節", "条文", "番号", "期間", "種別"];
const READ = { 結論: "けつろん", 年度: "ねんど", 実施機関: "じっしきかん", 所管課: "しょかんか", 発言: "はつげん", 節: "せつ", 条文: "じょうぶん", 番号: "ばんごう", 期間: "きかん", 種別: "しゅべつ" };
const WORDS = 6, VALUES = 8, TITLES = 3;

// partOf cuts a query into what stands before its last part, and that part.
export function partOf(text) {
  const at = Math.max(...[" ", "\u3000", "|", "｜"].map((c) => text.lastIndexOf(c))) + 1;
  const minus = /^[-－−]?/.exec(text.slice(at))[0].length;
  return [text.slice(0, at + minus), text.slice(at + minus)];
}

// Words are the archive's own, the most frequent first: [[word, folded, reading]].
async function words(engine) {
  engine.listed ??= engine.words().then((ws) => ws.map(([w, reading]) => [w, engine.fold(w), reading])).catch(() => []);
  return engine.listed;
}

// Titles with what they fold to, as written and with the words in them by their
// readings: [[record, title, folded, reading]].
async function titles(engine) {
  engine.entitled ??= Promise.all([engine.titles(), words(engine)]).then(([ts, ws]) => {
    const readings = new Map(ws.filter(([, , r]) => r).map(([w, , r]) => [w, r]));
    const read = (t) => t.replace(/[\u4e00-\u9fff々ァ-ヺー]+/g, (w) => readings.get(w) || w);
    return ts.map(([record, t]) => [record, t, engine.fold(t), engine.fold(read(t))]);
  }).catch(() => []);
  return engine.entitled;
}

// entitled lists records by their titles, what begins so before what has it.
async function entitled(engine, p) {
  const out = [[], []];
  for (const [record, text, folded, reading] of await titles(engine)) {
    const at = folded.includes(p) ? folded.indexOf(p) : reading.indexOf(p);
    if (at >= 0 && out[0].length < TITLES) out[at > 0 ? 1 : 0].push({ kind: "record", text, record });
  }
  return out.flat().slice(0, TITLES);
}

export async function candidates(engine, part) {
  if (!part) return [];
  const f = filterName(part);
  if (f) return values(engine, f.name, f.value.replace(/^[=＝]?["「]?/, ""));
  const p = engine.fold(part), digits = /^(?:答申|諮問)?第?(\d[\d-]*)号?$/.exec(plain(part));
  if (!p) return [];
  const names = NAMES.filter((n) => n.startsWith(part) || (p.length > 1 && READ[n].startsWith(p))).map((n) => ({ kind: "name", text: n + ":" }));
  const out = [[], [], []];
  for (const [w, folded, reading] of await words(engine)) {
    const rank = folded.startsWith(p) ? 0 : reading.startsWith(p) && p.length > 1 ? 1 : p.length > 1 && folded.includes(p) ? 2 : -1;
    if (rank >= 0 && folded !== p && out[rank].length < WORDS) out[rank].push({ kind: "word", text: w });
  }
  return [...names, ...(digits ? await numbers(engine, digits[1]) : []), ...out.flat().slice(0, WORDS), ...(p.length > 1 ? await entitled(engine, p) : [])];
}

async function numbers(engine, digits) {
  const c = await engine.column("番号");
  return c.values.filter((v) => v.startsWith(digits)).sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, 4).map((v) => ({ kind: "number", text: "番号:" + v }));
}

// values of a filter, the most frequent first. Of numbers and days there are too many.
async function values(engine, name, typed) {
  if (name === "期間" || name === "同じ発言") return [];
  const c = await engine.column(name), counts = c.values.map(() => 0), p = engine.fold(typed);
  for (const row of c.rows) for (const v of row) counts[v]++;
  return c.values.map((text, i) => ({ text, count: counts[i] })).filter((v) => engine.fold(v.text).includes(p) && v.text !== typed)
    .sort((a, b) => b.count - a.count).slice(0, VALUES)
    .map((v) => ({ kind: "value", text: name + ":" + (/[\s\u3000|"「」]/.test(v.text) ? `"${v.text.replaceAll('"', "")}"` : v.text), count: v.count }));
}

const pairs = (s) => new Set(Array.from(s).slice(1).map((c, i) => Array.from(s)[i] + c));

const dice = (p, q) => (2 * [...q].filter((x) => p.has(x)).length) / (p.size + q.size);

// alike lists words of the archive that share most of their pairs with a word, as they
// are written or as they are read.
export async function alike(engine, word) {
  await engine.ready(word);
  const p = pairs(engine.fold(word));
  if (!p.size) return [];
  const near = [];
  for (const [w, folded, reading] of await words(engine)) {
    const like = Math.max(dice(p, pairs(folded)), dice(p, pairs(reading)));
    if (like >= 0.4) near.push([like, w]);
  }
  return near.sort((a, b) => b[0] - a[0]).slice(0, 3).map(([, w]) => w);
}
