"""A census that is checked some children at a time comes out as it does at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from kith.bench.returned_xml import write_census
from kith.returns.checking import parted
from kith.returns.checking.engine import check_return
from kith.returns.checking.packed import Packed
from kith.returns.checking.paths import gather
from kith.returns.checking.result import plain
from kith.returns.checking.years import LAST
from kith.returns.reading import xml_rows
from tests.returns.checking.together import Group, groups, tables_of

YEAR = "2026-27"
CHILD = "LAchildID"
PARTS = 7
MANY = [group for group in groups("cin") if len(group) > 1]


def packed(tables: dict[str, dict[str, list[Any]]]) -> dict[str, Packed]:
    """Each child in a turn of its own, with the rows that its rows name; those without an id in the first."""
    turns = turns_of(tables)
    found = {}
    for name, columns in tables.items():
        rows = pa.table({key: pa.array(values, pa.string()) for key, values in columns.items()})
        rows = rows.add_column(0, "row", pa.array(range(1, rows.num_rows + 1), pa.int64()))
        whose = [turns[child] for child in columns.get(CHILD, [None] * rows.num_rows)]
        found[name] = Packed(rows.schema)
        for turn in sorted(set(whose)):
            found[name].add(turn, rows.take([at for at, each in enumerate(whose) if each == turn]))
    return found


def turns_of(tables: dict[str, dict[str, list[Any]]]) -> dict[str | None, int]:
    """A number for each child; the same for two where a row of the one is said to stand in a row of the other."""
    turns: dict[str | None, int] = {None: 0}
    for columns in tables.values():
        for child in columns.get(CHILD, ()):
            turns.setdefault(child, len(turns))
    for columns in tables.values():
        for above in {key.removesuffix("Row") for key in columns if key.endswith("Row")}:
            owners = tables[above][CHILD]
            for child, row in zip(columns[CHILD], columns[f"{above}Row"], strict=True):
                if row and int(row) <= len(owners):
                    old, new = sorted((turns[child], turns[owners[int(row) - 1]]))
                    turns = {each: old if turn == new else turn for each, turn in turns.items()}
    # Those who stand beside one another come into different parts.
    return {child: turn % PARTS * len(turns) + turn // PARTS for child, turn in turns.items()}


def checked(
    tables: dict[str, Packed], at_once: int, monkeypatch: pytest.MonkeyPatch, **asked: Any
) -> dict[str, Any]:
    monkeypatch.setattr(parted, "ROWS_AT_ONCE", at_once)
    return plain(check_return("cin", asked.pop("year", YEAR), dict(tables), **asked))


@pytest.mark.parametrize("group", MANY, ids=lambda group: f"{len(group)} of {group[0][0].code}")
def test_every_rule_says_the_same_of_children_apart_and_together(
    group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, _, _ = tables_of("cin", group)
    settings = group[0][2].settings
    asked = {
        "year": settings.get("year") or min(LAST, group[0][0].last_year),
        "authority": settings.get("authority"),
        "file_format": settings.get("format", "csv"),
    }
    rows = sum(len(next(iter(columns.values()), [])) for columns in now.values())
    together = checked(packed(now), rows + 1, monkeypatch, **asked)
    assert together["summary"]["rows_flagged"]
    assert checked(packed(now), max(1, rows // PARTS), monkeypatch, **asked) == together


def test_a_share_of_all_children_is_not_that_of_a_part(monkeypatch: pytest.MonkeyPatch) -> None:
    sexes = ["U" if number == 31 else "F" for number in range(60)]
    one_in_sixty = {"ChildIdentifiers": {CHILD: [f"C{number}" for number in range(60)], "Sex": sexes}}
    one_in_sixty["ChildIdentifiers"]["ExpectedPersonBirthDate"] = [None] * 60
    [rule] = checked(packed(one_in_sixty), 10, monkeypatch, rules=["2886Q"])["rules"]
    assert (rule["status"], rule["failures"]) == ("passed", [])


def test_a_large_census_is_read_and_checked_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    census = write_census(tmp_path / "census.xml", children=60, seed=3)
    text = census.read_text().replace("<Sex>F</Sex>", "<Sex>X</Sex>").replace("UN2", "UN9", 5)
    census.write_text(text)
    monkeypatch.setattr(xml_rows, "XML_ROWS_PER_BATCH", 50)
    found = gather([census], year=YEAR)
    assert len(set(dict(found.tables["CINdetails"].by_turn()))) > 5
    told: list[tuple[int, int]] = []
    asked = {"authority": found.authority, "file_format": "xml", "names": found.names}
    parts = checked(found.frames(), 100, monkeypatch, progress=lambda *at: told.append(at), **asked)
    assert parts == checked(found.frames(), 10_000, monkeypatch, **asked)
    assert parts["children"] == 60
    assert parts["summary"]["failed"]
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


def test_a_child_that_stands_in_two_parts_is_judged_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    twice = {"ChildIdentifiers": {CHILD: ["A", "B", "A", "C"], "Sex": ["F", "M", "F", "F"]}}
    tables = packed(twice)
    broken = Packed(tables["ChildIdentifiers"].rows().schema)
    for turn in range(4):
        broken.add(turn, tables["ChildIdentifiers"].rows().sort_by("row").slice(turn, 1))
    parts = checked({"ChildIdentifiers": broken}, 1, monkeypatch, rules=["8510"])
    [rule] = parts["rules"]
    assert [failure["row"] for failure in rule["failures"]] == [1, 3]
    assert parts["children"] == 3


def test_a_rule_that_cannot_be_worked_out_in_one_part_is_not_run(monkeypatch: pytest.MonkeyPatch) -> None:
    real = parted._merged
    seen: list[int] = []

    def merged(alike: Any) -> Any:
        seen.append(len(alike))
        return real((alike[0], type(alike[0])(alike[0].rule, "It could not be worked out.", None)))

    monkeypatch.setattr(parted, "_merged", merged)
    tables = packed({"ChildIdentifiers": {CHILD: ["A", "B"], "Sex": ["F", "X"]}})
    answer = checked(tables, 1, monkeypatch, rules=["8500"])
    assert seen == [2]
    assert [(rule["status"], rule["reason"]) for rule in answer["rules"]] == [
        ("not_run", "It could not be worked out.")
    ]
