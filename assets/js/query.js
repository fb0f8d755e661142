// How a query is read: the twin of internal/search/query.go.
const NAMES = ["結論", "年度", "実施機関", "所管課", "発言", "節", "条文", "番号", "期間", "種別"];
const BLANKS = " \t\r\n\u3000", QUOTES = "\"＂“”";

export function parse(text) {
  const q = { clauses: [], filters: [], notes: [] };
  const rs = Array.from(text);
  const is = (i, set) => i < rs.length && set.includes(rs[i]);
  let join = false;
  for (let i = 0; i < rs.length; ) {
    if (is(i, BLANKS)) { i++; continue; }
    let not = false, phrase = false, w = "";
    if (is(i, "-－") && i + 1 < rs.length && !is(i + 1, BLANKS)) { not = true; i++; }
    if (is(i, QUOTES)) {
      phrase = true;
      for (i++; i < rs.length && !is(i, QUOTES); i++) w += rs[i];
      if (i === rs.length) q.notes.push("unclosed-quote");
      i++;
    } else for (; i < rs.length && !is(i, BLANKS) && !is(i, QUOTES); i++) w += rs[i];
    const last = q.clauses[q.clauses.length - 1];
    if (!phrase && !not && w === "OR") {
      if (!last || last.not) q.notes.push("or-without-left");
      else join = true;
      continue;
    }
    const f = phrase ? null : filter(w);
    if (f) { q.filters.push({ ...f, not }); continue; }
    if (w === "") { q.notes.push("empty-phrase"); continue; }
    const t = { text: w, phrase };
    if (join && !not) last.any.push(t);
    else {
      if (join) q.notes.push("or-with-not");
      q.clauses.push({ not, any: [t] });
    }
    join = false;
  }
  if (join) q.notes.push("or-without-right");
  return q;
}

function filter(w) {
  for (const name of NAMES) for (const colon of ":：") if (w.startsWith(name + colon) && w.length > name.length + 1) return { name, value: w.slice(name.length + 1) };
  return null;
}

function holds(f, values) {
  return values.some((v) => (f.name === "年度" || f.name === "期間" ? v.startsWith(f.value) : f.name === "番号" ? v === f.value : v.includes(f.value)));
}

// meets: of one name any filter, of different names all, and none that is negated.
export function meets(filters, facets) {
  const held = new Map();
  for (const f of filters) {
    const ok = holds(f, facets[f.name] || []);
    if (f.not) { if (ok) return false; continue; }
    held.set(f.name, held.get(f.name) || ok);
  }
  return [...held.values()].every(Boolean);
}
