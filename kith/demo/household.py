"""A family's people: children with births that can be, parents, and who else matters to them."""

from __future__ import annotations

from datetime import date, timedelta

from kith.demo import network
from kith.demo.calibration import share, weights
from kith.demo.dice import Dice, Weights
from kith.demo.draft import Child, Draft
from kith.demo.identifiers import child_identifiers, running_number
from kith.demo.names import MIXED, SHORT_FORMS, family_name, given_name, languages_of
from kith.demo.places import home_address
from kith.demo.routes import AGE_BANDS, CARE_ROUTES, FAMILY_SIZES, NO_BIRTH_TO_COME, ages_for
from kith.demo.shapes.people import DemoName, DemoPerson, DemoRelationship, DemoResidence
from kith.demo.working_days import add_years, age_on

GROUPS: dict[str, Weights[str]] = {
    "White": Weights({"WBRI": 0.915, "WOTH": 0.068, "WROM": 0.010, "WIRT": 0.004, "WIRI": 0.003}),
    "Mixed": Weights({"MWBC": 0.32, "MOTH": 0.38, "MWAS": 0.18, "MWBA": 0.12}),
    "Asian": Weights({"APKN": 0.36, "AOTH": 0.30, "ABAN": 0.16, "AIND": 0.15, "CHNE": 0.03}),
    "Black": Weights({"BAFR": 0.60, "BCRB": 0.20, "BOTH": 0.20}),
    "Other": Weights({"OOTH": 1.0}),
    "Unknown": Weights({"NOBT": 0.84, "REFU": 0.16}),
}
# Those who are not alone from abroad: chosen so that with them the looked-after shares are as published.
SETTLED_CARE: Weights[str] = Weights(
    {"White": 0.766, "Mixed": 0.117, "Asian": 0.035, "Black": 0.057, "Other": 0.014, "Unknown": 0.011}
)
ALONE_FROM_ABROAD: Weights[str] = Weights({"OOTH": 0.40, "AOTH": 0.28, "BAFR": 0.28, "WOTH": 0.04})
LATEST_EXPECTED = timedelta(days=170)
LEAST_BETWEEN_BIRTHS = 300


def ethnicity_for(dice: Dice, route: str) -> str:
    """A DfE ethnicity code, by the shares of the route's group."""
    table = SETTLED_CARE if route in CARE_ROUTES else weights("need_ethnicity")
    return dice.weigh(GROUPS[dice.weigh(table)])


def birth_date(dice: Dice, band: str, today: date) -> date:
    """A date of birth for an age band on the day; an expected one for the unborn."""
    low, high = AGE_BANDS[band]
    if band == "unborn":
        return today + timedelta(days=dice.between(10, LATEST_EXPECTED.days))
    youngest = add_years(today, -low) - timedelta(days=0 if low else 3)
    oldest = add_years(today, -(high + 1)) + timedelta(days=1)
    return oldest + timedelta(days=dice.between(0, max(0, (youngest - oldest).days)))


# Nobody has been in care and left it in less.
YOUNGEST_WHO_LEFT = timedelta(days=21)


def sibling_births(dice: Dice, first: date, count: int, route: str, today: date) -> list[date]:
    """Births of one mother: twins the same day, others at least ten months apart, eldest first."""
    births = [first]
    latest = today if route in NO_BIRTH_TO_COME else today + LATEST_EXPECTED
    if route == "left_care":
        latest = today - YOUNGEST_WHO_LEFT
    oldest = add_years(today, -18) + timedelta(days=30)
    while len(births) < count:
        if dice.chance(0.03) and births[-1] <= today:
            births.append(births[-1])
            continue
        gap = timedelta(days=LEAST_BETWEEN_BIRTHS + int(abs(dice.gauss(0, 700))) + dice.between(0, 400))
        earlier, later = min(births) - gap, max(births) + gap
        ways = [day for day, fits in ((earlier, earlier > oldest), (later, later <= latest)) if fits]
        if not ways:
            break
        births.append(dice.pick(ways))
    return sorted(births)


def make_child(
    draft: Draft,
    dob: date,
    surname: str,
    ethnicity: str,
    *,
    unaccompanied: bool = False,
    given: str = "",
    sex: str = "",
) -> Child:
    """A child of the family: the person is added to the draft and the maker's view returned."""
    dice, today, place = draft.dice, draft.today, len(draft.children)
    born = dob <= today
    if not sex:
        male = 0.93 if unaccompanied else 0.53
        sex = ("M" if dice.chance(male) else "F") if born else "U"
    if not given:
        given = given_name(dice, ethnicity, sex) if born else "Baby"
        taken = {child.given for child in draft.children}
        while given in taken and born:
            given = given_name(dice, ethnicity, sex)
    names = [DemoName("legal", given, surname, dob if born else None)]
    if given in SHORT_FORMS and dice.chance(0.5):
        names.append(DemoName("known_as", SHORT_FORMS[given], surname, dob))
    kinds: tuple[str, ...] = ()
    if born and dice.chance(share("disability", "yes")):
        odds = [
            target
            for target in weights("disability_kind").values
            if dice.chance(share("disability_kind", target))
        ]
        kinds = tuple(odds) or (dice.weigh(weights("disability_kind")),)
    kind = "exact" if born else "expected"
    if unaccompanied and dice.chance(0.35):
        kind = "estimated"
    spoken = languages_of(dice, ethnicity, newly_arrived=unaccompanied)
    person = DemoPerson(
        dice.new_id(),
        "child",
        tuple(names),
        dob,
        kind,
        sex,
        ethnicity,
        spoken,
        spoken[0] != "English",
        network.communication_for(dice, kinds),
        kinds,
        child_identifiers(running_number(draft.index, place), dob, today=today, from_abroad=unaccompanied),
    )
    child = Child(
        person.id,
        place,
        given,
        dob,
        sex,
        ethnicity,
        draft.route,
        disabilities=kinds,
        unaccompanied=unaccompanied,
        born=born,
    )
    for other in draft.children:
        tie = "half_sibling" if draft.eldest_apart and other.place == 0 else "sibling"
        draft.relationships.append(DemoRelationship(child.id, other.id, tie))
        draft.relationships.append(DemoRelationship(other.id, child.id, tie))
    draft.people.append(person)
    draft.children.append(child)
    return child


def make_household(draft: Draft, limit: int) -> None:
    """Fill a draft with children (at most limit), parents, a home and the wider circle."""
    dice, today, route = draft.dice, draft.today, draft.route
    alone = route in CARE_ROUTES and dice.chance(
        {"care": 0.125, "care_leaver": 0.20, "left_care": 0.04}[route]
    )
    draft.home = home_address(dice)
    draft.addresses.append(draft.home)
    if alone:
        band = "18-21" if route == "care_leaver" else ("16-17" if dice.chance(0.85) else "10-15")
        ethnicity = dice.weigh(ALONE_FROM_ABROAD)
        dob = birth_date(dice, band, today)
        if age_on(dob, today) < 15:
            dob = add_years(today, -15) - timedelta(days=dice.between(0, 360))
        make_child(draft, dob, family_name(dice, ethnicity), ethnicity, unaccompanied=True)
        draft.name = f"{draft.children[0].given} (here alone)"
        network.add_circle(draft)
        return
    ethnicity = ethnicity_for(dice, route)
    surname = family_name(dice, ethnicity)
    draft.name = f"The {surname} family"
    band = dice.weigh(ages_for(route))
    if band == "unborn" and route in NO_BIRTH_TO_COME:
        band = "0"
    births = sibling_births(
        dice, birth_date(dice, band, today), min(limit, dice.weigh(FAMILY_SIZES[route])), route, today
    )
    network.add_parents(draft, births, surname, "WBRI" if ethnicity in MIXED else ethnicity)
    for dob in births:
        make_child(draft, dob, surname, ethnicity)
    network.tie_parents(draft)
    network.add_circle(draft)
    for child in draft.children:
        if child.born:
            draft.residences.append(
                DemoResidence(
                    child.id,
                    draft.home.id,
                    child.dob,
                    None,
                    "home",
                    may_know=tuple(one.id for one in (draft.mother,) if one),
                )
            )
