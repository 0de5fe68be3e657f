"""Pictures without what a camera or a program wrote into them: place, day, author, words."""

from __future__ import annotations

import struct

PNG = b"\x89PNG\r\n\x1a\n"
# What a PNG needs to be drawn as it was; all else is said beside it.
DRAWN = (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"sRGB", b"cHRM", b"sBIT", b"pHYs")
JPEG = b"\xff\xd8"
START_OF_SCAN, LAST = 0xDA, 0xD9


def bare_picture(content: bytes) -> bytes | None:
    """The picture alone; None for a kind that is not known, or one that is damaged."""
    try:
        if content.startswith(PNG):
            return _png(content)
        if content.startswith(JPEG):
            return _jpeg(content)
    except (struct.error, IndexError, ValueError):
        return None
    return None


def _png(content: bytes) -> bytes:
    kept, at = [PNG], len(PNG)
    while at < len(content):
        (length,) = struct.unpack_from(">I", content, at)
        name, end = content[at + 4 : at + 8], at + 12 + length
        if end > len(content):
            raise ValueError("It is cut short.")
        if name in DRAWN:
            kept.append(content[at:end])
        at = end
        if name == b"IEND":
            break
    return b"".join(kept)


def _jpeg(content: bytes) -> bytes:
    """Without comments and what programs put in: of those only how colours are to be read (APP0, APP14)."""
    kept, at = [JPEG], 2
    while content[at] == 0xFF:
        kind = content[at + 1]
        if kind in {START_OF_SCAN, LAST}:
            last = content.rfind(b"\xff\xd9")
            return b"".join([*kept, content[at : last + 2 if last > at else len(content)]])
        (length,) = struct.unpack_from(">H", content, at + 2)
        if kind != 0xFE and (kind in {0xE0, 0xEE} or not 0xE0 <= kind <= 0xEF):
            kept.append(content[at : at + 2 + length])
        at += 2 + length
    raise ValueError("It is damaged.")
