"""What a file is, told from its content: names and extensions may lie."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Literal

from kith.returns.reading.shapes import NotAReturnError

Form = Literal["csv", "xml", "zip"]

SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file: open it and save it as CSV"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive: unpack it, or make a zip"),
    (b"7z\xbc\xaf", "a 7z archive: unpack it, or make a zip"),
    (b"Rar!", "a RAR archive: unpack it, or make a zip"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet file: save it as CSV"),
)

BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Sniffed:
    """`encoding` is a Python codec name; "utf-8" may still turn out to hold Windows-1252 further on."""

    form: Form
    encoding: str


def sniff(head: bytes) -> Sniffed:
    """Tell form and encoding from the first bytes. Raises NotAReturnError for what is no return at all."""
    if not head:
        raise NotAReturnError("The file is empty. Export it again.")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        if b"xl/" in head[:4096] and b"[Content_Types].xml" in head[:4096]:
            raise NotAReturnError("This is an Excel workbook. Open it and save each sheet as CSV.")
        return Sniffed("zip", "")
    for signature, what in SIGNATURES:
        if head.startswith(signature):
            raise NotAReturnError(f"This is not a return but {what}.")
    encoding = _encoding(head)
    text = head.decode(encoding, errors="replace").lstrip("\ufeff \t\r\n")
    if not text.strip("\0 \t\r\n,;"):
        raise NotAReturnError("The file is blank. Export it again.")
    if text.startswith("<"):
        return Sniffed("xml", _declared(text, encoding))
    controls = len(re.findall(r"[\x01-\x08\x0b\x0c\x0e-\x1f]", text)) + 3 * text.count("\0")
    if controls > max(4, len(text) // 50):
        raise NotAReturnError(
            "This is not text: it looks like a program, a picture or a damaged file. Export it again."
        )
    return Sniffed("csv", encoding)


def _declared(text: str, encoding: str) -> str:
    """XML that is not UTF-8 and names another encoding is read by that; "latin-1" stands for it here."""
    named = re.match(r"<\?xml[^>]*encoding=[\"']([A-Za-z0-9._-]+)", text)
    other = named is not None and named.group(1).lower() not in ("utf-8", "utf8")
    return "latin-1" if encoding == "cp1252" and other else encoding


def _encoding(head: bytes) -> str:
    for bom, name in BOMS:
        if head.startswith(bom):
            return name
    sample = head[:4096]
    # Returns are nearly all ASCII, so in UTF-16 without a mark every second byte is nought.
    half = max(len(sample) // 2, 1)
    if sample[1::2].count(0) > half * 0.7 and sample[0::2].count(0) < half * 0.1:
        return "utf-16-le"
    if sample[0::2].count(0) > half * 0.7 and sample[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
