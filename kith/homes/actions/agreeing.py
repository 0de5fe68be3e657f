"""Agreeing on a home for a child: what has to stand there before, and how a stay outside the carers' terms ends."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action
from kith.core.actor import Actor
from kith.design.dates import today
from kith.homes.actions.choosing import GONE, choice_for, told_of
from kith.homes.actions.refusing import refused
from kith.homes.models import Choice, Home, HomeKind, Need, Profile, Said, Speaker, State
from kith.story.writing import clean_text


@action("homes.agree_home")
def agree_home(*, by: Actor, choice: UUID, why: str, on: date | None = None) -> None:
    """This home is the child's. The law is asked once more, of the night of `on`; the home then has one place less.

    Raises NotPermittedError; CannotBeError without a reason; without the child's say, or why there is none, or with a no
    that nobody answered; without the carers' say, or where their last word is no; without what it means for children
    who live there; of a children's home without how each need is met; for what the law refuses. A home needed tonight
    waits for none of these but the law.
    """
    found = choice_for(by, choice)
    tell.permit(by=by, permission=Permission.KEEP_HOMES, persons=[found.child_id])
    search, night = found.search, on or today()
    if not clean_text(why).strip():
        raise CannotBeError("Say why this home.", field="why")
    refused(found.home, search, night, emergency=found.outside_terms_until is not None)
    if not search.tonight:
        _whole(found)
    found.state, found.on, found.why = State.AGREED, today(), clean_text(why).strip()[:1000]
    found.save(update_fields=["state", "on", "why"])
    Choice.objects.filter(search=search, state__in=[State.SHORTLISTED, State.ASKED]).exclude(
        id=found.id
    ).update(state=State.NOT_CHOSEN, on=today())
    Profile.objects.filter(id=search.profile_id).update(found_on=today())
    home = found.home
    if home.free:
        Home.objects.filter(id=home.id).update(free=home.free - 1)
    told_of(by, found, "A home was found")


@action("homes.end_outside")
def end_outside(*, by: Actor, choice: UUID, on: date) -> None:
    """A child lives outside their carers' terms no more: other terms, or another home (reg 23).

    Raises NotPermittedError; CannotBeError where they do not, for a day to come and one before they came.
    """
    found = Choice.objects.filter(id=choice, state=State.AGREED, outside_terms_until__isnull=False).first()
    if found is None:
        raise NotPermittedError(GONE)
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[found.child_id])
    if found.outside_ended_on is not None:
        raise CannotBeError("That it was made right is written already.", field="on")
    if on > today():
        raise CannotBeError("This day is still to come.", field="on")
    if on <= found.on:
        raise CannotBeError(f"They came on {found.on:%-d %B %Y}: write a later day.", field="on")
    found.outside_ended_on = on
    found.save(update_fields=["outside_ended_on"])
    told_of(by, found, "A home outside its carers’ terms was made right")


def _whole(choice: Choice) -> None:
    """What has to stand there before a home is agreed. Raises CannotBeError naming the first that does not."""
    last = {each.who: each for each in Said.objects.filter(choice=choice).order_by("on", "recorded_at")}
    for who, missing in (
        (Speaker.CHILD, "Write what the child says to this home, or why they could not be asked."),
        (Speaker.CARERS, "Write what the carers or the home say."),
    ):
        if who.value not in last:
            raise CannotBeError(missing, field="why")
    if last[Speaker.CARERS].yes is False:
        raise CannotBeError("The carers’ last word is no. Hear them again first.", field="why")
    child = last[Speaker.CHILD]
    if child.yes is False and not (child.changed or child.answer):
        raise CannotBeError(
            "The child said no. Write first what changed because of it, or why nothing can.", field="why"
        )
    if not choice.impact:
        raise CannotBeError("Weigh first what it means for the children who live there.", field="why")
    if choice.home.kind == HomeKind.FOSTER:
        return
    if choice.search.ranked_on is None:
        raise CannotBeError("Put the child’s needs in order first.", field="why")
    open_ = Need.objects.filter(search=choice.search).exclude(met__choice=choice).order_by("rank")
    if open_:
        raise CannotBeError(f"Show how this home meets each need. Still open: {open_[0].words}", field="why")
