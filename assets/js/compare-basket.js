// 比較に加える: what a reader picks in lists, results and pages is kept in the
// browser and leads to the compare page. Without JavaScript the links to the
// compare page that stand in the pages do the same for one thing at a time.
const KEY = 'toshin-compare', MOST = 6;
const root = document.documentElement.dataset.root || '';
const bar = document.querySelector('[data-basket]');

function stored() {
  try {
    const ids = JSON.parse(localStorage.getItem(KEY) || '[]');
    return Array.isArray(ids) ? ids.filter((id) => /^(replies|cases)\/[a-z0-9-]+$/.test(id)).slice(0, MOST) : [];
  } catch { return []; }
}

function store(ids) {
  try { localStorage.setItem(KEY, JSON.stringify(ids)); } catch { /* the choice lasts for this page only */ }
}

let ids = stored();

// idOf is what a row or a page is about: replies/216 of ../replies/216/#s0003.
function idOf(el) {
  const own = el.dataset.record || el.dataset.compare;
  const id = own || el.querySelector('a[href]')?.getAttribute('href') || '';
  return /(?:^|\/)((?:replies|cases)\/[a-z0-9-]+)(?:\/|$|#)/.exec(own ? id + '/' : id)?.[1];
}

function button(id, about) {
  const b = document.createElement('button');
  b.type = 'button';
  b.className = 'pick';
  b.dataset.pick = id;
  const label = document.createElement('span');
  const what = document.createElement('span');
  what.className = 'vh';
  what.textContent = ` ${about}`;
  b.append(label, what);
  return b;
}

function dress() {
  for (const el of document.querySelectorAll('li.row, [data-compare]')) {
    const id = idOf(el);
    if (!id || el.querySelector('[data-pick]')) continue;
    const about = el.querySelector('.title, a, h1')?.textContent.trim() || id;
    (el.querySelector('.meta') || el).append(button(id, about));
  }
  for (const b of document.querySelectorAll('[data-pick]')) {
    const on = ids.includes(b.dataset.pick);
    b.setAttribute('aria-pressed', String(on));
    b.firstChild.textContent = bar.getAttribute('data-text-add');
    b.disabled = !on && ids.length >= MOST;
  }
  bar.hidden = !ids.length;
  const a = bar.querySelector('a');
  a.href = `${root}compare/?ids=${ids.join(',')}`;
  a.textContent = bar.dataset.textGo.replace('{n}', ids.length);
}

if (bar) {
  document.addEventListener('click', (e) => {
    const id = e.target.closest('[data-pick]')?.dataset.pick;
    if (id) ids = ids.includes(id) ? ids.filter((x) => x !== id) : [...ids, id].slice(0, MOST);
    else if (e.target.closest('[data-basket-clear]')) ids = [];
    else return;
    store(ids);
    dress();
  });
  addEventListener('storage', (e) => { if (e.key === KEY) { ids = stored(); dress(); } });
  const results = document.querySelector('[data-search-results]');
  if (results) new MutationObserver(dress).observe(results, { childList: true });
  dress();
}
