"""The failures of each rule, with what the flagged rows say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from kith.returns.checking.findings import Finding, Findings, place_in_table

ALL_ROWS, LEAST, MOST = 8_000, 10, 200
"""Rows shown in all, and of one rule at least and at most: a page of more opens slowly, and who reads it?"""


@dataclass(frozen=True, slots=True)
class Row:
    """One failure: where it is, and the values of the rule's columns as the file writes them."""

    child: str | None
    file: str
    place: str
    values: list[str]


@dataclass(frozen=True, slots=True)
class RuleView:
    """One rule that found something; `more` rows are not shown."""

    rule: Finding
    columns: list[str]
    rows: list[Row]
    more: int


def by_rule(found: Findings, tables: Mapping[str, pa.Table]) -> dict[str, list[RuleView]]:
    """Severity, "error" then "query", to its rules."""
    most = max(LEAST, min(MOST, ALL_ROWS // max(len(found.by_rule), 1)))
    return {
        severity: [_view(rule, found, tables, most) for rule in rules]
        for severity, rules in (("error", found.errors), ("query", found.queries))
    }


def _view(rule: Finding, found: Findings, tables: Mapping[str, pa.Table], most: int) -> RuleView:
    shown = rule.failures[:most]
    # What stands in another table's row is not there to be shown.
    columns = [
        name
        for name in rule.columns
        if any(f["table"] in tables and name in tables[f["table"]].column_names for f in shown)
    ]
    rows = [_row(failure, columns, found, tables) for failure in shown]
    return RuleView(rule, columns, rows, len(rule.failures) - len(shown))


def _row(
    failure: Mapping[str, Any], columns: list[str], found: Findings, tables: Mapping[str, pa.Table]
) -> Row:
    name, number = failure["table"], failure["row"]
    table = tables.get(name)
    values = [""] * len(columns)
    if number is not None and table is not None and 0 < number <= table.num_rows:
        values = [
            (table[column][number - 1].as_py() or "").strip() if column in table.column_names else ""
            for column in columns
        ]
    return Row(failure["child"], found.where(name), place_in_table(failure), values)
