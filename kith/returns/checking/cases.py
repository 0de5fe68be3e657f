"""The cases that stand beside each rule: rows in, rows flagged."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from kith.returns.checking.engine import check_tables
from kith.returns.checking.rule import Rule
from kith.returns.checking.years import LAST
from kith.returns.codes import layout

_SETTINGS = {"year", "authority", "format"}


@dataclass(slots=True)
class Case:
    """One case. `tables`: name to columns of text, "_last" for last year's, "providers" and "postcodes" too.

    `flags`: the rows that the rule names, in order; "AD1 2" in a table that is not its first, "child 5" where
    a row is lacking.
    """

    fires: bool
    words: str
    tables: dict[str, dict[str, list[str | None]]] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)
    flags: list[int | str] = field(default_factory=list)


def cases_of(rule: Rule) -> list[Case]:
    """The cases of a rule. Raises ValueError naming the rule and the line that is not understood."""
    found: list[Case] = []
    table = ""
    for line in filter(str.strip, rule.cases.splitlines()):
        word, _, words = line.partition(":")
        if word in ("fires", "passes"):
            found.append(Case(word == "fires", words.strip()))
            table = ""
            continue
        if not found or "|" not in line:
            raise ValueError(
                f"{rule.kind} {rule.code}: the line “{line.strip()}” of a case is not understood."
            )
        name, *cells = (cell.strip() for cell in line.split("|"))
        if name == "flags":
            found[-1].flags = [int(cell) if cell.isdigit() else cell for cell in cells]
        elif name in _SETTINGS:
            found[-1].settings[name] = cells[0]
        elif name:
            table = name
            found[-1].tables[table] = {cell: [] for cell in cells}
        else:
            _add_row(rule, line, found[-1].tables[table], cells)
    for case in found:
        if case.fires != bool(case.flags):
            raise ValueError(
                f"{rule.kind} {rule.code}: “{case.words}” fires and flags nothing, or the other way."
            )
    return found


def _add_row(rule: Rule, line: str, columns: dict[str, list[str | None]], cells: list[str]) -> None:
    if len(cells) != len(columns):
        raise ValueError(f"{rule.kind} {rule.code}: the row “{line.strip()}” has not a cell for each column.")
    for values, cell in zip(columns.values(), cells, strict=True):
        values.append(cell or None)


def outcome_of(rule: Rule, case: Case) -> tuple[str, list[int | str]]:
    """The status that the engine gives the rule on a case, and the rows, or "child 5", that it flags."""
    year = case.settings.get("year") or min(LAST, rule.last_year)
    now, before, others = _whole(rule, case)
    answer = check_tables(
        rule.kind,
        year,
        now,
        last_year=before or None,
        authority=case.settings.get("authority"),
        file_format=case.settings.get("format", "csv"),
        providers=others.get("providers"),
        postcodes=others.get("postcodes"),
        rules=[rule.code],
    )
    [result] = answer["rules"]
    return result["reason"] or result["status"], [_named(rule, failure) for failure in result["failures"]]


def _named(rule: Rule, failure: dict[str, Any]) -> int | str:
    if failure["row"] is None:
        return f"child {failure['child'] or '-'}"
    return failure["row"] if failure["table"] == rule.flags else f"{failure['table']} {failure['row']}"


def _whole(rule: Rule, case: Case) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Every table that the rule needs, with every column, so that a case writes only what matters."""
    wanted = {need.partition(".")[0] for need in rule.needs} | {rule.flags} | set(case.tables)
    now: dict[str, Any] = {}
    before: dict[str, Any] = {}
    for name in wanted:
        plain = name.removesuffix("_last")
        if plain not in layout(rule.kind):
            continue
        given = case.tables.get(name, {})
        height = len(next(iter(given.values()), []))
        columns: dict[str, list[str | None]] = {
            column: [None] * height for column in layout(rule.kind)[plain].column_names
        }
        (before if name.endswith("_last") else now)[plain] = {**columns, **given}
    return (
        now,
        before,
        {name: case.tables[name] for name in ("providers", "postcodes") if name in case.tables},
    )
