"""The list behind a figure: whom of it the asker may open, worked out under the asker's own access."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from kith.access import looks
from kith.access.models import Account
from kith.access.models.grant import Grant
from kith.core.labels import Label
from kith.core.reads import Reads
from kith.law.accountability.around import apart, around
from kith.law.accountability.asked import OneFigure
from kith.law.accountability.figures import scope_of
from kith.law.accountability.stood import stood
from kith.law.accountability.suppress import FEW
from kith.law.county import all_obligations
from kith.law.due import rules_of
from kith.people.page_queries import Who, who_from, who_read

LOOKED_AT, WHY = "accountability", "the list behind a figure"
A_PAGE = 50
_names = Reads(persons=who_read)


@dataclass(frozen=True, slots=True)
class Line:
    """One duty to one person whose record is open to the asker."""

    who: Who
    duty: str
    name: str
    starts: date
    due: date
    met: date | None


@dataclass(frozen=True, slots=True)
class Behind:
    """One page of the list; how many duties are open to the asker, and how many of the figure are not.

    `kept`: no list, since those who are not open are so few that it would tell of them.
    """

    lines: Sequence[Line]
    open: int
    others: int
    kept: bool


def behind(
    account: Account, figure: OneFigure, shown: int, *, page: int, counted: tuple[date, datetime]
) -> Behind:
    """Whom the asker may open of a figure that is shown, as the record was when it was counted.

    The columns are read under row level security, narrowed to the asker's grants, so that nobody else's facts are
    read. Every person on the page of the list is noted as looked at. Eight statements.
    """
    as_at, moment = counted
    persons = _open_to(account)
    if not persons:
        return Behind([], 0, shown, kept=False)
    register = rules_of(as_at)
    found = all_obligations(register, as_at=as_at, believed=moment, persons=persons, without=apart(as_at))
    with stood(found, around(as_at, persons)) as how:
        team = scope_of(account)
        rows = how.rows(figure.quarter, figure.by, figure.key, figure.state, str(team) if team else None)
    others = max(0, shown - len(rows))
    if 0 < others <= FEW:
        return Behind([], len(rows), others, kept=True)
    here = rows[(page - 1) * A_PAGE : page * A_PAGE]
    names = who_from(_names.run(ids=list({row[0] for row in here}))["persons"])
    for person in dict.fromkeys(row[0] for row in here if row[0] in names):
        looks.note(person, LOOKED_AT, WHY)
    return Behind(
        [Line(names[row[0]], *row[1:]) for row in here if row[0] in names], len(rows), others, kept=False
    )


def _open_to(account: Account) -> list[UUID]:
    now = timezone.now()
    held = Grant.objects.filter(actor=account.id, level=2, during__contains=now)
    masks = held.values_list("person", "label_mask")
    return sorted({person for person, mask in masks if mask & Label.NORMAL.value}, key=str)
