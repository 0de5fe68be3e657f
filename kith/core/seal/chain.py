"""What a link of the chain is made of, and how its value and signature are worked out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from kith.core.keys import Signer, is_signed_by

BEGINNING = bytes(32)


@dataclass
class TableTally:
    """What one link seals of one table. `ids`, the sum of the keys, names a row that goes missing alone."""

    columns: list[str]
    rows: int = 0
    ids: int = 0
    first: int = 0
    last: int = 0

    def __post_init__(self) -> None:
        self._hash = hashlib.sha256()

    def add(self, row: int, digest: bytes) -> None:
        """Take in one row; rows come in the order of their keys."""
        self._hash.update(row.to_bytes(8) + digest)
        self.first = self.first if self.rows else row
        self.last, self.rows, self.ids = row, self.rows + 1, self.ids + row

    def told(self) -> dict[str, Any]:
        """As it is kept in the link."""
        return {
            "columns": self.columns,
            "rows": self.rows,
            "ids": self.ids,
            "first": self.first,
            "last": self.last,
            "digest": self._hash.hexdigest(),
        }


@dataclass(frozen=True)
class Link:
    """One link: a row of core_sealbatch."""

    number: int
    sealed_at: datetime
    rows: int
    snapshot: str
    tables: Mapping[str, Mapping[str, Any]]
    digest: bytes
    previous: bytes
    chain: bytes
    key: UUID
    signature: bytes

    def is_whole(self) -> bool:
        """Whether digest and chain value follow from the rest."""
        return self.digest == digest_of(self.tables) and self.chain == chain_of(self)


COLUMNS = (
    "number",
    "sealed_at",
    "rows",
    "snapshot",
    "tables",
    "digest",
    "previous",
    "chain",
    "key",
    "signature",
)


def link_from(row: Iterable[Any]) -> Link:
    """A link from the columns in the order of COLUMNS."""
    values = dict(zip(COLUMNS, row, strict=True))
    tables = values["tables"]
    values["tables"] = json.loads(tables) if isinstance(tables, str) else tables
    for name in ("digest", "previous", "chain", "signature"):
        values[name] = bytes(values[name])
    return Link(**values)


def digest_of(tables: Mapping[str, Mapping[str, Any]]) -> bytes:
    """SHA-256 over the tables' digests, by table name."""
    whole = hashlib.sha256()
    for name in sorted(tables):
        whole.update(name.encode() + b"\0" + bytes.fromhex(tables[name]["digest"]))
    return whole.digest()


def chain_of(link: Link) -> bytes:
    """SHA-256 of the link before, and of everything that this one says."""
    said = {
        "number": link.number,
        "sealed_at": link.sealed_at.astimezone(UTC).isoformat(timespec="microseconds"),
        "rows": link.rows,
        "snapshot": link.snapshot,
        "tables": link.tables,
    }
    text = json.dumps(said, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(link.previous + link.digest + text.encode()).digest()


def message(number: int, chain: bytes) -> bytes:
    """What is signed."""
    return b"kith seal\0" + number.to_bytes(8) + chain


def is_signed(link: Link, signers: Mapping[UUID, Signer]) -> bool:
    """Whether one of Kith's own keys signed this link."""
    signer = signers.get(link.key)
    return signer is not None and is_signed_by(
        signer.public, link.signature, message(link.number, link.chain)
    )
