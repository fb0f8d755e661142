// The service worker of the whole site, written to its root when it is built
// (internal/site/worker.go puts the two values in). What was read once can be
// read again without a network: the shell at once, pages and search files as
// they were visited. A new build begins with empty caches, so that a record
// taken back does not live on here.
const VERSION = "{{version}}", SHELL = ["{{shell}}"];
const scope = self.registration.scope, PREFIX = "toshin " + scope + " ", NAME = PREFIX + VERSION;
const WAIT = 4000, MOST = 1500, IMMUTABLE = /\/search\/files\/.+\.bin$|\.[0-9a-f]{64}\.(js|css|svg)$/;

self.addEventListener("install", (e) => e.waitUntil(install()));

async function install() {
  const cache = await caches.open(NAME);
  await cache.addAll(SHELL.map((p) => new Request(scope + p, { cache: "no-cache" })));
  // But for those who save on data, what sorts and narrows.
  const base = scope + "search/files/", m = await (await cache.match(base + "manifest.json"))?.json();
  if (m) {
    const columns = navigator.connection?.saveData ? [] : Object.entries(m.columns).filter(([name]) => name !== "節" && name !== "発言").map(([, file]) => file);
    await cache.addAll(columns.map((name) => base + name + ".bin"));
  }
  await self.skipWaiting();
}

self.addEventListener("activate", (e) => e.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== NAME) await caches.delete(name);
  await self.clients.claim();
})()));

self.addEventListener("fetch", (e) => {
  const { request } = e, url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(scope) || request.headers.has("range")) return;
  if (IMMUTABLE.test(url.pathname)) e.respondWith(cached(request));
  else if (request.mode === "navigate" || url.pathname.endsWith("manifest.json")) e.respondWith(fresh(e, request));
});

// What a page read before it was controlled; the browser has most of it at hand.
self.addEventListener("message", (e) => e.waitUntil((async () => {
  const cache = await caches.open(NAME);
  for (const href of e.data?.read || []) {
    const url = new URL(href);
    if (!url.href.startsWith(scope) || url.pathname.endsWith("/sw.js") || (await cache.match(url, { ignoreSearch: true }))) continue;
    await fetch(url.origin + url.pathname).then((r) => keep({ url: url.href }, r)).catch(() => {});
  }
})()));

async function keep(request, response) {
  const cache = await caches.open(NAME);
  if (response.ok && response.type === "basic") {
    await cache.put(request.url.split(/[?#]/)[0], response.clone());
    const keys = await cache.keys();
    if (keys.length > MOST) await cache.delete(keys.find((k) => IMMUTABLE.test(k.url) && k.url.includes("/search/files/")) || keys[SHELL.length]);
  } else if (response.status === 404 || response.status === 410) await cache.delete(request.url, { ignoreSearch: true });
  return response;
}

// cached: files that never change.
async function cached(request) {
  return (await (await caches.open(NAME)).match(request)) || keep(request, await fetch(request));
}

// fresh: from the network; without one, or where it is slow, as last seen.
async function fresh(e, request) {
  const old = (await caches.open(NAME)).match(request, { ignoreSearch: true });
  const now = fetch(request).then((r) => keep(request, r));
  e.waitUntil(now.catch(() => {}));
  const late = new Promise((done) => setTimeout(async () => { const o = await old; if (o) done(o); }, WAIT));
  try {
    return await Promise.race([now, late]);
  } catch (error) {
    const o = await old;
    if (o) return o;
    if (request.mode === "navigate") return Response.redirect(scope + "search/?offline=1");
    throw error;
  }
}
