// The search page: drives window.toshin.search and shows what it gives.
// Words for people stand in the page's data-text- attributes, not here.

import { install } from './toshin.js';

const form = document.querySelector('form[role=search]');
const input = form.elements.q;
const status = document.querySelector('[data-search-status]');
const list = document.querySelector('[data-search-results]');
const more = document.querySelector('[data-search-more]');
const fallback = document.querySelector('[data-search-fallback]');
const root = document.documentElement.dataset.root || '../';
const PAGE = 10; // as many as the search files have cards for

install(new URL(`${root}search/files/`, location.href).href);

let round = 0; // of the newest query: an answer to an older one is dropped
let shown = 0;

function say(state, total, text) {
  status.dataset.state = state;
  status.dataset.total = String(total);
  status.textContent = text;
}

// A snippet is text with the hits' places, never markup.
function snippet(hit) {
  const p = document.createElement('p');
  p.className = 'snippet';
  for (const [text, marked] of split(hit.snippet, hit.marks)) {
    const node = marked ? document.createElement('mark') : document.createTextNode(text);
    if (marked) node.textContent = text;
    p.append(node);
  }
  return p;
}

// split cuts text at marks, pairs [start, end) counted in code points.
function split(text, marks) {
  const chars = Array.from(text);
  const out = [];
  let at = 0;
  for (const [from, to] of marks) {
    if (from < at) continue;
    if (from > at) out.push([chars.slice(at, from).join(''), false]);
    out.push([chars.slice(from, to).join(''), true]);
    at = to;
  }
  if (at < chars.length) out.push([chars.slice(at).join(''), false]);
  return out;
}

function item(hit) {
  const li = document.createElement('li');
  li.className = 'row';
  li.dataset.record = hit.record;
  li.dataset.passage = hit.passage || '';
  const a = document.createElement('a');
  a.href = root + hit.url;
  a.textContent = hit.title;
  li.append(a);
  const tier = list.getAttribute(`data-text-tier-${hit.tier}`);
  if (tier) {
    const p = document.createElement('p');
    p.className = 'tier';
    p.textContent = tier;
    li.append(p);
  }
  li.append(snippet(hit));
  return li;
}

async function run(query, offset = 0) {
  const mine = ++round;
  if (!query.trim()) {
    list.replaceChildren();
    more.hidden = true;
    say('idle', 0, '');
    return;
  }
  say('loading', 0, status.dataset.textLoading);
  fallback.hidden = true;
  try {
    const answer = await window.toshin.search(query, { limit: PAGE, offset });
    if (mine !== round) return;
    if (!offset) list.replaceChildren();
    list.append(...answer.hits.map(item));
    shown = offset + answer.hits.length;
    more.hidden = shown >= answer.total || !answer.hits.length;
    const text = answer.total ? status.dataset.textDone.replace('{n}', answer.total.toLocaleString()) : status.dataset.textNone;
    say('done', answer.total, text);
    fallback.hidden = answer.total > 0;
    document.title = `${query} | ${document.title.split(' | ').slice(-2).join(' | ')}`;
  } catch {
    if (mine !== round) return;
    say('error', 0, status.dataset.textError);
    fallback.hidden = false;
    more.hidden = true;
  }
}

function fromAddress() {
  const q = new URLSearchParams(location.search).get('q') || '';
  input.value = q;
  run(q);
}

form.addEventListener('submit', (e) => {
  e.preventDefault();
  const url = new URL(location.href);
  url.search = input.value ? `?${new URLSearchParams({ q: input.value })}` : '';
  if (url.href !== location.href) history.pushState(null, '', url);
  run(input.value);
});

// Enter that ends an input method's conversion must not search.
input.addEventListener('keydown', (e) => {
  if (e.key === 'Enter' && (e.isComposing || e.keyCode === 229)) e.preventDefault();
});

more.addEventListener('click', async () => {
  const first = shown;
  await run(input.value, shown);
  list.children[first]?.querySelector('a')?.focus();
});

// The words go with the reader to the record, without touching its address.
list.addEventListener('click', () => {
  try {
    sessionStorage.setItem('toshin-words', input.value);
  } catch { /* a browser may forbid it; the record is shown without marks */ }
});

window.addEventListener('popstate', fromAddress);
fromAddress();
