"""Every accepted row of the sample returns comes back, in every form, or differs as the page on writing says.

What a row comes back as is told here once more, in Python, so that the page's kinds of difference are the only ones.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kith.returns.codes.windows import Window, collection_year, year_of
from tests.docs.pages import ROOT
from tests.returns.writing.making import TODAY, window

PAGE = ROOT / "docs" / "how-to" / "write-a-return.md"
Row = dict[str, Any]


def told(of: str = "SSDA903") -> dict[tuple[str, str], int]:
    """What the page says: rows by table and reason."""
    part = PAGE.read_text().split("## How far it is what was loaded")[1]
    part = part.split("The census of the samples")[of == "census"]
    lines = re.findall(r"^\| ([\d,]+) \| (\w+) \| (.+) \|$", part, re.MULTILINE)
    found = {(table, why): int(rows.replace(",", "")) for rows, table, why in lines}
    assert len(found) == len(lines)
    return found


OUTSIDE = "the review lies outside the year of its file"
NO_DAY = (
    "a reason (REC) without its day; a later return gave the day, which is after the year."
    " 142 are short breaks as well"
)
BREAKS = "short breaks that had postcodes"
LATER = "ended after the year of their file"
CEASES = "the status ceases after the year (DUC)"
NOT_IN = "not looked after in that year"


def test_the_page_has_these_kinds_of_difference_and_no_other() -> None:
    assert {table for table, _ in told("census")} == {
        "ChildIdentifiers", "Assessments", "AssessmentFactors", "PreProceedings",
    }  # fmt: skip
    assert set(told()) == {
        ("Reviews", OUTSIDE), ("Episodes", NO_DAY), ("Episodes", BREAKS), ("UASC", CEASES), ("Episodes", LATER),
        ("UASC", NOT_IN),
    }  # fmt: skip


@dataclass(frozen=True)
class Known:
    """What all the files together tell of episodes: who was looked after when, and how each episode ended."""

    spans: dict[str, list[tuple[dt.date, dt.date | None]]]
    ended: dict[tuple[str, dt.date], dt.date]

    def in_care(self, child: str, of: Window) -> bool:
        return any(
            first <= of.ends and (last is None or last >= of.starts)
            for first, last in self.spans.get(child, ())
        )


def known(rows: list[tuple[str, str, Row]]) -> Known:
    latest = {(row["CHILD"], row["DECOM"]): row["DEC"] for table, _, row in rows if table == "Episodes"}
    spans: dict[str, list[tuple[dt.date, dt.date | None]]] = {}
    for (child, first), last in latest.items():
        spans.setdefault(child, []).append((first, last))
    return Known(spans, {key: last for key, last in latest.items() if last})


def comes_back(table: str, row: Row, of: Window, facts: Known) -> tuple[Row | None, str]:
    """The row as it should be written, or None where it should not, and why it differs ("" where it does not)."""
    if table == "Reviews" and not of.starts <= row["REVIEW"] <= of.ends:
        return None, OUTSIDE
    if table == "UASC" and not facts.in_care(row["CHILD"], of):
        return None, NOT_IN
    if table == "UASC" and row["DUC"] and row["DUC"] > of.ends:
        return row | {"DUC": None}, CEASES
    return _episode(row, of, facts) if table == "Episodes" else (row, "")


def _episode(row: Row, of: Window, facts: Known) -> tuple[Row, str]:
    back, why = dict(row), ""
    if row["LS"] in {"V3", "V4"} and (row["HOME_POST"] or row["PL_POST"]):
        back |= {"HOME_POST": None, "PL_POST": None}
        why = BREAKS
    ended = row["DEC"] or facts.ended.get((row["CHILD"], row["DECOM"]))
    if ended and ended > of.ends and (row["DEC"] or row["REC"]):
        back |= {"DEC": None, "REC": None, "REASON_PLACE_CHANGE": None}
        why = LATER if row["DEC"] else NO_DAY
    return back, why


def accepted(paths: list[Path], held: set[tuple[str, int]]) -> Iterator[tuple[str, str, Row]]:
    """Table, year and values of each row of the files that was not held."""
    from kith.returns.reading import read

    for batch in read(paths, today=TODAY):
        if batch.typed is None or not batch.table:
            continue
        for row in batch.typed.to_pylist():
            number = row.pop("row")
            if (batch.file.rsplit("/", 1)[-1], number) not in held:
                yield batch.table, str(batch.year), row


def frozen(row: Row) -> tuple[tuple[str, Any], ...]:
    return tuple(sorted(row.items(), key=str))


def checked(folder: Path) -> Counter[tuple[str, ...]]:
    """What the rules find in a written return: rule, table and child, as often as that is found."""
    from kith.returns.checking.engine import check_return
    from kith.returns.checking.paths import gather

    found = gather([folder], year="2025-26")
    answer = check_return(
        found.kind, "2025-26", found.frames(), authority="E09000027", file_format=found.file_format
    )
    return Counter(
        (rule["code"], each["table"], each["child"]) for rule in answer["rules"] for each in rule["failures"]
    )


def facts(row: Row) -> tuple[tuple[str, Any], ...]:
    """The row but for which other row it is part of, its id in capitals."""
    own = {name: value for name, value in row.items() if not name.endswith("Row")}
    return frozen(own | {"LAchildID": row["LAchildID"].upper()})


# The samples are not in this tree. Where they are given the page is held to them.
if "KITH_TEST_SAMPLES" in os.environ:
    SAMPLES = Path(os.environ["KITH_TEST_SAMPLES"])

    @pytest.mark.database
    def test_every_accepted_row_of_the_five_years_comes_back_as_the_page_says(
        officer: Any, tmp_path: Path
    ) -> None:
        from kith.returns.load import load
        from kith.returns.writing import write_return

        files = sorted((SAMPLES / "ssda903_five_years").glob("*.csv"))
        held = {(each["file"].rsplit("/", 1)[-1], each["row"]) for each in load(files)["held"]}
        rows = list(accepted(files, held))
        written: dict[str, Counter[Any]] = {}
        differs: Counter[tuple[str, str]] = Counter()
        late: Counter[bool] = Counter()
        same, facts = 0, known(rows)
        unexplained: list[tuple[str, str, Row]] = []
        for year in sorted({year for _, year, _ in rows}):
            back: dict[str, Counter[Any]] = {}
            for form in ("csv", "xml"):
                folder = tmp_path / form / year
                write_return(
                    by=officer, kind="ssda903", window=window(year), folder=folder, form=form,
                    progress=lambda _: None,
                )  # fmt: skip
                back[form] = Counter((table, frozen(row)) for table, _, row in accepted([folder], set()))
            assert back["xml"] == back["csv"]
            assert checked(tmp_path / "xml" / year) == checked(tmp_path / "csv" / year)
            written[year] = back["csv"]
            of_year = [(table, row) for table, its, row in rows if its == year]
            for table, row in of_year:
                expected, why = comes_back(table, row, window(year), facts)
                if expected is not None and not back["csv"][table, frozen(expected)]:
                    unexplained.append((year, table, row))
                same += expected == row
                differs[table, why] += expected != row
        assert unexplained == []
        for (
            table,
            _,
            row,
        ) in rows:  # what is of another year than its file's comes back in the return of its own
            if table == "Reviews" and (year := collection_year(year_of(row["REVIEW"]))) in written:
                late[bool(written[year][table, frozen(row)])] += 1
        text = " ".join(PAGE.read_text().split())
        assert f"Of {len(rows):,} rows that were accepted, {same:,} came back the same to the letter." in text
        assert {key: count for key, count in differs.items() if key[1]} == told()
        assert set(late) == {True}
        assert (
            f"{late[True]:,} of these reviews came back in the return of the year in which they were held"
            in text
        )

    @pytest.mark.database
    def test_every_row_of_the_census_comes_back_as_the_page_says(officer: Any, tmp_path: Path) -> None:
        from kith.returns.load import load
        from kith.returns.writing import WriteError, write_return

        files = [SAMPLES / "cin"]
        load(files)
        written = set()
        for first in range(2017, 2027):
            year = collection_year(first)
            out = tmp_path / year
            with suppress(WriteError):  # nobody has a referral in most of them
                write_return(by=officer, kind="cin", window=window(year), folder=out, progress=lambda _: None)
            written |= {
                (table, facts(row))
                for table, _, row in accepted(list(out.glob("*.xml")), set())
                if table != "Header"
            }
        rows = [(table, row) for table, _, row in accepted(files, set()) if table != "Header"]
        lost = Counter(table for table, row in rows if (table, facts(row)) not in written)
        assert lost == {table: count for (table, _), count in told("census").items()}
        text = " ".join(PAGE.read_text().split())
        assert f"and {len(rows)} rows." in text
        assert f"{len(rows) - lost.total()} of them came back" in text
        [(_, both)] = [(t, r) for t, r in rows if t == "ChildIdentifiers" and r["UPN"]]
        assert (
            "ChildIdentifiers",
            facts(both | {"UPNunknown": None, "Sex": None, "GenderCurrent": "M"}),
        ) in written
