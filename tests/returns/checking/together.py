"""Several cases of one SSDA903 rule in one check, each with children of its own: a check costs a tenth of a second."""

from __future__ import annotations

from itertools import groupby

from kith.returns.checking.cases import Case, outcome_of
from kith.returns.checking.rule import Rule


def outcomes(rule: Rule, cases: list[Case]) -> list[tuple[str, list[int | str]]]:
    """What `outcome_of` says of each. A case that comes out otherwise among others is asked alone, which counts."""
    if rule.kind != "ssda903":
        return [outcome_of(rule, case) for case in cases]
    numbered = sorted(enumerate(cases), key=lambda each: _alike(each[1]))
    found: dict[int, tuple[str, list[int | str]]] = {}
    for _, group in groupby(numbered, key=lambda each: _alike(each[1])):
        mates = list(group)
        for (number, case), said in zip(mates, _together(rule, [case for _, case in mates]), strict=True):
            wanted = ("failed" if case.fires else "passed", case.flags)
            found[number] = said if said == wanted else outcome_of(rule, case)
    return [found[number] for number in range(len(cases))]


def _alike(case: Case) -> str:
    beside = sorted(name for name in case.tables if name.endswith("_last") or name.islower())
    return f"{sorted(case.settings.items())} {beside} {case.tables.get('providers')} {case.tables.get('postcodes')}"


def _together(rule: Rule, cases: list[Case]) -> list[tuple[str, list[int | str]]]:
    whole = Case(True, "all of them", settings=cases[0].settings)
    starts: dict[tuple[str, int], int] = {}
    for number, case in enumerate(cases):
        for name, columns in case.tables.items():
            if name.islower():
                whole.tables[name] = columns
                continue
            merged = whole.tables.setdefault(name, {})
            before, height = len(next(iter(merged.values()), [])), len(next(iter(columns.values()), []))
            starts[name, number] = before
            for column in {*merged, *columns}:
                values = columns.get(column, [None] * height)
                if column == "CHILD":
                    values = [value and f"{number}.{value}" for value in values]
                merged.setdefault(column, [None] * before).extend(values)
    status, flagged = outcome_of(rule, whole)
    if status not in ("passed", "failed"):
        return [(status, [])] * len(cases)
    own = [[_own(rule, each, number, starts) for each in flagged] for number in range(len(cases))]
    mine = [[each for each in those if each is not None] for those in own]
    return [("failed" if those else "passed", those) for those in mine]


def _own(rule: Rule, flag: int | str, number: int, starts: dict[tuple[str, int], int]) -> int | str | None:
    """A flag as the case itself would write it, or None where it is another's."""
    if isinstance(flag, str) and flag.startswith("child "):
        child = flag.removeprefix("child ")
        return f"child {child.partition('.')[2]}" if child.partition(".")[0] == str(number) else None
    table, row = (rule.flags, flag) if isinstance(flag, int) else (flag.split()[0], int(flag.split()[1]))
    begins = starts.get((table, number))
    following = [at for (name, other), at in starts.items() if name == table and other > number]
    if begins is None or not begins < row <= min(following, default=row):
        return None
    local = row - begins
    return local if isinstance(flag, int) else f"{table} {local}"
