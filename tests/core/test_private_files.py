"""Files that leave Kith are whole or not there, and their owner's alone."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from kith.core.private_files import new_file, put_in_place, unfinished


def made(out: Path, *, over: bool = False, text: bytes = b"new") -> Path:
    with unfinished(out) as folder:
        with new_file(folder / "x") as file:
            file.write(text)
        return put_in_place(folder / "x", out / "list.csv", over=over)


def test_a_file_is_its_owners_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        place = made(tmp_path / "a" / "b")
    finally:
        os.umask(before)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert place.stat().st_nlink == 1
    assert [each.name for each in place.parent.iterdir()] == ["list.csv"]


def test_while_it_is_made_nobody_else_can_open_its_folder(tmp_path: Path) -> None:
    with unfinished(tmp_path) as folder:
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_what_fails_leaves_nothing(tmp_path: Path) -> None:
    def fail() -> None:
        with unfinished(tmp_path) as folder, new_file(folder / "x") as file:
            file.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("links", [True, False])
def test_an_earlier_file_is_replaced_only_if_asked(
    links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    if not links:
        monkeypatch.setattr(os, "link", none)
    assert made(tmp_path).read_bytes() == b"new"
    (tmp_path / "list.csv").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        made(tmp_path)
    assert (tmp_path / "list.csv").read_bytes() == b"mine"
    assert made(tmp_path, over=True).read_bytes() == b"new"


def test_a_link_that_lies_there_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "theirs").write_text("theirs")
    (tmp_path / "x").symlink_to(tmp_path / "theirs")
    with pytest.raises(FileExistsError):
        new_file(tmp_path / "x")
    assert (tmp_path / "theirs").read_text() == "theirs"


def test_a_folder_that_was_made_for_nothing_is_taken_away_again(tmp_path: Path) -> None:
    def fail(out: Path) -> None:
        with unfinished(out):
            raise RuntimeError

    for out in (tmp_path / "new" / "deep", tmp_path):
        with pytest.raises(RuntimeError):
            fail(out)
    assert tmp_path.is_dir()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("why", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_is_told_as_one_with_the_place(why: int, tmp_path: Path) -> None:
    def fail() -> None:
        with unfinished(tmp_path / "out"):
            raise OSError(why, os.strerror(why))

    with pytest.raises(OSError, match="The disk is full, so nothing was written") as told:
        fail()
    assert told.value.filename == str(tmp_path / "out")


def test_where_no_folder_can_be_made_the_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with (
        pytest.raises(NotADirectoryError, match="This is a file: name a folder"),
        unfinished(tmp_path / "file"),
    ):
        pass
    with (
        pytest.raises(OSError, match="No folder can be made here") as told,
        unfinished(tmp_path / "file" / "x"),
    ):
        pass
    assert told.value.filename == str(tmp_path / "file" / "x")
