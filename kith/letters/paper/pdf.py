"""A letter as PDF, by typst: tagged for readers aloud, with its own fonts, and no day, author or program's path in it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import typst
from pypdf import PdfReader

from kith.design.dates import plain_date
from kith.letters.laid_out import Paper

TEMPLATE = Path(__file__).with_name("letter.typ")


def as_pdf(paper: Paper, *, title: str = "Letter") -> bytes:
    """The same paper gives the same bytes, whenever and wherever it is made."""
    said = {
        "title": title,
        "council": paper.council,
        "phone": paper.phone,
        "to": list(paper.to),
        "on": plain_date(paper.on),
        "reference": paper.reference,
        "subject": paper.subject,
        "parts": [{name: each for name, each in part.items() if name != "drawing"} for part in paper.parts],
        "window": paper.window,
    }
    made = typst.compile(
        TEMPLATE.read_bytes(), sys_inputs={"letter": json.dumps(said)}, ignore_system_fonts=True, timestamp=0
    )
    if not isinstance(made, bytes):
        raise TypeError("One file was asked for.")
    return made


def pages_of(paper: Paper) -> int:
    """How many pages it takes."""
    return len(PdfReader(io.BytesIO(as_pdf(paper))).pages)
