"""What may be known of a child before a home knows who they are: no name among the strengths, places to the kilometre."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID, uuid4

from kith.core.action import CannotBeError
from kith.core.where import where
from kith.design.dates import today
from kith.homes.actions.registering import KM
from kith.homes.models import Profile, Search
from kith.people.models import Address, PersonName
from kith.people.models.address import AddressKind
from kith.story.writing import clean_text


def together(sibling: UUID | None) -> UUID:
    """What brothers and sisters share who look for one home. Raises CannotBeError where none is looked for."""
    if sibling is None:
        return uuid4()
    found = (
        Search.objects.filter(child_id=sibling, closed_on__isnull=True)
        .values_list("profile__together", flat=True)
        .first()
    )
    if found is None:
        raise CannotBeError(
            "No home is looked for here for this brother or sister. Start that search first; if another council"
            " looks for one, agree it with them and write it under why.",
            field="together_with",
        )
    return found


def anonymous(strengths: str, persons: Sequence[UUID]) -> str:
    """Strengths that name nobody. Raises CannotBeError for none, and for a name of the child's own among them."""
    said = clean_text(strengths).strip()[:1000]
    if not said:
        raise CannotBeError("Write who the child is, strengths first.", field="strengths")
    names = PersonName.objects.filter(person_id__in=persons).values_list("given", "family")
    heard = {word.strip(".,;:!?’'\"()").casefold() for word in said.replace("’s", "").split()}
    told = [
        part
        for pair in names
        for name in pair
        for part in name.split()
        if len(part) > 1 and part.casefold() in heard
    ]
    if told:
        raise CannotBeError(
            f"This is read before anybody knows who it is: leave out {told[0]}, and every other name and place.",
            field="strengths",
        )
    return said


def places(profile: Profile, persons: Sequence[UUID], loved: Sequence[UUID]) -> None:
    """Where home and school are, and people the child loves, to the kilometre, as far as the worker may read it."""
    now = Address.objects.filter(during__contains=today())
    of_child = dict(
        now.filter(person_id__in=persons, kind__in=[AddressKind.HOME, AddressKind.SCHOOL]).values_list(
            "kind", "postcode"
        )
    )
    home, school = _spot(of_child.get(AddressKind.HOME)), _spot(of_child.get(AddressKind.SCHOOL))
    if home:
        profile.home_east, profile.home_north = home
    if school:
        profile.school_east, profile.school_north = school
    near = now.filter(person_id__in=list(loved), kind=AddressKind.HOME).order_by("person_id")
    spots = [_spot(postcode) for postcode in near.values_list("postcode", flat=True)] if loved else []
    profile.loved = [part for spot in spots if spot for part in spot]


def _spot(postcode: str | None) -> tuple[int, int] | None:
    found = where(postcode) if postcode else None
    return None if found is None else (round(found[0] / KM), round(found[1] / KM))
