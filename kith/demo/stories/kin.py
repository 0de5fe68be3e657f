"""Grandparents who stepped in, and brothers and sisters in two homes."""

from __future__ import annotations

from uuid import UUID

from kith.demo.care import refer_before
from kith.demo.draft import Draft
from kith.demo.events import write_story
from kith.demo.involve import involve
from kith.demo.shapes.help import DemoApplication, DemoBeforeCourt
from kith.demo.shapes.story import DemoPassage
from kith.demo.sign_in_host import SIGN_IN_HOST
from kith.demo.stories import tell


def gran_steps_in(draft: Draft) -> None:
    """Two children fostered by their grandmother, who signs in as carer@."""
    tell.begin(draft, "gran_steps_in", "care", "The Thornebank family", place=3)
    mother = tell.grown_up(draft, "Jodie Thornebank", 27, "F")
    alfie = tell.child(draft, "Alfie Thornebank", 8.3, "M")
    evie = tell.child(draft, "Evie Thornebank", 5.1, "F")
    gran = tell.grown_up(draft, "Maureen Thornebank", 58, "F", part="kin")
    tell.change(draft, gran.id, sign_in="carer@" + SIGN_IN_HOST)
    tell.change(draft, mother.id, sign_in="mother@" + SIGN_IN_HOST)
    children = (alfie, evie)
    tell.tie(draft, children, mother, "mother", "Mum")
    tell.tie(draft, children, gran, "grandparent", "Nan, her house smells of toast")
    hers = tell.house(draft, 4)
    tell.live(draft, gran.id, hers, tell.ago(draft, 8000))
    for one in children:
        stay = tell.home(draft, 400, "U3", carer=gran, at=hers)
        tell.live(draft, one.id, draft.at_home(), one.dob, stay.start)
        tell.in_care(draft, one, ((400, "V2"), (372, "C1"), (110, "C2")), (stay,))
        refer_before(draft, one, stay.start, ("2B", "16A"), None)
    involve(draft, named=True)
    write_story(draft)
    tell.note(
        draft,
        (alfie, evie),
        30,
        "What Nan said",
        DemoPassage(
            "I said yes in five minutes and I would again. What I need is somebody who rings "
            "back, and a bigger car.",
            "normal",
            (gran.id,),
        ),
        kind="own_words",
        said_by=gran.id,
    )


VISITS = (
    (34, "We agreed: Kian rings Poppy on Wednesdays, and I ask about Sundays before the review."),
    (6, "We agreed: the bike is mended this week. Kian starts his review himself."),
)
"""What was agreed on visits that were shown to him, and how many days ago."""


def siblings_apart(draft: Draft) -> None:
    """Three in care, in two homes, who see each other on Sundays."""
    tell.begin(draft, "siblings_apart", "care", "The Calderwick family", place=5)
    mother = tell.grown_up(draft, "Stacey Calderwick", 34, "F")
    kian = tell.child(draft, "Kian Calderwick", 13.6, "M")
    poppy = tell.child(draft, "Poppy Calderwick", 9.2, "F")
    toby = tell.child(draft, "Toby Calderwick", 6.8, "M")
    tell.tie(draft, (kian, poppy, toby), mother, "mother", "Mum")
    tell.change(draft, kian.id, sign_in="in-care@" + SIGN_IN_HOST)
    together = tell.home(draft, 800, "U6")
    for one in (kian, poppy, toby):
        tell.live(draft, one.id, draft.at_home(), one.dob, together.start)
        stays = (together, tell.home(draft, 310, "K2", change="CREQB")) if one is kian else (together,)
        tell.in_care(draft, one, ((800, "C1"), (540, "C2")), stays)
        refer_before(draft, one, together.start, ("3B", "16A", "1B"), None)
    involve(draft, named=True)
    write_story(draft)
    tell.note(
        draft,
        (kian,),
        20,
        "In my words",
        DemoPassage(
            "I see Poppy and Toby once a month. Once a WEEK is what I asked for. Toby cries when I go.",
            "normal",
            (kian.id,),
        ),
        kind="own_words",
        said_by=kian.id,
    )
    for days, agreed in VISITS:
        shown = DemoPassage(agreed, "normal", (kian.id,))
        tell.note(draft, (kian,), days, "A visit to Kian", shown, kind="visit")


def twins(draft: Draft) -> None:
    """Twin sisters of four in one foster home; the birth day is the same and that is not a mistake."""
    tell.begin(draft, "twins", "care", "The Saltmere family", place=1)
    mother = tell.grown_up(draft, "Kirsty Saltmere", 25, "F")
    one, two = tell.child(draft, "Ruby Saltmere", 4.4, "F"), tell.child(draft, "Robyn Saltmere", 4.4, "F")
    tell.tie(draft, (one, two), mother, "mother", "Mummy")
    stay = tell.home(draft, 260, "U6")
    for twin in (one, two):
        tell.live(draft, twin.id, draft.at_home(), twin.dob, stay.start)
        tell.in_care(draft, twin, ((260, "V2"), (231, "C1")), (stay,))
        refer_before(draft, twin, stay.start, ("4B", "16A"), None)
        draft.before_court.append(_asked_of_a_court(draft, twin.id))
    involve(draft, named=True)
    write_story(draft)


def _asked_of_a_court(draft: Draft, twin: UUID) -> DemoBeforeCourt:
    """The time before court that the interim order ended, and what was asked. No meeting was offered: why is told."""
    asked = DemoApplication(
        "care",
        tell.ago(draft, 234),
        "missing",
        "Kirsty was in hospital and could not be asked, and no relative was known then. It is owed to them still.",
        tell.ago(draft, 218),
    )
    began, letter, first = tell.ago(draft, 255), tell.ago(draft, 252), tell.ago(draft, 243)
    return DemoBeforeCourt(twin, began, letter, False, False, first, asked)
