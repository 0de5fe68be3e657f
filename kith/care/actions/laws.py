"""By what law a child is looked after: beginning, ending, agreement and agreement taken back."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from kith.care.actions.common import (
    NOT_HERE,
    as_the_nights_allow,
    born,
    in_order,
    may_change,
    needed,
    nights,
    not_to_come,
    take_over,
    told,
    words,
)
from kith.care.models import Agreement, LegalBasis
from kith.care.models.kinds import LONGEST, LegalKind
from kith.care.models.legal import AgreedAs
from kith.care.unlawful import birthday, sixteen_on
from kith.core.action import CannotBeError, NotPermittedError, action
from kith.core.actor import Actor
from kith.design.dates import plain_date
from kith.design.text import safe_text


@action("care.begin_law")
def begin_law(
    *,
    by: Actor,
    person: UUID,
    kind: str,
    began_on: date,
    ends_by: date | None = None,
    court: str = "",
    order_number: str = "",
) -> UUID:
    """A law begins to hold, beside whatever holds already; its id. `ends_by`: the last day the court gave it.

    Raises NotPermittedError; CannotBeError for a day to come, an order that runs out before it begins, and from 18 on.
    """
    may_change(by, person)
    take_over(person)
    made = new_law(
        by, person, kind=kind, began_on=began_on, ends_by=ends_by, court=court, order_number=order_number
    )
    told(by, person, f"By law: {LegalKind(kind).label}", law=made.id, kind=kind, on=began_on)
    return made.id


def new_law(
    by: Actor,
    person: UUID,
    *,
    kind: str,
    began_on: date,
    ends_by: date | None,
    court: str = "",
    order_number: str = "",
) -> LegalBasis:
    """The row, inside an action that has permission."""
    code = LegalKind(kind).value
    not_to_come(began_on, "began_on")
    in_order(began_on, ends_by, field="ends_by")
    of = born(person)
    if of is not None and began_on >= birthday(of, 18):
        raise CannotBeError(
            f"They turned 18 on {plain_date(birthday(of, 18))}: nobody is looked after from that day. Check the day.",
            field="began_on",
        )
    if ends_by is None and code in LONGEST:
        ends_by = began_on + timedelta(days=LONGEST[code])
    with as_the_nights_allow(person):
        return LegalBasis.objects.create(
            person_id=person, kind=code, began_on=began_on, during=nights(began_on, None), ends_by=ends_by,
            court=safe_text(court)[:120], order_number=safe_text(order_number)[:40], recorded_by=by.id,
        )  # fmt: skip


@action("care.end_law")
def end_law(*, by: Actor, law: UUID, ended_on: date, why: str) -> None:
    """A law stops holding. Others that hold go on. Raises NotPermittedError; CannotBeError for days out of order."""
    found = law_of(by, law)
    not_to_come(ended_on, "ended_on")
    in_order(found.began_on, ended_on)
    found.ended_on, found.during = ended_on, nights(found.began_on, ended_on)
    found.why_ended = needed(why, "why", "Say why it ended, such as: the court made another order.", 300)
    with as_the_nights_allow(found.person_id, field="ended_on"):
        found.save(update_fields=["ended_on", "during", "why_ended"])
    told(by, found.person_id, "A law no longer holds", law=law, kind=found.kind, on=ended_on)


@action("care.agree")
def agree(
    *,
    by: Actor,
    law: UUID,
    name: str,
    given_as: str,
    agrees: bool,
    on: date,
    explained: str,
    capacity: bool,
    may_end_it: bool,
    in_writing: bool,
    whose: UUID | None = None,
    said: str = "",
) -> UUID:
    """What one person says to a child being looked after by agreement; its id. A no is written down as well.

    Raises NotPermittedError; CannotBeError where it is no agreement, and for the yes of a young person under 16.
    """
    found = law_of(by, law)
    if found.kind not in {LegalKind.AGREEMENT.value, LegalKind.SHORT_BREAKS.value}:
        raise CannotBeError("Nobody is asked to agree to this: it holds by law or by a court.")
    not_to_come(on, "on")
    of = born(found.person_id)
    if AgreedAs(given_as) is AgreedAs.YOUNG_PERSON and of is not None and on < sixteen_on(of):
        raise CannotBeError(
            f"They are 16 on {plain_date(sixteen_on(of))}. Until then a parent is asked; write down what they say as"
            " their words.",
            field="given_as",
        )
    made = Agreement.objects.create(
        basis=found, person_id=found.person_id, whose_id=whose, given_as=AgreedAs(given_as).value, agrees=agrees, on=on,
        name=needed(name, "name", "Say whose answer it is."), capacity=capacity, may_end_it=may_end_it,
        explained=needed(explained, "explained", "Say how it was explained, and in which language.", 500),
        in_writing=in_writing, words=words(said), recorded_by=by.id,
    )  # fmt: skip
    told(
        by,
        found.person_id,
        "Being looked after by agreement: somebody said yes or no",
        agreement=made.id,
        on=on,
    )
    return made.id


@action("care.take_back")
def take_back(*, by: Actor, agreement: UUID, on: date, said: str = "") -> None:
    """Somebody takes their yes back. The law stays as it is until a worker ends it: Today asks what happens now.

    Raises NotPermittedError; CannotBeError for a no, for one taken back before, and days out of order.
    """
    found = _given(by, agreement)
    if not found.agrees or found.taken_back_on is not None:
        raise CannotBeError("There is no yes to take back here.")
    not_to_come(on, "on")
    if on < found.on:
        raise CannotBeError(
            f"They agreed on {plain_date(found.on)}: it is taken back on that day or later.", field="on"
        )
    found.taken_back_on, found.taken_back_words = on, words(said)
    found.save(update_fields=["taken_back_on", "taken_back_words"])
    told(by, found.person_id, "An agreement to being looked after was taken back", agreement=agreement, on=on)


@action("care.look_at_agreement")
def look_at_agreement(*, by: Actor, agreement: UUID, on: date) -> None:
    """It was talked over with them again, and they still agree. Raises NotPermittedError, CannotBeError."""
    found = _given(by, agreement)
    not_to_come(on, "on")
    if on < found.on:
        raise CannotBeError(f"They agreed on {plain_date(found.on)}: this is that day or later.", field="on")
    found.looked_at_on = on
    found.save(update_fields=["looked_at_on"])
    told(
        by,
        found.person_id,
        "An agreement to being looked after was looked at again",
        agreement=agreement,
        on=on,
    )


def law_of(by: Actor, law: UUID) -> LegalBasis:
    """One law of a child whose record the actor may change. Raises NotPermittedError."""
    found = LegalBasis.objects.select_for_update().filter(id=law).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    may_change(by, found.person_id)
    return found


def _given(by: Actor, agreement: UUID) -> Agreement:
    found = Agreement.objects.select_for_update().filter(id=agreement).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    may_change(by, found.person_id)
    return found
