// What the comparison gives to other programs: a CSV, and a table to paste.
const shown = (table) => [...table.rows].filter((tr) => !tr.hidden);
const text = (cell) => {
  const c = cell.cloneNode(true);
  c.querySelectorAll("button, [data-verdict]").forEach((e) => e.remove());
  return [...c.querySelectorAll("p")].map((p) => p.textContent).join("\n") || c.textContent.trim();
};

export function toCSV(table) {
  const quote = (s) => `"${s.replaceAll('"', '""')}"`;
  return "\ufeff" + shown(table).map((tr) => [...tr.cells].map((c) => quote(text(c))).join(",")).join("\r\n") + "\r\n";
}

// toHTML puts the table on the clipboard as HTML and as plain text; false where
// the browser forbids it, and then the table is selected for the reader to copy.
// Styles stand in the table itself: where it is pasted there is no style sheet of ours.
export async function toHTML(table) {
  const out = document.createElement("table");
  out.border = "1";
  out.style.cssText = "border-collapse:collapse;border:1px solid #000;font-size:10.5pt";
  for (const tr of shown(table)) {
    const row = out.insertRow();
    for (const c of tr.cells) {
      const cell = row.appendChild(document.createElement(c.tagName));
      cell.style.cssText = "border:1px solid #000;padding:4pt;vertical-align:top;text-align:left";
      if (c.tagName === "TH") cell.style.backgroundColor = "#eeeeee";
      text(c).split("\n").forEach((line, i) => { if (i) cell.append(document.createElement("br")); cell.append(line); });
    }
  }
  const plain = shown(table).map((tr) => [...tr.cells].map((c) => text(c).replaceAll("\n", " ")).join("\t")).join("\n");
  try {
    await navigator.clipboard.write([new ClipboardItem({
      "text/html": new Blob([out.outerHTML], { type: "text/html" }), "text/plain": new Blob([plain], { type: "text/plain" }),
    })]);
    return true;
  } catch {
    getSelection().selectAllChildren(table);
    return false;
  }
}
