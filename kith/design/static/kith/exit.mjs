// Leaving for good: the page is gone at once, Back does not lead to it, and whoever comes next is not signed in.
// Without this script the link alone leads away.
import { ExitThisPage } from "../govuk/govuk-frontend.min.js";

let leaving = false;
// Heard before any page's own: none asks whether it may be left.
window.addEventListener("beforeunload", (event) => leaving && event.stopImmediatePropagation());

// For the button, and for three presses of Shift.
ExitThisPage.prototype.exitPage = function () {
  leaving = true;
  document.body.hidden = true;
  // Sent beside: leaving waits for no answer.
  const out = document.querySelector('form[action="/sign-out"]');
  if (out) navigator.sendBeacon(out.action, new FormData(out));
  window.location.replace(this.$button.href);
};
