// Suggestions while typing: a combobox with a list (ARIA 1.2). The focus stays in
// the field; an input method has the keys for itself while it composes.
import { el, number, say } from "./dom.js";
import { candidates, partOf } from "./suggest-words.js";

export class Suggest {
  constructor(input, list, status, engine, submit) {
    Object.assign(this, { input, list, status, engine, submit, items: [], at: -1, round: 0 });
    for (const [k, v] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list", "aria-haspopup": "listbox" })) input.setAttribute(k, v);
    input.addEventListener("input", (e) => { if (!e.isComposing) this.ask(); });
    input.addEventListener("compositionstart", () => this.close());
    input.addEventListener("compositionend", () => this.ask());
    input.addEventListener("keydown", (e) => this.key(e));
    input.addEventListener("blur", () => this.close());
    list.addEventListener("pointerdown", (e) => e.preventDefault()); // the focus stays in the field
    list.addEventListener("click", (e) => {
      const li = e.target.closest("[role=option]");
      if (li) this.take(Number(li.dataset.n));
    });
  }

  async ask() {
    const mine = ++this.round, text = this.input.value, [, part] = partOf(text);
    let found = [];
    try {
      await this.engine.ready(text);
      found = await candidates(this.engine, part);
    } catch { /* without suggestions one can still search */ }
    if (mine === this.round && document.activeElement === this.input) this.show(found);
  }

  show(found) {
    this.items = found;
    this.at = -1;
    this.list.replaceChildren(...found.map((c, n) => el("li", { role: "option", id: `${this.list.id}-${n}`, "aria-selected": "false", "data-n": n, "data-kind": c.kind },
      el("span", {}, c.text), el("span", { className: "n" }, say(this.list, c.kind, { n: number(c.count || 0) })))));
    this.list.hidden = !found.length;
    this.input.setAttribute("aria-expanded", String(found.length > 0));
    this.input.removeAttribute("aria-activedescendant");
    this.status.textContent = found.length ? say(this.list, "count", { n: found.length }) : "";
  }

  close() {
    this.round++;
    if (!this.list.hidden) this.show([]);
  }

  move(to) {
    const n = this.items.length, old = this.list.children[this.at];
    if (old) old.setAttribute("aria-selected", "false");
    this.at = to < -1 ? n - 1 : to >= n ? -1 : to;
    const li = this.list.children[this.at];
    if (!li) return this.input.removeAttribute("aria-activedescendant");
    li.setAttribute("aria-selected", "true");
    li.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", li.id);
  }

  key(e) {
    if (e.isComposing || e.keyCode === 229) {
      if (e.key === "Enter") e.preventDefault(); // it ends a conversion, not the query
      return;
    }
    const open = !this.list.hidden;
    if (e.key === "ArrowDown" || e.key === "ArrowUp") {
      e.preventDefault();
      if (!open) this.ask();
      else this.move(this.at + (e.key === "ArrowDown" ? 1 : -1));
    } else if (e.key === "Escape" && open) {
      e.preventDefault(); // the second Escape empties the field
      this.close();
    } else if (e.key === "Enter" && open && this.at >= 0) {
      e.preventDefault();
      this.take(this.at);
    } else if (e.key === "Tab") this.close();
  }

  // take puts a suggestion in the place of what is being typed. After a filter's
  // name its values are offered; a record is opened; all else is searched for.
  take(n) {
    const c = this.items[n];
    if (!c) return;
    if (c.kind === "record") {
      this.close();
      this.input.dispatchEvent(new CustomEvent("suggest-record", { bubbles: true, detail: c.record }));
      return;
    }
    this.input.value = partOf(this.input.value)[0] + c.text + (c.kind === "name" ? "" : " ");
    this.input.setSelectionRange(this.input.value.length, this.input.value.length);
    if (c.kind === "name") return this.ask();
    this.close();
    this.submit();
  }
}
