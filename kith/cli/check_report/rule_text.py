"""A rule for somebody who wants to know what it asks."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from kith.cli.check_report.text import TITLES
from kith.returns.checking.cases import Case, cases_of
from kith.returns.checking.rule import Rule

WIDTH = 100


def listed(rules: list[Rule]) -> Iterator[str]:
    """The rules of one return, a line each."""
    if rules:
        yield f"{TITLES[rules[0].kind]}: {len(rules):,} rules"
    for rule in rules:
        words = textwrap.shorten(rule.says, WIDTH, placeholder=" …")
        yield f"  {rule.code:<10}{rule.severity:<7}{words}"


def printed(rule: Rule) -> Iterator[str]:
    """All of one rule. Raises ValueError where its examples are not understood."""
    yield f"{TITLES[rule.kind]} rule {rule.code} ({rule.severity}, {_years(rule)})"
    yield from textwrap.wrap(rule.says, WIDTH)
    yield ""
    yield f"Flags    {rule.flags}{': ' + ', '.join(rule.columns) if rule.columns else ''}"
    if rule.needs:
        yield from textwrap.wrap(f"Needs    {', '.join(rule.needs)}", WIDTH, subsequent_indent=" " * 9)
    if rule.mend:
        yield from textwrap.wrap(f"To do    {rule.mend}", WIDTH, subsequent_indent=" " * 9)
    yield ""
    yield from textwrap.indent(rule.sql, "    ").splitlines()
    for example in cases_of(rule):
        yield ""
        yield from _example(example)
    yield ""


def _years(rule: Rule) -> str:
    if rule.last_year.startswith("9999"):
        return f"from {rule.first_year}" if rule.first_year else "every year"
    return f"{rule.first_year or 'until'} to {rule.last_year}" if rule.first_year else f"to {rule.last_year}"


def _example(example: Case) -> Iterator[str]:
    yield f"{'Found' if example.fires else 'Not found'}: {example.words}"
    for name, value in example.settings.items():
        yield f"    {name} {value}"
    for name, columns in example.tables.items():
        last = name.endswith("_last")
        yield f"    {name.removesuffix('_last')}{' of last year' if last else ''}"
        yield from (f"      {line}" for line in _table(columns))
    if example.flags:
        flagged = [f"row {flag}" if isinstance(flag, int) else flag for flag in example.flags]
        yield f"    It flags: {', '.join(flagged)}"


def _table(columns: dict[str, list[str | None]]) -> Iterator[str]:
    widths = [max(len(name), *(len(cell or "") for cell in cells), 1) for name, cells in columns.items()]
    rows = list(zip(*columns.values(), strict=True))
    rooms = ["row", *columns]
    yield "  ".join(f"{cell:<{width}}" for cell, width in zip(rooms, [3, *widths], strict=True)).rstrip()
    for number, row in enumerate(rows, 1):
        cells = [str(number), *(cell or "" for cell in row)]
        yield "  ".join(f"{cell:<{width}}" for cell, width in zip(cells, [3, *widths], strict=True)).rstrip()
