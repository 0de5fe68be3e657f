"""A change of lead: never silent. A reason, what the family thinks of it, a goodbye and a hello."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.access.allocating import actions as allocating
from kith.access.allocating.told import NOBODY, Told
from kith.access.models import Involvement
from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.design.text import safe_text
from kith.help.families.members import open_members
from kith.help.models import LeadChange
from kith.story.writing import clean_text


@dataclass(frozen=True, slots=True)
class Farewell:
    """The family's view, whose it is, and the visits; or why there can be no goodbye visit."""

    family_view: str
    view_of: str
    goodbye_on: date | None = None
    hello_on: date | None = None
    no_visit_why: str = ""


@action("help.change_lead")
def change_lead(
    *,
    by: Actor,
    persons: Sequence[UUID],
    family: UUID,
    involvements: Sequence[UUID],
    to: UUID,
    on: date,
    reason: str,
    farewell: Farewell,
    told: Told = NOBODY,
) -> LeadChange:
    """Hand the lead of a family over, with all that the family is owed at it.

    The view may be that they did not want to say one: then that is written. Raises NotPermittedError: as
    `access.hand_over` does, for no view or nobody's, and for neither both visits nor a reason why not.
    """
    tell.permit(by=by, permission=Permission.ALLOCATE, persons=persons)
    _complete(farewell)
    old = Involvement.objects.filter(id__in=involvements).values_list("account_id", flat=True).first()
    if old is None:
        raise NotPermittedError("This worker's work with them has ended already, or is not open to you.")
    # Written first: the manager may see the family only by way of the old lead.
    made = _written(by, farewell, family_id=family, old_id=old, new_id=to, on=on, reason=reason)
    facts = {"change": str(made.id), "on": on.isoformat()}
    concerns(persons, **facts)
    tell.tell(by=by, about=persons, title="What the family thinks of the change of lead", facts=facts)
    allocating.hand_over(
        by=by,
        persons=persons,
        family=family,
        involvements=involvements,
        to=to,
        on=on,
        reason=reason,
        told=told,
    )
    return made


def _complete(farewell: Farewell) -> None:
    if not clean_text(farewell.family_view).strip() or not safe_text(farewell.view_of):
        raise NotPermittedError("Write down what the family thinks of it, and who of them said so.")
    if (farewell.goodbye_on is None or farewell.hello_on is None) and not safe_text(farewell.no_visit_why):
        raise NotPermittedError("Say when goodbye and hello are said, or why there can be no visit.")


def _written(by: Actor, farewell: Farewell, *, reason: str, **change: UUID | date) -> LeadChange:
    return LeadChange.objects.create(
        **change,
        reason=safe_text(reason)[:120],
        family_view=clean_text(farewell.family_view).strip()[:2000],
        view_of=safe_text(farewell.view_of)[:200],
        goodbye_on=farewell.goodbye_on,
        hello_on=farewell.hello_on,
        no_visit_why=safe_text(farewell.no_visit_why)[:300],
        recorded_by=by.id,
    )


@action("help.talk_over_change")
def talk_over_change(
    *, by: Actor, family: UUID, old: UUID, new: UUID, on: date, reason: str, farewell: Farewell
) -> LeadChange:
    """A lead changed already, with nobody asked: what the family thinks of it, goodbye and hello, afterwards.

    Raises NotPermittedError as `change_lead` does, and where no such change is owed.
    """
    about = open_members(by=by, family=family)
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=about)
    _complete(farewell)
    if not safe_text(reason):
        raise NotPermittedError("Say why, in words that the family is told.")
    with connection.cursor() as cursor:
        cursor.execute(
            'SELECT count(*) FROM help_leads_owed(%s) WHERE old = %s AND new = %s AND "on" = %s',
            [family, old, new, on],
        )
        if not cursor.fetchone()[0]:
            raise NotPermittedError("There is no such change of lead to talk over.")
    made = _written(by, farewell, family_id=family, old_id=old, new_id=new, on=on, reason=reason)
    facts = {"change": str(made.id), "on": on.isoformat()}
    concerns(about, **facts)
    tell.tell(by=by, about=about, title="What the family thinks of the change of lead", facts=facts)
    return made


@action("help.say_goodbye")
def said_goodbye(*, by: Actor, change: UUID, goodbye_on: date | None, hello_on: date | None) -> None:
    """Record on which days goodbye and hello were said. Raises NotPermittedError for a day to come."""
    found = LeadChange.objects.filter(id=change).first()
    if found is None:
        raise NotPermittedError("There is no such change of lead.")
    about = open_members(by=by, family=found.family_id)
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=about)
    days = [day for day in (goodbye_on, hello_on) if day is not None]
    if not days or max(days) > timezone.localdate():
        raise NotPermittedError("Give the day on which it was said: not one to come.")
    LeadChange.objects.filter(id=change).update(
        said_goodbye_on=goodbye_on or found.said_goodbye_on, met_new_on=hello_on or found.met_new_on
    )
    facts = {"change": str(change)} | {"goodbye": str(goodbye_on or ""), "hello": str(hello_on or "")}
    concerns(about, **facts)
    tell.tell(by=by, about=about, title="Goodbye and hello were said at a change of lead", facts=facts)
