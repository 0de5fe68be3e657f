"use strict";
(() => {
  const filter = document.getElementById("filter");
  const words = document.getElementById("words");
  const told = document.getElementById("told");
  const rules = [...document.querySelectorAll("[data-rule]")].map((rule) => ({
    rule,
    head: plain(rule.querySelector("[data-head]")),
    details: rule.querySelector("details"),
    rows: [...rule.querySelectorAll("tbody tr")].map((row) => ({ row, text: plain(row) })),
  }));
  const items = [...document.querySelectorAll("[data-item]")].map((item) => ({ item, text: plain(item) }));
  const cut = document.querySelector(".cut") ? " This page does not hold everything: the CSV does." : "";
  let waiting = 0;

  function plain(element) {
    return element.textContent.toLowerCase();
  }

  function show(element, visible) {
    element.toggleAttribute("data-hidden", !visible);
  }

  function choose() {
    const wanted = words.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const has = (text) => wanted.every((word) => text.includes(word));
    let count = 0;
    for (const { rule, head, details, rows } of rules) {
      const whole = has(head);
      let some = whole;
      for (const { row, text } of rows) {
        const visible = whole || has(head + " " + text);
        show(row, visible);
        some = some || visible;
      }
      show(rule, some);
      details.open = wanted.length > 0 && some && !whole;
      count += some ? 1 : 0;
    }
    for (const { item, text } of items) {
      const visible = has(text);
      show(item, visible);
      count += visible ? 1 : 0;
    }
    told.textContent = wanted.length ? `${count} found. Clear the words to see all again.${cut}` : "";
  }

  filter.hidden = false;
  filter.addEventListener("submit", (event) => event.preventDefault());
  words.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(choose, 150);
  });
  // What is folded away is printed too.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    folded.forEach((each) => (each.open = true));
  });
  addEventListener("afterprint", () => folded.forEach((each) => (each.open = false)));
  // A link to a rule leads to it open.
  const open = () => {
    const aim = location.hash && document.getElementById(location.hash.slice(1));
    const details = aim && aim.querySelector("details");
    if (details && aim.hasAttribute("data-rule")) details.open = true;
  };
  addEventListener("hashchange", open);
  open();
})();
