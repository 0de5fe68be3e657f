"""What is wrong with single rows, as SQL conditions: what cannot be kept, and what contradicts itself."""

from __future__ import annotations

from dataclasses import dataclass

from kith.returns.load import causes
from kith.returns.load.shapes import FactTable, literal, quoted


@dataclass(frozen=True, slots=True)
class Fault:
    """`when` and `why` are SQL over the staged row `s` (and `p0`, `p1` for parents)."""

    outcome: str
    field: str
    when: str
    why: str


def faults(fact: FactTable, year: str) -> list[Fault]:
    """Every fault that a row of this table can have, the worst first."""
    checks = [Fault("refused", check.field, check.when, check.why) for check in fact.checks]
    return [*_blanks(fact), *_unfit(fact), *checks, *_backwards(fact), *_no_year(fact, year), *_orphans(fact)]


def _blanks(fact: FactTable) -> list[Fault]:
    return [
        Fault(
            "refused",
            column,
            f"s.{quoted(column)} IS NULL",
            literal(f"{column} is blank, and without it the row cannot be told from others. Fill it in."),
        )
        for column in fact.needs
    ]


def _unfit(fact: FactTable) -> list[Fault]:
    return [Fault("refused", part.source, *part.fault) for part in fact.parts if part.fault is not None]


def _backwards(fact: FactTable) -> list[Fault]:
    if fact.span is None:
        return []
    first, last = fact.span
    why = (
        f"'{last} (' || to_char(s.{quoted(last)}, 'DD/MM/YYYY') || ') lies before {first} (' ||"
        f" to_char(s.{quoted(first)}, 'DD/MM/YYYY') || '){causes.BACKWARDS}'"
    )
    return [Fault("held", last, f"s.{quoted(last)} < s.{quoted(first)}", why)]


def _no_year(fact: FactTable, year: str) -> list[Fault]:
    if not fact.yearly or year:
        return []
    why = f"{causes.NO_YEAR} Put it in the file's name, as in 2017-18."
    return [Fault("held", "", "true", literal(why))]


def _orphans(fact: FactTable) -> list[Fault]:
    return [
        Fault(
            "held",
            parent.row,
            f"p{at}.fact IS NULL",
            f"'{causes.ORPHAN}' || coalesce(s.{quoted(parent.row)}::text, '?') || ' of {parent.table},"
            " which waits in staging. Settle that one first.'",
        )
        for at, parent in enumerate(fact.parents)
        if parent.needed
    ]
