// The words of a search go with the reader to the record, in the same tab or a
// new one, without touching the record's address.
const KEY = "toshin-words", KEEP = 10 * 60 * 1000;

// remember keeps the words when a link in list is followed, however that is done.
export function remember(list, search) {
  const keep = (e) => {
    const a = e.target.closest("a[href]");
    if (!a || (e.type === "keydown" && e.key !== "Enter")) return;
    try {
      localStorage.setItem(KEY, JSON.stringify({ path: new URL(a.href).pathname, time: Date.now(), ...search() }));
    } catch { /* a browser may forbid it; the record is shown without marks */ }
  };
  for (const type of ["click", "auxclick", "contextmenu", "keydown"]) list.addEventListener(type, keep);
}

// recall gives the search that led here, or null. A reload keeps it.
export function recall() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    if (kept && (kept.path === location.pathname || Date.now() - kept.time > KEEP)) localStorage.removeItem(KEY);
    const here = kept && kept.path === location.pathname && Date.now() - kept.time < KEEP ? kept : null;
    if (here) sessionStorage.setItem(KEY + location.pathname, JSON.stringify(here));
    return here || JSON.parse(sessionStorage.getItem(KEY + location.pathname));
  } catch {
    return null;
  }
}

export function forget() {
  try { sessionStorage.removeItem(KEY + location.pathname); } catch { /* nothing is kept */ }
}
