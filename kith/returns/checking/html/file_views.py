"""What was found in each file, for whoever mends it from top to bottom."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from kith.returns.checking.findings import Finding, Findings

MOST_ROWS = 300


@dataclass(frozen=True, slots=True)
class FileView:
    """One table of one file: how often each rule failed there, and the rules of each flagged row in order."""

    file: str
    table: str
    rows: int
    rules: list[tuple[Finding, int]]
    flagged: list[tuple[int, list[Finding]]]
    more: int


def by_file(found: Findings) -> list[FileView]:
    """Every file that was checked, in the order of the return."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    rows: dict[str, dict[int, list[Finding]]] = defaultdict(dict)
    by_code = {rule.code: rule for rule in found.by_rule}
    for rule, failure in found.lines():
        counts[failure["table"]][rule.code] += 1
        if failure["row"] is not None:
            rows[failure["table"]].setdefault(failure["row"], []).append(rule)
    views = []
    for each in found.answer["files"]:
        table = each["table"]
        flagged = sorted(rows[table].items())
        rules = [(by_code[code], count) for code, count in counts[table].most_common()]
        more = max(len(flagged) - MOST_ROWS, 0)
        views.append(FileView(each["file"], table, each["rows"], rules, flagged[:MOST_ROWS], more))
    return views
