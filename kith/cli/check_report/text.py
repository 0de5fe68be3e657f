"""The summary of a check for a screen: what was checked, what is wrong and what to do."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kith.returns.checking.findings import Finding, Findings, counted, place_in_table
from kith.returns.checking.result import failed

TITLES = {"ssda903": "SSDA903", "cin": "CIN census"}
SHOWN_FAULTS = 20
SHOWN_ROWS = 8


def summary(
    found: Findings, notes: Mapping[str, list[str]], authority: str | None, width: int = 100
) -> Iterator[str]:
    """Lines for a screen. Rows are named by number; a child only where it has no row."""
    answer = found.answer
    counts = answer["summary"]
    whose = f" of {authority}" if authority else ""
    children = counted(answer["children"], "child", "children")
    yield f"{TITLES[answer['kind']]} {answer['year']}{whose}: {children}"
    rules = counted(len(answer["rules"]), "rule")
    yield f"{rules}: {counts['passed']:,} passed, {counts['failed']:,} failed, {counts['not_run']:,} not run"
    yield ""
    for each in answer["files"]:
        yield f"  {each['file'][-50:]:<50}  {each['table']:<21}{counted(each['rows'], 'row'):>16}"
    yield from _structure(answer["structure"], width)
    yield from _severity("Errors: put these right before you send it", found.errors, found, width)
    yield from _severity(
        "Queries: check these, and say why where they are right", found.queries, found, width
    )
    yield from _not_run(found.not_run, width)
    yield from _notes(notes, width)
    yield ""
    yield closing(found)


def closing(found: Findings) -> str:
    """One line: whether it can be sent, and what stands in the way."""
    answer = found.answer
    queries = counted(sum(len(each.failures) for each in found.queries), "query", "queries")
    if not failed(answer):
        return f"No error was found in what was checked. {queries} to look at."
    parts = []
    if answer["structure"]:
        parts.append(counted(len(answer["structure"]), "fault of the files", "faults of the files"))
    if found.errors:
        places = counted(sum(len(each.failures) for each in found.errors), "place")
        parts.append(f"{counted(len(found.errors), 'error rule')} in {places}")
    return f"Not ready to send: {' and '.join(parts)}. {queries} to look at."


def place_of(fault: Mapping[str, Any]) -> str:
    """ "episodes.csv, row 12, DECOM" of a fault of structure."""
    row = f"row {fault['row']:,}" if fault["row"] is not None else None
    return ", ".join(part for part in (fault["file"], row, fault["column"]) if part)


def _structure(faults: list[dict[str, Any]], width: int) -> Iterator[str]:
    if not faults:
        return
    yield ""
    yield f"Faults of the files ({len(faults):,})"
    for fault in faults[:SHOWN_FAULTS]:
        place = place_of(fault)
        yield from _wrapped(
            f"{place}: {fault['message']}" if place else fault["message"], width, "  ", "      "
        )
    if len(faults) > SHOWN_FAULTS:
        yield f"  and {len(faults) - SHOWN_FAULTS:,} more, all listed by --format json"


def _severity(title: str, rules: list[Finding], found: Findings, width: int) -> Iterator[str]:
    if not rules:
        return
    yield ""
    yield f"{title} ({counted(len(rules), 'rule')})"
    for rule in rules:
        yield from _wrapped(f"{rule.code:<5} {rule.says}", width, "  ", " " * 8)
        yield from _wrapped(_where(rule, found), width, " " * 8, " " * 10)
        if rule.mend:
            yield from _wrapped(f"To do: {rule.mend}", width, " " * 8, " " * 10)


def _where(rule: Finding, found: Findings) -> str:
    by_table: dict[str, list[str]] = defaultdict(list)
    for failure in rule.failures:
        child = f" of child {failure['child']}" if failure["row"] is None and failure["child"] else ""
        by_table[failure["table"]].append(place_in_table(failure) + child)
    columns = f" ({', '.join(rule.columns)})" if rule.columns else ""
    return ". ".join(_rows(found.where(table), rows) for table, rows in by_table.items()) + columns


def _rows(file: str, rows: list[str]) -> str:
    # Numbers with a comma in them are told apart by semicolons.
    shown = ("; " if any("," in row for row in rows[:SHOWN_ROWS]) else ", ").join(rows[:SHOWN_ROWS])
    more = f" and {len(rows) - SHOWN_ROWS:,} more" if len(rows) > SHOWN_ROWS else ""
    return f"{file} {counted(len(rows), 'row')}: {shown}{more}"


def _not_run(reasons: Mapping[str, list[str]], width: int) -> Iterator[str]:
    if not reasons:
        return
    yield ""
    yield f"Not run ({counted(sum(len(codes) for codes in reasons.values()), 'rule')})"
    for reason, codes in sorted(reasons.items(), key=lambda each: -len(each[1])):
        yield from _wrapped(
            f"{reason} {counted(len(codes), 'rule')}: {', '.join(codes)}", width, "  ", "      "
        )


def _notes(notes: Mapping[str, list[str]], width: int) -> Iterator[str]:
    if notes:
        yield ""
        yield "Worth knowing"
    for line in note_lines(notes):
        yield from _wrapped(line, width, "  ", "      ")


def note_lines(notes: Mapping[str, list[str]]) -> Iterable[str]:
    """Each note with the first of its files and how many others it is true of."""
    for message, files in notes.items():
        others = f" and {counted(len(files) - 1, 'other')}" if len(files) > 1 else ""
        yield f"{files[0]}{others}: {message}"


def _wrapped(text: str, width: int, first: str, rest: str) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
