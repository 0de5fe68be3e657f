"""Choosing a home for a child: the shortlist, what each says, and how each need is met. A person decides.

What the law refuses is refused here, with the reason. A child who sleeps in such a place all the same is recorded
where the night is recorded: the truth is never refused, choosing it is.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kith.access.models import Account
from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.design.dates import today
from kith.homes.actions.common import home_for
from kith.homes.actions.refusing import refused
from kith.homes.actions.searching import level_of, search_for
from kith.homes.models import (
    Choice,
    Level,
    Met,
    Need,
    Said,
    Speaker,
    State,
    WhyRefused,
)
from kith.homes.queries.candidates import level_of as level_of_home
from kith.homes.rules import EMERGENCY_DAYS
from kith.law.calendar import add_working_days
from kith.story.writing import clean_text

GONE = "This home is not among the choices for this child, or it is not open to you."


@action("homes.shortlist_home")
def shortlist_home(
    *, by: Actor, search: UUID, home: UUID, why: str, on: date | None = None, emergency: bool = False
) -> UUID:
    """Put a home on the shortlist; the id of the choice. From here on each side may know who the other is.

    Raises NotPermittedError; CannotBeError without a reason, where it stands there already, for a kind of home that
    is not looked for yet, and for each thing that the law refuses on the night of `on` (today).
    """
    found = search_for(by, search)
    place, night = home_for(home), on or today()
    if not clean_text(why).strip():
        raise CannotBeError("Say why this home.", field="why")
    if Choice.objects.filter(search=found, home=place).exists():
        raise CannotBeError("This home is on the shortlist already.", field="home")
    level = level_of_home(place.kind, place.provider.kind)
    if level > level_of(found):
        raise CannotBeError(
            f"You look among {Level(level_of(found)).label} now. Say first why you go on to {Level(level).label}.",
            field="home",
        )
    refused(place, found, night, emergency=emergency)
    made = Choice(
        search=found,
        child_id=found.child_id,
        home=place,
        on=today(),
        why=clean_text(why).strip()[:1000],
        level=level,
        outside_terms_until=add_working_days(night, EMERGENCY_DAYS) if emergency else None,
        recorded_by=by.id,
    )
    made.save(force_insert=True)
    told_of(by, made, "A home is on the shortlist")
    return made.id


@action("homes.say_of_choice")
def say_of_choice(
    *,
    by: Actor,
    choice: UUID,
    who: str,
    words: str,
    yes: bool | None = None,
    changed: str = "",
    on: date | None = None,
) -> UUID:
    """What somebody says to a home, in their words, and what changed because of it; the id. It stays as it was said.

    Raises NotPermittedError; CannotBeError without words, and for a day to come.
    """
    found = choice_for(by, choice)
    if not clean_text(words).strip():
        raise CannotBeError("Write what they said, in their words.", field="words")
    if (on or today()) > today():
        raise CannotBeError("This day is still to come.", field="on")
    made = Said(
        choice=found,
        child_id=found.child_id,
        who=Speaker(who),
        yes=yes,
        words=clean_text(words).strip()[:1000],
        changed=clean_text(changed).strip()[:500],
        on=on or today(),
        author=(Account.objects.filter(id=by.id).values_list("display_name", flat=True).first() or "")[:120],
        recorded_by=by.id,
    )
    made.save(force_insert=True)
    told_of(by, found, "What was said to a home", who=made.who)
    return made.id


@action("homes.show_need_met")
def show_need_met(*, by: Actor, choice: UUID, need: UUID, how: str) -> None:
    """How this home meets one need. Said anew, it replaces what stood there. Raises NotPermittedError; CannotBeError."""
    found = choice_for(by, choice)
    if not clean_text(how).strip():
        raise CannotBeError("Say how, by whom and from when.", field="how")
    if not Need.objects.filter(id=need, search_id=found.search_id).exists():
        raise NotPermittedError(GONE)
    held = Met.objects.filter(choice=found, need_id=need).first()
    if held is None:
        held = Met(choice=found, need_id=need, child_id=found.child_id, recorded_by=by.id)
    new = held.how == ""
    held.how = clean_text(how).strip()[:1000]
    held.save(force_insert=new)
    told_of(by, found, "How a home meets a need")


@action("homes.weigh_choice")
def weigh_choice(*, by: Actor, choice: UUID, impact: str, gaps: str = "") -> None:
    """What it means for the children who live there, and what the home does not give.

    Raises NotPermittedError; CannotBeError.
    """
    found = choice_for(by, choice)
    if not clean_text(impact).strip():
        raise CannotBeError(
            "Say what it means for the children who live there, or that nobody does.", field="impact"
        )
    found.impact, found.gaps = clean_text(impact).strip()[:1000], clean_text(gaps).strip()[:1000]
    found.save(update_fields=["impact", "gaps"])
    told_of(by, found, "What a home would mean for others was weighed")


@action("homes.answer_choice")
def answer_choice(*, by: Actor, choice: UUID, state: str, why: str, why_no: str = "") -> None:
    """The home was asked, said no (why), or was not chosen. Raises NotPermittedError; CannotBeError without a reason."""
    found = choice_for(by, choice)
    to = State(state)
    if to is State.AGREED:
        raise CannotBeError("Agreeing has its own step.", field="state")
    if not clean_text(why).strip():
        raise CannotBeError("Say why.", field="why")
    if to is State.SAID_NO and not why_no:
        raise CannotBeError("Choose why it said no.", field="why_no")
    found.state, found.on = to, today()
    found.why, found.why_no = (
        clean_text(why).strip()[:1000],
        WhyRefused(why_no).value if to is State.SAID_NO else "",
    )
    found.save(update_fields=["state", "on", "why", "why_no"])
    told_of(by, found, "What came of a home", state=to.value)


def choice_for(by: Actor, choice: UUID) -> Choice:
    """A home thought of for a child whose record the actor may change. Raises NotPermittedError."""
    found = (
        Choice.objects.select_related("search__profile", "home")
        .filter(id=choice, search__closed_on__isnull=True)
        .first()
    )
    if found is None:
        raise NotPermittedError(GONE)
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[found.child_id])
    return found


def told_of(by: Actor, choice: Choice, title: str, **facts: object) -> None:
    concerns([choice.child_id], choice=choice.id, **facts)
    # The home is not named: more people read the story than may know where the child lives.
    tell.tell(by=by, about=[choice.child_id], title=title, facts={"choice": str(choice.id), **facts})
