// Every page: lets the site be read without a network, once visited. The worker
// stands at the site's root, so its scope is the site wherever it is put.
if ("serviceWorker" in navigator) {
  const root = document.documentElement.dataset.root || "./", { serviceWorker } = navigator;
  addEventListener("load", () => serviceWorker.register(new URL(root + "sw.js", location.href)).catch(() => { /* a browser may forbid it */ }));
  // A first visit is over, or half over, before the worker has come: it is told
  // what was read without it, also what is still on its way.
  serviceWorker.addEventListener("controllerchange", () => {
    const tell = (read) => { if (read.length) serviceWorker.controller?.postMessage({ read }); };
    tell([location.href]);
    new PerformanceObserver((list) => tell(list.getEntries().filter((e) => !e.workerStart).map((e) => e.name))).observe({ type: "resource", buffered: true });
  });
}
