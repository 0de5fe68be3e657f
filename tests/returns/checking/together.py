"""Cases of many rules in one check, each with children of its own: one check alone costs a tenth of a second."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from kith.returns.checking.cases import Case, cases_of, outcome_of
from kith.returns.checking.catalogue import every_rule
from kith.returns.checking.engine import check_tables
from kith.returns.checking.rule import Rule
from kith.returns.checking.running import KEY
from kith.returns.checking.years import LAST
from kith.returns.codes import ReturnKind, layout

Outcome = tuple[str, list[int | str]]
Group = list[tuple[Rule, int, Case]]
Starts = dict[int, dict[str, int]]


def outcomes(rule: Rule) -> list[Outcome]:
    """What comes of each of a rule's cases. One that comes out otherwise among others is asked alone, which counts."""
    among = _of_kind(rule.kind)
    found = []
    for number, case in enumerate(cases_of(rule)):
        wanted = ("failed" if case.fires else "passed", case.flags)
        said = among.get((rule.code, number))
        found.append(said if said == wanted else outcome_of(rule, case))
    return found


def groups(kind: ReturnKind) -> list[Group]:
    """All rules' cases but those with a census's header, by what can be checked at once."""
    found: dict[str, Group] = {}
    for rule in every_rule(kind).values():
        for number, case in enumerate(cases_of(rule)):
            if "Header" not in case.tables or KEY[kind] == "CHILD":
                found.setdefault(_alike(rule, case), []).append((rule, number, case))
    return list(found.values())


@cache
def _of_kind(kind: ReturnKind) -> dict[tuple[str, int], Outcome]:
    found: dict[tuple[str, int], Outcome] = {}
    for group in groups(kind):
        found |= _together(kind, group)
    return found


def _alike(rule: Rule, case: Case) -> str:
    """Cases go together where the same settings hold and the same is there beside the columns of the return."""
    year = case.settings.get("year") or min(LAST, rule.last_year)
    beside = sorted(name for name in case.tables if name.endswith("_last") or name.islower())
    extra = sorted(
        f"{name}.{column}"
        for name, columns in case.tables.items()
        for column in columns
        if not name.islower() and column not in layout(rule.kind)[name.removesuffix("_last")].column_names
    )
    others = case.tables.get("providers"), case.tables.get("postcodes")
    return f"{year} {sorted(case.settings.items())} {beside} {extra} {others}"


def tables_of(kind: ReturnKind, group: Group) -> tuple[dict[str, Any], dict[str, Any], Starts]:
    """The rows of the cases together, this year's and last year's, and where those of each begin in each table."""
    tables: dict[str, dict[str, list[Any]]] = {}
    starts: Starts = {}
    for at, (_, _, case) in enumerate(group):
        starts[at] = {name: len(next(iter(t.values()), [])) for name, t in tables.items()}
        for name, columns in case.tables.items():
            if not name.islower():
                _add(tables.setdefault(name, {}), columns, at, starts[at], before=starts[at].get(name, 0))
    return *_whole(kind, tables), starts


def _together(kind: ReturnKind, group: Group) -> dict[tuple[str, int], Outcome]:
    now, before, starts = tables_of(kind, group)
    first = group[0]
    settings = first[2].settings
    answer = check_tables(
        kind,
        settings.get("year") or min(LAST, first[0].last_year),
        now,
        last_year=before or None,
        authority=settings.get("authority"),
        file_format=settings.get("format", "csv"),
        providers=first[2].tables.get("providers"),
        postcodes=first[2].tables.get("postcodes"),
        rules=sorted({rule.code for rule, _, _ in group}),
    )
    results = {rule["code"]: rule for rule in answer["rules"]}
    return {
        (rule.code, number): _outcome(rule, results[rule.code], at, starts[at])
        for at, (rule, number, _) in enumerate(group)
    }


def _add(
    merged: dict[str, list[Any]],
    columns: dict[str, list[str | None]],
    at: int,
    starts: dict[str, int],
    *,
    before: int,
) -> None:
    height = len(next(iter(columns.values()), []))
    for column in {*merged, *columns}:
        values: list[str | None] = columns.get(column, [None] * height)
        if column in KEY.values():
            values = [value and f"{_mark(at)}{value}" for value in values]
        elif column.endswith("Row"):
            above = starts.get(column.removesuffix("Row"), 0)
            values = [value and str(int(value) + above) for value in values]
        merged.setdefault(column, [None] * before).extend(values)


def _whole(kind: ReturnKind, tables: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    now: dict[str, Any] = {}
    before: dict[str, Any] = {}
    names: Iterable[str] = {*layout(kind), *tables}
    for name in names:
        plain, given = name.removesuffix("_last"), tables.get(name, {})
        if plain == "Header" and kind == "cin":
            continue
        height = len(next(iter(given.values()), []))
        blank: dict[str, list[Any]] = {column: [None] * height for column in layout(kind)[plain].column_names}
        (before if name.endswith("_last") else now)[plain] = {**blank, **given}
    return now, before


def _mark(at: int) -> str:
    return f"X{at}X"


def _outcome(rule: Rule, result: dict[str, Any], at: int, starts: dict[str, int]) -> Outcome:
    if result["reason"]:
        return result["reason"], []
    own: list[int | str] = []
    for failure in result["failures"]:
        child, mark = failure["child"] or "", _mark(at)
        if child.startswith(mark):
            row, table = failure["row"], failure["table"]
            local = None if row is None else row - starts.get(table, 0)
            if local is None:
                own.append(f"child {child.removeprefix(mark)}")
            else:
                own.append(local if table == rule.flags else f"{table} {local}")
    return ("failed" if own else "passed"), own
