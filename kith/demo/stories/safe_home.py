"""A mother and three children who left a man who hurt them. He must never learn where they live.

Holds the sign-ins parent@, young-person@ and ex-partner@; lead@ works with the family.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from kith.demo.draft import Child, Draft
from kith.demo.events import write_story
from kith.demo.involve import chain, involve
from kith.demo.referring import refer
from kith.demo.shapes.help import DemoEnd, DemoNeedPlan, DemoSection47
from kith.demo.shapes.people import DemoContactPoint, DemoRelationship, DemoResidence
from kith.demo.shapes.story import DemoInvolvement, DemoPassage
from kith.demo.sign_in_host import SIGN_IN_HOST
from kith.demo.stories import tell
from kith.demo.stories.safe_home_plan import safe_home_plan
from kith.demo.working_days import add_working_days

LEFT, REFERRED, WORRY = 210, 214, 6  # days ago: the move, the police call, a new worry not yet told


def safe_home(draft: Draft) -> None:
    """Fill the draft."""
    tell.begin(draft, "safe_home", "need", "The Yarrowdale family", place=7)
    mother = tell.grown_up(draft, "Rhiannon Yarrowdale", 36, "F")
    carys = tell.child(draft, "Carys Yarrowdale", 15.4, "F")
    owen = tell.child(draft, "Owen Yarrowdale", 7.2, "M")
    mali = tell.child(draft, "Mali Yarrowdale", 3.1, "F")
    dean = tell.grown_up(draft, "Dean Farrowby", 39, "M")
    aunt = tell.grown_up(draft, "Bethan Yarrowdale", 33, "F", part="kin")
    draft.mother = mother
    children = (carys, owen, mali)
    tell.tie(draft, children, mother, "mother", "Mum")
    tell.tie(draft, (carys,), dean, "step_parent", "not my dad")
    tell.tie(draft, (owen, mali), dean, "father", "Daddy")
    tell.tie(draft, children, aunt, "aunt_or_uncle", "Auntie Beth, she gets it")
    left = draft.today - timedelta(days=LEFT)
    draft.relationships.append(DemoRelationship(mother.id, dean.id, "partner", "", None, left))
    for person, login in ((mother, "parent@"), (dean, "ex-partner@")):
        tell.change(draft, person.id, sign_in=login + SIGN_IN_HOST, harm_flag=person is dean)
    tell.change(draft, carys.id, sign_in="young-person@" + SIGN_IN_HOST)
    _homes(draft, mother.id, dean.id)
    received = tell.ago(draft, REFERRED)
    for one in children:
        one.need = "N1"
        told = refer(draft, one, received, closed=None, factors=("3B", "3A", "17A"), source="6")
        draft.need_plans.append(DemoNeedPlan(one.id, told or add_working_days(received, 40), None))
    _looked_into(draft, owen, received)
    worry = tell.ago(draft, WORRY)
    draft.enquiries.append(
        DemoSection47(mali.id, received, worry, add_working_days(worry, 15), None, False, None)
    )
    involve(draft, named=True)
    for role in ("meeting_coordinator", "charity_worker", "school_lead", "health_worker", "team_manager"):
        chain(draft, role, [(one.id, left, None) for one in children], named=True)
    chain(
        draft, "family_help_lead", [(mother.id, left, None)], named=True
    )  # who writes the plan opens hers too
    his = DemoInvolvement(_his_worker(draft), dean.id, "family_support_worker", tell.ago(draft, 160), None)
    draft.involvements.append(his)
    write_story(draft)
    _told(draft, children, mother.id)
    safe_home_plan(draft, children, mum=mother, dean=dean, aunt=aunt, his_worker=his.worker)


def _his_worker(draft: Draft) -> UUID:
    """Somebody who works with none of the others: what he is shown is signed by nobody of theirs."""
    theirs = {one.worker for one in draft.involvements}
    return next(one.id for one in draft.workforce.by_role["family_support_worker"] if one.id not in theirs)


def _looked_into(draft: Draft, owen: Child, received: date) -> None:
    """What followed the police call: an enquiry that ended without a conference, and with help that was accepted."""
    began = add_working_days(received, 1)
    decided = add_working_days(began, 9)
    end = DemoEnd(
        "no_risk_now",
        decided,
        draft.workforce.by_role["protection_practitioner"][0].id,
        "Family Help with one lead, Morwen, who comes at times that are safe, and a place on the mothers' "
        "course when you want it.",
        "accepted",
        decided,
        "Yes. If it is one person and not five.",
    )
    draft.enquiries.append(
        DemoSection47(
            owen.id, received, began, add_working_days(began, 15), None, True, told_family=began, ended=end
        )
    )


def _homes(draft: Draft, mother: UUID, dean: UUID) -> None:
    """The old home, and the new one that is known to the mother and children and to nobody else."""
    people = [one for one in draft.people if one.part in {"parent", "child"}]
    safe = tuple(one.id for one in people if one.id != dean)
    moved = draft.today - timedelta(days=LEFT)
    new = tell.house(draft, 11)
    for one in people:
        born = one.dob or moved
        start = born if one.part == "child" else moved - timedelta(days=3000)
        if one.id == dean:
            tell.live(draft, one.id, draft.at_home(), start)
            continue
        tell.live(draft, one.id, draft.at_home(), start, moved)
        draft.residences.append(
            DemoResidence(
                one.id,
                new.id,
                moved,
                None,
                "home",
                protected=True,
                may_know=safe,
                must_not_know=(dean,),
            )
        )
    harm = (dean,)
    for n, point in enumerate(draft.contacts):
        if point.person == mother:
            draft.contacts[n] = replace(
                point, safe="Text first; never leave a message", protected=True, must_not_know=harm
            )
    draft.contacts.append(
        DemoContactPoint(
            mother,
            "email",
            "rhiannon.y@kithshire.example",
            "Safe at any time; he does not know of it",
            True,
            (),
            harm,
        )
    )


def _told(draft: Draft, children: tuple[Child, Child, Child], mum: UUID) -> None:
    carys, owen, mali = children
    tell.note(
        draft,
        children,
        196,
        "Visit to the new home",
        DemoPassage(
            "The flat is small and warm. Everybody slept through, for the first night in weeks. "
            "Mum has changed the numbers and told only her sister.",
            "address_protected",
            (mum,),
        ),
        DemoPassage(
            "Owen asked if Daddy is cross with him. I said that none of this is because of "
            "anything Owen did.",
            "normal",
            (mum,),
        ),
        DemoPassage(
            "Carys told me on her own that she still keeps her bag packed. We agreed on one "
            "small thing: she unpacks one shelf.",
            "normal",
            (carys.id, mum),
        ),
        kind="visit",
    )
    tell.note(
        draft,
        (carys,),
        60,
        "In my words",
        DemoPassage(
            "i dont want to see him and i dont want anyone to tell him what school. i like it "
            "here. i can hear the trains",
            "child_private",
            (carys.id,),
        ),
        kind="own_words",
        said_by=carys.id,
    )
    tell.note(
        draft,
        (owen,),
        41,
        "In my words",
        DemoPassage("I can ride my bike now and nobody shouts", "normal", (owen.id, mum)),
        kind="own_words",
        said_by=owen.id,
    )
    tell.note(
        draft,
        (mali,),
        WORRY,
        "Strategy discussion",
        DemoPassage(
            "Nursery saw marks on Mali's arm after the weekend. Police, health and we spoke the "
            "same day. Nobody in the family has been told yet; the doctor sees her tomorrow and "
            "we tell Mum first, in person.",
            "staff_restricted",
        ),
        not_yet_told=True,
    )
