// 引用の書き方: the quotation of the passage that the address names, else of the
// record; to copy, or to save for a program that keeps references.
import { save } from "./save.js";

const box = document.querySelector("[data-quote]");
const passage = () => /^#(s\d+)$/.exec(location.hash)?.[1] || "";

function show() {
  const id = passage(), said = (id && document.getElementById(id)?.dataset.v) || "";
  for (const s of box.querySelectorAll("[data-at]")) {
    s.dataset.template ??= s.textContent;
    s.textContent = s.dataset.template.replaceAll("passageHere", id).replaceAll("passageVersionHere", said);
    s.hidden = !id;
  }
  const what = box.querySelector("[data-quote-what]");
  what.dataset.textRecord ??= what.textContent;
  what.textContent = id ? what.dataset.textPassage.replace("{id}", id) : what.dataset.textRecord;
}

const text = (details) => {
  const c = details.querySelector("[data-quote-text]").cloneNode(true);
  c.querySelectorAll("[hidden]").forEach((e) => e.remove());
  return c.textContent;
};

if (box) {
  for (const b of box.querySelectorAll("button")) b.hidden = false;
  box.addEventListener("click", async (e) => {
    const b = e.target.closest("button"), details = e.target.closest("details");
    if (!b) return;
    if ("quoteCopy" in b.dataset) {
      try { await navigator.clipboard.writeText(text(details)); } catch { getSelection().selectAllChildren(details.querySelector("pre")); }
      return;
    }
    save([box.dataset.file, passage()].filter(Boolean).join("-") + b.dataset.quoteSave, b.dataset.media, text(details));
  });
  addEventListener("hashchange", show);
  show();
}
