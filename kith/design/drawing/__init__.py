"""Drawings of families and the people around them, as SVG made on the server."""

from __future__ import annotations

from kith.design.drawing.model import Drawing, ListLine, PersonNode, Sex, Tie, TieKind
from kith.design.drawing.network import draw_network

__all__ = ["Drawing", "ListLine", "PersonNode", "Sex", "Tie", "TieKind", "draw_network"]
