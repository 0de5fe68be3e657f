"""A page as a screen reader speaks it: Chromium's own tree of what it tells them, in order, beside what can be seen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from playwright.sync_api import Page

CONTROLS = ("link", "button", "textbox", "searchbox", "checkbox", "radio", "combobox", "DisclosureTriangle")
# A browser puts these round a quotation by itself.
QUOTES = "“”‘’\"' "
# The words beside these are their name, and are said with them alone.
TICKED = ("checkbox", "radio")
# Alone, in a list of all links of a page, these say nothing.
VAGUE = {
    "here",
    "more",
    "read more",
    "this",
    "answer",
    "change",
    "remove",
    "open",
    "go",
    "see",
    "details",
    "edit",
}
# 26/11, 26.11.2026, 2026-11-26, 26 Nov: a voice reads figures, and no month.
FIGURES = re.compile(r"\b\d{1,2}/\d{1,2}(/\d{2,4})?\b|\b\d{1,2}\.\d{1,2}\.\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b")
SHORT_MONTH = re.compile(r"\b\d{1,2} (Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b")
# Text that can be seen, in the order of the page: its words, how far down it begins, the language it is said to be in.
# What stands in a part that nobody is told of is listed too, marked.
SEEN = """() => {
  const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode, element = node.parentElement, words = node.textContent.trim();
    if (!words || element.closest('script, style, template, noscript, option, textarea')) continue;
    const range = document.createRange(); range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    const closed = element.closest('details:not([open])');
    const shut = closed && !element.closest('summary');
    const shows = element.checkVisibility({visibilityProperty: true}) && box.width > 0 && !shut;
    let apart = !!element.closest('.govuk-visually-hidden, .govuk-skip-link, svg');
    for (let each = element; each && !apart; each = each.parentElement)
      apart = ['sticky', 'fixed'].includes(getComputedStyle(each).position);
    found.push({words, shows, top: Math.round(box.top + scrollY), left: box.left, right: box.right, apart,
                hidden: !!element.closest('[aria-hidden=true]'),
                lang: element.closest('[lang]')?.lang || '', name: !!element.closest('bdi')});
  }
  return found;
}"""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One thing that is said: what it is, its words; of a heading its level, of a link where it leads."""

    role: str
    words: str
    level: int = 0
    to: str = ""
    around: str = ""


def spoken(page: Page) -> list[Spoken]:
    """All that is said of the page, first to last."""
    talk = page.context.new_cdp_session(page)
    nodes = {each["nodeId"]: each for each in talk.send("Accessibility.getFullAXTree")["nodes"]}
    talk.detach()
    root = next(each for each in nodes.values() if "parentId" not in each)
    return list(_said(root, nodes, ""))


def _said(node: dict[str, Any], nodes: dict[str, dict[str, Any]], around: str) -> Iterator[Spoken]:
    role, words = _value(node, "role"), _folded(_value(node, "name"))
    of = {each["name"]: each["value"].get("value") for each in node.get("properties", [])}
    if role in ("paragraph", "listitem", "cell", "term", "definition", "LabelText"):
        around = " ".join(_leaves(node, nodes))
    if not node.get("ignored") and role not in ("InlineTextBox", "RootWebArea"):
        yield Spoken(role, words, int(of.get("level") or 0), str(of.get("url") or ""), around)
    # What somebody typed in a box is the box's, and said with it.
    for each in () if role in ("textbox", "searchbox") else node.get("childIds", []):
        if each in nodes:
            yield from _said(nodes[each], nodes, around)


def _leaves(node: dict[str, Any], nodes: dict[str, dict[str, Any]]) -> Iterator[str]:
    if _value(node, "role") == "StaticText" and not node.get("ignored"):
        yield _folded(_value(node, "name"))
        return
    for each in node.get("childIds", []):
        if each in nodes:
            yield from _leaves(nodes[each], nodes)


def _value(node: dict[str, Any], what: str) -> str:
    return str(node.get(what, {}).get("value", ""))


def _folded(words: str) -> str:
    return " ".join(words.split())


def faults(page: Page) -> list[str]:
    """What somebody who hears this page, and sees nothing of it, stumbles over."""
    said, seen = spoken(page), page.evaluate(SEEN)
    wrong = [*_order(said, seen), *_names(said), *_headings(said), *_languages(page, seen)]
    dates = [each.words for each in said if FIGURES.search(each.words) or SHORT_MONTH.search(each.words)]
    return [*wrong, *(f"a date in figures: {each}" for each in dates)]


def _order(said: list[Spoken], seen: list[dict[str, Any]]) -> Iterator[str]:
    """What is said is what can be seen, in the order in which it stands, and nothing else; drawings have a name."""
    aloud = [each.words for each in said if each.role in ("StaticText", *TICKED) and each.words.strip(QUOTES)]
    shown = [_folded(each["words"]) for each in seen if each["shows"] and not each["hidden"]]
    voice, page = "".join(aloud).replace(" ", ""), "".join(shown).replace(" ", "")
    for words in shown:
        if words.replace(" ", "") not in voice:
            yield f"can be seen and is not said: {words}"
    for words in aloud:
        if words.replace(" ", "") not in page:
            yield f"is said and cannot be seen: {words}"
    if voice != page and sorted(voice) == sorted(page):
        yield "is said in another order than it stands in"
    for each in seen:
        if each["hidden"] and each["shows"] and any(map(str.isalpha, each["words"])) and not each["apart"]:
            yield f"words are kept from whoever listens: {each['words']}"
    blocks = [each for each in seen if each["shows"] and not each["apart"] and not each["hidden"]]
    for before, after in pairwise(blocks):
        beside = after["left"] >= before["right"] or after["right"] <= before["left"]
        if after["top"] < before["top"] - 40 and not beside:
            yield f"stands above what is said before it: {after['words']} (after {before['words']})"


def _names(said: list[Spoken]) -> Iterator[str]:
    """Every control has a name that says enough alone; one name leads to one place."""
    places: dict[str, str] = {}
    for each in said:
        if each.role not in CONTROLS:
            continue
        if not each.words:
            yield f"a {each.role} without a name"
        elif each.words.casefold().strip(" .:") in VAGUE:
            yield f"a {each.role} that says nothing alone: {each.words}"
        elif not any(map(str.isalpha, each.words)) and len(re.findall(r"[^\W\d_]{3,}", each.around)) < 3:
            yield f"a {each.role} of figures alone, beside which nothing says whose: {each.words}"
        if each.role == "link" and places.setdefault(each.words, each.to) != each.to:
            yield f"two links are called “{each.words}”: {places[each.words]} and {each.to}"


def _headings(said: list[Spoken]) -> Iterator[str]:
    levels = [(each.level, each.words) for each in said if each.role == "heading"]
    if [level for level, _words in levels].count(1) != 1:
        yield f"not one heading of the first level: {levels}"
    for (before, _), (level, words) in pairwise(levels):
        if level > before + 1:
            yield f"a heading skips a level, {before} to {level}: {words}"
    for _level, words in levels:
        if not words:
            yield "a heading without words"


def _languages(page: Page, seen: list[dict[str, Any]]) -> Iterator[str]:
    """Words whose letters are of another language than the page's are marked with theirs; names of people need not be."""
    own = str(page.evaluate("document.documentElement.lang"))[:2]
    if not own:
        yield "the page does not say in which language it is"
    for each in seen:
        letters = [letter for letter in each["words"] if letter.isalpha()]
        if not letters or not each["shows"]:
            continue
        arabic = sum("ARABIC" in unicodedata.name(letter, "") for letter in letters) * 2 > len(letters)
        latin = sum("LATIN" in unicodedata.name(letter, "") for letter in letters) * 2 > len(letters)
        wanted = "ar" if arabic else "en" if latin else ""
        if wanted == "en" and any("ARABIC" in unicodedata.name(letter, "") for letter in letters):
            continue
        if wanted and each["lang"][:2] != wanted and not (each["name"] and wanted == "en"):
            yield f"is read in the voice of “{each['lang']}”: {each['words']}"
