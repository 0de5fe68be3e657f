"""`kith load` on files that are wrong: each ends in a clear message, and what is beside it still loads."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.returns.load.command import Ran, kith_load
from tests.returns.load.making import EPISODES, HEADER, REVIEWS, episode, header, text

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("as_worker", "_same_environment")]
Rows = Callable[..., list[tuple[Any, ...]]]
GOOD = text(EPISODES, episode("1", "01/06/2022", "01/08/2022"))


@pytest.fixture
def _same_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command sets its own login and folder; other tests want theirs back."""
    for name in ("KITH_LOGIN", "KITH_DATA", "DJANGO_SETTINGS_MODULE"):
        monkeypatch.setenv(name, os.environ.get(name, ""))


def beside_a_good_one(folder: Path, name: str, content: bytes) -> Ran:
    (folder / "2022-23").mkdir()
    (folder / "2022-23" / "episodes.csv").write_text(GOOD)
    (folder / "2022-23" / name).write_bytes(content)
    return kith_load(folder / "2022-23")


XML = b"<?xml version='1.0'?>"
BOMB = (
    XML
    + b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]><EXPSSDA903>&b;</EXPSSDA903>'
)
OUTSIDE = (
    XML + b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><Message><Header>&e;</Header></Message>'
)
WHOLE = {
    "empty.csv": (b"", "The file is empty. Export it again."),
    "blank.csv": (b"\n\n  \n", "The file is blank. Export it again."),
    "random.csv": (bytes(range(256)) * 40, "This is not text"),
    "program.csv": (b"\x7fELF\x02\x01\x01" + b"\0" * 500, "not a return but a program"),
    "paper.csv": (b"%PDF-1.7 ...", "not a return but a PDF"),
    "picture.xml": (b"\x89PNG\r\n\x1a\n", "not a return but a picture"),
    "other.csv": (b"name,age\nAda,7\n", "any SSDA903 file: Kith knows none of them. Export"),
    "near.csv": (b"name,SEX\nAda,2\n", "any SSDA903 file: of them Kith knows only SEX. Export"),
    "other.xml": (b"<people><person/></people>", "neither an SSDA903"),
    "damaged.xml": (b"<people>\n<person></people>", "cut short or damaged at line 2"),
    "bomb.xml": (BOMB, "document type"),
    "outside.xml": (OUTSIDE, "document type"),
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_that_is_no_return_is_named_with_why_and_the_rest_loads(
    name: str, tmp_path: Path, rows: Rows
) -> None:
    content, says = WHOLE[name]
    ran = beside_a_good_one(tmp_path, name, content)
    assert ran.status == 0
    assert ran.total("new") == 1
    ((file, row, _, reason),) = ran.refused
    assert (file, row) == (name, None)
    assert says.lower() in reason.lower()
    assert rows("SELECT count(*) FROM care_episode") == [(1,)]


@pytest.mark.parametrize("name", WHOLE)
def test_alone_it_cannot_be_done_and_nothing_is_written(name: str, tmp_path: Path, rows: Rows) -> None:
    path = tmp_path / name
    path.write_bytes(WHOLE[name][0])
    ran = kith_load(path)
    assert ran.status == 2
    assert ran.err.strip().count("\n") == 0
    assert "Nothing was loaded" in ran.err
    assert len(ran.refused) == 1
    assert rows("SELECT count(*) FROM people_person") == rows("SELECT count(*) FROM returns_loadedfile")


def test_where_nothing_was_read_the_text_has_no_table_of_counts(tmp_path: Path) -> None:
    path = tmp_path / "empty.csv"
    path.write_bytes(b"")
    ran = kith_load(path, output="text")
    assert ran.out == "refused: empty.csv: The file is empty. Export it again.\n"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_any_encoding_loads(encoding: str, tmp_path: Path, rows: Rows) -> None:
    path = tmp_path / "episodes-2022-23.csv"
    path.write_bytes(GOOD.replace("1234567", "1é34567").encode(encoding))
    ran = kith_load(path)
    assert (ran.status, ran.total("new")) == (0, 1)
    assert rows("SELECT urn FROM care_episodeplace") == [("1É34567",)]


def test_columns_in_any_order_and_case_load(tmp_path: Path, rows: Rows) -> None:
    names, values = (line.split(",") for line in GOOD.splitlines())
    path = tmp_path / "episodes-2022-23.csv"
    path.write_text(
        ",".join(reversed([f" {name.title()} " for name in names])) + "\n" + ",".join(values[::-1])
    )
    assert kith_load(path).total("new") == 1
    assert rows("SELECT started_on::text, legal_status FROM care_episode") == [("2022-06-01", "C2")]


def test_a_column_named_twice_loads_where_both_agree(tmp_path: Path) -> None:
    path = tmp_path / "2022-23" / "reviews.csv"
    path.parent.mkdir()
    path.write_text(
        f"{REVIEWS},REVIEW\n1,05/05/2010,20/06/2022,PN1,20/06/2022\n2,05/05/2010,20/06/2022,PN1,21/06/2022\n"
    )
    ran = kith_load(path.parent)
    assert (ran.total("new"), ran.total("refused")) == (1, 1)
    ((file, row, _, reason),) = ran.refused
    assert (file, row) == ("reviews.csv", 2)
    assert "column REVIEW twice" in reason
    assert "Remove the wrong one" in reason


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (episode("1", "30/02/2015"), "DECOM"),
        (episode("1", "2015-13-01"), "DECOM"),
        (episode("9" * 300, "01/06/2022"), "CHILD"),
        (episode("9" * 50, "01/06/2022"), "CHILD"),
        (episode("", "01/06/2022"), "CHILD"),
        (episode("1\u202e", "01/06/2022"), "CHILD"),
        (episode("<script>", "01/06/2022"), "CHILD"),
        (episode("1", "01/06/2022").rsplit(",", 3)[0], None),
    ],
)
def test_a_row_that_cannot_be_read_is_named_with_its_remedy_and_the_rest_loads(
    row: str, field: str | None, tmp_path: Path, rows: Rows
) -> None:
    path = tmp_path / "2022-23" / "episodes.csv"
    path.parent.mkdir()
    path.write_text(text(EPISODES, episode("1", "01/06/2022"), row), encoding="utf-8")
    ran = kith_load(path.parent)
    assert ran.status == 0
    assert (ran.total("new"), ran.total("refused")) == (1, 1)
    ((file, number, named, reason),) = ran.refused
    assert (file, number, named) == ("episodes.csv", 2, field)
    assert reason.endswith(".")
    assert len(reason) > 30
    assert rows("SELECT count(*) FROM returns_stagedrow WHERE outcome = 'refused'") == [(1,)]


def test_a_quote_never_closed_and_a_file_cut_short_refuse_their_row_alone(tmp_path: Path) -> None:
    path = tmp_path / "2022-23" / "episodes.csv"
    path.parent.mkdir()
    cut = episode("2", "01/06/2022", "01/07/2022")[:25]
    path.write_text(text(EPISODES, episode("1", "01/06/2022"), f'"{episode("3", "01/06/2022")}') + cut)
    ran = kith_load(path.parent)
    assert ran.total("read") == ran.total("new") + ran.total("refused")
    assert ran.total("new") == 1
    assert "line break" in str(ran.report["notices"])


@pytest.mark.parametrize(
    ("folder", "says"),
    [
        ("2019-20", "Its name says 2019-20 but its dates lie in 2022-23: read as 2022-23"),
        ("nothing", None),
    ],
)
def test_a_wrong_year_in_the_name_is_said_and_the_dates_win(
    folder: str, says: str | None, tmp_path: Path, rows: Rows
) -> None:
    path = tmp_path / folder / "episodes.csv"
    path.parent.mkdir()
    ends = [f"{day:02d}/07/2022" for day in range(1, 9)]
    path.write_text(text(EPISODES, *(episode(str(at), "01/06/2022", end) for at, end in enumerate(ends))))
    ran = kith_load(path.parent)
    assert ran.status == 0
    assert rows("SELECT DISTINCT reported_year FROM care_episode") == [("2022-23",)]
    assert (says in [each["message"].split(". Check")[0] for each in ran.report["notices"]]) is bool(says)


def zipped(path: Path, **members: str | bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_a_zip_of_csv_loads_and_its_bad_members_are_named(tmp_path: Path, rows: Rows) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as nested:
        nested.writestr("episodes.csv", GOOD)
    path = zipped(
        tmp_path / "ssda903-2022-23.zip",
        **{
            "header.csv": text(HEADER, header("1")),
            "episodes.csv": GOOD,
            "../../climbs.csv": GOOD,
            "/etc/climbs.csv": GOOD,
            "nested.zip": inner.getvalue(),
            "bomb.csv": b"0" * 60_000_000,
        },
    )
    ran = kith_load(path)
    assert ran.status == 0
    assert ran.total("new") == 2
    why = {file.removeprefix(f"{path.name}/"): reason for file, _, _, reason in ran.refused}
    assert "points outside the zip" in why["../../climbs.csv"]
    assert "points outside the zip" in why["/etc/climbs.csv"]
    assert "zip inside a zip" in why["nested.zip"]
    assert "as zip bombs do" in why["bomb.csv"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["ssda903-2022-23.zip"]
    assert rows("SELECT count(*) FROM care_episode") == [(1,)]


def test_a_damaged_zip_and_a_nested_one_alone_cannot_be_done(tmp_path: Path, rows: Rows) -> None:
    whole = zipped(tmp_path / "a.zip", **{"episodes.csv": GOOD}).read_bytes()
    (tmp_path / "a.zip").write_bytes(whole[:-30])
    zipped(tmp_path / "b.zip", **{"a.zip": whole})
    for name, says in (("a.zip", "cut short or damaged"), ("b.zip", "zip inside a zip")):
        ran = kith_load(tmp_path / name)
        assert ran.status == 2
        assert any(says in reason for *_, reason in ran.refused)
    assert rows("SELECT count(*) FROM people_person") == [(0,)]


def test_a_folder_that_may_not_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's refusal is put in by hand: it refuses root nothing."""
    (tmp_path / "shut").mkdir()
    (tmp_path / "episodes-2022-23.csv").write_text(GOOD)
    real = os.listdir

    def refuses(path: Any = ".") -> list[str]:
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "listdir", refuses)
    ran = kith_load(tmp_path)
    assert (ran.status, ran.total("new")) == (0, 1)
    assert ran.refused[0][:3] == ("shut", None, None)
    assert "no permission to read it. Ask for read access" in ran.refused[0][3]


def test_a_file_that_vanishes_between_being_found_and_being_read_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kith.returns.reading import reader

    (tmp_path / "2022-23").mkdir()
    (tmp_path / "2022-23" / "episodes.csv").write_text(GOOD)
    gone = tmp_path / "2022-23" / "header.csv"
    gone.write_text(text(HEADER, header("1")))
    planned = reader._plan

    def plan(paths: Any) -> Any:
        made = planned(paths)
        gone.unlink()
        return made

    monkeypatch.setattr(reader, "_plan", plan)
    ran = kith_load(tmp_path / "2022-23")
    assert (ran.status, ran.total("new")) == (0, 1)
    ((file, _, _, reason),) = ran.refused
    assert file == "header.csv"
    assert "cannot be read: no such file" in reason


def test_a_disk_that_fails_in_the_middle_of_a_file_keeps_the_rows_before_it_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kith.returns.reading import decoding, sources

    path = tmp_path / "episodes-2022-23.csv"
    path.write_text(text(EPISODES, *(episode(str(child), "01/06/2022") for child in range(100))))
    opened = sources._open

    class Torn(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell() > 2000 and size == 1000:
                raise OSError(5, "Input/output error")
            return super().read(size)

    monkeypatch.setattr(decoding, "CHUNK_BYTES", 1000)

    def torn(at: Path) -> Torn:
        with opened(at) as whole:
            return Torn(whole.read())

    monkeypatch.setattr(sources, "_open", torn)
    ran = kith_load(path)
    assert ran.status == 0
    assert 0 < ran.total("new") < 100
    assert any("Not all of it could be read. input/output error." in reason for *_, reason in ran.refused)


def test_the_screen_shows_the_first_of_many_and_where_the_rest_is(tmp_path: Path) -> None:
    path = tmp_path / "episodes-2022-23.csv"
    path.write_text(text(EPISODES, *(episode(str(child), "30/02/2022") for child in range(3000))))
    ran = kith_load(path, output="text")
    assert ran.status == 0
    assert ran.out.count("refused: episodes-2022-23.csv, row") == 20
    assert "refused: and 2,980 more. All are listed by --format json" in ran.out
    assert len(kith_load(path).refused) == 3000
