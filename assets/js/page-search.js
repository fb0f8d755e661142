// The search page: keeps the state of the search in the address, asks
// window.toshin.search and has the answer shown.
import { $ } from "./dom.js";
import { install } from "./toshin.js";
import { ask, read, write } from "./search-state.js";
import { facets, frame } from "./search-facets.js";
import { answer, chosenChips, failed, idle, loading } from "./search-view.js";
import { help, noHelp } from "./search-help.js";
import { Suggest } from "./suggest.js";
import { remember } from "./words.js";
import { keep, loaded } from "./offline.js";
import "./compare-basket.js";

const form = $("form[role=search]"), input = form.elements.q, list = $("[data-search-results]"), title = $("#answers-title");
const root = document.documentElement.dataset.root || "../", name = document.title;
const engine = install(new URL(root + "search/files/", location.href).href);
const link = (s) => write(s, location.href);

let state = read(location.href);
let round = 0; // of the newest search: an answer to an older one is dropped
let draft = false; // the newest entry of the history is of a query being typed
let timer = 0;

async function run() {
  const mine = ++round, asked = state, { text, options } = ask(asked), current = () => mine === round;
  clearTimeout(timer);
  chosenChips(asked, go);
  noHelp();
  const slow = text ? setTimeout(loading, 60) : 0; // no flicker where the answer is at hand
  if (!text) idle();
  try {
    if (text) {
      const early = (res) => { if (current()) { clearTimeout(slow); answer(asked, res, root, link); } };
      const res = await engine.search(text, { ...options, early, stale: () => !current() });
      if (!current()) return;
      clearTimeout(slow); // counting the facets may outlast it
      answer(asked, res, root, link);
      if (!res.total && !draft) help(asked, res.query, engine, link, current).catch(() => { /* then without */ });
    }
    await count(current).catch(() => { /* the hits stand */ });
  } catch (e) {
    if (current() && text) failed(e);
  } finally {
    clearTimeout(slow);
  }
}

// count shows the facets: after the hits, which need not wait for them, and where
// there is room for them or a reader opens them.
async function count(current = () => true) {
  const asked = state, { text, options } = ask(asked);
  if (!frame(asked, () => count().catch(() => { /* the hits stand */ }))) return;
  const { facets: fs } = await engine.search(text, { ...options, offset: 0, limit: 1, facets: true, stale: () => !current() });
  if (current() && asked === state) facets(asked, fs, go);
}

// show fills the form from the state.
function show() {
  if (input.value !== state.q) input.value = state.q;
  form.elements.from.value = state.from;
  form.elements.to.value = state.to;
  form.elements.same.checked = state.same;
  $("#sort").value = state.sort;
  for (const s of form.querySelectorAll("[data-filter]")) {
    const f = state.f.find((x) => x.name === s.dataset.filter);
    s.value = f ? f.value : "";
    if (s.selectedIndex < 0) s.value = "";
  }
  document.title = state.q ? `${state.q} | ${name}` : name;
}

// go brings the page to a state: a new entry of the history, or the draft's.
function go(next, typed = false) {
  const url = link(next);
  state = next;
  if (url !== location.href) history[draft ? "replaceState" : "pushState"](null, "", url);
  draft = typed;
  show();
  return run();
}

// typed is the state of the form, from its first page on.
function typed() {
  const e = form.elements, f = state.f.filter((x) => !form.querySelector(`[data-filter="${x.name}"]`));
  for (const s of form.querySelectorAll("[data-filter]")) if (s.value) f.push({ name: s.dataset.filter, value: s.value });
  return { ...state, q: e.q.value, f, from: e.from.value, to: e.to.value, same: e.same.checked, page: 1 };
}

const suggest = new Suggest(input, $("#q-list"), $("[data-suggest-status]"), engine, () => form.requestSubmit());

form.addEventListener("submit", (e) => {
  e.preventDefault();
  suggest.close();
  const next = typed();
  draft &&= next.q === state.q; // what was typed becomes an entry of its own
  go(next);
});

// Results come while typing, but not while an input method composes.
const later = () => {
  clearTimeout(timer);
  timer = setTimeout(() => { if (input.value !== state.q) go(typed(), true); }, 300);
};
input.addEventListener("input", (e) => { if (!e.isComposing) later(); });
input.addEventListener("compositionend", later);

form.addEventListener("change", (e) => { if (e.target !== input) go(typed()); });
$("#sort").addEventListener("change", (e) => go({ ...state, sort: e.target.value, page: 1 }));
$("[data-search-retry]").addEventListener("click", () => run());

// Links to other states of this page need no new page.
document.addEventListener("click", async (e) => {
  const a = e.target.closest("a[data-page], a[data-search-readings], a[data-search-instead]");
  if (!a || e.ctrlKey || e.metaKey || e.shiftKey || e.button) return;
  e.preventDefault();
  await go(read(a.href));
  title.focus({ preventScroll: true });
  title.scrollIntoView({ block: "start" });
});

input.addEventListener("suggest-record", (e) => {
  location.href = root + e.detail + "/";
});

// The words go with the reader to the record; where they were is kept for the way back.
remember(list, () => ({ text: ask(state).text, readings: state.readings }));
let followed = "";
list.addEventListener("click", (e) => { followed = e.target.closest("[data-record]")?.dataset.record || ""; });
addEventListener("pagehide", () => history.replaceState({ y: scrollY, at: followed }, "", location.href));

function focusOn(record) {
  const li = [...list.children].find((x) => x.dataset.record === record);
  if (li) $("a", li).focus({ preventScroll: true });
}

// A page that the browser kept whole comes back as it was.
addEventListener("pageshow", (e) => { if (e.persisted) focusOn(followed); });

async function restore() {
  const kept = history.state;
  state = read(location.href);
  draft = false;
  show();
  await run();
  if (!kept) return;
  focusOn(kept.at);
  scrollTo({ top: kept.y, behavior: "instant" });
}

history.scrollRestoration = "manual";
addEventListener("popstate", restore);
restore().finally(() => loaded(keep));
