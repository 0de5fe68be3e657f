"""Who matters: parents, grandparents, aunts, friends, neighbours, in the child's own words."""

from __future__ import annotations

from datetime import date, timedelta

from kith.demo.dice import Dice
from kith.demo.draft import Child, Draft
from kith.demo.names import family_name, given_name, languages_of
from kith.demo.shapes.people import (
    DemoContactPoint,
    DemoName,
    DemoPerson,
    DemoRelationship,
    DemoResidence,
)
from kith.demo.working_days import add_years

SAFE = (
    "Any time",
    "After 6 in the evening",
    "Text first, then ring",
    "Never leave a message",
    "Write, do not ring",
    "Ring between school runs",
)
KIN: tuple[tuple[str, str, tuple[str, ...], int], ...] = (
    # kind, sex, a child's words, years older than the mother
    ("grandparent", "F", ("my nan", "Nana", "my gran, she does the best roasts"), 26),
    ("grandparent", "M", ("grandad", "my pops", "Grandad with the allotment"), 28),
    ("aunt_or_uncle", "F", ("Auntie, she is the funny one", "my aunt", "my favourite auntie"), 3),
    ("aunt_or_uncle", "M", ("my uncle who fixes bikes", "Uncle", "my uncle"), -2),
    ("cousin", "F", ("my big cousin", "my cousin, more like a sister"), -14),
)
HALF_SIBLINGS = 0.3  # families whose eldest has another father; a setting of the demo
FRIENDS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("friend", "F", ("my best mate", "she has been my friend since nursery")),
    ("friend", "M", ("my best friend", "we play out together")),
    ("neighbour", "F", ("the lady next door", "she always has biscuits")),
    ("cultural_kin", "M", ("I call him uncle but he is my dad's friend", "from our church")),
    ("cultural_kin", "F", ("like a second mum", "Auntie from the mosque")),
    ("godparent", "F", ("my godmother",)),
)


def communication_for(dice: Dice, disabilities: tuple[str, ...]) -> str:
    """What helps this child to be heard; blank where nothing has been asked for."""
    if "COMM" in disabilities:
        return dice.pick(("Uses Makaton signs", "Uses a picture board", "Speaks through a tablet"))
    if "HEAR" in disabilities:
        return "Wears hearing aids; face them and keep the light on you"
    if "AUT" in disabilities:
        return dice.pick(("Say what will happen before it does", "Give time to answer; short sentences", ""))
    return ""


def adult(draft: Draft, part: str, dob: date, *, sex: str, ethnicity: str, surname: str) -> DemoPerson:
    """A grown-up of the family or its circle, added to the draft."""
    dice = draft.dice
    spoken = languages_of(dice, ethnicity, newly_arrived=ethnicity in {"OOTH", "AOTH"} and dice.chance(0.4))
    person = DemoPerson(
        dice.new_id(),
        part,
        (DemoName("legal", given_name(dice, ethnicity, sex), surname),),
        dob,
        "exact",
        sex,
        ethnicity,
        spoken,
        spoken[0] != "English",
    )
    draft.people.append(person)
    return person


def add_contact(draft: Draft, person: DemoPerson) -> None:
    """A telephone number from the range that is kept for drama: it rings nowhere."""
    dice = draft.dice
    draft.contacts.append(
        DemoContactPoint(person.id, "phone", f"07700 900{dice.between(0, 999):03d}", dice.pick(SAFE))
    )


def add_parents(draft: Draft, births: list[date], surname: str, ethnicity: str) -> None:
    """A mother old enough for the eldest and young enough for the youngest; a father for most."""
    dice = draft.dice
    eldest, youngest = births[0], births[-1]
    span = (youngest - eldest).days // 365
    years = min(max(16, int(dice.gauss(25, 5))), max(16, 44 - span))
    draft.mother = adult(
        draft,
        "parent",
        add_years(eldest, -years) - timedelta(days=dice.between(1, 360)),
        sex="F",
        ethnicity=ethnicity,
        surname=surname if dice.chance(0.7) else family_name(dice, ethnicity),
    )
    add_contact(draft, draft.mother)
    home = draft.at_home()
    moved_in = max(draft.mother.dob or eldest, eldest - timedelta(days=dice.between(100, 1500)))
    draft.residences.append(DemoResidence(draft.mother.id, home.id, moved_in, None, "home"))
    if dice.chance(0.84):
        older = max(years + dice.between(-3, 7), 16)
        draft.father = adult(
            draft,
            "parent",
            add_years(eldest, -older) - timedelta(days=dice.between(1, 360)),
            sex="M",
            ethnicity=ethnicity,
            surname=surname,
        )
        add_contact(draft, draft.father)
        draft.eldest_apart = len(set(births)) == len(births) > 1 and dice.chance(HALF_SIBLINGS)
        if dice.chance(0.45):
            draft.residences.append(DemoResidence(draft.father.id, home.id, moved_in, None, "home"))


def tie_parents(draft: Draft) -> None:
    """Each child's mother and father, or stepfather, in the child's words now and then."""
    for child in draft.children:
        if draft.mother:
            _tie(draft, child, draft.mother, "mother", ("Mum", "my mam", ""))
        if draft.father and draft.eldest_apart and child.place == 0:
            _tie(
                draft, child, draft.father, "step_parent", ("my stepdad", "not my real dad but he is ok", "")
            )
        elif draft.father:
            _tie(draft, child, draft.father, "father", ("Dad", "my dad", ""))
    if draft.mother and draft.father:
        draft.relationships.append(DemoRelationship(draft.mother.id, draft.father.id, "partner"))


def add_circle(draft: Draft) -> None:
    """One to four people beyond the parents, known to every child of the family in their own words."""
    dice, child = draft.dice, draft.children[0]
    ethnicity, mother = child.ethnicity, draft.mother
    base = (mother.dob if mother else None) or add_years(child.dob, -26)
    if not child.unaccompanied:
        for kind, sex, words, older in dice.sample(KIN, dice.between(1, 3)):
            person = adult(
                draft,
                "kin",
                add_years(base, -older),
                sex=sex,
                ethnicity=ethnicity,
                surname=mother.names[0].family if mother else family_name(dice, ethnicity),
            )
            add_contact(draft, person)
            _tie_all(draft, person, kind, words)
    for kind, sex, words in dice.sample(FRIENDS, dice.between(0, 2) if mother else 1):
        born = min(child.dob, draft.today) if kind == "friend" else add_years(child.dob, -25)
        person = adult(
            draft, "friend", born, sex=sex, ethnicity=ethnicity, surname=family_name(dice, ethnicity)
        )
        _tie_all(draft, person, kind, words, (child,))


def _tie(draft: Draft, child: Child, parent: DemoPerson, kind: str, words: tuple[str, ...]) -> None:
    born = child.dob if child.born else None
    draft.relationships.append(DemoRelationship(child.id, parent.id, kind, draft.dice.pick(words), born))


def _tie_all(
    draft: Draft, person: DemoPerson, kind: str, words: tuple[str, ...], children: tuple[Child, ...] = ()
) -> None:
    for child in children or draft.children:
        said = draft.dice.pick(words) if child.born else ""
        draft.relationships.append(DemoRelationship(child.id, person.id, kind, said))
