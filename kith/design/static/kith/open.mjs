// For pages that anybody reads: leaving, printing and nothing else.
import { ExitThisPage } from "../govuk/govuk-frontend.min.js";
import "./exit.mjs";
import { showPrint } from "./print.mjs";

for (const part of document.querySelectorAll('[data-module="govuk-exit-this-page"]')) new ExitThisPage(part);
showPrint(document);
