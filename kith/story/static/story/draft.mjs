// Saves a form on the server while it is typed. The form works without this: it has a button for it.
// In another language the page brings its words for these; in English there are none.
const words = JSON.parse(document.body.dataset.kithWords ?? "{}");
const said = (text) => words[text] ?? text;
const AFTER = 1200; // milliseconds of quiet before a save
const AT_MOST = 2500; // and never later than this after a keystroke
const AGAIN = 3000;
const LOOK = 8000;

const form = document.querySelector("form[data-kith-draft]");
if (form) watch(form);

function watch(form) {
  const state = form.querySelector("[data-kith-draft-state]");
  const told = form.querySelector("[data-kith-draft-others]");
  let last = asTyped();
  let timer = 0;
  let firstKey = 0;
  let saving = null;
  let leaving = false;
  if (state.dataset.kithDraftSays) state.textContent = state.dataset.kithDraftSays;

  form.addEventListener("input", typed);
  form.addEventListener("change", typed);
  form.addEventListener("submit", beforeSending);
  window.addEventListener("pageshow", () => (leaving = false)); // come back to by the browser's own button
  window.addEventListener("online", () => save());
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save());
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && asTyped() !== last) event.preventDefault();
  });
  setInterval(look, LOOK);

  function typed(event) {
    if (event.target.type === "file") return;
    const now = Date.now();
    firstKey ||= now;
    clearTimeout(timer);
    timer = setTimeout(save, Math.max(0, Math.min(AFTER, firstKey + AT_MOST - now)));
  }

  function asTyped() {
    const data = new FormData(form);
    const pairs = [...data].filter(([name, value]) => !["csrfmiddlewaretoken", "draft", "revision", "do"].includes(name) && typeof value === "string");
    return new URLSearchParams(pairs).toString();
  }

  async function save() {
    clearTimeout(timer);
    firstKey = 0;
    if (saving) await saving;
    const now = asTyped();
    if (now === last) return true;
    saving = send(now);
    const done = await saving;
    saving = null;
    if (!done) timer = setTimeout(save, AGAIN);
    return done;
  }

  async function send(now) {
    const body = new URLSearchParams(now);
    for (const name of ["csrfmiddlewaretoken", "draft", "revision"]) body.set(name, form.elements[name].value);
    let answer;
    try {
      answer = await fetch(form.dataset.save, { method: "POST", body, headers: { Accept: "application/json" } });
    } catch {
      say(said("Not saved: no answer just now. Your words are safe on this page. Trying again."));
      return false;
    }
    if (answer.ok && !answer.redirected && answer.headers.get("Content-Type")?.startsWith("application/json")) {
      take(await answer.json());
      last = now;
      return true;
    }
    if (answer.redirected || answer.status === 403) {
      // Signed out, or signed in again in another tab: that gives every page a new token.
      if (!(await freshToken())) sayAndLink(said("Not saved: you are signed out. Your words are safe on this page."), said("Sign in again (opens in a new tab)"), "/sign-in");
      return false;
    }
    say(said("Not saved: something went wrong. Your words are safe on this page. Trying again."));
    return false;
  }

  async function freshToken() {
    try {
      const page = await fetch(location.href);
      if (page.redirected || !page.ok) return false;
      const found = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("form[data-kith-draft] [name=csrfmiddlewaretoken]");
      if (found) form.elements.csrfmiddlewaretoken.value = found.value;
      return Boolean(found);
    } catch {
      return false;
    }
  }

  function take(kept) {
    form.elements.draft.value = kept.draft;
    form.elements.revision.value = kept.revision;
    const here = new URL(location.href);
    here.search = `?draft=${kept.draft}`;
    history.replaceState(null, "", here);
    say(said("Saved %(clock)s").replace("%(clock)s", kept.saved));
    tell(kept.others);
  }

  async function look() {
    if (form.elements.revision.value === "0" || document.visibilityState === "hidden" || leaving) return;
    try {
      const answer = await fetch(form.dataset.state.replace("00000000-0000-0000-0000-000000000000", form.elements.draft.value));
      if (!answer.ok || answer.redirected) return;
      const now = await answer.json();
      if (!now.gone && now.revision > Number(form.elements.revision.value)) tell([{ by: now.by, draft: form.elements.draft.value, saved: "" }, ...now.others]);
      else tell(now.others);
    } catch {
      // The next save says so.
    }
  }

  function tell(others) {
    // What is shown already is left alone: somebody may be reading it.
    const now = others.map((other) => `${other.draft} ${other.saved}`).join(",");
    if (!told || told.dataset.kithDraftOthers === now) return;
    told.dataset.kithDraftOthers = now;
    told.replaceChildren();
    for (const other of others) {
      const line = document.createElement("p");
      line.className = "kith-notice__text";
      const by = other.saved ? said("%(by)s is writing on this too (saved %(clock)s).") : said("%(by)s is writing on this too.");
      line.append(by.replace("%(by)s", other.by || said("Somebody")).replace("%(clock)s", other.saved), " ", said("Nobody's words are lost: theirs are kept apart from yours."), " ");
      const link = document.createElement("a");
      link.className = "govuk-link";
      link.href = `?draft=${encodeURIComponent(other.draft)}`;
      link.target = "_blank";
      link.textContent = said("See what they wrote (opens in a new tab)");
      line.append(link);
      told.append(line);
    }
    told.hidden = others.length === 0;
  }

  async function beforeSending(event) {
    if (leaving) return;
    if (asTyped() === last && !saving) {
      leaving = true;
      return;
    }
    event.preventDefault();
    const button = event.submitter;
    if (!(await save())) return;
    leaving = true;
    // A form that is still being submitted passes over a second asking: this one comes after it.
    setTimeout(() => form.requestSubmit(button));
  }

  function say(words) {
    if (state.textContent !== words) state.textContent = words;
  }

  function sayAndLink(words, text, href) {
    const link = document.createElement("a");
    link.className = "govuk-link";
    link.href = href;
    link.target = "_blank";
    link.textContent = text;
    state.replaceChildren(`${words} `, link);
  }
}
