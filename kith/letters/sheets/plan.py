"""What papers take of the plan and of what is due."""

from __future__ import annotations

from datetime import date
from functools import partial

from django.urls import reverse

from kith.core.labels import Label
from kith.design.dates import plain_date
from kith.law.due import open_obligations
from kith.letters.sheets.readers import STAFF
from kith.letters.sheets.record import names_of
from kith.letters.sheets.taken import Asked, Block, Taken, as_points, may_be_taken
from kith.plan.models.lines import LINE_LABELS
from kith.plan.queries.staff import LineView, goals_and_steps

LABELS = {name: value for value, name in LINE_LABELS}
DUE = 12


def goals(asked: Asked) -> Block:
    """What the plan wants to be different, and is not yet. Two queries with the other."""
    return as_points(
        _taken(asked, each, f"{each.words}{f' ({each.whose})' if each.whose else ''}")
        for each in _lines(asked, "goal")
    )


def steps(asked: Asked) -> Block:
    """Who does what by when, as far as it is not done yet: the late ones first. Two queries with the other."""
    found = sorted(_lines(asked, "step"), key=lambda each: (not each.late, each.by_on or date.max))
    return as_points(
        _taken(
            asked,
            each,
            f"{'Late: ' if each.late else ''}{each.words} {each.does}"
            f"{f', by {plain_date(each.by_on)}' if each.by_on else ''}",
        )
        for each in found
    )


def due(asked: Asked) -> Block:
    """What the law says is due of them, the late first, at most twelve. Three queries."""
    found = sorted(open_obligations(asked.ids), key=lambda each: (each.state != "late", each.due))
    return as_points(
        Taken(
            f"{STAFF}due-{each.duty}-{each.starts}",
            f"{'Late: ' if each.state == 'late' else ''}{each.name}, by {plain_date(each.due)}"
            f"{'' if each.force == 'required' else ' (advised, not required)'}",
            href=f"{reverse('person_duties', args=[asked.person])}#{each.duty}-{each.starts}",
        )
        for each in found[:DUE]
    )


def _lines(asked: Asked, kind: str) -> list[LineView]:
    """Open lines of the plan that holds, none of a concern that the family is not told of."""
    return [
        each
        for each in asked.once("plan", lambda: _read(asked))
        if each.kind == kind and not each.covert and not each.stands and may_be_taken(_label(each))
    ]


def _read(asked: Asked) -> list[LineView]:
    plans = [plan for (plan,) in asked.own["plans"]][:1]
    return goals_and_steps(plans[0], partial(names_of, asked)) if plans else []


def _label(each: LineView) -> int:
    return LABELS.get(each.mark, Label.NORMAL.value)


def _taken(asked: Asked, each: LineView, words: str) -> Taken:
    label, href = _label(each), reverse("plan", args=[asked.person])
    return Taken(f"plan-{each.id}", words, label, href=href, ready=label == Label.NORMAL)
