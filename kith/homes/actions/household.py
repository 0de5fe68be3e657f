"""Who lives in a home as its own, who must not, and for whom carers may pass the usual limit of three."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.homes.actions.common import ABOUT_NOBODY, home_for
from kith.homes.models import Exclusion, ExclusionBy, Exemption, HomeKind, Member, Part
from kith.homes.rules import EXEMPT_FROM
from kith.story.writing import clean_text

NOT_HERE = "There is nothing like this, or it is not open to you."


@action("homes.add_member")
def add_member(*, by: Actor, home: UUID, person: UUID, part: str, since: date) -> UUID:
    """Somebody of the record lives in a foster home as its own; the id.

    Raises NotPermittedError; CannotBeError of a home that is none of carers', and for who is written there already.
    """
    tell.permit(by=by, permission=Permission.KEEP_HOMES, persons=[person])
    found = home_for(home)
    if found.kind != HomeKind.FOSTER:
        raise CannotBeError("Only a foster home has a household of its own.")
    if Member.objects.filter(home=found, person_id=person, until__isnull=True).exists():
        raise CannotBeError("They are written as living here already.", field="person")
    made = Member(home=found, person_id=person, part=Part(part), since=since, recorded_by=by.id)
    made.save(force_insert=True)
    concerns([person], home=home, member=made.id)
    tell.tell(by=by, about=[person], title="They belong to a foster home", facts={"home": str(home)})
    return made.id


@action("homes.end_member")
def end_member(*, by: Actor, member: UUID, on: date) -> None:
    """They live there no more, from a day on. Raises NotPermittedError; CannotBeError for a day before they came."""
    found = Member.objects.filter(id=member, until__isnull=True).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    tell.permit(by=by, permission=Permission.KEEP_HOMES, persons=[found.person_id])
    if on <= found.since:
        raise CannotBeError(f"They came on {found.since:%-d %B %Y}: write a later day.", field="on")
    found.until = on
    found.save(update_fields=["until"])
    concerns([found.person_id], member=member)
    tell.tell(by=by, about=[found.person_id], title="They belong to a foster home no more")


@action("homes.exclude")
def exclude(
    *,
    by: Actor,
    home: UUID,
    what_says_so: str,
    said: str,
    starts_on: date,
    ends_on: date | None = None,
    child: UUID | None = None,
) -> UUID:
    """That a child, or every child, must not live in a home; the id.

    Raises NotPermittedError; CannotBeError without words, and where it would end before it begins.
    """
    about = [child] if child else []
    tell.permit(by=by, permission=Permission.KEEP_HOMES, persons=about)
    if not clean_text(said).strip():
        raise CannotBeError("Write what it says, as far as whoever chooses must know.", field="said")
    _in_order(starts_on, ends_on)
    made = Exclusion(
        home=home_for(home), child_id=child, by=ExclusionBy(what_says_so), words=clean_text(said).strip()[:500],
        starts_on=starts_on, ends_on=ends_on, recorded_by=by.id,
    )  # fmt: skip
    made.save(force_insert=True)
    concerns(about, home=home, exclusion=made.id)
    if child:
        tell.tell(by=by, about=about, title="A home where they must not live", facts={"home": str(home)})
    else:
        nothing_to_tell(ABOUT_NOBODY)
    return made.id


@action("homes.end_exclusion")
def end_exclusion(*, by: Actor, exclusion: UUID, on: date) -> None:
    """It holds no more, from a day on. Raises NotPermittedError; CannotBeError for a day before it began."""
    found = Exclusion.objects.filter(id=exclusion).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    about = [found.child_id] if found.child_id else []
    tell.permit(by=by, permission=Permission.KEEP_HOMES, persons=about)
    _in_order(found.starts_on, on, "on")
    found.ends_on = on
    found.save(update_fields=["ends_on"])
    concerns(about, exclusion=exclusion)
    if about:
        tell.tell(by=by, about=about, title="A home where they must not live: this ends")
    else:
        nothing_to_tell(ABOUT_NOBODY)


@action("homes.exempt")
def exempt(
    *, by: Actor, home: UUID, child: UUID, starts_on: date, reason: str, ends_on: date | None = None
) -> UUID:
    """Carers may pass the usual limit of three for this child, by name; the id. A decision maker says so.

    The council where the carers live exempts, and tells them so in writing: the child, why, any condition, and until
    when (Children Act 1989 Sch 7 para 4). Raises NotPermittedError; CannotBeError of a home that is none of carers',
    without a reason, where it would end before it begins, and before there was such a limit.
    """
    tell.permit(by=by, permission=Permission.APPROVE_CARERS, persons=[child])
    found = home_for(home)
    if found.kind != HomeKind.FOSTER:
        raise CannotBeError("The usual limit is for foster homes: this is none.", field="home")
    if not clean_text(reason).strip():
        raise CannotBeError("Say why, and any condition: the carers are told it in writing.", field="reason")
    if starts_on < EXEMPT_FROM:
        raise CannotBeError(f"There is such a limit since {EXEMPT_FROM:%-d %B %Y}.", field="starts_on")
    _in_order(starts_on, ends_on)
    made = Exemption(
        home=found, child_id=child, starts_on=starts_on, ends_on=ends_on, reason=clean_text(reason).strip()[:500],
        recorded_by=by.id,
    )  # fmt: skip
    made.save(force_insert=True)
    concerns([child], home=home, exemption=made.id)
    tell.tell(by=by, about=[child], title="A foster home may pass the usual limit for them")
    return made.id


@action("homes.end_exemption")
def end_exemption(*, by: Actor, exemption: UUID, on: date) -> None:
    """It holds no more, from a day on. Raises NotPermittedError; CannotBeError for a day before it began."""
    found = Exemption.objects.filter(id=exemption).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    tell.permit(by=by, permission=Permission.APPROVE_CARERS, persons=[found.child_id])
    _in_order(found.starts_on, on, "on")
    found.ends_on = on
    found.save(update_fields=["ends_on"])
    concerns([found.child_id], exemption=exemption)
    tell.tell(by=by, about=[found.child_id], title="A foster home may pass the usual limit for them no more")


def _in_order(starts_on: date, ends_on: date | None, field: str = "ends_on") -> None:
    if ends_on is not None and ends_on <= starts_on:
        raise CannotBeError(
            f"It begins on {starts_on:%-d %B %Y}, and would end before that: write a later day.", field=field
        )
