// Every page: lets the site be read without a network, once visited. The worker
// stands at the site's root, so its scope is the site wherever it is put.
if ("serviceWorker" in navigator) {
  const root = document.documentElement.dataset.root || "./", { serviceWorker } = navigator;
  addEventListener("load", () => serviceWorker.register(new URL(root + "sw.js", location.href)).catch(() => { /* a browser may forbid it */ }));
  // A first visit is over before the worker has come: it is told what was read.
  serviceWorker.addEventListener("controllerchange", () => {
    const read = performance.getEntriesByType("resource").map((e) => e.name);
    serviceWorker.controller?.postMessage({ read: [location.href, ...read] });
  });
}
