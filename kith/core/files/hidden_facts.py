"""What a picture says beside the picture: place, camera, times, names. Taken out of copies that leave.

Done for JPEG, PNG and WebP; for PDF, Word and OpenDocument see `hidden_in_documents`. Not for HEIC, which is not shared
with families, nor for recordings, which a worker has heard first. The store keeps what was given, untouched.
"""

from __future__ import annotations

import struct

CLEANED = frozenset({"image/jpeg", "image/png", "image/webp"})
_PNG = b"\x89PNG\r\n\x1a\n"
# Chunks that a picture needs to look the same; all others may carry words.
_PNG_KEPT = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs",
     b"acTL", b"fcTL", b"fdAT"}
)  # fmt: skip
_WEBP_DROPPED = frozenset({b"EXIF", b"XMP "})
_ORIENTATION = 0x0112


def without_hidden_facts(content: bytes, media_type: str) -> bytes:
    """The same picture without what is hidden in it; other kinds, and odd pictures, as they are."""
    try:
        if media_type == "image/jpeg":
            return _jpeg(_alone(content))
        if media_type == "image/png":
            return _png(content)
        if media_type == "image/webp":
            return _webp(content)
    except (struct.error, IndexError):
        return content
    return content


def _alone(content: bytes) -> bytes:
    """Without the film or the second picture that a phone puts behind one; as it is where its end is not found."""
    try:
        return ends_where_it_ends(content, "image/jpeg")
    except (ValueError, IndexError):
        return content


def _jpeg(content: bytes) -> bytes:
    kept, at = bytearray(content[:2]), 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        mark = content[at + 1]
        if mark == 0xDA:  # the picture itself begins
            break
        (size,) = struct.unpack(">H", content[at + 2 : at + 4])
        segment = content[at : at + 2 + size]
        if mark == 0xE1 and segment[4:10] == b"Exif\x00\x00":
            kept += _only_the_turn(segment[10:])
        elif not (0xE1 <= mark <= 0xED or mark in (0xEF, 0xFE)) or (
            mark == 0xE2 and segment[4:16] == b"ICC_PROFILE\x00"
        ):
            kept += segment
        at += 2 + size
    return bytes(kept + content[at:])


def ends_where_it_ends(content: bytes, media_type: str) -> bytes:
    """The picture and nothing that was put behind it: phones add a film, or a second picture with its place.

    Raises ValueError for a JPEG or PNG that is not whole.
    """
    if media_type == "image/png":
        end = content.rfind(b"IEND")
        if end < 0:
            raise ValueError("no end")
        return content[: end + 8]
    at = 2
    while at + 4 <= len(content):
        if content[at] != 0xFF:
            raise ValueError("no mark")
        mark = content[at + 1]
        if mark == 0xD9:
            return content[: at + 2]
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if mark == 0xDA:
            # Within the picture every FF is followed by 00, or by a mark of its rows (D0 to D7).
            while (at := content.find(b"\xff", at)) >= 0 and (
                content[at + 1 : at + 2] == b"\x00" or 0xD0 <= content[at + 1 : at + 2][0] <= 0xD7
            ):
                at += 2
            if at < 0:
                raise ValueError("no end")
            if content[at + 1 : at + 2] == b"\xd9":
                return content[: at + 2]
    raise ValueError("no end")


def sides(content: bytes, media_type: str) -> tuple[int, int]:
    """Width and height of a JPEG or PNG in pixels, as it says itself. Raises ValueError where it does not."""
    if media_type == "image/png" and content[12:16] == b"IHDR" and len(content) > 24:
        wide, high = struct.unpack(">II", content[16:24])
        return wide, high
    at = 2
    while media_type == "image/jpeg" and at + 9 <= len(content) and content[at] == 0xFF:
        if 0xC0 <= content[at + 1] <= 0xCF and content[at + 1] not in (0xC4, 0xC8, 0xCC):
            high, wide = struct.unpack(">HH", content[at + 5 : at + 9])
            return wide, high
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    raise ValueError("no size")


def _only_the_turn(tiff: bytes) -> bytes:
    """An Exif segment that says only which way up the picture is; nothing where none was said, or none can be read."""
    try:
        return _turn(tiff)
    except (struct.error, IndexError):
        return b""


def _turn(tiff: bytes) -> bytes:
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return b""
    (first,) = struct.unpack(order + "I", tiff[4:8])
    (count,) = struct.unpack(order + "H", tiff[first : first + 2])
    for number in range(count):
        entry = tiff[first + 2 + 12 * number :][:12]
        tag, kind = struct.unpack(order + "HH", entry[:4])
        if (tag, kind) == (_ORIENTATION, 3):
            (turn,) = struct.unpack(order + "H", entry[8:10])
            body = b"Exif\x00\x00MM\x00*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, turn, 0, 0)
            return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body
    return b""


def _png(content: bytes) -> bytes:
    kept, at = bytearray(_PNG), len(_PNG)
    while at + 12 <= len(content):
        size, name = struct.unpack(">I4s", content[at : at + 8])
        if name in _PNG_KEPT:
            kept += content[at : at + 12 + size]
        at += 12 + size
        if name == b"IEND":
            break
    return bytes(kept)


def _webp(content: bytes) -> bytes:
    kept, at = bytearray(), 12
    while at + 8 <= len(content):
        name, size = struct.unpack("<4sI", content[at : at + 8])
        chunk = bytearray(content[at : at + 8 + size + size % 2])
        if name == b"VP8X":
            chunk[8] &= ~0b00001100  # it no longer says that Exif and XMP follow
        if name not in _WEBP_DROPPED:
            kept += chunk
        at += 8 + size + size % 2
    return b"RIFF" + struct.pack("<I", len(kept) + 4) + b"WEBP" + bytes(kept)
