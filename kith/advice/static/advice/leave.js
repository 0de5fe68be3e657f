// Leaving at once: the button, or Shift pressed three times. The page is hidden first, and Back does not lead to it.
// Without this script the button is a link, which leads away as well.
(() => {
  const button = document.querySelector("[data-leave]");
  if (!button) return;
  const leave = (event) => {
    if (event) event.preventDefault();
    document.body.hidden = true;
    document.title = "";
    // What this browser holds of a chat or a board goes beside; leaving waits for no answer.
    fetch(button.href, { keepalive: true, redirect: "manual" }).catch(() => {});
    window.location.replace(button.dataset.leave);
  };
  button.addEventListener("click", leave);
  let pressed = [];
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") {
      pressed = [];
      return;
    }
    const now = Date.now();
    pressed = [...pressed.filter((at) => now - at < 5000), now];
    if (pressed.length === 3) leave();
  });
  // A page that the browser kept whole is not shown again.
  window.addEventListener("pageshow", (event) => event.persisted && window.location.reload());
})();
