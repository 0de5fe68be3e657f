"""An answer of `check_tables` in the order in which people read it: by rule, by child and by file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kith.returns.checking.catalogue import every_rule

WORDS = {"error": "Error", "query": "Query"}


@dataclass(slots=True)
class Finding:
    """One rule that found something. `files`: table to file; `failures` as in the answer."""

    code: str
    severity: str
    says: str
    mend: str
    failures: Sequence[dict[str, Any]]

    @property
    def columns(self) -> list[str]:
        return list(self.failures[0]["columns"]) if self.failures else []


@dataclass(slots=True)
class Findings:
    """`files`: table to file. `by_rule`: errors first, then those that found most. `not_run`: reason to the rules it is
    true of.
    """

    answer: Mapping[str, Any]
    files: dict[str, str]
    by_rule: list[Finding] = field(default_factory=list)
    not_run: dict[str, list[str]] = field(default_factory=dict)

    def where(self, table: str) -> str:
        """The file that holds a table, with the table's name where it holds others too, as an XML does."""
        file = self.files.get(table, table)
        return file if list(self.files.values()).count(file) <= 1 else f"{file}, {table}"

    @property
    def errors(self) -> list[Finding]:
        return [each for each in self.by_rule if each.severity == "error"]

    @property
    def queries(self) -> list[Finding]:
        return [each for each in self.by_rule if each.severity == "query"]

    def lines(self) -> Iterator[tuple[Finding, dict[str, Any]]]:
        """Each failure with its rule, in order."""
        for finding in self.by_rule:
            for failure in finding.failures:
                yield finding, failure


def findings(answer: Mapping[str, Any]) -> Findings:
    """Put an answer in order, each rule with what to do about it."""
    held = every_rule(answer["kind"])
    found = Findings(answer, {each["table"]: each["file"] for each in answer["files"]})
    for rule in answer["rules"]:
        if rule["status"] == "failed":
            mend = held[rule["code"]].mend if rule["code"] in held else ""
            found.by_rule.append(
                Finding(rule["code"], rule["severity"], rule["says"], mend, rule["failures"])
            )
        elif rule["status"] == "not_run":
            found.not_run.setdefault(rule["reason"], []).append(rule["code"])
    found.by_rule.sort(key=lambda each: (each.severity != "error", -len(each.failures)))
    return found


def place_in_table(failure: Mapping[str, Any]) -> str:
    """The row of a failure, "1,204"; else what it says where there is no row to point at."""
    if failure["row"] is not None:
        return f"{failure['row']:,}"
    return "row lacking" if failure["child"] is not None else "whole return"


def counted(number: int, one: str, many: str | None = None) -> str:
    """ "1 error", "1,200 errors"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
