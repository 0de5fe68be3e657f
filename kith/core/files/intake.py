"""What is learnt about a file while it streams in: its kind, its size and its name in the store."""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Iterator

from kith.core.files.cipher import PIECE
from kith.core.files.errors import FileRefusedError
from kith.core.files.kinds import KINDS, TEXT, Kind, TextCheck, check_declared, told_by_content
from kith.marked import marked


class Intake:
    """Cuts a file into even pieces and refuses it at the first one that cannot be taken.

    `kind`, `size` (bytes) and `name` (hex of the keyed hash) are known when the pieces have run out.
    """

    kind: Kind

    def __init__(self, digest: hmac.HMAC, limit: int, given_name: str, declared: str) -> None:
        self._digest, self._limit = digest, limit
        self._given_name, self._declared = given_name, declared
        self._text = TextCheck()
        self.size = 0

    @property
    def name(self) -> str:
        """The keyed hash of what has streamed in so far."""
        return self._digest.hexdigest()

    def pieces(self, content: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
        """Pieces of 64 KB, the last one shorter, each with whether it is the last."""
        held: bytes | None = None
        for piece in even_pieces(content):
            if held is not None:
                yield self._taken(held, last=False), False
            held = piece
        if held is None:
            raise FileRefusedError(marked("This file is empty. Choose another one."))
        yield self._taken(held, last=True), True

    def _taken(self, piece: bytes, *, last: bool) -> bytes:
        if self.size == 0:
            self.kind = self._kind_of(piece)
        self.size += len(piece)
        if self.size > self._limit:
            raise FileRefusedError(
                marked("This file is larger than %(size)s MB. Make it smaller, or split it."),
                size=f"{self._limit / 2**20:g}",
            )
        if self.kind is TEXT and not self._text.allows(piece, last=last):
            raise FileRefusedError(
                marked("This text file holds something that is not text. Save it as UTF-8 text.")
            )
        self._digest.update(piece)
        return piece

    def _kind_of(self, head: bytes) -> Kind:
        kind = told_by_content(head)
        if kind is None:
            takes = ", ".join(sorted({min(kind.endings) for kind in KINDS}))
            raise FileRefusedError(
                marked("This kind of file cannot be taken. These can: %(takes)s."), takes=takes
            )
        check_declared(kind, self._given_name, self._declared)
        return kind


def even_pieces(content: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces of 64 KB, the last one shorter; nothing for nothing."""
    buffer = bytearray()
    for part in content:
        view = memoryview(part)
        # A single part may be as large as the file: take from it what fits, never copy it whole.
        while view:
            room = PIECE - len(buffer)
            buffer += view[:room]
            view = view[room:]
            if len(buffer) == PIECE:
                yield bytes(buffer)
                buffer.clear()
    if buffer:
        yield bytes(buffer)
