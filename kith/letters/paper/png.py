"""A drawing as PNG, for files that take no SVG: set by typst as the PDF is, and nothing in it but the picture."""

from __future__ import annotations

import json

import typst

DOTS = 160.0
PAGE = b"""#set page(width: auto, height: auto, margin: 4pt, fill: white)
#image(bytes(json(bytes(sys.inputs.drawing))), format: "svg")
"""


def as_png(svg: str) -> bytes:
    """The same drawing gives the same bytes."""
    made = typst.compile(
        PAGE, format="png", ppi=DOTS, sys_inputs={"drawing": json.dumps(svg)}, ignore_system_fonts=True
    )
    if not isinstance(made, bytes):
        raise TypeError("One picture was asked for.")
    return made
