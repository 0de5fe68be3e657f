"""The named fields of a council's Word file: found though Word cut them into pieces, and filled in its own look."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass

from docx.document import Document as DocumentType
from docx.oxml.ns import qn
from lxml import etree

from kith.design.text import safe_text
from kith.letters.fields import FIELDS
from kith.letters.paper.docx import said
from kith.letters.parts import Part
from kith.letters.word.opening import parts_of_document

MOST = 200
TOLD = 10
# What a Word file names besides the fields of every letter.
WORD_FIELDS = {
    **FIELDS,
    "words": "what the worker types, in a paragraph of its own",
    "subject": "the line above the letter",
    "address": "where it goes, as on the envelope, in a paragraph of its own",
    "reference": "the letter's own reference",
}
ONE = re.compile(r"\{([^{}]*)\}")
STRAY = re.compile(r"[{}]")


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph: where it stands in words for people, and its own pieces of text in order."""

    where: str
    paragraph: etree._Element
    texts: tuple[etree._Element, ...]

    @property
    def words(self) -> str:
        """Its words as one, whatever pieces Word cut them into."""
        return "".join(each.text or "" for each in self.texts)


def places(document: DocumentType) -> Iterator[Place]:
    """Every paragraph that holds words, of the letter, its tables, headers and footers."""
    for part, root in parts_of_document(document):
        for number, paragraph in enumerate(root.iter(qn("w:p")), 1):
            texts = tuple(_own(paragraph))
            if texts:
                in_table = next(paragraph.iterancestors(qn("w:tbl")), None) is not None
                where = (
                    f"Paragraph {number}{f' of {part}' if part else ''}{' (in a table)' if in_table else ''}"
                )
                yield Place(where, paragraph, texts)


def _own(paragraph: etree._Element) -> Iterator[etree._Element]:
    for each in paragraph.iter(qn("w:t")):
        if next(each.iterancestors(qn("w:p"))) is paragraph:
            yield each


def named(raw: str) -> str:
    """A field's name as it is known: without the marks and spaces that Word and people put into it."""
    return safe_text(raw).lower().replace(" ", "")


def faults(document: DocumentType) -> list[str]:
    """What is wrong with the fields, at most ten lines, each naming its paragraph; empty where nothing is."""
    found: list[str] = []
    seen: list[str] = []
    for place in places(document):
        words = place.words
        for each in ONE.findall(words):
            name = named(each)
            seen.append(name)
            if name not in WORD_FIELDS:
                found.append(f"{place.where}: “{safe_text(each)[:60]}” is not a field. {_remedy(name)}")
        if stray := STRAY.search(ONE.sub("", words)):
            found.append(f"{place.where}: “{stray[0]}” stands alone. A field is written {{like.this}}.")
        found += [
            f"{place.where}: {{{each}}} needs a paragraph of its own."
            for each in ("words", "address")
            if each in map(named, ONE.findall(words)) and not _alone(words, each)
        ]
        if len(seen) > MOST:
            return [f"It has more than {MOST} fields. A letter has far fewer."]
        if len(found) >= TOLD:
            return [*found[:TOLD], "Put these right first; there may be more."]
    if seen.count("words") > 1:
        found.append("{words} stands more than once: keep one.")
    return found


def _alone(words: str, name: str) -> bool:
    only = ONE.fullmatch(words.strip())
    return only is not None and named(only[1]) == name


def _remedy(name: str) -> str:
    alike = [each for each in WORD_FIELDS if name and each.rpartition(".")[2] == name.rpartition(".")[2]]
    return f"Did you mean {' or '.join(alike)}?" if alike else f"Known fields: {', '.join(WORD_FIELDS)}."


def fields_of(document: DocumentType) -> list[str]:
    """The names of the fields that it holds, each once, in order."""
    return list(dict.fromkeys(named(each) for place in places(document) for each in ONE.findall(place.words)))


def filled(words: str, values: Mapping[str, str]) -> str:
    """The words with each field's value in its place; values are not looked into."""
    return ONE.sub(lambda each: values.get(named(each[1]), ""), words)


def fill(document: DocumentType, values: Mapping[str, str], typed: list[Part]) -> None:
    """Put each value where its field stands, in the look of the field's first letter; `{words}` becomes paragraphs."""
    for place in list(places(document)):
        if _alone(place.words, "words"):
            _paragraphs(place, typed)
        elif ONE.search(place.words):
            _fill(place, values)


def _fill(place: Place, values: Mapping[str, str]) -> None:
    for each in reversed(list(ONE.finditer(place.words))):
        at = 0
        value: str | None = said(values.get(named(each[1]), ""))
        for text in place.texts:
            words = text.text or ""
            first, last = max(each.start() - at, 0), min(each.end() - at, len(words))
            if first < last:
                # The piece where it begins takes the value; those after it give up what was of the field.
                text.text = f"{words[:first]}{value or ''}{words[last:]}"
                value = None
            at += len(words)
    for text in place.texts:
        _broken_at_lines(text)


def _broken_at_lines(text: etree._Element) -> None:
    first, *more = (text.text or "").split("\n")
    text.text = first
    text.set(qn("xml:space"), "preserve")
    here = text
    for line in more:
        for tag, words in (("w:br", None), ("w:t", line)):
            made = here.makeelement(qn(tag), {})
            made.text = words
            if words is not None:
                made.set(qn("xml:space"), "preserve")
            here.addnext(made)
            here = made


def _paragraphs(place: Place, typed: list[Part]) -> None:
    here = place.paragraph
    for part in typed:
        lines = [f"•  {each}" for each in part["points"]] if "points" in part else [part["words"]]
        for line in lines:
            made = deepcopy(place.paragraph)
            first, *others = _own(made)
            first.text = said(line)
            for each in others:
                each.text = ""
            if part["part"] == "heading":
                _bold(first)
            _broken_at_lines(first)
            here.addnext(made)
            here = made
    if (above := place.paragraph.getparent()) is not None and typed:
        above.remove(place.paragraph)
    elif not typed:
        _fill(place, {})


def _bold(text: etree._Element) -> None:
    run = next(text.iterancestors(qn("w:r")))
    look = run.find(qn("w:rPr"))
    if look is None:
        look = run.makeelement(qn("w:rPr"), {})
        run.insert(0, look)
    if look.find(qn("w:b")) is None:
        look.insert(0, look.makeelement(qn("w:b"), {}))


HEAD_SAYS = frozenset(
    {"reader.name", "today", "subject", "address", "reference", "council.name", "council.phone"}
)
"""What stands at the head of every letter already: a paragraph of these alone is left out of the page and the PDF."""


def parts_in(
    document: DocumentType, values: Mapping[str, str], typed: list[Part], text: Callable[[str], Part]
) -> list[Part]:
    """The letter's own words as parts, in order, for the page, the check and the PDF. Headers are not among them."""
    found: list[Part] = []
    body = document.element.body
    for place in places(document):
        if body not in place.paragraph.iterancestors():
            continue
        names = {named(each) for each in ONE.findall(place.words)}
        if _alone(place.words, "words"):
            found += typed
        elif names and names <= HEAD_SAYS and not ONE.sub("", place.words).strip(" ,."):
            continue
        elif words := safe_lines(filled(place.words, values)):
            found.append(text(words))
    return found


def safe_lines(words: str) -> str:
    """The words line by line without marks that reorder what stands beside them."""
    return "\n".join(safe_text(each) for each in words.split("\n")).strip()
