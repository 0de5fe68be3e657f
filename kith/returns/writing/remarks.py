"""What a return leaves out or leaves blank, counted: nothing is less than the record in silence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import connection

from kith.returns.codes import ReturnKind
from kith.returns.writing.columns import filled
from kith.returns.writing.outputs import OUTPUTS
from kith.returns.writing.queries import rows_of
from kith.returns.writing.sendable import TRUE_OF_BLANK, Unsent
from kith.returns.writing.window import Window


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing left out or blank: what it is called, how many, and the plain line that says so."""

    what: str
    count: int
    says: str


def remarks(kind: ReturnKind, window: Window) -> list[Remark]:
    """Remarks on what was gathered into `return_child`, in four queries at most; none where nothing is left out."""
    hidden, made_up = _one(
        "SELECT count(DISTINCT root) FILTER (WHERE locked), count(DISTINCT root) FILTER (WHERE made_up AND NOT locked)"
        " FROM return_child"
    )
    found = []
    if hidden:
        counted = " + ".join(
            f"(SELECT count(*){rows_of(output, window, locked=True)})" for output in OUTPUTS[kind].values()
        )
        (rows,) = _one(f"SELECT {counted}")
        found.append(
            Remark(
                "restricted",
                hidden,
                f"{_children(hidden)} and {rows} rows of theirs are left out: the record is restricted to named people,"
                " and this account is not one of them. The return is not complete without them.",
            )
        )
    if kind == "ssda903":
        found += _places(window)
    else:
        found += _unsettled(window)
    if made_up:
        found.append(
            Remark(
                "no_local_id",
                made_up,
                f"{_children(made_up)} without the council's own id: written under a number made of Kith's, which begins"
                " with K. Record the council's own id.",
            )
        )
    return found


def of_census(unsent: Sequence[Unsent], filled: Mapping[str, int]) -> list[Remark]:
    """What the form of the census leaves out, and what it was given where the record has nothing."""
    found = []
    if unsent:
        says = (
            f"{_children(len(unsent))} cannot be sent yet: the census takes no child without all that must be there."
            " The list beside it says what is lacking. Mend it, and write the census again."
        )
        found.append(Remark("cannot_be_sent", len(unsent), says))
    for item, code in TRUE_OF_BLANK.items():
        if count := filled.get(item, 0):
            says = f"{item} is not recorded in {count} places, and is written as {code}: not known. Record what is known."
            found.append(Remark(f"blank_{item.lower()}", count, says))
    return found


def _places(window: Window) -> list[Remark]:
    episodes = OUTPUTS["ssda903"]["Episodes"]
    children, rows = _one(
        f"SELECT count(DISTINCT c.root), count(*){rows_of(episodes, window)} AND c.kept_safe"
        " AND (b.home_postcode, b.placement_postcode, b.urn) <> ('', '', '')"
    )
    if not rows:
        return []
    says = (
        f"{rows} episodes of {_children(children)} have no postcodes and no URN: the home is protected, and a returns"
        " officer may not be shown where it is. The return that is sent needs them: write it with --protected-homes."
    )
    return [Remark("kept_safe", rows, says)]


def _unsettled(window: Window) -> list[Remark]:
    """What stands under no referral has no place in the census, in which everything is a part of one."""
    tables = [
        each for each in OUTPUTS["cin"].values() if any(p.column == "referral_id" for p in each.fact.parents)
    ]
    counted = " + ".join(
        f"(SELECT count(*) FROM {each.fact.target} t WHERE t.referral_id IS NULL AND {filled(each.touches, window)})"
        for each in tables
    )
    (rows,) = _one(f"SELECT {counted}")
    if not rows:
        return []
    says = f"{rows} assessments, plans and enquiries of the year name no referral, so they have no place in the census."
    return [Remark("no_referral", rows, says)]


def _children(count: int) -> str:
    return "1 child" if count == 1 else f"{count} children"


def _one(sql: str) -> tuple[int, ...]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        found: tuple[int, ...] = cursor.fetchone()
        return found
