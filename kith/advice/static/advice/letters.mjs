// Fills a letter as it is typed. Nothing is sent and nothing is kept: with the page, it is gone.
import { KIND, docx } from "./docx.mjs";

const letter = document.querySelector("[data-kith-letter]");
const panel = document.querySelector("[data-kith-letter-fields]");
const told = document.querySelector("[data-kith-letter-gaps]");
const boxes = [...panel.querySelectorAll("input, textarea")];

function fill(box) {
  const id = box.id.slice("gap-".length);
  const typed = box.value.trim();
  for (const gap of letter.querySelectorAll(`[data-kith-fill="${id}"]`)) {
    gap.textContent = typed || gap.dataset.kithBlank;
    gap.classList.toggle("kith-letter__gap--filled", typed !== "");
  }
}

function count() {
  const empty = boxes.filter((box) => box.value.trim() === "").length;
  if (empty === 0) told.textContent = told.dataset.none;
  else told.textContent = empty === 1 ? told.dataset.one : told.dataset.some.replace("%s", empty);
}

function save() {
  const paragraphs = [...letter.querySelectorAll("p")].map((each) => each.textContent);
  const address = URL.createObjectURL(new Blob([docx(paragraphs)], { type: KIND }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "letter.docx";
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

for (const box of boxes) box.addEventListener("input", () => fill(box));
panel.addEventListener("focusout", count);
panel.querySelector("[data-kith-letter-file]").addEventListener("click", save);
panel.querySelector("[data-kith-letter-print]").addEventListener("click", () => window.print());
panel.querySelector("[data-kith-letter-clear]").addEventListener("click", () => {
  for (const box of boxes) {
    box.value = "";
    fill(box);
  }
  count();
  boxes[0].focus();
});
// A browser that kept what was typed for Back gives it up: somebody else may press it.
window.addEventListener("pageshow", (event) => event.persisted && location.reload());
for (const box of boxes) {
  box.value = "";
  fill(box);
}
document.querySelector("[data-kith-bare]").hidden = true;
panel.hidden = false;
count();
