// 比較に加える: what a reader picks in lists, results and pages is kept in the
// browser and leads to the compare page. Without JavaScript the links to the
// compare page that stand in the pages do the same for one thing at a time.
import { el, say } from "./dom.js";

const KEY = "toshin-compare", MOST = 6;
const root = document.documentElement.dataset.root || "";
const bar = document.querySelector("[data-basket]");

function stored() {
  try {
    const ids = JSON.parse(localStorage.getItem(KEY) || "[]");
    return Array.isArray(ids) ? ids.filter((id) => /^(replies|cases)\/[a-z0-9-]+$/.test(id)).slice(0, MOST) : [];
  } catch { return []; }
}

function store(ids) {
  try { localStorage.setItem(KEY, JSON.stringify(ids)); } catch { /* the choice lasts for this page only */ }
}

let ids = stored();

// idOf is what a row or a page is about: replies/216 of ../replies/216/#s0003.
function idOf(about) {
  const own = about.dataset.record || about.dataset.compare;
  const id = own || about.querySelector("a[href]")?.getAttribute("href") || "";
  return /(?:^|\/)((?:replies|cases)\/[a-z0-9-]+)(?:\/|$|#)/.exec(own ? id + "/" : id)?.[1];
}

function button(id, about) {
  return el("button", { type: "button", className: "pick", "data-pick": id }, el("span"), el("span", { className: "vh" }, ` ${about}`));
}

function dress() {
  for (const row of document.querySelectorAll("li.row, [data-compare]")) {
    const id = idOf(row);
    if (!id || row.querySelector("[data-pick]")) continue;
    const about = row.querySelector(".title, a, h1")?.textContent.trim() || id;
    (row.querySelector(".meta") || row).append(button(id, about));
  }
  for (const b of document.querySelectorAll("[data-pick]")) {
    const on = ids.includes(b.dataset.pick);
    b.setAttribute("aria-pressed", String(on));
    b.firstChild.textContent = say(bar, "add");
    b.disabled = !on && ids.length >= MOST;
  }
  bar.hidden = !ids.length;
  const a = bar.querySelector("a");
  a.href = `${root}compare/?ids=${ids.join(",")}`;
  a.textContent = say(bar, "go", { n: ids.length });
}

if (bar) {
  document.addEventListener("click", (e) => {
    const id = e.target.closest("[data-pick]")?.dataset.pick;
    if (id) ids = ids.includes(id) ? ids.filter((x) => x !== id) : [...ids, id].slice(0, MOST);
    else if (e.target.closest("[data-basket-clear]")) ids = [];
    else return;
    store(ids);
    dress();
  });
  addEventListener("storage", (e) => { if (e.key === KEY) { ids = stored(); dress(); } });
  const results = document.querySelector("[data-search-results]");
  if (results) new MutationObserver(dress).observe(results, { childList: true });
  dress();
}
