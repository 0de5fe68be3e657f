"""The store: one encrypted file for each content, under a keyed hash of it."""

from __future__ import annotations

import errno
import hmac
import os
import re
import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kith.core.files.cipher import HEADER, SALT, SEAL, FileCipher, count_of_pieces, read_header
from kith.core.files.errors import FileRefusedError, FileStoreError
from kith.core.files.intake import Intake
from kith.core.keys import KeyRing, Purpose
from kith.marked import marked

Scanner = Callable[[Iterator[bytes]], str | None]
"""Looks through a file's pieces; the name of what it found, or None. Raises when it could not look."""

_NAME = re.compile(r"[0-9a-f]{64}")
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_ABANDONED = 24 * 60 * 60


@dataclass(frozen=True)
class StoredFile:
    """A file in the store. `scanned`: a virus scanner looked through it; `new`: its content was not there."""

    id: str
    size: int
    mime: str
    scanned: bool
    new: bool


class FileStore:
    """Encrypted files in `folder`, at most `limit` bytes each; `scan` is the virus scanner, if any."""

    def __init__(
        self, folder: Path, ring: KeyRing, *, limit: int = 50 * 2**20, scan: Scanner | None = None
    ) -> None:
        self.folder, self.limit = folder, limit
        self._ring, self._scan = ring, scan

    @property
    def scanning(self) -> str:
        """One line for operators and for the page of settings."""
        return (
            "Files are scanned for viruses."
            if self._scan
            else "No virus scanner is set: files are not scanned."
        )

    def save(self, content: Iterable[bytes], *, name: str, declared: str = "") -> StoredFile:
        """Take a file in, in one pass and bounded memory; `name` and `declared` are what its giver calls it.

        Raises FileRefusedError when it is empty, too large, of no kind that is taken, not what it says it
        is, or infected; FileStoreError when the store cannot keep it. Nothing is left of it in either.
        """
        _, names = self._ring.current(Purpose.FILE_NAMES)
        intake = Intake(hmac.new(names.reveal(), digestmod="sha256"), self.limit, name, declared)
        key_id, secret = self._ring.current(Purpose.FILES)
        cipher = FileCipher(secret, key_id, secrets.token_bytes(SALT))
        with self._draft() as (path, file):
            file.seek(HEADER)
            for number, (piece, last) in enumerate(intake.pieces(content)):
                file.write(cipher.seal(number, piece, last=last))
            file.seek(0)
            file.write(cipher.header(intake.name, intake.size).encoded())
            file.flush()
            self._look_through(cipher, file, intake.size)
            os.fsync(file.fileno())
            new = self._keep(path, intake.name)
        return StoredFile(intake.name, intake.size, intake.kind.mime, self._scan is not None, new)

    def open(self, file_id: str) -> Iterator[bytes]:
        """The pieces of a stored file. It is checked to be whole and in its place before this returns.

        Raises FileStoreError when it is missing or was altered (an altered piece: when it is reached).
        """
        file = self._opened(file_id)
        try:
            header = read_header(file)
            cipher = FileCipher(self._ring.by_id(Purpose.FILES, header.key_id), header.key_id, header.salt)
            cipher.check(header, file_id)
            expected = HEADER + header.size + SEAL * count_of_pieces(header.size)
            if os.fstat(file.fileno()).st_size != expected:
                raise FileStoreError("A stored file was altered or cut short: restore it from the backup.")
        except BaseException:
            file.close()
            raise
        return _closing(file, cipher.pieces(file, header.size))

    def remove(self, file_id: str) -> None:
        """Destroy a file; nothing happens if it is not there. Callers make sure that nothing refers to it."""
        self._path(file_id).unlink(missing_ok=True)

    def clear_abandoned(self) -> int:
        """Remove what a killed server left half taken in, a day old or more; how many there were."""
        old = [path for path in self.folder.glob("new/*") if time.time() - path.stat().st_mtime > _ABANDONED]
        for path in old:
            path.unlink(missing_ok=True)
        return len(old)

    def _look_through(self, cipher: FileCipher, file: BinaryIO, size: int) -> None:
        if self._scan is None:
            return
        file.seek(HEADER)
        try:
            found = self._scan(cipher.pieces(file, size))
        except Exception as error:
            raise FileStoreError(
                "The virus scanner did not answer, so the file was not kept: try again."
            ) from error
        if found is not None:
            raise FileRefusedError(
                marked("This file may hold a virus, so it was not kept. Tell your IT help desk.")
            )

    def _keep(self, path: Path, name: str) -> bool:
        target = self._path(name)
        if target.exists():
            return False
        target.parent.mkdir(mode=0o700, exist_ok=True)
        path.rename(target)
        for folder in (target.parent, self.folder):
            handle = os.open(folder, os.O_RDONLY)
            os.fsync(handle)
            os.close(handle)
        return True

    @contextmanager
    def _draft(self) -> Iterator[tuple[Path, BinaryIO]]:
        path = self.folder / "new" / secrets.token_hex(16)
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
                try:
                    yield path, file
                finally:
                    path.unlink(missing_ok=True)
        except OSError as error:
            why = "the disk is full" if error.errno in _FULL else error.strerror
            raise FileStoreError(f"The file was not kept in {self.folder}: {why}.") from error

    def _opened(self, file_id: str) -> BinaryIO:
        try:
            return self._path(file_id).open("rb")
        except OSError as error:
            raise FileStoreError(
                f"The file {file_id[:12]} is not in the store ({error.strerror}): restore it from the backup."
            ) from error

    def _path(self, file_id: str) -> Path:
        if not _NAME.fullmatch(file_id):
            raise FileStoreError("That is not the id of a stored file.")
        return self.folder / file_id[:2] / file_id[2:]


def _closing(file: BinaryIO, pieces: Iterator[bytes]) -> Iterator[bytes]:
    with file:
        yield from pieces
