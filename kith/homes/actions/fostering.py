"""Those who foster: what was done, their reviews, and why they leave.

Source: Fostering Services (England) Regulations 2011 reg 28; National Minimum Standards for fostering.
"""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q

from kith.core.action import CannotBeError, NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.homes.actions.common import home_for, keeping, not_to_come
from kith.homes.models import (
    CarerReview,
    Done,
    Enquiry,
    Home,
    HomeKind,
    Leaving,
    ReviewOutcome,
    Stage,
    What,
    WhyLeft,
)
from kith.homes.models.done import OF_BOTH, OF_HOME
from kith.homes.queries.kept import kept, kept_of_applicants
from kith.story.writing import clean_text

NOTICE = timedelta(days=28)
"""Reg 28(13): an approval ends 28 days after the carers' notice came; no agreement of ours is needed."""


@action("homes.say_done")
def say_done(
    *, by: Actor, what: str, on: date, said: str = "", enquiry: UUID | None = None, home: UUID | None = None
) -> UUID:
    """Something was done, on a day, for whoever is on the road, or for carers of a home; the id.

    Raises NotPermittedError; CannotBeError for a day to come (but of a panel that is to meet), for what is of the other,
    before they asked, for what is written already, and for a record destroyed while they foster, or too early with
    no word of why.
    """
    keeping(by)
    done = What(what)
    if done.value not in OF_BOTH and (done.value in OF_HOME) != (home is not None):
        raise CannotBeError(
            "This is written of the carers once they foster, or on the way there.", field="what"
        )
    asked = Enquiry.objects.filter(id=enquiry).first() if enquiry else None
    if home is None and asked is None:
        raise NotPermittedError("There is no enquiry like this.")
    if done is not What.PANEL_ON:
        not_to_come(on)
    if asked is not None and on < asked.on:
        raise CannotBeError(f"They asked on {asked.on:%-d %B %Y}: write that day or a later one.", field="on")
    of = Q(enquiry=asked) if asked else Q(home_id=home, on=on)
    held = Done.objects.filter(of, what=done)
    if held.exists():
        raise CannotBeError("This is written already.", field="what")
    place = home_for(home) if home else None
    if done is What.DESTROYED:
        _may_go(place, asked, on, said)
    made = Done(
        enquiry=asked, home=place, what=done, on=on,
        words=clean_text(said).strip()[:500], recorded_by=by.id,
    )  # fmt: skip
    made.save(force_insert=True)
    concerns([], done=made.id, what=done.value)
    return made.id


@action("homes.review_carers")
def review_carers(
    *, by: Actor, home: UUID, on: date, outcome: str, carers_said: str, why: str, children_said: str = ""
) -> UUID:
    """A foster home was reviewed; the id.

    Raises NotPermittedError; CannotBeError without the carers' words or reasons.
    """
    keeping(by)
    found = home_for(home)
    not_to_come(on)
    if not clean_text(carers_said).strip():
        raise CannotBeError("Write what the carers said.", field="carers_said")
    if not clean_text(why).strip():
        raise CannotBeError("Say why.", field="why")
    made = CarerReview(
        home=found,
        on=on,
        outcome=ReviewOutcome(outcome),
        carers_said=clean_text(carers_said).strip()[:1000],
        children_said=clean_text(children_said).strip()[:1000],
        why=clean_text(why).strip()[:1000],
        recorded_by=by.id,
    )
    made.save(force_insert=True)
    concerns([], home=home, review=made.id, outcome=made.outcome)
    return made.id


@action("homes.carers_leave")
def carers_leave(
    *, by: Actor, home: UUID, told_on: date, why: str, said: str = "", would_keep: str = ""
) -> date:
    """Carers gave notice; the day it takes effect, from which the home is closed. Raises NotPermittedError; CannotBeError
    for a day to come, and where they left already."""
    keeping(by)
    found = home_for(home)
    not_to_come(told_on, "told_on")
    if found.kind != HomeKind.FOSTER or Leaving.objects.filter(home=found).exists():
        raise CannotBeError("That they leave is written down already, or this is no foster home.")
    ends = told_on + NOTICE
    Leaving(
        home=found,
        told_on=told_on,
        leaves_on=ends,
        why=WhyLeft(why),
        words=clean_text(said).strip()[:1000],
        would_keep=clean_text(would_keep).strip()[:1000],
        recorded_by=by.id,
    ).save(force_insert=True)
    found.closed_on, found.free = max(ends, found.opened_on + timedelta(days=1)), 0
    found.save(update_fields=["closed_on", "free"])
    concerns([], home=home, why=why)
    return ends


def _may_go(home: Home | None, asked: Enquiry | None, on: date, said: str) -> None:
    """Raises CannotBeError of those who foster or may come to, and for a record gone too early with no word of why."""
    until = None
    if home is not None:
        held = kept(home, on)
        if held is None:
            raise CannotBeError("Their approval has not ended by that day: their record is kept.", field="on")
        until = held.until
    elif asked is not None:
        if not asked.steps.filter(stage=Stage.STOPPED, on__lte=on).exists():
            raise CannotBeError("They had not stopped by that day: their record is kept.", field="on")
        until = next((each.until for each in kept_of_applicants(on, only=asked.id)), None)
    if until is not None and on < until and not clean_text(said).strip():
        raise CannotBeError(
            f"It has to be kept until {until:%-d %B %Y} at least. If it is gone all the same, say why.",
            field="said",
        )
