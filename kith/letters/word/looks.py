"""Styles and themes without the names that their makers gave them: a style can be called after a team."""

from __future__ import annotations

import re
from collections.abc import Iterable

from docx.oxml.ns import qn
from lxml import etree

REFERS = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "styleLink", "numStyleLink")
_NAMED = re.compile(rb'(<a:(?:theme|clrScheme|fontScheme|fmtScheme)\b[^>]*?\bname=")[^"]*"')
_BESIDE = re.compile(rb"<a:extLst\b.*?</a:extLst>", re.DOTALL)


def renamed(styles: etree._Element, roots: Iterable[etree._Element]) -> None:
    """Number the council's own styles, wherever they are named in these parts. What Word itself brings keeps its name."""
    own = {
        style.get(qn("w:styleId")): f"Own{number}"
        for number, style in enumerate(styles.iter(qn("w:style")), 1)
        if style.get(qn("w:customStyle")) in {"1", "true"}
    }
    for style in styles.iter(qn("w:style")):
        if number := own.get(style.get(qn("w:styleId"))):
            style.set(qn("w:styleId"), number)
            for name in list(style.iter(qn("w:name"))):
                name.set(qn("w:val"), number)
            for also in list(style.iter(qn("w:aliases"))):
                style.remove(also)
    for root in (styles, *roots):
        for refers in root.iter(*(qn(f"w:{each}") for each in REFERS)):
            if number := own.get(refers.get(qn("w:val"))):
                refers.set(qn("w:val"), number)


def bare_theme(content: bytes) -> bytes:
    """A theme's colours and letters, by no name."""
    return _BESIDE.sub(b"", _NAMED.sub(rb'\1Theme"', content))
