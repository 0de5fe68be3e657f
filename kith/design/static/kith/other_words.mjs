// Other words, offered quietly below the box in which somebody writes. It never stops anything, and what is typed
// goes nowhere: the list comes here, and is looked through here.
import { byFirstWord, hints } from "./wording.mjs";

const AFTER = 1500; // milliseconds without a key
const AT_ONCE = 3; // more would be a sermon
const SHORTEST = 121; // a one-line box for fewer letters holds a name, a time or a number
const AS_SAID = /\b(own|their) words\b/iu;
const list = document.body.dataset.kithOtherWords;
const boxes = new WeakMap();
let asked = null;

if (list) document.addEventListener("input", typed);

function typed(event) {
  const box = event.target;
  if (!isAsked(box)) return;
  if (!boxes.has(box)) boxes.set(box, { timer: 0, shown: "", away: new Set(), place: placeBelow(box) });
  const state = boxes.get(box);
  clearTimeout(state.timer);
  state.timer = setTimeout(() => look(box, state), AFTER);
}

function isAsked(box) {
  if (!box.matches("form[method=post] textarea, form[method=post] input[type=text]")) return false;
  // Somebody's own words are left as they were said; a box that says so asks for nothing else.
  if (box.readOnly || "kithAsSaid" in box.dataset || box.inputMode === "numeric") return false;
  if ([...(box.labels ?? [])].some((label) => AS_SAID.test(label.textContent))) return false;
  return box.localName === "textarea" || box.maxLength >= SHORTEST || "kithOtherWords" in box.dataset;
}

async function look(box, state) {
  const phrases = await phrasesOf();
  const found = hints(box.value, phrases).filter((hint) => !state.away.has(hint.entry.key)).slice(0, AT_ONCE);
  const now = found.map((hint) => hint.entry.key).join(" ");
  if (now === state.shown) return; // what is shown is not said again
  state.shown = now;
  state.place.replaceChildren(...found.map(said), ...(found.length ? [buttons(box, state, found)] : []));
}

// Asked for once on a page, when somebody first pauses; without an answer nothing is offered.
async function phrasesOf() {
  asked ??= fetch(list)
    .then((answer) => (answer.ok && !answer.redirected ? answer.json() : { entries: [] }))
    .then((given) => byFirstWord(given.entries))
    .catch(() => new Map());
  return asked;
}

// There, and empty, before it says anything: a reader that speaks would miss it otherwise.
function placeBelow(box) {
  const place = document.createElement("div");
  place.className = "kith-other-words";
  place.setAttribute("aria-live", "polite");
  box.insertAdjacentElement("afterend", place);
  return place;
}

function said({ wrote, entry }) {
  const line = document.createElement("p");
  line.className = "kith-other-words__line";
  line.append("You wrote “", isolated(wrote), "”. You could say “", entry.instead.join("”, or “"), "”. ", entry.why);
  return line;
}

function isolated(text) {
  const part = document.createElement("bdi");
  part.textContent = text.replace(/\s+/gu, " ");
  return part;
}

function buttons(box, state, found) {
  const row = document.createElement("p");
  row.className = "kith-other-words__row";
  const link = document.createElement("a");
  link.className = "govuk-link";
  link.href = list.replace(/[^/]*$/u, "");
  link.target = "_blank";
  link.textContent = "More about these words (opens in a new tab)";
  const away = document.createElement("button");
  away.type = "button";
  away.className = "kith-link-button";
  away.textContent = "Put this away";
  away.addEventListener("click", () => {
    for (const hint of found) state.away.add(hint.entry.key);
    state.shown = "";
    state.place.replaceChildren();
    box.focus();
  });
  row.append(link, " ", away);
  return row;
}
