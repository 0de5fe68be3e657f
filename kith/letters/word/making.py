"""A Word template taken in, and a letter made of it: the same template and words give the same bytes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from docx.document import Document as DocumentType

from kith.letters.paper.docx import said
from kith.letters.paper.nameless import bare_archive, nameless
from kith.letters.parts import Part, text
from kith.letters.word.cleaning import clean, head
from kith.letters.word.fields import faults, fields_of, fill, parts_in
from kith.letters.word.opening import WordRefusedError, opened


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A file that may be a template: cleaned, and the fields that it names."""

    content: bytes
    fields: tuple[str, ...]


def take_in(content: bytes) -> TakenIn:
    """Raises WordRefusedError: for what no letter may hold, and for each unknown field with its paragraph."""
    document = opened(content)
    if wrong := faults(document):
        raise WordRefusedError(" ".join(wrong))
    clean(document, letterhead=True)
    fields = tuple(fields_of(document))
    return TakenIn(_saved(document, "Template"), fields)


def words_of(content: bytes, values: Mapping[str, str], typed: list[Part]) -> list[Part]:
    """The words of a letter made of this template, as parts. Headers, footers and pictures are not among them."""
    return parts_in(opened(content), values, typed, text)


def made(
    content: bytes,
    values: Mapping[str, str],
    typed: list[Part],
    *,
    heads: Iterable[str] | None,
    ending: Iterable[Part],
) -> bytes:
    """The letter in the template's look. With `heads` these lines stand above it in place of the council's letterhead.

    Whoever of a family reads it gets `heads`: a letterhead tells an office, a crest or a team, and one that is left out
    for some alone would tell those that something is kept from them.
    """
    document = opened(content)
    clean(document, letterhead=heads is None)
    fill(document, values, typed)
    if heads is not None:
        head(document, heads)
    for part in ending:
        document.add_paragraph(said(part["words"]))
    return _saved(document, "Letter")


def _saved(document: DocumentType, title: str) -> bytes:
    nameless(document, title)
    held = io.BytesIO()
    document.save(held)
    return bare_archive(held.getvalue())
