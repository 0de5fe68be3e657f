"""What the law refuses when a home is chosen, asked with who lives there by what the home and the record say."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kith.core.action import CannotBeError
from kith.core.homes import living_in
from kith.homes.models import Choice, Home, Search, State
from kith.homes.queries.lawful import lawfully
from kith.homes.rules import Coming, Lives, Reason, against


def refused(home: Home, search: Search, night: date, *, emergency: bool = False) -> None:
    """Raises CannotBeError with every reason for which the law refuses this home on this night."""
    reasons = reasons_against(home, search, night, emergency=emergency)
    if reasons:
        raise CannotBeError("The law refuses this home. " + " ".join(map(str, reasons)), field="home")


def reasons_against(home: Home, search: Search, night: date, *, emergency: bool = False) -> list[Reason]:
    """Why the law refuses a home for the child of a search, with who lives there by what the home and the record say."""
    profile = search.profile
    facts = lawfully([home.id], night, child=[search.child_id])[home.id]
    # Brothers and sisters for whom the same home has agreed live there by then, and are their family.
    kin = set(
        Choice.objects.filter(
            home=home, state=State.AGREED, search__profile__together=profile.together
        ).values_list("child_id", flat=True)
    )
    known = living_in([home.id], night).get(home.id, set()) - {search.child_id} - kin
    told = max(0, home.places - home.free) - len(kin)
    strangers = [Lives(each) for each in known]
    strangers += [Lives(UUID(int=n + 1)) for n in range(max(0, told - len(known)))]
    child = Coming(profile.born_on, sex=profile.sex, id=search.child_id, family=profile.together)
    there = [*strangers, *(Lives(each, profile.together) for each in kin)]
    return against(facts, [child], night, there=there, emergency=emergency)
