"""Beginning, handing over and ending work with a person or a family; and a worker's yes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.access.allocating.leading import may_allocate, no_other_leads, take_turns
from kith.access.allocating.told import NOBODY, Told, release
from kith.access.models import Account, Handed, Involvement, NotYetTold
from kith.access.models.involvement import InvolvementRole
from kith.access.permissions import Permission
from kith.access.working_with import LEADS
from kith.core import tell
from kith.core.action import NotPermittedError, action, checked, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.core.labels import Label
from kith.core.ranges import during


@action("access.begin_work")
def begin_work(
    *,
    by: Actor,
    persons: Sequence[UUID],
    family: UUID | None = None,
    account: UUID,
    role: str,
    on: date,
    concern: UUID | None = None,
    told: Told = NOBODY,
) -> list[Involvement]:
    """A worker begins to work with a family, or with each of `persons`, beside whoever already does.

    Opens what the worker's own role opens, at once; the worker's yes is asked for and nothing waits for it.
    With `concern` (not yet told) nothing of it reaches a family's door. Raises NotPermittedError: for no worker,
    a second lead, a concern that is not theirs or has ended, telling somebody of what comes from one, for oneself,
    and where the record is open by a reason alone and somebody leads already.
    """
    tell.permit(by=by, permission=Permission.ALLOCATE, persons=persons)
    take_turns(persons, family)
    may_allocate(by, persons, family, account)
    worker = _worker(account)
    kind = InvolvementRole(role)
    no_other_leads(persons, family, kind, during(on))
    if concern is not None:
        known = NotYetTold.objects.filter(id=concern, ended_at=None, persons__overlap=list(persons)).exists()
        if not known or told.readers:
            raise NotPermittedError(
                "Nobody of the family is told of this worker while they are not told of the concern."
                if known
                else "There is no such concern that they are not told of."
            )
    held = _begin(by=by, worker=worker, persons=persons, family=family, kind=kind, on=on, concern=concern)
    says = f"{worker.display_name} began to work with them as {kind.label}"
    event = tell.tell(by=by, about=persons, title=says, facts=_facts(held, on=on), covert=concern)
    release(by, persons, [each.id for each in held], event, told)
    return held


@action("access.hand_over")
def hand_over(
    *,
    by: Actor,
    persons: Sequence[UUID],
    family: UUID | None = None,
    involvements: Sequence[UUID],
    to: UUID,
    on: date,
    reason: str,
    told: Told = NOBODY,
    family_view: str = "",
    goodbye: str = "",
) -> list[Involvement]:
    """One trusted worker hands over to another: the new one begins and the old one ends on the same day.

    `reason` is what the family is told; `family_view` what they think of it, and `goodbye` when it is said, or why
    not: both for staff, on the event (a family's change of lead keeps them as facts of its own, `kith.help`).
    Raises NotPermittedError: for the same worker, one who does not lead, a day on or before which the old one began,
    one after whom another leads already, or a worker whom the family is not told of, while the concern that brought
    them is open; for oneself, and by a reason alone.
    """
    tell.permit(by=by, permission=Permission.ALLOCATE, persons=persons)
    take_turns(persons, family)
    may_allocate(by, persons, family, to)
    old = _current(involvements)
    if old[0].role not in LEADS or _covert(old[0]):
        raise NotPermittedError(
            "Only the lead is handed over. Others are added beside, and end in their own time."
        )
    worker, before = _worker(to), old[0].account
    if worker.id == before.id:
        raise NotPermittedError("Choose somebody else: this is the worker who leads now.")
    kind = InvolvementRole(old[0].role)
    _reasoned(reason)
    no_other_leads(persons, family, kind, during(on), involvements)
    # The new one begins before the old one ends: the manager may see them only by way of the old one.
    held = _begin(by=by, worker=worker, persons=persons, family=family, kind=kind, on=on)
    says = f"{worker.display_name} takes over from {before.display_name}: {reason.strip()}"
    parting = {"family_view": family_view.strip()[:300], "goodbye": goodbye.strip()[:200]}
    facts = _facts(held, on=on, instead_of=str(before.id), reason=reason.strip())
    facts |= {name: said for name, said in parting.items() if said}
    event = tell.tell(by=by, about=persons, title=says, facts=facts)
    release(by, persons, [each.id for each in held], event, told)
    _end(old, on, reason)
    return held


@action("access.end_work")
def end_work(
    *,
    by: Actor,
    persons: Sequence[UUID],
    involvements: Sequence[UUID],
    on: date,
    reason: str,
    told: Told = NOBODY,
) -> None:
    """A worker's work ends at the start of `on`; the reason is what the family is told.

    An end that has not come yet may be given again, earlier or later. Raises NotPermittedError where it is not open
    to the actor, ended already or began later, or where another leads by then.
    """
    tell.permit(by=by, permission=Permission.ALLOCATE, persons=persons)
    take_turns(persons, None)
    old = _current(involvements)
    covert = _covert(old[0])
    if covert and told.readers:
        raise NotPermittedError("Nobody of the family is told of a worker whom they do not know of.")
    _reasoned(reason)
    for each in old:
        if each.during.upper is not None and each.during.upper < on:
            later = during(each.during.upper, on)
            no_other_leads(persons, each.family_id, each.role, later, involvements)
    says = f"{old[0].account.display_name} stopped working with them: {reason.strip()}"
    event = tell.tell(
        by=by,
        about=persons,
        title=says,
        facts=_facts(old, on=on),
        covert=old[0].arises_from_id if covert else None,
    )
    release(by, persons, [], event, told)
    _end(old, on, reason)


@action("access.say_yes")
def say_yes(*, by: Actor, handed: UUID) -> None:
    """The worker says yes to what was handed over. Raises NotPermittedError for anybody else's, or twice."""
    found = Handed.objects.filter(id=handed, involvement__account_id=by.id, said_yes_at__isnull=True)
    if found.update(said_yes_at=timezone.now()) != 1:
        raise NotPermittedError("This does not wait for your yes.")
    checked()
    concerns([], handed=handed)
    nothing_to_tell("the story has it that the work began")


def _worker(account: UUID) -> Account:
    today = timezone.localdate()
    worker = Account.objects.filter(id=account, is_active=True).exclude(until_on__lt=today).first()
    if worker is None or worker.is_family or not worker.role_class.opens & Label.NORMAL:
        raise NotPermittedError("Choose a worker whose role works with people's records.")
    return worker


def _begin(
    *,
    by: Actor,
    worker: Account,
    persons: Sequence[UUID],
    family: UUID | None,
    kind: InvolvementRole,
    on: date,
    concern: UUID | None = None,
) -> list[Involvement]:
    common: dict[str, Any] = {
        "account": worker,
        "role": kind,
        "label_mask": int(worker.role_class.opens),
        "during": during(on),
        "arises_from_id": concern,
        "recorded_by": by.id,
    }
    ties: list[dict[str, UUID]] = (
        [{"family_id": family}] if family is not None else [{"person_id": each} for each in persons]
    )
    made = [Involvement(**tie, **common) for tie in ties]
    for each in made:
        each.save(force_insert=True)
    # One yes for what was handed over at once.
    Handed(involvement=made[0], recorded_by=by.id).save(force_insert=True)
    return made


def _current(involvements: Sequence[UUID]) -> list[Involvement]:
    found = list(
        Involvement.objects.select_related("account", "arises_from").filter(
            id__in=involvements, during__overlap=during(timezone.localdate())
        )
    )
    if not found or len({(each.account_id, each.role) for each in found}) != 1:
        raise NotPermittedError("This worker's work with them has ended already, or is not open to you.")
    return found


def _covert(held: Involvement) -> bool:
    """Whether the family does not know of this worker, for the concern is still open."""
    return held.arises_from is not None and held.arises_from.ended_at is None


def _reasoned(reason: str) -> None:
    if not reason.strip():
        raise NotPermittedError("Say why, in words that the family is told.")


def _end(held: Sequence[Involvement], on: date, reason: str) -> None:
    for each in held:
        with connection.cursor() as cursor:
            cursor.execute("SELECT access_end_work(%s, %s::date, %s)", [each.id, on, reason.strip()[:200]])
            if not cursor.fetchone()[0]:
                raise NotPermittedError("Give a day after the work began.")


def _facts(held: Sequence[Involvement], *, on: date, **more: str) -> dict[str, Any]:
    return {"involvements": [str(each.id) for each in held], "on": on.isoformat(), **more}
