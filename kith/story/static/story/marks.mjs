// A button beside each text: puts a mark at the start of the paragraph that is being written.
for (const area of document.querySelectorAll("textarea[data-kith-marks]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "kith-link-button";
  button.textContent = "Mark this paragraph as about somebody else";
  button.addEventListener("click", () => {
    const before = area.value.slice(0, area.selectionStart);
    const gap = before.lastIndexOf("\n\n");
    const start = gap < 0 ? 0 : gap + 2;
    const mark = "[about somebody else] ";
    if (area.value.startsWith(mark, start)) return;
    area.setRangeText(mark, start, start, "end");
    area.focus();
    area.dispatchEvent(new Event("input", { bubbles: true }));
  });
  area.after(button);
}
