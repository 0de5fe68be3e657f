// Spoken words become typed ones on the device itself. A browser that would send the sound anywhere shows no button.
const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
const LANGUAGE = document.documentElement.lang;
const REFUSED = "This device did not let the page listen. You can type, or use your keyboard’s own microphone.";

if (await hearsHere()) for (const box of document.querySelectorAll("form[data-kith-draft] textarea")) offer(box);

async function hearsHere() {
  // One that does not know this wish would send the sound to its maker: it is not asked.
  if (!Recognition?.available || !("processLocally" in Recognition.prototype)) return false;
  try {
    return (await Recognition.available({ langs: [LANGUAGE], processLocally: true })) === "available";
  } catch {
    return false;
  }
}

function offer(box) {
  const press = document.createElement("button");
  press.type = "button";
  press.className = "kith-link-button";
  press.setAttribute("aria-pressed", "false");
  const of = document.createElement("span");
  of.className = "govuk-visually-hidden";
  of.textContent = `: ${box.labels[0]?.textContent.trim() ?? ""}`;
  press.append("Speak instead of typing", of);
  const state = document.createElement("p");
  state.className = "govuk-hint kith-heard";
  state.setAttribute("role", "status");
  box.after(press, state);
  let ear = null;

  press.addEventListener("click", () => (ear ? ear.stop() : begin()));
  // Nobody is listened to who has turned to something else.
  document.addEventListener("visibilitychange", () => document.hidden && ear?.stop());
  window.addEventListener("pagehide", () => ear?.stop());

  function begin() {
    ear = new Recognition();
    Object.assign(ear, { processLocally: true, lang: LANGUAGE, continuous: true, interimResults: false });
    ear.addEventListener("result", heard);
    ear.addEventListener("error", (event) => event.error !== "no-speech" && (state.textContent = REFUSED));
    ear.addEventListener("end", ended);
    state.textContent = "Listening. Press again when you have finished.";
    press.setAttribute("aria-pressed", "true");
    try {
      ear.start();
    } catch {
      state.textContent = REFUSED;
      ended();
    }
  }

  function ended() {
    ear = null;
    press.setAttribute("aria-pressed", "false");
    if (state.textContent !== REFUSED) state.textContent = "";
  }

  function heard(event) {
    for (const result of [...event.results].slice(event.resultIndex)) if (result.isFinal) put(result[0].transcript.trim());
  }

  function put(words) {
    if (!words) return;
    const before = box.value.slice(0, box.selectionStart);
    box.setRangeText(before && !/\s$/u.test(before) ? ` ${words}` : words, box.selectionStart, box.selectionEnd, "end");
    // As if it had been typed: the draft is saved, and other words are offered.
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
