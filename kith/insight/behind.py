"""The list behind a figure: whom of it the asker may open, worked out under the asker's own access."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from kith.access import looks
from kith.access.models import Account
from kith.access.models.grant import Grant
from kith.core.labels import Label
from kith.core.reads import Reads
from kith.insight.areas import inside
from kith.insight.counted import facts
from kith.insight.figures import Figures
from kith.law.accountability.figures import scope_of
from kith.law.accountability.suppress import FEW
from kith.people.page_queries import Who, who_from, who_read

LOOKED_AT, WHY = "insight", "the list behind a figure of help"
A_PAGE = 50
_names = Reads(persons=who_read)


@dataclass(frozen=True, slots=True)
class Behind:
    """One page of people; how many of the figure are open to the asker, and how many are not.

    `kept`: no list, since those who are not open are so few that it would tell of them.
    """

    people: Sequence[Who]
    open: int
    others: int
    kept: bool
    more: bool


def behind(account: Account, figure: Figures, state: str, *, as_at: date, page: int) -> Behind:
    """Whom the asker may open of a figure that is shown, as the record is now. Six statements.

    A family stands here with its youngest member, as it counts. Everybody on the page of the list is noted as looked at.
    """
    shown = figure.shown[state] or 0
    now = timezone.now()
    held = Grant.objects.filter(actor=account.id, level=2, during__contains=now).values_list(
        "person", "label_mask"
    )
    may_open = {person for person, mask in held if mask & Label.NORMAL.value}
    if not may_open:
        return Behind([], 0, shown, kept=False, more=False)
    team = scope_of(account)
    rows = [
        each
        for each in facts(figure.measure, as_at)
        if (each.quarter, each.state) == (figure.quarter, state)
        and (inside(each.area, figure.key) if figure.by == "area" else each.line(figure.by) == figure.key)
        and (team is None or each.team == str(team))
        and each.person in may_open
    ]
    others = max(0, shown - len(rows))
    if 0 < others <= FEW:
        return Behind([], len(rows), others, kept=True, more=False)
    people: list[UUID] = sorted({each.person for each in rows if each.person}, key=str)
    here = people[(page - 1) * A_PAGE : page * A_PAGE]
    names = who_from(_names.run(ids=here)["persons"])
    for person in here:
        if person in names:
            looks.note(person, LOOKED_AT, WHY)
    listed = sorted((names[each] for each in here if each in names), key=lambda who: who.name)
    return Behind(listed, len(rows), others, kept=False, more=len(people) > page * A_PAGE)
