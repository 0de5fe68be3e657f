"""Folders and zips are read where they lie; what is unsafe in them is refused, and the rest read."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import IO, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from kith.returns.reading import limits
from tests.returns.reading.making_returns import MISSING, count, missing, reasons, remarks, rows, write

GOOD = f"{MISSING}\n{missing('7')}\n"


def zipped(path: Path, **files: str | bytes) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("good.csv", GOOD)
        for name, content in files.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize("name", ["../up.csv", "/etc/up.csv", "C:\\up.csv", "a/../../up.csv"])
def test_zip_paths_that_climb_out_are_refused_and_nothing_is_written(tmp_path: Path, name: str) -> None:
    path = zipped(tmp_path / "a.zip", **{name: GOOD})
    assert [row["CHILD"] for row in rows(path)] == ["7"]
    assert "points outside the zip" in reasons(path)
    assert os.listdir(tmp_path) == ["a.zip"]


def test_a_zip_inside_a_zip_is_not_opened(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with ZipFile(inner, "w") as archive:
        archive.writestr("x.csv", GOOD)
    path = zipped(tmp_path / "a.zip", inner=inner.getvalue())
    assert len(rows(path)) == 1
    assert "zip inside a zip" in reasons(path)


def test_a_member_that_swells_like_a_bomb_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", bomb=MISSING + "\n" * (limits.ZIP_RATIO_FLOOR + 1))
    assert len(rows(path)) == 1
    assert "zip bombs" in reasons(path)


@pytest.mark.parametrize(
    ("limit", "says"), [("MAX_ZIP_TOTAL_BYTES", "would unpack to"), ("MAX_ZIP_MEMBERS", "holds 2")]
)
def test_a_zip_past_a_limit_is_refused_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, says: str
) -> None:
    monkeypatch.setattr(limits, limit, 1)
    path = zipped(tmp_path / "a.zip", more=GOOD)
    assert rows(path) == []
    assert says in reasons(path)


def test_a_member_past_its_limit_is_refused_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_ZIP_MEMBER_BYTES", 100)
    path = zipped(tmp_path / "a.zip", more=GOOD * 5)
    assert len(rows(path)) == 1
    assert "more than 100" in reasons(path)


def test_a_zip_cut_short_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip")
    path.write_bytes(path.read_bytes()[:-40])
    assert "cut short or damaged" in reasons(path)


def test_a_zip_damaged_inside_says_which_file(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", bad=GOOD)
    data = bytearray(path.read_bytes())
    at = data.index(b"bad") + 3
    data[at : at + 8] = b"\xff" * 8
    path.write_bytes(bytes(data))
    (refusal,) = count(path).refusals
    assert refusal.file == "a.zip/bad"
    assert len(rows(path)) == 1


def test_a_locked_member_and_a_link_are_refused(tmp_path: Path) -> None:
    link = ZipInfo("link.csv")
    link.external_attr = 0o120777 << 16
    with ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(link, "/etc/hostname")
    assert "a link" in reasons(tmp_path / "a.zip")
    path = zipped(tmp_path / "b.zip", locked=GOOD)
    data = bytearray(path.read_bytes())
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 8] |= 1
    path.write_bytes(bytes(data))
    assert "password" in reasons(path)


def test_two_members_of_one_name_are_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "b.zip", **{"gooo.csv": GOOD})
    path.write_bytes(path.read_bytes().replace(b"gooo.csv", b"good.csv"))
    assert [refusal.file for refusal in count(path).refusals] == ["b.zip/good.csv"] * 2
    assert "more than one file of this name" in reasons(path)


def test_a_zip_with_nothing_in_it_is_said(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.zip", "w"):
        pass
    assert "no files" in reasons(tmp_path / "a.zip")


def test_a_folder_mixing_kinds_reads_the_returns_and_names_the_rest(tmp_path: Path) -> None:
    write(tmp_path / "missing.csv", MISSING, missing())
    write(tmp_path / "Thumbs.db", "x")
    write(tmp_path / "notes.txt", "Ring the office on Tuesday.")
    counted = count(tmp_path)
    assert [refusal.file for refusal in counted.refusals] == ["notes.txt"]
    assert sum(c.yielded for c in counted.counts.values()) == 1


def test_an_empty_folder_a_wrong_path_and_a_device_are_said(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "empty").mkdir()
    assert "holds no files" in reasons(tmp_path / "empty")
    assert "no such file" in reasons(tmp_path / "nowhere")
    assert "not an ordinary file" in reasons(tmp_path / "pipe")
    assert "No file was given" in reasons()


def test_a_link_inside_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "loop").symlink_to(tmp_path)
    assert "a link" in reasons(tmp_path / "in")


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "missing.csv", MISSING, missing())
    assert len(rows(tmp_path, path)) == 1
    assert "given twice" in remarks(tmp_path, path)


def test_a_file_that_may_not_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a.csv", MISSING, missing("1"))
    write(tmp_path / "b.csv", MISSING, missing("2"))
    real = Path.open

    def refuse(self: Path, mode: str) -> IO[bytes]:
        # Root may read everything, so that a mode of 000 would prove nothing there.
        if self.name == "a.csv":
            raise PermissionError(13, "Permission denied")
        return cast(IO[bytes], real(self, mode))

    monkeypatch.setattr(Path, "open", refuse)
    assert [row["CHILD"] for row in rows(tmp_path)] == ["2"]
    assert "no permission" in reasons(tmp_path)
