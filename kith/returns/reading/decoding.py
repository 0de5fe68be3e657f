"""Any encoding in, UTF-8 bytes with plain line ends out, a bounded piece at a time."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import IO

from kith.returns.reading.limits import CHUNK_BYTES, MAX_LINE_BYTES
from kith.returns.reading.shapes import UnreadableError


class Decoder:
    """Reads one stream; afterwards `fallback_lines` counts lines that were not UTF-8 but Windows-1252.

    `chunks()` gives UTF-8 bytes cut after a line feed (save the last), lines ended by a line feed alone.
    Raises UnreadableError when a line is longer than MAX_LINE_BYTES.
    """

    def __init__(self, stream: IO[bytes], encoding: str) -> None:
        self._stream = stream
        self._encoding = encoding
        self.fallback_lines = 0
        self.ends_with_newline = True
        self.replaced = False

    def chunks(self) -> Iterator[bytes]:
        held = b""
        for piece in self._plain_lines():
            held += piece
            cut = held.rfind(b"\n") + 1
            if cut:
                yield self._utf8(held[:cut])
                held = held[cut:]
            if len(held) > MAX_LINE_BYTES:
                raise UnreadableError(
                    f"It has a line of more than {MAX_LINE_BYTES:,} bytes, so it is not a return, or it "
                    "has lost "
                    "its line breaks."
                )
        if held:
            self.ends_with_newline = False
            yield self._utf8(held)

    def _plain_lines(self) -> Iterator[bytes]:
        carriage = False
        for piece in self._transcoded():
            data = b"\r" + piece if carriage else piece
            carriage = data.endswith(b"\r")
            if carriage:
                data = data[:-1]
            if b"\r" in data:
                data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
            yield data
        if carriage:
            yield b"\n"

    def _transcoded(self) -> Iterator[bytes]:
        bytewise = self._encoding in ("utf-8", "utf-8-sig", "cp1252")
        decode = None if bytewise else codecs.getincrementaldecoder(self._encoding)(errors="replace")
        first = True
        while piece := self._stream.read(CHUNK_BYTES):
            if decode is None:
                yield piece.removeprefix(codecs.BOM_UTF8) if first else piece
            else:
                yield decode.decode(piece).encode("utf-8", errors="replace")
            first = False
        if decode is not None:
            yield decode.decode(b"", final=True).encode("utf-8", errors="replace")

    def _utf8(self, chunk: bytes) -> bytes:
        try:
            chunk.decode("utf-8")
        except UnicodeDecodeError:
            return b"".join(self._mend(line) for line in chunk.splitlines(keepends=True))
        return chunk

    def _mend(self, line: bytes) -> bytes:
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            self.fallback_lines += 1
            return line.decode("cp1252", errors="replace").encode("utf-8")
        return line
