// Small helps for pages that already work without any script.
import { initAll } from "../govuk/govuk-frontend.min.js";
import "./exit.mjs";
import { showPrint } from "./print.mjs";

initAll();
showPrint(document);
// What htmx brings in later gets the same helps.
document.addEventListener("htmx:load", (event) => {
  if (event.detail.elt === document.body) return; // the first load, done above
  initAll({ scope: event.detail.elt });
  showPrint(event.detail.elt);
});
