// Lets the site be read without a network, once visited. The worker stands at the
// site's root, so its scope is the site wherever it is put.
const { serviceWorker } = navigator; // a browser may have none, or none on http

// keep has the worker come. It reads much: a page calls it when it is done.
export function keep() {
  const root = document.documentElement.dataset.root || "./";
  serviceWorker?.register(new URL(root + "sw.js", location.href)).catch(() => { /* a browser may forbid it */ });
}

// loaded does something as soon as the page is there whole.
export const loaded = (act) => (document.readyState === "complete" ? act() : addEventListener("load", act));

// A first visit is over, or half over, before the worker has come: it is told
// what was read without it, also what is still on its way.
serviceWorker?.addEventListener("controllerchange", () => {
  const tell = (read) => { if (read.length) serviceWorker.controller?.postMessage({ read }); };
  tell([location.href]);
  new PerformanceObserver((list) => tell(list.getEntries().filter((e) => !e.workerStart).map((e) => e.name))).observe({ type: "resource", buffered: true });
});
