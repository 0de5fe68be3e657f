"""A family moved for safety under names that nothing leads to, and a child whose return rows disagree."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from kith.demo.care import refer_before
from kith.demo.draft import Draft
from kith.demo.events import write_story
from kith.demo.involve import involve
from kith.demo.referring import refer
from kith.demo.shapes.bundle import DemoContradiction
from kith.demo.shapes.help import DemoNeedPlan
from kith.demo.stories import tell
from kith.demo.working_days import add_working_days


def relocated(draft: Draft) -> None:
    """Moved far for safety: in no search, no match and no warning."""
    tell.begin(draft, "relocated", "need", "The Larkhill family", place=13)
    mother = tell.grown_up(draft, "Helen Larkhill", 32, "F")
    girl = tell.child(draft, "Summer Larkhill", 6.5, "F")
    tell.tie(draft, (girl,), mother, "mother", "Mummy")
    moved = tell.ago(draft, 120)
    for person in (mother.id, girl.id):
        tell.live(draft, person, draft.at_home(), moved)
        tell.change(draft, person, relocated=True)
    draft.residences = [
        replace(one, protected=True, may_know=(mother.id, girl.id)) for one in draft.residences
    ]
    draft.contacts = [replace(one, protected=True) for one in draft.contacts]
    refer(draft, girl, moved, closed=None, factors=("3B",), source="5C")
    draft.need_plans.append(DemoNeedPlan(girl.id, min(add_working_days(moved, 30), draft.today), None))
    involve(draft, named=True)
    write_story(draft)


def rows_that_disagree(draft: Draft) -> None:
    """Two files say that this boy slept in two places in the same weeks: held, to be settled by a person."""
    tell.begin(draft, "rows_that_disagree", "care", "The Pellingham family", place=4)
    mother = tell.grown_up(draft, "Gemma Pellingham", 35, "F")
    boy = tell.child(draft, "Dexter Pellingham", 11.3, "M")
    tell.tie(draft, (boy,), mother, "mother", "Mum")
    tell.live(draft, boy.id, draft.at_home(), boy.dob, draft.today - timedelta(days=640))
    stays = (tell.home(draft, 640, "U6"), tell.home(draft, 200, "U6", change="CREQO"))
    tell.in_care(draft, boy, ((640, "C1"), (370, "C2")), stays)
    refer_before(draft, boy, stays[0].start, ("16A",), None)
    overlap = (
        ("DECOM", (draft.today - timedelta(days=230)).isoformat()),
        ("RNE", "P"),
        ("LS", "C2"),
        ("CIN", "N1"),
        ("PLACE", "K2"),
        ("PLACE_PROVIDER", "PR4"),
        ("DEC", (draft.today - timedelta(days=170)).isoformat()),
        ("REC", "X1"),
    )
    draft.contradictions.append(
        DemoContradiction(boy.id, "Episodes", overlap, "Overlaps two other episodes by 30 days each")
    )
    birth = (("SEX", "M"), ("DOB", (boy.dob + timedelta(days=9)).isoformat()))
    draft.contradictions.append(
        DemoContradiction(boy.id, "Header", birth, "Born nine days apart in two files")
    )
    involve(draft, named=True)
    write_story(draft)
