"""A backup of one store: everything in its database, sealed with the master key that lies outside it.

Whoever holds the file and not that key has nothing. A backup of a locked store opens for no other house's key.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from os import SEEK_END
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO
from uuid import UUID, uuid5

from kith.core.files.cipher import HEADER, PIECE, SALT, FileCipher, count_of_pieces, read_header
from kith.core.files.errors import FileStoreError
from kith.core.keys import KeysError, MasterKeyFile
from kith.core.postgres.binaries import bundled
from kith.core.postgres.prepare import prepare
from kith.core.postgres.system_user import run
from kith.core.private_files import new_file, put_in_place, unfinished

_NAMES = UUID("b0000000-0000-4000-8000-000000000001")
WHAT = "backup"
# What a newer program writes and an older server does not know.
_UNKNOWN_TO_OLD = b"SET transaction_timeout"


def write_backup(out: Path, superuser_url: str, master: MasterKeyFile, clear: Path) -> int:
    """Dump the database at `superuser_url` into the new file `out`, sealed; its size in bytes. `clear`: the data folder.

    The login must read past row level security. Raises PostgresError, KeysError, or OSError where `out` is there.
    """
    keys = master.read()
    # In clear it has no name, and lies where the database itself does: never in the place that backups are kept in.
    with unfinished(out.parent) as folder, TemporaryFile(dir=clear) as plain:
        sealed = folder / "sealed"
        run([str(bundled() / "pg_dump"), "-Fc", "-d", superuser_url], user=None, into=plain)
        cipher = FileCipher(keys.by_id[keys.current], uuid5(_NAMES, keys.current), secrets.token_bytes(SALT))
        size = plain.seek(0, SEEK_END)
        plain.seek(0)
        with new_file(sealed) as file:
            file.write(cipher.header(WHAT, size).encoded())
            for number in range(count_of_pieces(size)):
                last = number == count_of_pieces(size) - 1
                file.write(cipher.seal(number, plain.read(PIECE), last=last))
            file.flush()
        put_in_place(sealed, out, over=False)
    return out.stat().st_size


def read_backup(file: BinaryIO, master: MasterKeyFile) -> Iterator[bytes]:
    """The dump inside. Raises KeysError, before a byte of it is given, when another key sealed it."""
    keys = master.read()
    header = read_header(file)
    mine = {uuid5(_NAMES, name): key for name, key in keys.by_id.items()}
    if header.key_id not in mine:
        raise KeysError(
            f"This backup was not sealed with the master key at {master.path}: only the house that made it opens it."
        )
    cipher = FileCipher(mine[header.key_id], header.key_id, header.salt)
    cipher.check(header, WHAT)
    if file.seek(0, 2) <= HEADER:
        raise FileStoreError("The backup was cut short: take another copy.")
    file.seek(HEADER)
    return cipher.pieces(file, header.size)


def restore_backup(
    source: Path,
    superuser_url: str,
    *,
    database: str,
    store: str,
    master: MasterKeyFile,
    passwords: dict[str, str],
    clear: Path,
) -> None:
    """Put the backup into `database`, which must be there and empty, on the server of `superuser_url`.

    All of it or nothing. Raises KeysError, FileStoreError or PostgresError.
    """
    with source.open("rb") as file, TemporaryFile(dir=clear) as dump, TemporaryFile(dir=clear) as script:
        for piece in read_backup(file, master):
            dump.write(piece)
        dump.seek(0)
        run([str(bundled() / "pg_restore"), "-f", "-"], user=None, given=dump, into=script)
        script.seek(0)
        with TemporaryFile(dir=clear) as known:
            known.writelines(line for line in script if not line.startswith(_UNKNOWN_TO_OLD))
            known.seek(0)
            psql = [str(bundled() / "psql"), "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-d", superuser_url]
            run([*psql, "-f", "-"], user=None, given=known)
    prepare(superuser_url, database, passwords, store)
