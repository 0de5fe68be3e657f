"""What the told stories share: people by name and age, homes and orders by how many days ago."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from kith.demo.care import weave
from kith.demo.care_facts import make_health, make_permanence_before, make_reviews
from kith.demo.draft import Child, Draft
from kith.demo.homes_found import Home
from kith.demo.household import make_child
from kith.demo.legal import orders_of
from kith.demo.network import add_contact
from kith.demo.places import PLACES, address_in
from kith.demo.providers import ADOPTION, FOSTER, FOSTER_KIN, urn_for
from kith.demo.shapes.care import DemoLegalStatus
from kith.demo.shapes.people import DemoAddress, DemoName, DemoPerson, DemoRelationship, DemoResidence
from kith.demo.shapes.story import DemoEvent, DemoPassage
from kith.demo.working_days import add_years, working_day_by

SHORT_BREAKS = frozenset({"V3", "V4"})


def begin(draft: Draft, story: str, route: str, name: str, *, place: int = 0) -> None:
    """Name the story and give the family a home in one of the county's places."""
    draft.story, draft.route, draft.name = story, route, name
    draft.home = address_in(draft.dice, PLACES[place])
    draft.addresses.append(draft.home)


def ago(draft: Draft, days: int) -> date:
    """The working day on or after so many days ago."""
    return working_day_by(draft.today - timedelta(days=days), draft.today)


def child(draft: Draft, name: str, years: float, sex: str, ethnicity: str = "WBRI") -> Child:
    """A child called `Given Family`, so many years old (negative: to be born)."""
    given, _, family = name.partition(" ")
    dob = add_years(draft.today, -int(years)) - timedelta(days=round((years - int(years)) * 365))
    return make_child(draft, dob, family, ethnicity, given=given, sex=sex)


def grown_up(
    draft: Draft, name: str, years: int, sex: str, *, part: str = "parent", ethnicity: str = "WBRI"
) -> DemoPerson:
    """An adult called `Given Family`; the mother or father of the draft where they are a parent."""
    given, _, family = name.partition(" ")
    dob = add_years(draft.today, -years) - timedelta(days=draft.dice.between(5, 350))
    names = (DemoName("legal", given, family),)
    person = DemoPerson(draft.dice.new_id(), part, names, dob, "exact", sex, ethnicity)
    draft.people.append(person)
    add_contact(draft, person)
    if part == "parent" and sex == "F":
        draft.mother = person
    return person


def tie(draft: Draft, children: Sequence[Child], other: DemoPerson, kind: str, words: str = "") -> None:
    """The same tie for several children."""
    for one in children:
        draft.relationships.append(DemoRelationship(one.id, other.id, kind, words))


def change(draft: Draft, person: UUID, **facts: object) -> None:
    """Replace facts of a person already in the draft."""
    for n, one in enumerate(draft.people):
        if one.id == person:
            draft.people[n] = replace(one, **facts)  # type: ignore[arg-type]


def live(draft: Draft, person: UUID, address: DemoAddress, start: date, end: date | None = None) -> None:
    """At home, over a time; nobody else of the family is told by this alone."""
    draft.residences.append(DemoResidence(person, address.id, start, end, "home"))


def house(draft: Draft, place: int) -> DemoAddress:
    """Another address in the county."""
    address = address_in(draft.dice, PLACES[place])
    draft.addresses.append(address)
    return address


def home(
    draft: Draft,
    days: int,
    code: str,
    *,
    carer: DemoPerson | None = None,
    at: DemoAddress | None = None,
    change: str = "CARPL",
) -> Home:
    """A home in care from so many days ago; a carer is made where the kind needs one."""
    if carer is None and code in FOSTER | ADOPTION:
        names = draft.workforce.by_role["supervising_social_worker"]
        family = draft.dice.pick(names).family
        carer = grown_up(draft, f"Sandra {family}", draft.dice.between(38, 60), "F", part="carer")
    provider = "PR1" if code in FOSTER_KIN | ADOPTION else "PR0" if code == "P1" else "PR4"
    urn = urn_for(draft.dice, code, provider)
    address = at or house(draft, draft.dice.between(0, 8))
    return Home(draft.today - timedelta(days=days), code, provider, address, carer, urn, change)


def in_care(
    draft: Draft,
    one: Child,
    orders: Sequence[tuple[int, str]],
    homes: Sequence[Home],
    *,
    ended: date | None = None,
    ceased: str = "",
    need: str = "N1",
) -> None:
    """A time in care: orders by days ago, homes in order; reviews and health follow from them."""
    one.need = need
    road = [(draft.today - timedelta(days=days), code) for days, code in orders]
    weave(draft, one, road, list(homes), end=ended, ceased=ceased)
    for code, start, end in orders_of(road, ended):
        draft.legal_statuses.append(DemoLegalStatus(one.id, code, start, end))
    for n, stay in enumerate(homes):
        following = homes[n + 1].start if n + 1 < len(homes) else ended
        draft.residences.append(
            DemoResidence(one.id, stay.address.id, stay.start, following, "placement", protected=True)
        )
        if stay.carer:
            kind = (
                "kinship_foster_carer"
                if stay.code in FOSTER_KIN
                else ("adopter" if stay.code in ADOPTION else "foster_carer")
            )
            draft.relationships.append(
                DemoRelationship(one.id, stay.carer.id, kind, "", stay.start, following)
            )
    make_permanence_before(draft, one, road[0][0])
    if {code for _, code in orders} <= SHORT_BREAKS:
        return  # these have reviews of their own kind, which the return does not count
    make_reviews(draft, one, road[0][0], ended)
    make_health(draft, one, road[0][0], ended)


def note(
    draft: Draft,
    about: Sequence[Child],
    days: int,
    title: str,
    *passages: DemoPassage,
    kind: str = "note",
    said_by: UUID | None = None,
    not_yet_told: bool = False,
) -> None:
    """Something told by hand; by the family's lead unless somebody of the family said it."""
    on = ago(draft, days)
    lead = next(
        (
            one.worker
            for one in draft.involvements
            if one.person == about[0].id and one.start <= on and (one.end is None or one.end > on)
        ),
        None,
    )
    draft.events.append(
        DemoEvent(
            draft.dice.new_id(),
            kind,
            on,
            tuple(one.id for one in about),
            None if said_by else lead,
            said_by,
            title,
            tuple(passages),
            not_yet_told,
        )
    )
