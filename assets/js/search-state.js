// The state of a search and the address that holds it whole:
// ?q=…&f=結論:妥当&from=…&to=…&sort=newest&same=1&readings=0&page=2
import { filterName } from "./query-filter.js";

export const PAGE = 10; // as many as the search files have cards for
const SORTS = ["relevance", "newest", "oldest", "number"];

export function read(address) {
  const p = new URL(address).searchParams, get = (k) => p.get(k) || "";
  return {
    q: get("q"),
    f: p.getAll("f").map(filterName).filter((x) => x && x.value).map(({ name, value }) => ({ name, value })),
    from: get("from"),
    to: get("to"),
    sort: SORTS.includes(get("sort")) ? get("sort") : SORTS[0],
    same: get("same") === "1",
    readings: get("readings") !== "0",
    page: Math.min(Math.max(parseInt(get("page"), 10) || 1, 1), 100000),
  };
}

export function write(s, address) {
  const url = new URL(address), p = new URLSearchParams();
  if (s.q) p.set("q", s.q);
  for (const { name, value } of s.f) p.append("f", name + ":" + value);
  if (s.from) p.set("from", s.from);
  if (s.to) p.set("to", s.to);
  if (s.sort !== SORTS[0]) p.set("sort", s.sort);
  if (s.same) p.set("same", "1");
  if (!s.readings) p.set("readings", "0");
  if (s.page > 1) p.set("page", String(s.page));
  url.search = p.toString();
  url.hash = "";
  return url.href;
}

// quoted is a value so that the query language takes it whole.
function quoted(v) {
  if (!/["＂“”„〝〟]/.test(v)) return `"${v}"`;
  return /[「」]/.test(v) ? `"${v.replace(/["＂“”„〝〟]/g, "")}"` : `「${v}」`;
}

// ask is the state as search takes it: all in the query language.
export function ask(s) {
  const parts = s.f.map(({ name, value }) => `${name}:=${quoted(value)}`);
  if (s.from.trim() || s.to.trim()) parts.push(`期間:${quoted(s.from.trim() + ".." + s.to.trim())}`);
  return { text: [...parts, s.q].join(" ").trim(), options: { limit: PAGE, offset: (s.page - 1) * PAGE, sort: s.sort, same: s.same, readings: s.readings } };
}

export const chosen = (s, name, value) => s.f.some((x) => x.name === name && x.value === value);

// toggled is s with a value chosen or no more; from its first page on.
export function toggled(s, name, value) {
  const f = chosen(s, name, value) ? s.f.filter((x) => x.name !== name || x.value !== value) : [...s.f, { name, value }];
  return { ...s, f, page: 1 };
}
