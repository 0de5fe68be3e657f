"""Where the head of the chain is kept away from the database: a port, and files that only grow."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol
from uuid import UUID

from kith.core.keystore import master_key_file


class AnchorError(Exception):
    """The head cannot be kept outside; `str()` is one line for the operator."""


@dataclass(frozen=True)
class Head:
    """What an anchor keeps of one link."""

    number: int
    chain: bytes
    sealed_at: datetime
    key: UUID
    signature: bytes


class Anchor(Protocol):
    """A place outside the database that takes heads and never loses one."""

    name: str

    def last(self) -> Head | None:
        """The head that was taken last."""

    def append(self, heads: Sequence[Head]) -> None:
        """Keep these; they are there for good on return. Raises AnchorError."""

    def mark(self) -> int:
        """How far it has grown: to read up to later."""

    def heads(self, up_to: int) -> Iterator[Head | None]:
        """All heads in the order of taking, up to a mark; None for a whole line that cannot be read."""


class FileAnchor:
    """One JSON line for each head, in a file to which lines are only added.

    Put it on another machine (a share mounted here, or a file with the append-only attribute that a
    log shipper carries away): a superuser of this host can otherwise rewrite both.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = str(path)

    def last(self) -> Head | None:
        try:
            with self.path.open("rb") as file:
                file.seek(0, os.SEEK_END)
                file.seek(max(0, file.tell() - 8192))
                lines = [head for line in file.read().split(b"\n")[:-1] if (head := _parsed(line))]
        except FileNotFoundError:
            return None
        except OSError as error:
            raise AnchorError(f"The anchor {self.path} cannot be read: {error.strerror}.") from error
        return lines[-1] if lines else None

    def append(self, heads: Sequence[Head]) -> None:
        text = b"".join(_line(head) for head in heads)
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX)
                size = os.fstat(handle).st_size
                torn = size and os.pread(handle, 1, size - 1) != b"\n"  # the power failed within a line
                os.write(handle, b"\n" + text if torn else text)
                os.fsync(handle)
            finally:
                os.close(handle)
        except OSError as error:
            raise AnchorError(f"The anchor {self.path} cannot be written: {error.strerror}.") from error

    def mark(self) -> int:
        return self.path.stat().st_size if self.path.exists() else 0

    def heads(self, up_to: int) -> Iterator[Head | None]:
        if not up_to:
            return
        read = 0
        with self.path.open("rb") as file:
            for line in file:
                read += len(line)
                if read > up_to:
                    return
                head = _parsed(line)
                # An end without its line break is a writing that a power cut ended: appending takes it up again.
                if head is not None or line.endswith(b"\n"):
                    yield head


def anchors() -> list[Anchor]:
    """The places of this installation: a file beside the master key, or what KITH_SEAL_ANCHOR names.

    KITH_SEAL_ANCHOR is one path or several with a colon between; name one on another machine.
    """
    given = os.environ.get("KITH_SEAL_ANCHOR", "")
    paths = [Path(part) for part in given.split(os.pathsep) if part]
    return [FileAnchor(path) for path in paths or [master_key_file().path.with_name("seal-anchor.jsonl")]]


def _line(head: Head) -> bytes:
    told = {
        "number": head.number,
        "chain": head.chain.hex(),
        "sealed_at": head.sealed_at.isoformat(),
        "key": str(head.key),
        "signature": head.signature.hex(),
    }
    return json.dumps(told).encode() + b"\n"


def _parsed(line: bytes) -> Head | None:
    try:
        told = json.loads(line)
        return Head(
            number=told["number"],
            chain=bytes.fromhex(told["chain"]),
            sealed_at=datetime.fromisoformat(told["sealed_at"]),
            key=UUID(told["key"]),
            signature=bytes.fromhex(told["signature"]),
        )
    except (ValueError, KeyError, TypeError):
        return None
