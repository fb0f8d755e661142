// A record's page: where a search led here, its words are marked (marks.js). Who
// comes by another way reads none of that.
import { recall } from "./words.js";
import "./page.js";

const found = recall(), module = document.querySelector("meta[name=toshin-marks]");
if (found && found.text && module && document.querySelector("[data-marks]")) {
  import(new URL(module.content, location.href).href).then((m) => m.start(found)).catch(() => { /* the record can be read without marks */ });
}
