"""Keeping the register: homes, what Ofsted and the decision maker let them do, prices, who must not live where."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.core.where import where
from kith.design.dates import today
from kith.design.text import safe_text
from kith.homes import words
from kith.homes.models import (
    Approval,
    Grade,
    Home,
    HomeKind,
    HomePlace,
    Inspection,
    Price,
    Provider,
    ProviderKind,
    Registration,
)
from kith.people.actions.whereabouts import tidy_postcode
from kith.story.writing import clean_text

ABOUT_NOBODY = "the register of homes is about no child"
KM = 1000
_LETTER = {HomeKind.FOSTER: "F", HomeKind.CHILDRENS_HOME: "H", HomeKind.SUPPORTED: "S"}


def keeping(by: Actor, permission: Permission = Permission.KEEP_HOMES) -> None:
    """Whoever keeps the register may; and no child's story is told of it. Raises NotPermittedError."""
    tell.permit(by=by, permission=permission, persons=[])
    nothing_to_tell(ABOUT_NOBODY)


def home_for(home: UUID) -> Home:
    """A home of the register. Raises NotPermittedError where there is none, or it is not open."""
    found = Home.objects.filter(id=home).first()
    if found is None:
        raise NotPermittedError("There is no home like this in the register.")
    return found


@action("homes.add_provider")
def add_provider(*, by: Actor, name: str, kind: str, owner: str = "", urn: str = "") -> UUID:
    """Somebody who runs homes; the id.

    Raises NotPermittedError; CannotBeError without a name, or with one that is there.
    """
    keeping(by)
    called = safe_text(name)[:120]
    if not called:
        raise CannotBeError("Say what the provider is called.", field="name")
    if Provider.objects.filter(name=called).exists():
        raise CannotBeError("This provider is in the register already.", field="name")
    made = Provider(
        name=called,
        kind=ProviderKind(kind),
        owner=safe_text(owner)[:120],
        urn=safe_text(urn)[:12],
        recorded_by=by.id,
    )
    made.save(force_insert=True)
    concerns([], provider=made.id)
    return made.id


@action("homes.add_home")
def add_home(
    *,
    by: Actor,
    kind: str,
    name: str,
    provider: UUID,
    places: int,
    opened_on: date,
    postcode: str = "",
    lines: str = "",
    skills: Sequence[str] = (),
    languages: Sequence[str] = (),
    faiths: Sequence[str] = (),
    cultures: Sequence[str] = (),
    lives_here: Sequence[str] = (),
) -> UUID:
    """A home, with all its places free as of today; the id. Being in the register makes nothing lawful: approval and
    registration do.

    Its postcode is kept apart; what is reckoned with is the kilometre. Raises NotPermittedError; CannotBeError without a
    name, for what is no postcode, and for a code that is on no list.
    """
    keeping(by)
    if not safe_text(name):
        raise CannotBeError("Say what the home is called.", field="name")
    if postcode and " " not in tidy_postcode(postcode):
        raise CannotBeError(
            "This is no whole postcode, such as KT9 4ZZ. Mend it, or leave it out.", field="postcode"
        )
    spot = where(postcode) if postcode else None
    made = Home(
        kind=HomeKind(kind),
        name=safe_text(name)[:120],
        reference=f"{_LETTER[HomeKind(kind)]}-{uuid4().hex[:6].upper()}",
        provider_id=provider,
        places=places,
        free=places,
        free_told_on=today(),
        opened_on=opened_on,
        east=None if spot is None else round(spot[0] / KM),
        north=None if spot is None else round(spot[1] / KM),
        skills=of_list(skills, words.SKILLS, "skills"),
        languages=of_list(languages, words.LANGUAGES, "languages"),
        faiths=of_list(faiths, words.FAITHS, "faiths"),
        cultures=of_list(cultures, words.CULTURES, "cultures"),
        lives_here=of_list(lives_here, words.LIVES_HERE, "lives_here"),
        recorded_by=by.id,
    )
    made.save(force_insert=True)
    if postcode or lines:
        HomePlace(
            home=made,
            lines=clean_text(lines).strip(),
            postcode=tidy_postcode(postcode)[:8],
            recorded_by=by.id,
        ).save(force_insert=True)
    concerns([], home=made.id)
    return made.id


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
    _in_order(starts_on, ends_on, age_from, age_to)
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
    _in_order(starts_on, ends_on, age_from, age_to)
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


@action("homes.tell_room")
def tell_room(*, by: Actor, home: UUID, free: int, on: date) -> None:
    """How many more a home could take, as it said on a day.

    Raises NotPermittedError; CannotBeError for more than it holds.
    """
    keeping(by)
    found = home_for(home)
    if not 0 <= free <= found.places:
        raise CannotBeError(f"It holds {found.places} at most.", field="free")
    found.free, found.free_told_on = free, on
    found.save(update_fields=["free", "free_told_on"])
    concerns([], home=home)


@action("homes.describe_home")
def describe_home(
    *,
    by: Actor,
    home: UUID,
    skills: Sequence[str] = (),
    languages: Sequence[str] = (),
    faiths: Sequence[str] = (),
    cultures: Sequence[str] = (),
    lives_here: Sequence[str] = (),
) -> None:
    """What a home is good at, and who and what lives there, as it is now: homes are matched by it.

    Raises NotPermittedError; CannotBeError for a code that is on no list.
    """
    keeping(by)
    found = home_for(home)
    found.skills = of_list(skills, words.SKILLS, "skills")
    found.languages = of_list(languages, words.LANGUAGES, "languages")
    found.faiths = of_list(faiths, words.FAITHS, "faiths")
    found.cultures = of_list(cultures, words.CULTURES, "cultures")
    found.lives_here = of_list(lives_here, words.LIVES_HERE, "lives_here")
    found.save(update_fields=["skills", "languages", "faiths", "cultures", "lives_here"])
    concerns([], home=home)


def of_list(codes: Sequence[str], known: dict[str, str], field: str) -> list[str]:
    """The codes, once each, in the order of their list. Raises CannotBeError for one that is on none."""
    for code in codes:
        if code not in known:
            raise CannotBeError("Choose from the list.", field=field)
    return [code for code in known if code in codes]


def _in_order(starts_on: date, ends_on: date | None, age_from: int, age_to: int) -> None:
    if ends_on is not None and ends_on <= starts_on:
        raise CannotBeError("It would end before it begins.", field="ends_on")
    if age_from > age_to:
        raise CannotBeError("The youngest age is above the oldest.", field="age_to")
