"""Files that are whole or not there, for the owner alone, over nobody's others."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from kith.returns.writing.folder import all_or_none, check_folder
from kith.returns.writing.window import WriteError

NAMES = ["header.csv", "episodes.csv"]


def put(folder: Path, *, fails: bool = False, comes: str = "") -> None:
    with all_or_none(folder, NAMES) as files:
        for file in files.values():
            file.write(b"CHILD\n")
        if comes:
            (folder / comes).write_text("mine")
        if fails:
            raise RuntimeError("halfway")


def test_files_are_the_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "new one"
    put(folder)
    assert sorted(each.name for each in folder.iterdir()) == sorted(NAMES)
    assert {stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("there", ["notes.txt", "episodes.csv", ".episodes.csv.part"])
def test_a_folder_that_holds_something_is_refused_and_left_as_it_is(there: str, tmp_path: Path) -> None:
    (tmp_path / there).write_text("mine")
    with pytest.raises(WriteError, match="nothing is overwritten"):
        put(tmp_path)
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [(there, "mine")]


def test_the_other_return_may_lie_beside(tmp_path: Path) -> None:
    (tmp_path / "cin-2026-27.xml").write_text("mine")
    put(tmp_path)
    assert len(list(tmp_path.iterdir())) == 3


def test_a_file_in_place_of_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(WriteError, match="is a file"):
        put(tmp_path / "out")


def test_a_file_on_the_way_to_the_folder_is_said_before_the_record_is_read(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(WriteError, match=r"out is a file: name a folder"):
        check_folder(tmp_path / "out" / "deep" / "er", NAMES)


def test_where_one_may_not_write_is_said_before_the_record_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, _: Path(path) != tmp_path)
    for folder in (tmp_path, tmp_path / "new"):
        with pytest.raises(WriteError, match=f"You may not write in {tmp_path}"):
            check_folder(folder, NAMES)


def test_what_fails_halfway_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        put(tmp_path, fails=True)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_comes_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(FileExistsError):
        put(tmp_path, comes="episodes.csv")
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("episodes.csv", "mine")]


def test_a_file_to_which_nothing_was_written_is_not_there(tmp_path: Path) -> None:
    with all_or_none(tmp_path, NAMES) as files:
        files["header.csv"].write(b"CHILD\n")
    assert [each.name for each in tmp_path.iterdir()] == ["header.csv"]


def test_the_list_of_those_left_out_of_a_census_does_not_hinder_the_other_return(tmp_path: Path) -> None:
    (tmp_path / "cin-2026-27-cannot-be-sent-yet.txt").write_text("mine")
    put(tmp_path)
    assert len(list(tmp_path.iterdir())) == 3
