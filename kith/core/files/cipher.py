"""One encrypted file: a header bound to the file's name, then pieces of 64 KB, each sealed in its order.

    header   mark 6 | key id 16 | salt 32 | size 8 | tag 32
    pieces   AES-256-GCM; nonce = piece number (11 bytes) and whether it is the last (1 byte)

The key and the tag's key come from the data key and the salt (HKDF-SHA256), so no nonce is used twice. The
tag binds size and name: a file put in another's place is found before its first byte is given out.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kith.core.files.errors import FileStoreError
from kith.core.keys.secret import Secret

PIECE = 64 * 1024
MARK = b"KITHF1"
SALT = 32
SEAL = 16
TAG = 32
HEADER = len(MARK) + 16 + SALT + 8 + TAG
ALTERED = "A stored file was altered or cut short: restore it from the backup."


@dataclass(frozen=True)
class Header:
    """What stands before the pieces."""

    key_id: UUID
    salt: bytes
    size: int
    tag: bytes

    @property
    def bound(self) -> bytes:
        """What every piece is bound to."""
        return MARK + self.key_id.bytes + self.salt

    def encoded(self) -> bytes:
        """The bytes on disk."""
        return self.bound + self.size.to_bytes(8) + self.tag


def read_header(file: BinaryIO) -> Header:
    """Raises FileStoreError when it is not one of ours."""
    raw = file.read(HEADER)
    if len(raw) != HEADER or not raw.startswith(MARK):
        raise FileStoreError(ALTERED)
    at = len(MARK)
    return Header(
        key_id=UUID(bytes=raw[at : at + 16]),
        salt=raw[at + 16 : at + 16 + SALT],
        size=int.from_bytes(raw[at + 16 + SALT : -TAG]),
        tag=raw[-TAG:],
    )


class FileCipher:
    """Seals and opens the pieces of one file."""

    def __init__(self, secret: Secret, key_id: UUID, salt: bytes) -> None:
        derived = HKDF(algorithm=SHA256(), length=64, salt=salt, info=b"kith file").derive(secret.reveal())
        self._aead, self._tag_key = AESGCM(derived[:32]), derived[32:]
        self._key_id, self._salt = key_id, salt
        self._bound = Header(key_id, salt, 0, b"").bound

    def seal(self, number: int, piece: bytes, *, last: bool) -> bytes:
        """The piece, sealed as the one with this number (from 0)."""
        return self._aead.encrypt(_nonce(number, last), piece, self._bound)

    def header(self, name: str, size: int) -> Header:
        """The header of a file of `size` bytes stored under `name`."""
        return Header(self._key_id, self._salt, size, self._tag(name, size))

    def check(self, header: Header, name: str) -> None:
        """Raise FileStoreError unless `header` was made for `name`."""
        if not hmac.compare_digest(header.tag, self._tag(name, header.size)):
            raise FileStoreError(ALTERED)

    def pieces(self, file: BinaryIO, size: int) -> Iterator[bytes]:
        """The plain pieces of `file` (past its header), one in memory at a time."""
        count = count_of_pieces(size)
        for number in range(count):
            last = number == count - 1
            sealed = file.read((size - number * PIECE if last else PIECE) + SEAL)
            try:
                yield self._aead.decrypt(_nonce(number, last), sealed, self._bound)
            except (InvalidTag, ValueError) as error:
                raise FileStoreError(ALTERED) from error

    def _tag(self, name: str, size: int) -> bytes:
        return hmac.digest(self._tag_key, self._bound + size.to_bytes(8) + name.encode(), "sha256")


def count_of_pieces(size: int) -> int:
    """How many pieces a file of `size` bytes (at least 1) has."""
    return -(-size // PIECE)


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11) + bytes([last])
