from __future__ import annotations

import hashlib
import os
import resource
import signal
import tracemalloc
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kith.core.files import FileRefusedError, FileStore, FileStoreError
from kith.core.files.cipher import HEADER, PIECE
from kith.core.files.intake import even_pieces
from kith.core.keys import KeyRing, Purpose, TamperedError

PDF = b"%PDF-1.7\n"
KEPT = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)


def on_disk(files: FileStore) -> list[Path]:
    return [path for path in files.folder.rglob("*") if path.is_file()]


def path_of(files: FileStore, file_id: str) -> Path:
    return files.folder / file_id[:2] / file_id[2:]


def read(files: FileStore, file_id: str) -> bytes:
    return b"".join(files.open(file_id))


@KEPT
@given(size=st.integers(0, 3 * PIECE), cut=st.integers(1, 2 * PIECE))
@example(size=PIECE - len(PDF), cut=PIECE)
@example(size=2 * PIECE - len(PDF), cut=7)
@example(size=PIECE + 1 - len(PDF), cut=PIECE + 1)
def test_a_file_of_any_size_given_in_any_parts_comes_back_as_it_was(
    files: FileStore, size: int, cut: int
) -> None:
    whole = PDF + bytes(n % 251 for n in range(size))
    parts = [whole[at : at + cut] for at in range(0, len(whole), cut)]
    stored = files.save(parts, name="a.pdf")
    assert (stored.size, stored.mime) == (len(whole), "application/pdf")
    assert read(files, stored.id) == whole


@given(st.lists(st.binary(max_size=200_000), max_size=4))
@settings(max_examples=20, deadline=None)
def test_even_pieces_keep_every_byte(parts: list[bytes]) -> None:
    pieces = list(even_pieces(parts))
    assert b"".join(pieces) == b"".join(parts)
    assert all(len(piece) == PIECE for piece in pieces[:-1])


def test_the_disk_shows_neither_the_content_nor_its_plain_hash(files: FileStore) -> None:
    stored = files.save([PDF + b"Zebedee" * 10], name="a.pdf")
    assert [path.stat().st_mode & 0o777 for path in on_disk(files)] == [0o600]
    assert b"Zebedee" not in path_of(files, stored.id).read_bytes()
    assert stored.id != hashlib.sha256(PDF + b"Zebedee" * 10).hexdigest()


def test_the_same_content_is_kept_once(files: FileStore) -> None:
    first = files.save([PDF, b"same"], name="a.pdf")
    second = files.save([PDF + b"same"], name="b.pdf")
    assert (first.new, second.new, first.id) == (True, False, second.id)
    assert len(on_disk(files)) == 1


def test_files_stay_readable_after_their_key_was_renewed(files: FileStore, ring: KeyRing) -> None:
    before = files.save([PDF + b"before"], name="a.pdf")
    ring.renew(Purpose.FILES)
    after = files.save([PDF + b"after"], name="a.pdf")
    assert read(files, before.id) == PDF + b"before"
    assert read(files, after.id) == PDF + b"after"


@KEPT
@given(data=st.data())
def test_a_single_altered_bit_anywhere_is_found(files: FileStore, data: st.DataObject) -> None:
    stored = files.save([PDF + bytes(PIECE + 100)], name="a.pdf")
    path = path_of(files, stored.id)
    whole = bytearray(path.read_bytes())
    bit = data.draw(st.one_of(st.integers(0, HEADER * 8 - 1), st.integers(0, len(whole) * 8 - 1)))
    whole[bit // 8] ^= 1 << bit % 8
    path.write_bytes(whole)
    with pytest.raises((FileStoreError, TamperedError), match="altered"):
        read(files, stored.id)
    path.unlink()


@pytest.mark.parametrize("change", ["cut", "lengthened", "pieces swapped", "empty"])
def test_a_file_cut_lengthened_or_reordered_is_found(files: FileStore, change: str) -> None:
    stored = files.save([PDF + bytes(3 * PIECE)], name="a.pdf")
    path = path_of(files, stored.id)
    raw, step = path.read_bytes(), PIECE + 16
    first, second = raw[HEADER : HEADER + step], raw[HEADER + step : HEADER + 2 * step]
    changed = {
        "cut": raw[:-1],
        "lengthened": raw + b"\0",
        "pieces swapped": raw[:HEADER] + second + first + raw[HEADER + 2 * step :],
        "empty": b"",
    }
    path.write_bytes(changed[change])
    with pytest.raises(FileStoreError, match="altered or cut short"):
        read(files, stored.id)


def test_a_file_put_in_the_place_of_another_gives_out_nothing(files: FileStore) -> None:
    mine = files.save([PDF + b"mine"], name="a.pdf")
    other = files.save([PDF + b"hers"], name="a.pdf")
    path_of(files, mine.id).write_bytes(path_of(files, other.id).read_bytes())
    with pytest.raises(FileStoreError, match="altered"):
        files.open(mine.id)


def test_a_large_file_takes_little_memory(files: FileStore) -> None:
    def slowly() -> Iterator[bytes]:
        yield PDF
        for n in range(320):
            yield bytes([n % 256]) * PIECE

    tracemalloc.start()
    stored = files.save(slowly(), name="a.pdf")
    size = sum(len(piece) for piece in files.open(stored.id))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size == stored.size == 320 * PIECE + len(PDF)
    assert most < 2 * 2**20


@pytest.mark.parametrize(
    ("content", "name", "declared", "says"),
    [
        ([], "a.pdf", "", "is empty"),
        ([b"", b""], "a.pdf", "", "is empty"),
        ([b"MZ\x90\0\3\0\0\0"], "a.pdf", "", "cannot be taken"),
        ([PDF], "a.png", "", "named or labelled as something else"),
        ([PDF], "a.pdf", "image/png", "named or labelled as something else"),
        ([PDF, bytes(2 * 2**20)], "a.pdf", "", "larger than 1 MB"),
        ([b"words " * PIECE, b"\0"], "a.txt", "", "not text"),
        ([b"words", b"\xc3"], "a.txt", "text/plain", "cannot be taken|not text"),
    ],
)
def test_what_cannot_be_taken_is_refused_and_leaves_nothing(
    files: FileStore, content: Iterable[bytes], name: str, declared: str, says: str
) -> None:
    files.limit = 2**20
    with pytest.raises(FileRefusedError, match=says) as refused:
        files.save(content, name=name, declared=declared)
    assert "\n" not in str(refused.value)
    assert on_disk(files) == []


def test_a_full_disk_is_said_and_leaves_nothing_half_written(files: FileStore) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2 * PIECE, hard))
    try:
        with pytest.raises(FileStoreError, match="the disk is full"):
            files.save([PDF, bytes(5 * PIECE)], name="a.pdf")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert on_disk(files) == []
    assert files.save([PDF, bytes(5 * PIECE)], name="a.pdf").new


def test_an_upload_that_breaks_off_leaves_nothing(files: FileStore) -> None:
    def broken() -> Iterator[bytes]:
        yield PDF + bytes(3 * PIECE)
        raise ConnectionResetError("gone")

    with pytest.raises(FileStoreError, match="not kept"):
        files.save(broken(), name="a.pdf")
    assert on_disk(files) == []


def test_a_folder_that_cannot_be_written_is_said_in_one_line(tmp_path: Path, ring: KeyRing) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(FileStoreError, match="not kept") as refused:
        FileStore(tmp_path / "taken", ring).save([PDF], name="a.pdf")
    assert "\n" not in str(refused.value)


def test_without_a_scanner_it_says_so_and_does_not_pretend(files: FileStore) -> None:
    assert "not scanned" in files.scanning
    assert not files.save([PDF], name="a.pdf").scanned


def test_a_scanner_sees_the_whole_plain_file_and_may_refuse_it(tmp_path: Path, ring: KeyRing) -> None:
    def scan(pieces: Iterator[bytes]) -> str | None:
        return "Test.Worm" if b"worm" in b"".join(pieces) else None

    files = FileStore(tmp_path / "files", ring, scan=scan)
    assert files.save([PDF + bytes(PIECE)], name="a.pdf").scanned
    with pytest.raises(FileRefusedError, match="may hold a virus"):
        files.save([PDF + bytes(PIECE), b"worm"], name="a.pdf")
    assert len(on_disk(files)) == 1


def test_a_scanner_that_does_not_answer_keeps_the_file_out(tmp_path: Path, ring: KeyRing) -> None:
    def scan(pieces: Iterator[bytes]) -> str | None:
        raise TimeoutError

    files = FileStore(tmp_path / "files", ring, scan=scan)
    with pytest.raises(FileStoreError, match="did not answer"):
        files.save([PDF], name="a.pdf")
    assert on_disk(files) == []


@pytest.mark.parametrize("odd", ["", "../../master.key", "a" * 63, "A" * 64, "0" * 64 + "\n"])
def test_an_id_that_is_not_one_reaches_no_path(files: FileStore, odd: str) -> None:
    for use in (files.open, files.remove):
        with pytest.raises(FileStoreError, match="not the id"):
            use(odd)


def test_a_missing_file_and_a_removed_one_are_said(files: FileStore) -> None:
    stored = files.save([PDF], name="a.pdf")
    files.remove(stored.id)
    files.remove(stored.id)
    with pytest.raises(FileStoreError, match="is not in the store"):
        files.open(stored.id)


def test_what_a_killed_server_left_is_cleared_after_a_day(files: FileStore) -> None:
    kept = files.save([PDF], name="a.pdf")
    for name, age in (("old", 90_000), ("young", 0)):
        (files.folder / "new" / name).write_bytes(b"half")
        then = (files.folder / "new" / name).stat().st_mtime - age
        os.utime(files.folder / "new" / name, (then, then))
    assert files.clear_abandoned() == 1
    assert sorted(path.name for path in on_disk(files)) == sorted([kept.id[2:], "young"])
