"""A letter as docx, to be read aloud or worked on; its file holds no author, day, picture or template's path."""

from __future__ import annotations

import io
import re

from docx import Document
from docx.document import Document as DocumentType
from docx.shared import Cm, Emu, Pt

from kith.design.dates import plain_date
from kith.letters.laid_out import Paper
from kith.letters.paper.nameless import bare_archive, nameless
from kith.letters.paper.png import as_png
from kith.letters.parts import Part

# What XML 1.0 cannot hold.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def as_docx(paper: Paper, *, title: str = "Letter") -> bytes:
    """The same paper gives the same bytes."""
    document = Document()
    nameless(document, title)
    document.styles["Normal"].font.size = Pt(12)
    document.add_paragraph(said("\n".join(filter(None, [paper.council, paper.phone]))))
    document.add_paragraph(said("\n".join(paper.to)))
    our = f"\nOur letter: {paper.reference}" if paper.reference else ""
    document.add_paragraph(said(f"{plain_date(paper.on)}{our}"))
    document.add_heading(said(paper.subject), level=1)
    for part in paper.parts:
        _add(document, part)
    held = io.BytesIO()
    document.save(held)
    return bare_archive(held.getvalue())


def said(words: str) -> str:
    """The words without what no XML can hold."""
    return _NOT_XML.sub("", words)


def _add(document: DocumentType, part: Part) -> None:
    kind = part["part"]
    if kind == "heading":
        document.add_heading(said(part["words"]), level=2)
    elif kind == "text":
        document.add_paragraph(said(part["words"]))
    elif kind == "points":
        for each in part["points"]:
            document.add_paragraph(said(each), style="List Bullet")
    elif kind == "picture":
        _add_picture(document, part)
    elif kind in {"table", "facts"}:
        rows = ([part["head"]] if kind == "table" else []) + part["rows"]
        width = max((len(row) for row in rows), default=0)
        if not width:
            return
        made = document.add_table(rows=0, cols=width, style="Table Grid")
        for row in rows:
            for cell, words in zip(made.add_row().cells, row, strict=True):
                cell.text = said(words)


def _add_picture(document: DocumentType, part: Part) -> None:
    shape = document.add_picture(io.BytesIO(as_png(part["svg"])))
    # A4 without its margins, as Word has them here.
    if shape.width > (room := Cm(15.2)):
        shape.height, shape.width = Emu(shape.height * room // shape.width), room
    if shape.height > (room := Cm(22)):
        shape.width, shape.height = Emu(shape.width * room // shape.height), room
    about = shape._inline.docPr
    about.set("descr", said(part["says"]))
    about.set("name", "Drawing")
