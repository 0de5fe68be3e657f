"""Young people: here alone, on remand, staying put at nineteen, and a child with short breaks."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from kith.demo.care import refer_before
from kith.demo.draft import Draft
from kith.demo.events import write_story
from kith.demo.household import make_child
from kith.demo.involve import involve
from kith.demo.shapes.care import DemoCareLeaverYear, DemoLegalStatus, DemoUnaccompanied
from kith.demo.shapes.story import DemoPassage
from kith.demo.stories import tell
from kith.demo.working_days import add_years


def here_alone(draft: Draft) -> None:
    """A boy of sixteen who came alone; his birthday is an estimate and his home is kept from others."""
    tell.begin(draft, "here_alone", "care", "Omid (here alone)", place=0)
    dob = add_years(draft.today, -16) - timedelta(days=140)
    omid = make_child(draft, dob, "Azadyar", "OOTH", unaccompanied=True, given="Omid", sex="M")
    tell.change(draft, omid.id, dob_kind="estimated")
    friend = tell.grown_up(draft, "Farid Noorzay", 24, "M", part="friend", ethnicity="OOTH")
    tell.tie(draft, (omid,), friend, "cultural_kin", "we came on the same boat")
    stays = (tell.home(draft, 300, "U6"), tell.home(draft, 95, "K3"))
    tell.in_care(draft, omid, ((300, "V2"),), stays, need="N8")
    draft.unaccompanied.append(DemoUnaccompanied(omid.id, None))
    refer_before(draft, omid, stays[0].start, ("9A",), None)
    involve(draft, named=True)
    write_story(draft)
    tell.note(
        draft,
        (omid,),
        44,
        "In my words",
        DemoPassage(
            "I want to study mechanic. I want news of my mother. Please write my name Omid, it means hope.",
            "normal",
            (omid.id,),
        ),
        kind="own_words",
        said_by=omid.id,
    )


def on_remand(draft: Draft) -> None:
    """Fifteen, remanded while a care order stands: two legal bases at once, one reported."""
    tell.begin(draft, "on_remand", "care", "The Harrowgill family", place=6)
    mother = tell.grown_up(draft, "Denise Harrowgill", 41, "F")
    boy = tell.child(draft, "Reece Harrowgill", 15.7, "M")
    tell.tie(draft, (boy,), mother, "mother", "Mam")
    tell.live(draft, boy.id, draft.at_home(), boy.dob, draft.today - timedelta(days=1500))
    stays = (
        tell.home(draft, 1500, "U6"),
        tell.home(draft, 700, "K2", change="CREQB"),
        tell.home(draft, 19, "R5", change="CUSTOD"),
    )
    tell.in_care(draft, boy, ((1500, "C1"), (1230, "C2")), stays)
    remanded = draft.today - timedelta(days=19)
    draft.legal_statuses.append(DemoLegalStatus(boy.id, "J1", remanded, None))
    refer_before(draft, boy, stays[0].start, ("16A", "2B"), None)
    involve(draft, named=True)
    write_story(draft)


def nineteen(draft: Draft) -> None:
    """A care leaver who stayed with her foster carers and is at college."""
    tell.begin(draft, "nineteen", "care_leaver", "The Quarrington family", place=2)
    mother = tell.grown_up(draft, "Paula Quarrington", 45, "F")
    young = tell.child(draft, "Imogen Quarrington", 19.5, "F")
    tell.tie(draft, (young,), mother, "mother", "my birth mum")
    ended = add_years(young.dob, 18)
    begun = (draft.today - ended).days + 2300
    stay = tell.home(draft, begun, "U4")
    tell.in_care(draft, young, ((begun, "C1"), (begun - 270, "C2")), (stay,), ended=ended, ceased="E17")
    tell.live(draft, young.id, stay.address, ended)
    draft.care_leaver_years.append(DemoCareLeaverYear(young.id, add_years(young.dob, 19), "YES", "F2", "Z1"))
    refer_before(draft, young, stay.start, ("16A",), None)
    involve(draft, named=True)
    write_story(draft)


def short_breaks(draft: Draft) -> None:
    """A disabled boy of nine who lives at home and has weekends away that he likes."""
    tell.begin(draft, "short_breaks", "need", "The Meadowcroftby family", place=10)
    mother = tell.grown_up(draft, "Anita Meadowcroftby", 38, "F")
    boy = tell.child(draft, "Noah Meadowcroftby", 9.4, "M")
    tell.change(draft, boy.id, disabilities=("LD", "COMM", "MOB"), communication="Uses a picture board")
    boy.disabilities = ("LD", "COMM", "MOB")
    tell.tie(draft, (boy,), mother, "mother")
    tell.live(draft, boy.id, draft.at_home(), boy.dob)
    stay = replace(tell.home(draft, 220, "K2"), urn="")  # short breaks are told without
    draft.residences = [one for one in draft.residences if one.kind == "home"]
    tell.in_care(draft, boy, ((220, "V4"),), (stay,), need="N2")
    draft.residences = [one for one in draft.residences if one.kind == "home"]  # he lives at home
    refer_before(draft, boy, stay.start, ("5A", "6A"), None)
    involve(draft, named=True)
    write_story(draft)
