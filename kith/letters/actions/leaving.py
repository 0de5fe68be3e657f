"""Leaving: after the check, to the person and by the way that it named."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.core.files import FileStoreError
from kith.design.dates import today
from kith.letters.checking import check
from kith.letters.laid_out import paper
from kith.letters.models import Carried, Delivery, Letter, Posted, Sending, Way
from kith.letters.paper.pdf import as_pdf
from kith.letters.reaching import Reached
from kith.story.files import store
from kith.story.models import EventKind
from kith.story.sending import not_kept
from kith.story.writing import Telling, name_of, put

HOW = {
    Way.HAND: "to be given by hand",
    Way.POST: "to be posted",
    Way.NOTIFY: "to be printed and posted by GOV.UK Notify",
}


@action("letters.send")
def send(*, by: Actor, letter: UUID, reached: Reached) -> Sending:
    """Say yes to the check. From then on its files can be had, and it is logged as sent; its PDF is kept as it leaves.

    By Notify it is carried by background work, once. Raises NotPermittedError, with what the check found, where it may
    not leave; CannotBeError where its file cannot be kept. The database asks the same.
    """
    found = Letter.objects.filter(id=letter).first()
    if found is None:
        raise NotPermittedError("There is no such letter.")
    tell.permit(by=by, permission=Permission.RELEASE, persons=[found.person_id])
    checked = check(found, reached, by=by.id)
    if checked.stops:
        raise NotPermittedError(checked.stops)
    way = Way(reached.way)
    pdf = as_pdf(paper(found, goes_to=reached.goes_to, window=way == Way.NOTIFY))
    try:
        file = store().save([pdf], name="letter.pdf").id
    except FileStoreError as error:
        raise CannotBeError(not_kept(error)) from error
    made = Sending(
        letter=found,
        person_id=found.person_id,
        way=way.value,
        goes_to=reached.goes_to,
        contains=list(checked.contains),
        file=file,
        sent_by_name=name_of(by),
        recorded_by=by.id,
    )
    made.save(force_insert=True)
    if way == Way.NOTIFY:
        carry(made, Carried.POST, reached.goes_to, by=by)
    told = Telling(
        EventKind.RECORD,
        f"{found.get_kind_display()} to {found.to_name}, {HOW[way]}: {found.subject}",
        facts={"letter": str(found.id), "sending": str(made.id), "way": way.value},
        label=found.strictest,
    )
    put(by=by, persons=[found.person_id], telling=told)
    concerns(found.readers, letter=str(found.id), sending=str(made.id), way=way.value)
    return made


def carry(sending: Sending, what: Carried, goes_to: str, *, by: Actor, route: UUID | None = None) -> Delivery:
    """Give it to the service that carries, in the transaction under way."""
    made = Delivery(
        sending=sending, person_id=sending.person_id, by=what.value, goes_to=goes_to, route_id=route, recorded_by=by.id
    )  # fmt: skip
    made.save(force_insert=True)
    return made


@action("letters.posted")
def posted(*, by: Actor, sending: UUID, on: date) -> Posted:
    """It was printed, put in its envelope and posted. Raises NotPermittedError; CannotBeError for a day to come."""
    found = Sending.objects.select_related("letter").filter(id=sending, way=Way.POST).first()
    if found is None:
        raise NotPermittedError("There is no such letter to post.")
    tell.permit(by=by, permission=Permission.RELEASE, persons=[found.person_id])
    if on > today():
        raise CannotBeError("This day is still to come.", field="on")
    if Posted.objects.filter(sending=found).exists():
        raise CannotBeError("It was posted already.")
    made = Posted(sending=found, person_id=found.person_id, posted_on=on, recorded_by=by.id)
    made.save(force_insert=True)
    told = Telling(
        EventKind.RECORD,
        f"Posted: {found.letter.subject}",
        facts={"letter": str(found.letter_id), "sending": str(found.id)},
        label=found.letter.strictest,
    )
    put(by=by, persons=[found.person_id], telling=told)
    concerns([], sending=str(found.id))
    return made
