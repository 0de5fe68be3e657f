"""Which kinds of file are taken, told by what is in them and never by what they are called."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import PurePath

from kith.core.files.errors import FileRefusedError
from kith.marked import marked


@dataclass(frozen=True)
class Kind:
    """A kind of file: the type it is served as, other names of that type, endings, and words for people."""

    mime: str
    aliases: frozenset[str]
    endings: frozenset[str]
    says: str


def _kind(mime: str, endings: str, says: str, *aliases: str) -> Kind:
    return Kind(mime, frozenset(aliases), frozenset(endings.split()), says)


PDF = _kind("application/pdf", ".pdf", "a PDF document", "application/x-pdf")
TEXT = _kind("text/plain", ".txt .text .md", "plain text", "text/markdown")
DOCX = _kind(
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", "a Word document"
)
ODT = _kind("application/vnd.oasis.opendocument.text", ".odt", "an OpenDocument text")
WEBP = _kind("image/webp", ".webp", "a WebP picture")
WAV = _kind("audio/wav", ".wav", "a WAV recording", "audio/wave", "audio/x-wav", "audio/vnd.wave")
MARKED = (
    PDF,
    _kind("image/png", ".png", "a PNG picture"),
    _kind("image/jpeg", ".jpg .jpeg .jfif .jpe", "a JPEG picture", "image/jpg", "image/pjpeg"),
    WEBP,
    _kind("image/heic", ".heic .heif", "an iPhone picture", "image/heif"),
    _kind("audio/mpeg", ".mp3", "an MP3 recording", "audio/mp3", "audio/x-mpeg"),
    _kind(
        "audio/mp4",
        ".m4a .mp4 .f4a",
        "an M4A recording",
        "audio/x-m4a",
        "audio/m4a",
        "audio/aac",
        "video/mp4",
    ),
    WAV,
    _kind("audio/ogg", ".ogg .oga .opus", "an Ogg recording", "application/ogg", "audio/opus"),
    _kind("audio/webm", ".webm .weba", "a WebM recording", "video/webm"),
    # What the recorders of many phones make when a page asks for a voice.
    _kind("audio/3gpp", ".3gp .3gpp .3ga", "a phone recording", "video/3gpp"),
)
AMR = _kind("audio/amr", ".amr", "a phone recording", "audio/3gpp")
KINDS = (*MARKED, AMR, TEXT, DOCX, ODT)
UNDECLARED = {"", "application/octet-stream", "binary/octet-stream"}

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_MARKUP = re.compile(r"<\s*(!doctype|html|head|body|script|svg|iframe|object|embed|\?xml)", re.IGNORECASE)
_PARTS_OF_WORD = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/", b"customXml/")


def told_by_content(head: bytes) -> Kind | None:
    """The kind of a file from its first 64 KB, or None when it is none that is taken."""
    if head.startswith(b"PK\x03\x04"):
        return _zipped(head)
    if not head.startswith(b"%PDF-") and (text := TextCheck()).allows(head):
        return None if _MARKUP.search(text.seen) else TEXT
    if head.startswith(b"#!AMR"):
        return AMR
    if head.startswith(b"RIFF"):
        # Many kinds share this wrapper and puremagic names them all; the true one stands at the eighth byte.
        return {b"WAVE": WAV, b"WEBP": WEBP}.get(head[8:12])
    # Late: reading its list of kinds takes longer than most of a command's start, and few commands take a file.
    import puremagic

    try:
        found = {match.mime_type for match in puremagic.magic_string(head) if match.confidence >= 0.2}
    except (puremagic.PureError, ValueError):
        return None
    return next((kind for kind in MARKED if found & {kind.mime, *kind.aliases}), None)


def check_declared(kind: Kind, name: str, declared: str) -> None:
    """Raise FileRefusedError when the name's ending or the declared type says otherwise than the content."""
    said = declared.partition(";")[0].strip().lower()
    ending = PurePath(name).suffix.lower()
    if (said not in UNDECLARED and said not in {kind.mime, *kind.aliases}) or (
        ending and ending not in kind.endings
    ):
        raise FileRefusedError(
            marked(
                "This file is %(kind)s, but it is named or labelled as something else (%(named)s)."
                " Save it again as what it is, and try once more."
            ),
            kind=kind.says,
            named=ending or said,
        )


class TextCheck:
    """Whether pieces of a file, in turn, are text in UTF-8 without control characters."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self.seen = ""

    def allows(self, piece: bytes, *, last: bool = False) -> bool:
        """Whether it is still text after this piece; `seen` is the piece's text."""
        try:
            self.seen = self._decoder.decode(piece, final=last)
        except UnicodeDecodeError:
            return False
        return _CONTROL.search(self.seen) is None


def _zipped(head: bytes) -> Kind | None:
    first = head[30 : 30 + int.from_bytes(head[26:28], "little")]
    if first == b"mimetype":
        return ODT if head[38:].startswith(ODT.mime.encode() + b"PK") else None
    if first.startswith(_PARTS_OF_WORD) and b"word/" in head and b"vbaProject" not in head:
        return DOCX
    return None
