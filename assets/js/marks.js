// Marks on a record's page the words that led there, by the same rules as the
// search, and goes from one to the next. page-record.js has it read when needed.
import { el, number, say } from "./dom.js";
import { phrase, Excerpt } from "./phrase.js";
import { install } from "./toshin.js";
import { forget } from "./words.js";

const bar = document.querySelector("[data-marks]");

// start marks the words of a search {text, readings}.
export async function start(found) {
  const root = document.documentElement.dataset.root, engine = install(new URL(root + "search/files/", location.href).href);
  const phrases = (await engine.chains(found.text, { readings: found.readings })).map(phrase).filter((p) => p.labels.length);
  const blocks = [...document.querySelectorAll("h1, .record h2, .record h3, .said, .lead p, .facts dd, .names li, .conditions p, td, tbody th")], marks = [];
  const analyzer = await engine.ready(...blocks.map((b) => b.textContent));
  for (const block of blocks) marks.push(...mark(block, phrases, analyzer));
  if (!marks.length) return;
  show(marks);
}

// mark wraps what the phrases find in a block; words may run over its paragraphs.
function mark(block, phrases, analyzer) {
  const nodes = [], walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let text = "";
  for (let n = walk.nextNode(); n; n = walk.nextNode()) {
    if (nodes.length && n.parentNode !== nodes[nodes.length - 1].node.parentNode) text += "\n";
    nodes.push({ node: n, from: text.length });
    text += n.data;
  }
  const x = new Excerpt(analyzer, text), spans = [];
  for (const p of phrases) for (const o of x.find(p)) spans.push([o.start, o.end]);
  spans.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const merged = [];
  for (const s of spans) {
    const last = merged[merged.length - 1];
    if (last && s[0] <= last[1]) last[1] = Math.max(last[1], s[1]); else merged.push(s);
  }
  const out = [];
  for (const { node, from } of nodes.reverse()) {
    for (const [a, b] of [...merged].reverse()) {
      const lo = Math.max(a - from, 0), hi = Math.min(b - from, node.data.length);
      if (lo >= hi) continue;
      const hit = node.splitText(lo);
      hit.splitText(hi - lo);
      const m = el("mark", {}, hit.data);
      hit.replaceWith(m);
      out.unshift(m);
    }
  }
  return out;
}

function show(marks) {
  let at = -1;
  const text = el("span", { role: "status" }, say(bar, "found", { n: number(marks.length) }));
  const step = (by) => {
    marks[at]?.removeAttribute("data-current");
    at = at < 0 ? nearest(marks, by) : (at + by + marks.length) % marks.length;
    marks[at].setAttribute("data-current", "");
    const folded = marks[at].closest("details");
    if (folded) folded.open = true;
    marks[at].scrollIntoView({ block: "center" });
    text.textContent = say(bar, "at", { i: number(at + 1), n: number(marks.length) });
  };
  const button = (name, act) => el("button", { type: "button", className: "quiet", onclick: act }, say(bar, name));
  bar.replaceChildren(text, button("previous", () => step(-1)), button("next", () => step(1)), button("off", () => {
    for (const m of marks) { const p = m.parentNode; m.replaceWith(m.textContent); p.normalize(); }
    bar.hidden = true;
    document.documentElement.style.scrollPaddingTop = "";
    forget();
  }));
  // A passage that was led to stands below the bar, which stays at the window's top. The
  // browser would move the window once more, by as much as the bar moved the text.
  const page = document.documentElement.style;
  page.overflowAnchor = "none";
  bar.hidden = false;
  page.scrollPaddingTop = bar.offsetHeight + "px";
  const lead = () => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView({ behavior: "instant" });
  lead();
  // Once more when it is drawn: what stands above may still have changed its height.
  requestAnimationFrame(() => requestAnimationFrame(lead));
}

// nearest is the first mark below the top of the window, or the last above it.
function nearest(marks, by) {
  const i = marks.findIndex((m) => m.getBoundingClientRect().bottom > 0);
  return by > 0 ? Math.max(i, 0) : (i < 0 ? marks.length : i || marks.length) - 1;
}
