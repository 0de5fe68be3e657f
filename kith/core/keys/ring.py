"""The data keys in use: seal, unseal and sign without anybody handling a key."""

from __future__ import annotations

from threading import Lock
from uuid import UUID

from kith.core.keys.errors import KeysError, TamperedError
from kith.core.keys.master import MasterKeyFile
from kith.core.keys.purpose import Purpose
from kith.core.keys.sealing import Place, framed, seal, unseal
from kith.core.keys.secret import Secret
from kith.core.keys.signing import Signer
from kith.core.keys.stores import KeyStore, WrappedKey
from kith.core.keys.wrapping import new_key, unwrap

VERSION = b"\x01"
HEAD = len(VERSION) + 16  # and the id of the key


class KeyRing:
    """Keys unwrapped as they are asked for and kept in memory. Safe to share between threads."""

    def __init__(self, master: MasterKeyFile, store: KeyStore) -> None:
        self._file, self._store = master, store
        self._open: dict[UUID, tuple[WrappedKey, Secret]] = {}
        self._lock = Lock()

    def ready(self) -> None:
        """Make the first key of every purpose and open every key: a wrong master key shows at start-up.

        Raises KeysError with one line when a key cannot be opened.
        """
        for purpose in Purpose:
            self.current(purpose)
        self._load()

    def renew(self, purpose: Purpose) -> UUID:
        """Make a new data key for what is sealed from now on; what was sealed stays readable. Its id."""
        self._load()
        return self._make(purpose, self._highest(purpose) + 1)[0].id

    def seal(self, purpose: Purpose, text: str, place: Place) -> bytes:
        """Encrypt `text` for `place`: version, key id, nonce, ciphertext with tag."""
        key_id, secret = self.current(purpose)
        head = VERSION + key_id.bytes
        return head + seal(secret, text.encode(), head + framed(purpose) + place.encoded())

    def unseal(self, purpose: Purpose, sealed: bytes, place: Place) -> str:
        """The text again.

        Raises TamperedError when it was altered, cut, or sealed for another place or purpose; KeysError
        when the master key is not the one it needs.
        """
        head, body = bytes(sealed[:HEAD]), bytes(sealed[HEAD:])
        if len(head) < HEAD or not head.startswith(VERSION):
            raise TamperedError("A sealed text was altered, or is not one of Kith's.")
        secret = self.by_id(purpose, UUID(bytes=head[len(VERSION) :]))
        return unseal(secret, body, head + framed(purpose) + place.encoded()).decode()

    def signer(self) -> Signer:
        """The key that signs the audit chain."""
        return Signer(*self.current(Purpose.AUDIT_SIGNING))

    def signers(self) -> dict[UUID, Signer]:
        """Every key that ever signed, by id: to check signatures made before a renewal."""
        self._load()
        return {
            key.id: Signer(key.id, secret)
            for key, secret in self._open.values()
            if key.purpose is Purpose.AUDIT_SIGNING
        }

    def current(self, purpose: Purpose) -> tuple[UUID, Secret]:
        """The key of `purpose` in use, made if there is none yet."""
        if not self._highest(purpose):
            self._load()
        number = self._highest(purpose)
        if not number:
            key, secret = self._make(purpose, 1)
            return key.id, secret
        return next(
            (key.id, secret)
            for key, secret in self._open.values()
            if (key.purpose, key.number) == (purpose, number)
        )

    def by_id(self, purpose: Purpose, key_id: UUID) -> Secret:
        """The key of `purpose` with this id. Raises TamperedError when there is none."""
        if key_id not in self._open:
            self._load()
        key, secret = self._open.get(key_id, (None, None))
        if key is None or secret is None or key.purpose is not purpose:
            raise TamperedError(
                "A sealed text names a key that is not there: it was altered, or a key was lost."
            )
        return secret

    def _highest(self, purpose: Purpose) -> int:
        return max((key.number for key, _ in tuple(self._open.values()) if key.purpose is purpose), default=0)

    def _load(self) -> None:
        with self._lock:
            try:
                self._open = self._opened()
            except KeysError:
                # A rotation may have gone by between the reading of the two: a second look finds it done.
                self._open = self._opened()

    def _opened(self) -> dict[UUID, tuple[WrappedKey, Secret]]:
        """Every key, read anew: another process may have rotated the master key or renewed a data key."""
        master = self._file.read()
        return {key.id: (key, unwrap(key, master, self._file)) for key in self._store.read()}

    def _make(self, purpose: Purpose, number: int) -> tuple[WrappedKey, Secret]:
        with self._file.turn():  # else a rotation could drop the master key that this one is wrapped with
            master = self._file.read()
            key = self._store.add(new_key(purpose, number, master))
        secret = unwrap(key, master, self._file)
        with self._lock:
            self._open = {**self._open, key.id: (key, secret)}
        return key, secret
