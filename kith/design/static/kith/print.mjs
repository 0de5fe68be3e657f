// A print button is shown only where it can work.
export function showPrint(scope) {
  for (const button of scope.querySelectorAll("[data-kith-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
