"""What lets children live in a home: Ofsted's registration, the decision maker's approval; and its price."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from kith.access.permissions import Permission
from kith.core.action import CannotBeError, action, concerns
from kith.core.actor import Actor
from kith.design.dates import today
from kith.design.text import safe_text
from kith.homes.actions.common import home_for, in_order, keeping
from kith.homes.models import Approval, Grade, HomeKind, Inspection, Price, Registration
from kith.story.writing import clean_text


@action("homes.register_home")
def register_home(
    *,
    by: Actor,
    home: UUID,
    urn: str,
    starts_on: date,
    places: int,
    ends_on: date | None = None,
    age_from: int = 0,
    age_to: int = 17,
    sex: str = "",
    conditions: str = "",
) -> UUID:
    """What Ofsted has registered a home for; the id. What was registered before ends the day this begins.

    Raises NotPermittedError; CannotBeError of a foster home, without a number, and for dates or ages out of order.
    """
    keeping(by)
    found = home_for(home)
    if found.kind == HomeKind.FOSTER:
        raise CannotBeError("Carers are approved, not registered.")
    if not safe_text(urn):
        raise CannotBeError("Ofsted’s number is needed: without one the home is not registered.", field="urn")
    in_order(starts_on, ends_on, age_from, age_to)
    Registration.objects.filter(home=found, ends_on__isnull=True, starts_on__lt=starts_on).update(
        ends_on=starts_on
    )
    made = Registration(
        home=found, urn=safe_text(urn)[:12], starts_on=starts_on, ends_on=ends_on, places=places,
        age_from=age_from, age_to=age_to, sex=sex, words=clean_text(conditions).strip()[:500], recorded_by=by.id,
    )  # fmt: skip
    made.save(force_insert=True)
    concerns([], home=found.id, registration=made.id)
    return made.id


@action("homes.end_registration")
def end_registration(*, by: Actor, home: UUID, on: date, suspended: bool = False) -> None:
    """Ofsted's registration ended, or was suspended, on a day.

    Raises NotPermittedError; CannotBeError where there is none.
    """
    keeping(by)
    holds = Registration.objects.filter(home_id=home, starts_on__lt=on).order_by("-starts_on").first()
    if holds is None or (holds.ends_on is not None and holds.ends_on <= on):
        raise CannotBeError("It was not registered on that day.", field="on")
    if suspended:
        holds.suspended = True
    else:
        holds.ends_on = on
    holds.save(update_fields=["suspended", "ends_on"])
    concerns([], home=home, registration=holds.id)


@action("homes.record_inspection")
def record_inspection(*, by: Actor, home: UUID, on: date, grade: str = "", said: str = "") -> UUID:
    """What Ofsted found; the id.

    Raises NotPermittedError; CannotBeError for neither grade nor words, and a day to come.
    """
    keeping(by)
    if not grade and not clean_text(said).strip():
        raise CannotBeError("Choose the grade, or write what it says.", field="grade")
    if on > today():
        raise CannotBeError("This day is still to come.", field="on")
    made = Inspection(
        home=home_for(home),
        on=on,
        grade=Grade(grade).value if grade else "",
        words=clean_text(said).strip()[:300],
        recorded_by=by.id,
    )
    made.save(force_insert=True)
    concerns([], home=home, inspection=made.id)
    return made.id


@action("homes.approve_carers")
def approve_carers(
    *,
    by: Actor,
    home: UUID,
    starts_on: date,
    places: int,
    why: str,
    ends_on: date | None = None,
    age_from: int = 0,
    age_to: int = 17,
    sex: str = "",
    terms: str = "",
    temporary: bool = False,
) -> UUID:
    """What carers are approved for, by the decision maker; the id.

    Approved for none is 0 places. The last to begin holds.

    Raises NotPermittedError; CannotBeError of a home that is none of carers', without reasons, for dates or ages
    out of order.
    """
    keeping(by, Permission.APPROVE_CARERS)
    found = home_for(home)
    if found.kind != HomeKind.FOSTER:
        raise CannotBeError("A children’s home is registered by Ofsted, not approved.")
    if not clean_text(why).strip():
        raise CannotBeError("Say why. The carers read it.", field="why")
    in_order(starts_on, ends_on, age_from, age_to)
    Approval.objects.filter(home=found, ends_on__isnull=True, starts_on__lt=starts_on).update(
        ends_on=starts_on
    )
    made = Approval(
        home=found, starts_on=starts_on, ends_on=ends_on, places=places, age_from=age_from, age_to=age_to, sex=sex,
        words=clean_text(terms).strip()[:500], temporary=temporary, decided_by=by.id,
        why=clean_text(why).strip()[:1000], recorded_by=by.id,
    )  # fmt: skip
    made.save(force_insert=True)
    concerns([], home=found.id, approval=made.id)
    return made.id


@action("homes.set_price")
def set_price(*, by: Actor, home: UUID, pounds_a_week: Decimal, in_contract: bool, starts_on: date) -> UUID:
    """What a place costs a week from a day on; the id.

    Raises NotPermittedError; CannotBeError below nothing, and for a day from which a price is written already.
    """
    keeping(by, Permission.APPROVE_CARERS)
    if pounds_a_week < 0:
        raise CannotBeError("A price is nothing or more.", field="pounds_a_week")
    found = home_for(home)
    if Price.objects.filter(home=found, starts_on=starts_on).exists():
        raise CannotBeError(
            "A price from that day is written already: begin this one on another day.", field="starts_on"
        )
    Price.objects.filter(home=found, ends_on__isnull=True, starts_on__lt=starts_on).update(ends_on=starts_on)
    made = Price(
        home=found,
        pounds_a_week=pounds_a_week,
        in_contract=in_contract,
        starts_on=starts_on,
        recorded_by=by.id,
    )
    made.save(force_insert=True)
    concerns([], home=home, price=made.id)
    return made.id
