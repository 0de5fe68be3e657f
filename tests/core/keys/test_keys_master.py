from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kith.core.keys import KeyRing, KeysError, KeyStore, MasterKeyFile, MemoryKeyStore, Place, Purpose, rotate
from kith.core.keys.stores import FileKeyStore, WrappedKey

PLACE = Place("note", "1", "body")


def refusal(ring: KeyRing) -> str:
    with pytest.raises(KeysError) as refused:
        ring.ready()
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_the_file_is_for_its_owner_alone_and_is_made_once(master: MasterKeyFile) -> None:
    before = master.path.read_bytes()
    assert master.path.stat().st_mode & 0o777 == 0o600
    assert not master.make_if_missing()
    assert master.path.read_bytes() == before


def test_many_makers_at_once_agree_on_one_key(tmp_path: Path) -> None:
    files = [MasterKeyFile(tmp_path / "master.key") for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(MasterKeyFile.make_if_missing, files)) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["master.key"]


def test_a_wrong_master_key_gives_one_plain_line(
    master: MasterKeyFile, ring: KeyRing, store: KeyStore
) -> None:
    master.path.unlink()
    master.make_if_missing()
    said = refusal(KeyRing(master, store))
    assert "is not the one that the data was sealed with" in said
    assert str(master.path) in said


@pytest.mark.parametrize("content", [b"", b"secret", b"kith-master-key 00 AAAA", b"\xff\xfe\x00", b"\n\n"])
def test_a_file_that_holds_no_key_gives_one_plain_line(master: MasterKeyFile, content: bytes) -> None:
    master.path.write_bytes(content)
    assert "does not hold a master key" in refusal(KeyRing(master, MemoryKeyStore()))


def test_a_missing_file_gives_one_plain_line(tmp_path: Path) -> None:
    assert "no master key at" in refusal(KeyRing(MasterKeyFile(tmp_path / "none"), MemoryKeyStore()))
    assert "no master key at" in refusal(KeyRing(MasterKeyFile(tmp_path / "no" / "folder"), MemoryKeyStore()))


def test_a_rotation_between_the_reading_of_the_two_files_stops_no_reader(
    master: MasterKeyFile, ring: KeyRing, store: KeyStore
) -> None:
    sealed = ring.seal(Purpose.FILES, "kept", PLACE)

    class ReadAfterRotation:
        """A store that is rotated once, just before it is read."""

        rotated = False

        def __getattr__(self, name: str) -> object:
            return getattr(store, name)

        def read(self) -> Sequence[WrappedKey]:
            if not self.rotated:
                self.rotated = True
                rotate(master, store)
            return store.read()

    reader = KeyRing(master, ReadAfterRotation())  # type: ignore[arg-type]
    assert reader.unseal(Purpose.FILES, sealed, PLACE) == "kept"


def test_a_file_that_others_may_read_is_refused(master: MasterKeyFile) -> None:
    master.path.chmod(0o644)
    assert "chmod 600" in refusal(KeyRing(master, MemoryKeyStore()))


def test_a_master_key_inside_the_data_folder_is_refused(tmp_path: Path) -> None:
    MasterKeyFile(tmp_path / "var.master.key").check_outside(tmp_path / "var")
    with pytest.raises(KeysError, match="inside the data folder"):
        MasterKeyFile(tmp_path / "var" / ".." / "var" / "master.key").check_outside(tmp_path / "var")


def test_rotation_keeps_everything_readable(master: MasterKeyFile, ring: KeyRing, store: KeyStore) -> None:
    sealed = {purpose: ring.seal(purpose, f"kept {purpose}", PLACE) for purpose in Purpose}
    ring.renew(Purpose.FILES)
    public, before = ring.signer().public, master.read().current
    assert rotate(master, store) == len(Purpose) + 1
    assert list(master.read().by_id) != [before]
    assert len(master.read().by_id) == 1
    for reader in (ring, KeyRing(master, store)):
        assert {p: reader.unseal(p, s, PLACE) for p, s in sealed.items()} == {p: f"kept {p}" for p in Purpose}
        assert reader.signer().public == public
    ring.renew(Purpose.CHILD_PRIVATE)
    KeyRing(master, store).ready()


def test_the_old_master_key_opens_nothing_after_rotation(
    master: MasterKeyFile, ring: KeyRing, store: KeyStore
) -> None:
    old = master.path.read_bytes()
    rotate(master, store)
    master.path.write_bytes(old)
    assert "is not the one" in refusal(KeyRing(master, store))


def test_a_wrong_master_key_cannot_rotate_and_changes_nothing(
    master: MasterKeyFile, ring: KeyRing, store: KeyStore
) -> None:
    right = master.path.read_bytes()
    master.path.unlink()
    master.make_if_missing()
    wrong = master.path.read_bytes()
    with pytest.raises(KeysError, match="is not the one"):
        rotate(master, store)
    assert master.path.read_bytes() == wrong
    master.path.write_bytes(right)
    KeyRing(master, store).ready()


class Failing(MemoryKeyStore):
    """A store whose disk fills up as keys are wrapped anew."""

    def rewrap(self, keys: Sequence[WrappedKey]) -> None:
        raise KeysError("the disk is full")


def test_a_rotation_that_breaks_off_loses_nothing_and_can_be_run_again(master: MasterKeyFile) -> None:
    failing = Failing()
    KeyRing(master, failing).ready()
    with pytest.raises(KeysError, match="disk is full"):
        rotate(master, failing)
    KeyRing(master, failing).ready()
    whole = MemoryKeyStore()
    for key in failing.read():
        whole.add(key)
    rotate(master, whole)
    KeyRing(master, whole).ready()
    assert len(master.read().by_id) == 1


def test_two_makers_of_the_first_key_end_up_with_the_same_one(master: MasterKeyFile, store: KeyStore) -> None:
    rings = [KeyRing(master, store) for _ in range(6)]
    with ThreadPoolExecutor(6) as pool:
        names = set(pool.map(lambda ring: ring.current(Purpose.FILE_NAMES)[0], rings))
    assert len(names) == 1


def test_a_spoilt_file_of_wrapped_keys_gives_one_plain_line(master: MasterKeyFile, tmp_path: Path) -> None:
    (tmp_path / "wrapped.json").write_text("[{]")
    assert "put the file back" in refusal(KeyRing(master, FileKeyStore(tmp_path / "wrapped.json")))


def test_wrapped_keys_on_disk_are_for_their_owner_alone(master: MasterKeyFile, tmp_path: Path) -> None:
    KeyRing(master, FileKeyStore(tmp_path / "wrapped.json")).ready()
    assert (tmp_path / "wrapped.json").stat().st_mode & 0o777 == 0o600
