// Small helpers for building pages. Text is always set as text: nothing of a
// record or a query is ever read as markup.
export const $ = (selector, within = document) => within.querySelector(selector);

// el makes an element: its properties (data-… and aria-… as attributes), children.
export function el(name, props = {}, ...children) {
  const e = document.createElement(name);
  for (const [k, v] of Object.entries(props)) {
    if (v === null || v === undefined || v === false) continue;
    if (k.includes("-") || k === "role" || k === "for") e.setAttribute(k, v === true ? "" : v);
    else e[k] = v;
  }
  e.append(...children.filter((c) => c !== null && c !== "" && c !== false));
  return e;
}

// say is a text of the page's (data-text-…) with its {places} filled.
export function say(node, name, values = {}) {
  const text = node.getAttribute("data-text-" + name) || "";
  return text.replace(/\{(\w+)\}/g, (whole, k) => (k in values ? String(values[k]) : whole));
}

export const number = (n) => n.toLocaleString("ja-JP");

// shown is a stretch of a snippet: its lines, but no empty ones.
const shown = (text, first) => (first ? text.trimStart() : text).replace(/\s*\n\s*/g, "\n");

// marked cuts text at marks, pairs [start, end) counted in code points.
export function marked(text, marks) {
  const chars = Array.from(text), out = [];
  let at = 0;
  for (const [from, to] of marks) {
    if (from < at) continue;
    if (from > at) out.push(shown(chars.slice(at, from).join(""), !at));
    out.push(el("mark", {}, chars.slice(from, to).join("")));
    at = to;
  }
  if (at < chars.length) out.push(shown(chars.slice(at).join(""), !at));
  return out;
}
