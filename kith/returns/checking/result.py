"""What a check answers, in the shape of `kith check --format json`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypedDict

import pyarrow as pa
import pyarrow.compute as pc

from kith.returns.checking.context import Asked
from kith.returns.checking.failures import Failures
from kith.returns.checking.running import NONE, Outcome


class Structure(TypedDict):
    """A fault of the files themselves: `row` and `column` may be None for a whole file or column."""

    file: str
    row: int | None
    column: str | None
    message: str


def files_of(rows: Mapping[str, int], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """Each table that was given, with the file it came from (its own name where there was none) and its rows."""
    return [{"file": names.get(name, name), "table": name, "rows": many} for name, many in rows.items()]


def report(
    asked: Asked,
    files: list[dict[str, Any]],
    structure: list[Structure],
    outcomes: list[Outcome],
    children: int,
) -> dict[str, Any]:
    """The whole answer; the failures of each rule are a `Failures`."""
    statuses = [_status(outcome) for outcome in outcomes]
    return {
        "kind": asked.kind,
        "year": asked.window.year,
        "children": children,
        "files": files,
        "structure": structure,
        "rules": [_rule(outcome, status) for outcome, status in zip(outcomes, statuses, strict=True)],
        "summary": {
            **{status: statuses.count(status) for status in ("passed", "failed", "not_run")},
            "rows_flagged": _rows_flagged(outcomes),
        },
    }


def _rows_flagged(outcomes: list[Outcome]) -> int:
    """Distinct rows that any rule names; a row that is lacking is none."""
    parts = [
        outcome.flagged for outcome in outcomes if outcome.flagged is not None and outcome.flagged.num_rows
    ]
    if not parts:
        return 0
    every = pa.concat_tables([part.select(["table", "row"]) for part in parts])
    return int(every.filter(pc.is_valid(every["row"])).group_by(["table", "row"]).aggregate([]).num_rows)


def plain(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer of lists, dicts, text and numbers alone."""
    rules = [{**rule, "failures": list(rule["failures"])} for rule in answer["rules"]]
    return {**answer, "rules": rules}


def failed(answer: Mapping[str, Any]) -> bool:
    """Whether something was found that the return cannot be sent with: an error rule, or a fault of structure."""
    return bool(answer["structure"]) or any(
        rule["severity"] == "error" and rule["status"] == "failed" for rule in answer["rules"]
    )


def _status(outcome: Outcome) -> str:
    if outcome.flagged is None:
        return "not_run"
    return "failed" if outcome.flagged.num_rows else "passed"


def _rule(outcome: Outcome, status: str) -> dict[str, Any]:
    rule = outcome.rule
    failures = Failures(NONE if outcome.flagged is None else outcome.flagged, rule.columns)
    return {
        "code": rule.code,
        "severity": rule.severity,
        "status": status,
        "reason": outcome.reason,
        "says": rule.says,
        "failures": failures,
    }
