"""What stands inside a file that is to leave: its words and what it says of itself, as far as a program can read them.

What it cannot read, it says: a scan, a locked PDF, a picture, a recording. Somebody must read that themselves.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import ParseError, fromstring

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from kith.core.files.kinds import DOCX, ODT, PDF, TEXT

LONGEST, MOST_PAGES, MOST_UNPACKED = 20 * 2**20, 200, 60 * 2**20
PICTURES = (
    ".png",
    ".jpg",
    ".jpeg",
    ".gif",
    ".bmp",
    ".tif",
    ".tiff",
    ".emf",
    ".wmf",
    ".svg",
    ".webp",
    ".heic",
)
# What a broken file makes the libraries raise; RuntimeError: also of a locked zip, and of one packed in a strange way.
BROKEN = (
    PyPdfError, ParseError, zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, KeyError,
    TypeError, AttributeError, IndexError, RecursionError, OSError, EOFError, OverflowError, RuntimeError, AssertionError,
)  # fmt: skip
# An attribute that holds a name, as Word keeps authors of comments and of changes.
_NAMED = re.compile(r"(author|initials|userId|Target|name|descr|title)$")
_ENTITY = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Looked:
    """The words of a file, and why not all of it could be looked through; empty where it could."""

    words: str
    why: str = ""


def look_through(content: bytes, media_type: str) -> Looked:
    """Read a file. Never fails: what cannot be read is said."""
    if len(content) > LONGEST:
        return Looked("", "it is too large")
    try:
        if media_type == PDF.mime:
            return _pdf(content)
        if media_type in {DOCX.mime, ODT.mime}:
            return _zipped(content)
        if media_type == TEXT.mime:
            return Looked(content.decode("utf-8", "replace"))
    except BROKEN:
        return Looked("", "it could not be opened")
    return Looked("", "it is a picture" if media_type.startswith("image/") else "it is a recording")


def _pdf(content: bytes) -> Looked:
    read = PdfReader(io.BytesIO(content))
    if read.is_encrypted:
        return Looked("", "it is locked")
    if len(read.pages) > MOST_PAGES:
        return Looked("", "it is too long")
    pages = [page.extract_text() for page in read.pages]
    about = [str(value) for value in (read.metadata or {}).values()]
    root: Any = read.trailer["/Root"]
    if "/Metadata" in root:
        about.append(root["/Metadata"].get_object().get_data().decode("utf-8", "replace"))
    notes = [said for page in read.pages for said in _notes(page)]
    fields = [str(each.get("/V", "")) for each in (read.get_fields() or {}).values()]
    why = ""
    if any(not words.strip() for words in pages):
        why = "a page of it is a picture without words"
    elif any(_pictures(page) for page in read.pages):
        why = "there are pictures in it"
    if read.attachments:
        why = "there is a file inside it"
    return Looked("\n".join([*pages, *about, *notes, *fields]), why)


def _notes(page: Any) -> Iterator[str]:
    """Comments on a page, who made them, and where links lead."""
    for each in page.get("/Annots") or []:
        note = each.get_object()
        yield from (str(note[key]) for key in ("/Contents", "/T", "/TU", "/RC") if key in note)
        action = note.get("/A")
        if action is not None:
            yield str(action.get_object().get("/URI", ""))


def _pictures(page: Any) -> bool:
    held = page.get("/Resources")
    drawn = held.get_object().get("/XObject") if held is not None else None
    if drawn is None:
        return False
    # A form may draw a picture of its own.
    return any(
        each.get_object().get("/Subtype") in {"/Image", "/Form"} for each in drawn.get_object().values()
    )


def _zipped(content: bytes) -> Looked:
    """A Word file or an OpenDocument text: every part of it, with what it says of itself."""
    words: list[str] = []
    why = ""
    with zipfile.ZipFile(io.BytesIO(content)) as held:
        if sum(each.file_size for each in held.infolist()) > MOST_UNPACKED:
            return Looked("", "it is too large")
        for each in held.infolist():
            name = each.filename.lower()
            if name.endswith((".xml", ".rels")):
                words += _xml(held.read(each))
            elif name.startswith(("docprops/", "thumbnails/")):
                continue  # a picture of the first page, which does not leave
            elif name.endswith(PICTURES):
                why = why or "there are pictures in it"
            elif not name.endswith(("/", "mimetype", ".ttf", ".odttf", ".rdf")):
                why = "there is a file inside it"
    return Looked("\n".join(words), why)


def _xml(content: bytes) -> list[str]:
    if _ENTITY.search(content):
        raise ValueError("No office program writes this, and it may unfold without end.")
    said: list[str] = []
    line: list[str] = []
    for each in fromstring(content).iter():  # noqa: S314 - entities are refused above
        if each.tag.endswith(("}p", "}h", "}tr")):
            said.append("".join(line))
            line = []
        line += [each.text or "", each.tail or ""]
        said += [value for name, value in each.attrib.items() if _NAMED.search(name)]
    return [*said, "".join(line)]
