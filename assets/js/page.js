// Every page: lets the site be read without a network, once visited. The worker
// stands at the site's root, so its scope is the site wherever it is put.
if ("serviceWorker" in navigator && location.protocol !== "file:") {
  const root = document.documentElement.dataset.root || "./";
  addEventListener("load", () => navigator.serviceWorker.register(new URL(root + "sw.js", location.href)).catch(() => { /* a browser may forbid it */ }));
}
