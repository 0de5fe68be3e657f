"""Word files with nothing in them of who made them, when, or with which program."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime

from docx.document import Document as DocumentType

# Every file says this day and no other: the first that a zip archive can hold.
NO_DAY = (1980, 1, 1, 0, 0, 0)
# Settings of the program that a file came from: none are needed to read it.
LEFT_OUT = ("docProps/thumbnail.jpeg", "docProps/app.xml")
_NAMES_THEM = re.compile(
    rb"<(?:Relationship|Override|Default)\b[^>]*(?:thumbnail|extended-properties|app\.xml)[^>]*/>"
)
_JPEG = re.compile(rb'<Default\b[^>]*"jpeg"[^>]*/>')


def nameless(document: DocumentType, title: str) -> None:
    """No author, day, words or number of changes in its properties."""
    about = document.core_properties
    about.author = about.last_modified_by = about.comments = about.keywords = about.category = (
        about.subject
    ) = ""
    about.title, about.revision = title, 1
    about.created = about.modified = datetime(*NO_DAY, tzinfo=UTC)


def bare_archive(made: bytes) -> bytes:
    """The archive again with one day for every file in it, and without what is of the program alone."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        pictures = any(name.endswith(".jpeg") and name not in LEFT_OUT for name in old.namelist())
        for name in sorted(old.namelist(), key=lambda each: (each != "[Content_Types].xml", each)):
            if name in LEFT_OUT:
                continue
            content = old.read(name)
            if name in {"[Content_Types].xml", "_rels/.rels"}:
                content = _NAMES_THEM.sub(b"", content)
                content = content if pictures else _JPEG.sub(b"", content)
            new.writestr(zipfile.ZipInfo(name, NO_DAY), content, zipfile.ZIP_DEFLATED)
    return held.getvalue()
