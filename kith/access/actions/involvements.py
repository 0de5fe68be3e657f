"""Saying who works with whom: the root of access, and of the measure of continuity."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kith.access.models import Account, Involvement
from kith.access.models.involvement import InvolvementRole
from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action
from kith.core.actor import Actor
from kith.core.labels import Label
from kith.core.ranges import during


@action("access.start_involvement")
def start_involvement(*, by: Actor, account: UUID, person: UUID, role: str, on: date) -> Involvement:
    """A worker begins to work with a person, beside whoever already does.

    Opens what the worker's own role opens. Raises NotPermittedError for a family account or an unknown role.
    """
    tell.permit(by=by, permission=Permission.ALLOCATE, persons=[person])
    worker = Account.objects.filter(id=account, is_active=True).first()
    if worker is None or worker.is_family or not worker.role_class.opens & Label.NORMAL:
        raise NotPermittedError("Choose a worker whose role works with people's records.")
    held = Involvement(
        account=worker,
        person_id=person,
        role=InvolvementRole(role),
        label_mask=int(worker.role_class.opens),
        during=during(on),
        recorded_by=by.id,
    )
    held.save(force_insert=True)
    says = f"{worker.display_name} began to work with them as {held.get_role_display()}"
    tell.tell(by=by, about=[person], title=says, facts={"involvement": str(held.id), "on": on.isoformat()})
    return held


@action("access.end_involvement")
def end_involvement(*, by: Actor, involvement: UUID, on: date, reason: str) -> Involvement:
    """A worker's last day with a person was the day before `on`; the reason is what the family is told.

    Raises NotPermittedError when it is not open to the actor, ended already, or would end before it began.
    """
    held = Involvement.objects.select_related("account").filter(id=involvement, person__isnull=False).first()
    if held is None or held.person_id is None:
        raise NotPermittedError("There is no such involvement open to you.")
    tell.permit(by=by, permission=Permission.ALLOCATE, persons=[held.person_id])
    if held.during.upper is not None or (held.during.lower is not None and on <= held.during.lower):
        raise NotPermittedError("Give a day after it began, for an involvement that has not ended.")
    held.during = during(held.during.lower, on)
    held.reason_ended = reason
    held.save()
    says = f"{held.account.display_name} stopped working with them"
    tell.tell(
        by=by, about=[held.person_id], title=says, facts={"involvement": str(held.id), "on": on.isoformat()}
    )
    return held
