// A chat on a poor line: what was typed is kept in the page until it has surely gone, sent again under the same number,
// and asked for more and more seldom while nothing comes. Without this script forms and a page that looks again do it all.
const box = document.querySelector("[data-chat]");
const list = box.querySelector("[data-chat-lines]");
const says = box.querySelector("[data-chat-says]");
const line = box.querySelector("[data-chat-line]");
const form = box.querySelector("[data-chat-form]");
const waiting = box.querySelector("[data-chat-unsent]");
let { revision, after } = { revision: Number(box.dataset.revision), after: Number(box.dataset.after) };
let unsent = [];
let quiet = 0;
let failed = 0;
let ended = box.dataset.state === "ended";
const SOON = 2000;
const SELDOM = 12000;

async function asked(address, options = {}) {
  const gone = new AbortController();
  const late = setTimeout(() => gone.abort(), 12000);
  try {
    return await fetch(address, { ...options, signal: gone.signal, credentials: "same-origin", cache: "no-store" });
  } finally {
    clearTimeout(late);
  }
}

function show(each) {
  if (each.number <= after) return;
  after = each.number;
  const item = document.createElement("li");
  item.className = `kith-chat__line ${each.theirs ? "kith-chat__line--theirs" : "kith-chat__line--mine"}`;
  const who = document.createElement("strong");
  who.textContent = each.theirs ? box.dataset.theirs : box.dataset.mine;
  const when = document.createElement("span");
  when.className = "kith-quiet";
  when.textContent = ` ${each.at}`;
  const words = document.createElement("p");
  words.className = "govuk-body kith-chat__words";
  words.textContent = each.words;
  item.append(who, when, words);
  list.append(item);
  item.scrollIntoView({ block: "nearest" });
}

function told(ok) {
  failed = ok ? 0 : failed + 1;
  line.textContent = failed > 1 ? box.dataset.lost : "";
  line.hidden = failed < 2;
}

async function look() {
  try {
    const answer = await asked(`${box.dataset.address}?after=${after}&revision=${revision}`);
    told(answer.ok || answer.status === 404);
    if (answer.status === 200) {
      const said = await answer.json();
      quiet = said.lines.length ? 0 : quiet;
      said.lines.forEach(show);
      revision = said.revision;
      if (says.textContent !== said.says) says.textContent = said.says;
      ended = said.state === "ended";
      // What is half typed when an adviser comes, or when it ends, stays on the page.
      if (ended && !over()) return location.replace(location.pathname);
      if (said.state !== box.dataset.state && !form) return location.replace(location.pathname);
    } else quiet += 1;
  } catch {
    told(false);
  }
  return later();
}

function over() {
  const typed = form?.querySelector("textarea").value.trim();
  const left = [...unsent.map((each) => each.words), ...(typed ? [typed] : [])];
  if (!left.length) return false;
  unsent = [];
  form.hidden = true;
  waiting.textContent = `${box.dataset.yours} ${left.join(" / ")}`;
  waiting.hidden = false;
  return true;
}

function later() {
  if (!ended) setTimeout(look, Math.min(SELDOM, SOON * 1.3 ** Math.min(quiet + failed, 8)));
}

async function send() {
  if (!unsent.length) return;
  const first = unsent[0];
  try {
    const answer = await asked(form.action, { method: "POST", body: first.body, headers: { "X-Asks": "chat" } });
    if (answer.ok || answer.status === 409) {
      unsent.shift();
      if (answer.status === 409) {
        const { refused } = await answer.json();
        waiting.textContent = `${refused} ${box.dataset.yours} ${first.words}`;
        waiting.hidden = false;
        return;
      }
      quiet = 0;
      mark();
      send();
      return;
    }
    told(false);
  } catch {
    told(false);
  }
  mark();
  setTimeout(send, Math.min(SELDOM, SOON * 1.5 ** failed));
}

function mark() {
  waiting.hidden = unsent.length === 0;
  waiting.textContent = unsent.length ? `${box.dataset.unsent} ${unsent.map((each) => each.words).join(" / ")}` : "";
}

if (form) {
  const typed = form.querySelector("textarea");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = typed.value.trim();
    if (!words) return;
    const body = new FormData(form);
    body.set("sending", crypto.randomUUID?.() ?? form.elements.sending.value);
    const idle = unsent.length === 0;
    unsent.push({ words, body });
    typed.value = "";
    typed.focus();
    mark();
    if (idle) send();
  });
  typed.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
}
if (box.dataset.here) {
  setInterval(() => {
    const body = new FormData(form);
    body.set("do", "here");
    body.delete("words");
    if (!ended) asked(box.dataset.here, { method: "POST", body }).catch(() => {});
  }, 60000);
}
// Back on the line: at once, not after the wait.
window.addEventListener("online", () => {
  failed = 0;
  look();
  send();
});
for (const each of document.querySelectorAll("[data-chat-bare]")) each.hidden = true;
list.lastElementChild?.scrollIntoView({ block: "nearest" });
later();
