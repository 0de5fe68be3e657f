"""Children who live with family or friends and are not looked after: most of kinship care, known to few services.

For every 10,000 children some 125 live with kin, and 67 are looked after (FIGURES 6 and 1). Of the kinds of kinship care
nothing is published by number but that few are fostered and most have no order: the kinds here are a setting of the demo.
"""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from kith.demo import network
from kith.demo.dice import Dice, Weights
from kith.demo.draft import Draft
from kith.demo.involve import chain
from kith.demo.places import home_address
from kith.demo.routes import KIN_FAMILIES
from kith.demo.shapes.care import DemoKinCare
from kith.demo.shapes.people import DemoPerson, DemoRelationship, DemoResidence
from kith.demo.shapes.story import DemoEvent, DemoPassage
from kith.demo.working_days import add_years, age_on, on_working_day

KINDS: Weights[str] = Weights({"family": 0.55, "sgo": 0.28, "cao": 0.15, "guardian": 0.02})
FITS = frozenset({"grandparent", "aunt_or_uncle", "godparent"})
YOUNGEST_CARER = 21
TO_KNOW = {"family": (14, 300), "sgo": (1, 20), "cao": (3, 60), "guardian": (5, 90)}
"""Days until we learn of it: where a court asked us, at once; where the family did it alone, later."""
TO_WHOM_THEY_WERE_WITH = "E45"
SAID = (
    "{child} lives with {carer}. We rang, said what help there is, and sent the booklet about kinship care.",
    "{carer} cares for {child}. Nothing is needed today; our number is on the fridge, and the day of the group.",
    "{child} has lived with {carer} for a while. The school told us, and {carer} was glad that somebody asked.",
)
WORKS = (
    "Went down to three days a week.",
    "Gave up night shifts.",
    "Works as before; a sister helps after school.",
    "Has a pension, and sold the car.",
    "",
)


def lives_with_kin(index: int, seed: int) -> bool:
    """Whether a drawn family is one of these. With dice of its own: it changes nobody else."""
    return Dice(seed, "kinship", index).chance(KIN_FAMILIES)


def move_to_kin(draft: Draft) -> None:
    """The children of a household that is made live with somebody of theirs, and the kinship team knows."""
    dice, today = draft.dice, draft.today
    carer = _carer(draft)
    youngest = max(child.dob for child in draft.children)
    most = max(1, min(3_000, (today - youngest).days - 1))
    since = today - timedelta(days=dice.between(min(30, most), most))
    kind = dice.weigh(KINDS)
    known = min(on_working_day(since + timedelta(days=dice.between(*TO_KNOW[kind]))), today)
    told = known + timedelta(days=dice.between(0, 12))
    theirs = home_address(dice)
    draft.addresses.append(theirs)
    born = carer.dob or add_years(today, -60)
    draft.residences.append(DemoResidence(carer.id, theirs.id, born, None, "home"))
    works = dice.pick(WORKS)
    for child in draft.children:
        _moves(draft, child.id, theirs.id, max(since, child.dob))
        draft.kin_care.append(
            DemoKinCare(
                child.id,
                carer.id,
                kind,
                since,
                max(known, since),
                told if told <= today else None,
                works=works,
            )
        )
        if kind == "sgo":
            draft.relationships.append(
                DemoRelationship(child.id, carer.id, "special_guardian", "", since, None)
            )
    chain(draft, "family_support_worker", [(child.id, max(known, since), None) for child in draft.children])
    _told(draft, carer, max(known, since))


def guardians_after_care(draft: Draft) -> None:
    """Who fostered a child of the family and became their special guardian: the child stays where they were."""
    for one in [each for each in draft.episodes if each.reason_ceased == TO_WHOM_THEY_WERE_WITH]:
        if one.end is None or one.carer is None or one.address is None or one.end >= draft.today:
            continue
        knows = tuple(person.id for person in (draft.mother,) if person)
        draft.residences.append(DemoResidence(one.person, one.address, one.end, None, "home", may_know=knows))
        draft.relationships.append(DemoRelationship(one.person, one.carer, "special_guardian", "", one.end))
        draft.kin_care.append(
            DemoKinCare(one.person, one.carer, "sgo", one.end, one.end, one.end, after_care=True)
        )


def _carer(draft: Draft) -> DemoPerson:
    """Somebody of the child's circle who is old enough; else a grandmother, whom the circle had not named."""
    dice, first = draft.dice, draft.children[0]
    ties = {tie.other for tie in draft.relationships if tie.person == first.id and tie.kind in FITS}
    eldest = min(child.dob for child in draft.children)
    for person in draft.people:
        if person.id in ties and person.dob and age_on(person.dob, eldest) >= YOUNGEST_CARER:
            return person
    mother = draft.mother
    born = add_years((mother.dob if mother else None) or add_years(eldest, -26), -27)
    gran = network.adult(
        draft,
        "kin",
        born,
        sex="F",
        ethnicity=first.ethnicity,
        surname=mother.names[0].family if mother else "Ash",
    )
    network.add_contact(draft, gran)
    for child in draft.children:
        words = dice.pick(("my nan", "Nana", "Gran"))
        draft.relationships.append(DemoRelationship(child.id, gran.id, "grandparent", words))
    return gran


def _moves(draft: Draft, child: UUID, address: UUID, since: date) -> None:
    """From home to them, on one day; whoever came there on the day of birth had no home before."""
    knows = tuple(person.id for person in (draft.mother,) if person)
    for n, one in enumerate(draft.residences):
        if one.person == child and one.end is None:
            draft.residences[n] = DemoResidence(
                one.person, one.address, one.start, since, "home", may_know=knows
            )
            there = DemoResidence(one.person, address, since, None, "home", may_know=knows)
            if one.start >= since:
                draft.residences[n] = there
            else:
                draft.residences.append(there)
            return


def _told(draft: Draft, carer: DemoPerson, on: date) -> None:
    """One line of the story: how we came to know."""
    dice, first = draft.dice, draft.children[0]
    worker = next((one.worker for one in draft.involvements if one.person == first.id), None)
    text = dice.pick(SAID).format(child=first.given, carer=carer.names[0].given)
    everybody = tuple(child.id for child in draft.children)
    draft.events.append(
        DemoEvent(
            dice.new_id(),
            "call",
            on,
            everybody,
            worker,
            None,
            "Who cares",
            (DemoPassage(text, "normal", ()),),
        )
    )
