"""A baby on the way, a baby waiting for adopters, and a record sealed at adoption."""

from __future__ import annotations

from datetime import timedelta

from kith.demo.care import refer_before
from kith.demo.draft import Draft
from kith.demo.events import write_story
from kith.demo.involve import chain, involve
from kith.demo.protection import make_enquiry, make_protection
from kith.demo.referring import refer
from kith.demo.shapes.care import DemoAdoption
from kith.demo.shapes.story import DemoPassage
from kith.demo.stories import tell
from kith.demo.stories.rushbeck_meeting import rushbeck_meeting
from kith.demo.working_days import add_working_days


def baby_on_the_way(draft: Draft) -> None:
    """Not yet born, with a plan made before the birth, and a family meeting that found four helpers."""
    tell.begin(draft, "baby_on_the_way", "protection", "The Rushbeck family", place=2)
    mother = tell.grown_up(draft, "Lacey Rushbeck", 19, "F")
    baby = tell.child(draft, "Baby Rushbeck", -0.14, "U")
    aunt = tell.grown_up(draft, "Donna Rushbeck", 41, "F", part="kin")
    tell.tie(draft, (baby,), mother, "mother")
    tell.tie(draft, (baby,), aunt, "aunt_or_uncle")
    tell.live(draft, mother.id, draft.at_home(), tell.ago(draft, 500))
    received = tell.ago(draft, 62)
    strategy = add_working_days(received, 3)
    conference = add_working_days(strategy, 12)
    refer(draft, baby, received, closed=None, factors=("2B", "4B"), source="3F")
    make_enquiry(draft, baby, received, strategy, conference=True, held=conference)
    make_protection(draft, baby, conference, None, "NEG")
    involve(draft, named=True)
    chain(draft, "meeting_coordinator", [(baby.id, conference, None)], named=True)
    write_story(draft)
    tell.note(
        draft,
        (baby,),
        12,
        "Family meeting",
        DemoPassage(
            "Eleven people came. Lacey will live with Donna from December; Donna's spare room is "
            "painted. Every step has a name beside it.",
            "normal",
            (mother.id, aunt.id),
        ),
        kind="meeting",
    )
    rushbeck_meeting(draft, baby.id, mother=mother.id, aunt=aunt.id)


def waiting_for_adopters(draft: Draft) -> None:
    """A baby of eleven months with a placement order."""
    tell.begin(draft, "waiting_for_adopters", "care", "The Inglemoor family", place=8)
    mother = tell.grown_up(draft, "Shannon Inglemoor", 24, "F")
    baby = tell.child(draft, "Isla Inglemoor", 0.92, "F")
    tell.tie(draft, (baby,), mother, "mother")
    days = (draft.today - baby.dob).days - 3
    stay = tell.home(draft, days, "U6")
    tell.in_care(draft, baby, ((days, "C1"), (60, "E1")), (stay,))
    refer_before(draft, baby, stay.start, ("2B", "3B"), None)
    draft.adoptions.append(DemoAdoption(baby.id, tell.ago(draft, 85), None, None, None, False, 0, "", ""))
    involve(draft, named=True)
    write_story(draft)


def sealed(draft: Draft) -> None:
    """A boy adopted last spring: this record of his life before is sealed, and tied to no other."""
    tell.begin(draft, "sealed", "left_care", "The Vennbrook family", place=9)
    mother = tell.grown_up(draft, "Tanya Vennbrook", 30, "F")
    boy = tell.child(draft, "Jude Vennbrook", 3.2, "M")
    tell.tie(draft, (boy,), mother, "mother")
    started, ended = 1020, draft.today - timedelta(days=190)
    first = tell.home(draft, started, "U6")
    adopters = tell.home(draft, 420, "A6")
    tell.in_care(
        draft, boy, ((started, "C1"), (700, "C2"), (690, "E1")), (first, adopters), ended=ended, ceased="E12"
    )
    refer_before(draft, boy, first.start, ("2B", "16A"), ended)
    draft.adoptions.append(
        DemoAdoption(
            boy.id,
            tell.ago(draft, 715),
            adopters.start - timedelta(days=9),
            adopters.start,
            ended,
            False,
            2,
            "MF",
            "L11",
        )
    )
    involve(draft)
    for person in list(draft.people):
        tell.change(draft, person.id, sealed=True)
