"""Lifelong Links as a worker writes it: offered, who is looked for, found, asked, met; and the lasting plan.

Source: Family Rights Group's Lifelong Links. The child leads; whoever is found says yes before the child reads a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from kith.access.apart import refuse_what_tells
from kith.access.permissions import Permission
from kith.bonds.actions.common import NOT_HERE, needed, not_to_come, to_come, words_of
from kith.bonds.models import LinkPerson, LinksAnswer, LinksJourney, LinkStands
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.design.dates import today
from kith.design.text import safe_text

APART = (
    "Something keeps this child and them apart. Talk with your manager: they alone can say that you look for them all the"
    " same, and why."
)
# The same of kin whom every worker sees and of somebody kept apart: it tells nobody who that is.
LIKE = (
    "Somebody called like this may be in the record. Look at the list again: if they are in it, choose them. If they are"
    " somebody else, talk with your manager: they alone can say here that you look for them, and how it was made sure."
)
MANAGES = frozenset({"manager", "director"})


@action("bonds.offer_links")
def offer_links(*, by: Actor, child: UUID, offered_on: date, how: str) -> UUID:
    """Lifelong Links was offered; the journey's id. Raises NotPermittedError; CannotBeError where one runs already."""
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[child])
    return _offered(by, child, offered_on, how)


@action("bonds.offer_links_again")
def offer_links_again(*, by: Actor, journey: UUID, offered_on: date, how: str) -> UUID:
    """It was offered again, as at each review, to a child who said no, not now, or nothing; the new journey's id.

    What they said before stays with the offer before. Raises NotPermittedError; CannotBeError where they said yes.
    """
    found = journey_for(by, journey)
    if found.answer == LinksAnswer.YES:
        raise CannotBeError("They said yes: it runs already.")
    if not_to_come(offered_on, "offered_on") < found.offered_on:
        raise CannotBeError("This day is before the first offer.", field="offered_on")
    with transaction.atomic():
        LinksJourney.objects.filter(id=journey).update(ended_on=offered_on, why_ended="It was offered again.")
        return _offered(by, found.child_id, offered_on, how)


@action("bonds.links_answered")
def links_answered(
    *, by: Actor, journey: UUID, answer: str, answered_on: date, ask_again_on: date | None = None
) -> None:
    """What the child said to the offer. A not now has a day on which they are asked again.

    Raises NotPermittedError, CannotBeError.
    """
    found = journey_for(by, journey)
    if LinksAnswer(answer) is LinksAnswer.NOT_NOW:
        ask_again_on = to_come(ask_again_on, "ask_again_on", "Say when you ask again: a day still to come.")
    LinksJourney.objects.filter(id=journey).update(
        answer=LinksAnswer(answer).value,
        answered_on=not_to_come(answered_on, "answered_on"),
        ask_again_on=ask_again_on if answer == LinksAnswer.NOT_NOW else None,
    )
    concerns([found.child_id], journey=journey, answer=answer)
    tell.tell(by=by, about=[found.child_id], title="The offer of Lifelong Links was answered")


@action("bonds.add_link")
def add_link(*, by: Actor, child: UUID, name: str, tie: str = "", by_child: bool) -> UUID:
    """Somebody to look for; the id. `by_child`: the child asked, and reads how far it is. Otherwise they read nothing.

    Raises NotPermittedError; CannotBeError without a name.
    """
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[child])
    called = safe_text(name)[:120]
    if not called:
        raise CannotBeError("Say who it is, as the child calls them.", field="name")
    made = LinkPerson.objects.create(
        child_id=child, name=called, tie=safe_text(tie)[:120], by_child=by_child, recorded_by=by.id
    )
    concerns([child], link=made.id)
    tell.tell(by=by, about=[child], title="Somebody who matters to the child was named")
    return made.id


@action("bonds.look_for")
def look_for(*, by: Actor, link: UUID, known: UUID | None, despite: str = "") -> None:
    """They are looked for now. `known`: who they are in the record, or None where they are nobody of it.

    Raises NotPermittedError; CannotBeError where the child did not say yes, and where something keeps them apart and no
    manager has said why they are looked for all the same (`despite`). The same where they are said to be nobody of it,
    and are called like somebody near the child or kept apart.
    """
    found = link_for(by, link)
    if not LinksJourney.objects.filter(child_id=found.child_id, ended_on=None, answer="yes").exists():
        raise CannotBeError("The child has not said yes to Lifelong Links. Ask them first.")
    found.known_id, why = known, words_of(despite, 500)
    if why:
        if by.role not in MANAGES:
            raise CannotBeError("A manager alone says so. Ask them to write it here.", field="despite")
        found.despite, found.despite_at = why, timezone.now()
    if known is not None and barred(found):
        raise CannotBeError(APART, field="despite" if by.role in MANAGES else "known")
    if known is None and found.despite_at is None and like_somebody(found):
        raise CannotBeError(LIKE, field="despite" if by.role in MANAGES else "known")
    found.stands = LinkStands.LOOKING.value
    found.why, found.told_on, found.look_again_on = "", None, None
    _keep(found, "known", "stands", "despite", "despite_at", "why", "told_on", "look_again_on")
    concerns([found.child_id, *([known] if known else [])], link=link, despite=bool(why))
    tell.tell(by=by, about=[found.child_id], title="Somebody who matters to the child is looked for")


@action("bonds.link_found")
def link_found(*, by: Actor, link: UUID, found: str) -> None:
    """Where they are found. Staff alone read it: the child reads nothing new. Raises NotPermittedError, CannotBeError."""
    row = link_for(by, link)
    row.found = needed(found, "Write what you found, and where.", "found")
    row.stands = LinkStands.FOUND.value
    _keep(row, "found", "stands")
    concerns([row.child_id], link=link)
    tell.tell(by=by, about=[row.child_id], title="Somebody who matters to the child was found")


@action("bonds.link_answered")
def link_answered(
    *, by: Actor, link: UUID, yes: bool, consent_on: date, consent_how: str, shares: str = ""
) -> None:
    """They said yes or no. With a yes the child reads their name and `shares`, as they agreed; a yes may be taken back.

    Raises NotPermittedError: for words that would tell where somebody is whom the child must not find as well;
    CannotBeError without how they said so.
    """
    row = link_for(by, link)
    row.consent_on = not_to_come(consent_on, "consent_on")
    row.consent_how = needed(consent_how, "Say how they said so, and to whom.", "consent_how", 300)
    row.shares = (
        needed(shares, "Write what the child may know, as they agreed.", "shares", 500) if yes else ""
    )
    row.why, row.told_on = "", None
    row.stands = LinkStands.YES.value if yes else LinkStands.NO.value
    refuse_what_tells(row.child_id, [row.shares])
    _keep(row, "consent_on", "consent_how", "shares", "why", "told_on", "stands")
    concerns([row.child_id], link=link, yes=yes)
    tell.tell(by=by, about=[row.child_id], title="Somebody who was found has answered")


@action("bonds.link_not")
def link_not(
    *, by: Actor, link: UUID, stands: str, why: str, told_on: date | None, look_again_on: date | None = None
) -> None:
    """They are not looked for now (`not_safe`), or could not be brought together (`not_found`, or a `no`), and why.

    The child reads why from the day they were told by somebody. Raises NotPermittedError, CannotBeError.
    """
    row = link_for(by, link)
    now = LinkStands(stands)
    if now not in {LinkStands.NOT_SAFE, LinkStands.NOT_FOUND, LinkStands.NO}:
        raise CannotBeError("Choose what it is.", field="stands")
    if (now is LinkStands.NO) is not (row.stands == LinkStands.NO.value):
        raise CannotBeError("What they said themselves is written under their answer.", field="stands")
    if now is LinkStands.NOT_SAFE:
        look_again_on = to_come(
            look_again_on, "look_again_on", "Say when you look at it again: a day still to come."
        )
    row.why = needed(why, "Say why, in words to the child.", "why", 500)
    row.told_on = None if told_on is None else not_to_come(told_on, "told_on")
    row.look_again_on = look_again_on if now is LinkStands.NOT_SAFE else None
    row.stands, row.shares = now.value, ""
    refuse_what_tells(row.child_id, [row.why])
    _keep(row, "why", "told_on", "look_again_on", "stands", "shares")
    concerns([row.child_id], link=link, stands=now.value)
    tell.tell(
        by=by,
        about=[row.child_id],
        title="Why the child and somebody are not brought together was written down",
    )


@action("bonds.link_met")
def link_met(*, by: Actor, link: UUID) -> None:
    """They have met again. Raises NotPermittedError; CannotBeError for somebody who did not say yes."""
    row = link_for(by, link)
    if row.stands != LinkStands.YES.value:
        raise CannotBeError("They have not said yes.")
    row.stands = LinkStands.MET.value
    _keep(row, "stands")
    concerns([row.child_id], link=link)
    tell.tell(by=by, about=[row.child_id], title="The child met somebody again who matters to them")


@action("bonds.links_plan")
def links_plan(*, by: Actor, journey: UUID, plan: str, plan_with: str, plan_on: date) -> None:
    """The lasting plan, in the child's words, and who agreed to it. Raises NotPermittedError, CannotBeError."""
    found = journey_for(by, journey)
    said = needed(plan, "Write the plan, in the child’s words.", "plan", 2000)
    whom = needed(plan_with, "Say who agreed to it: the child first.", "plan_with", 300)
    refuse_what_tells(found.child_id, [said, whom])
    LinksJourney.objects.filter(id=journey).update(
        plan=said, plan_with=whom, plan_on=not_to_come(plan_on, "plan_on")
    )
    concerns([found.child_id], journey=journey)
    tell.tell(by=by, about=[found.child_id], title="The lasting plan with those who matter was agreed")


@action("bonds.end_links")
def end_links(*, by: Actor, journey: UUID, why: str) -> None:
    """Our part ends today; whom the child has stays. Raises NotPermittedError, CannotBeError without why."""
    found = journey_for(by, journey)
    said = needed(why, "Say why: the child stopped it, or a year is over.", "why", 500)
    LinksJourney.objects.filter(id=journey).update(ended_on=today(), why_ended=said)
    LinkPerson.objects.filter(child_id=found.child_id, stands__in=("looking", "found")).update(
        stands="wanted"
    )
    concerns([found.child_id], journey=journey)
    tell.tell(by=by, about=[found.child_id], title="Lifelong Links ended")


def barred(link: LinkPerson) -> bool:
    """Whether anything keeps the two apart that no manager has looked at since. One statement."""
    with connection.cursor() as cursor:
        asked = [link.child_id, link.known_id, link.despite_at]
        cursor.execute("SELECT bonds_may_not_link(%s, %s, %s)", asked)
        return bool(cursor.fetchone()[0])


def like_somebody(link: LinkPerson) -> bool:
    """Whether somebody called so may be among the child's kin or those kept apart. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT bonds_may_not_be_nobody(%s, %s, %s)", [link.child_id, link.name, link.tie])
        return bool(cursor.fetchone()[0])


def journey_for(by: Actor, journey: UUID) -> LinksJourney:
    """One that has not ended, of a child whose record the actor may change. Raises NotPermittedError."""
    found = LinksJourney.objects.filter(id=journey, ended_on=None).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[found.child_id])
    return found


def link_for(by: Actor, link: UUID) -> LinkPerson:
    """Somebody who matters to a child whose record the actor may change. Raises NotPermittedError."""
    found = LinkPerson.objects.filter(id=link).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[found.child_id])
    return found


def _keep(row: LinkPerson, *fields: str) -> None:
    with _unless_apart():
        row.save(update_fields=fields)


@contextmanager
def _unless_apart() -> Iterator[None]:
    """The database refuses it as well: somebody may have come to be kept apart since."""
    try:
        with transaction.atomic():
            yield
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", "") == "KB001":
            raise CannotBeError(APART) from error
        if getattr(error.__cause__, "sqlstate", "") == "KB002":
            raise CannotBeError(LIKE) from error
        raise


def _offered(by: Actor, child: UUID, offered_on: date, how: str) -> UUID:
    said = needed(how, "Say how you explained it, in a few words.", "how", 300)
    try:
        with transaction.atomic():
            made = LinksJourney.objects.create(
                child_id=child, offered_on=not_to_come(offered_on, "offered_on"), how=said, recorded_by=by.id
            )
    except IntegrityError as error:
        raise CannotBeError("It is offered already, and has not ended.", field="offered_on") from error
    concerns([child], journey=made.id)
    tell.tell(by=by, about=[child], title="Lifelong Links was offered")
    return made.id
