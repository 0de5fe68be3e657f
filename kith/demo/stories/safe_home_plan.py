"""The one plan of the mother and children who left. No line of it says where they are, and he reads only his own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from kith.demo.draft import Child, Draft
from kith.demo.shapes.help import DemoFamilyHelp, DemoSpent
from kith.demo.shapes.people import DemoPerson
from kith.demo.shapes.plan import DemoLine, DemoLook, DemoPlan, DemoSaid
from kith.demo.stories import tell
from kith.demo.working_days import on_working_day, working_day_by

CHARITY, HEALTH = "Kithshire Family Friends", "Kithshire Community Health"
SECOND, LOOKED = 55, 58  # days ago: agreed again, looked at together


@dataclass(frozen=True, slots=True)
class Who:
    """Everybody in the plan."""

    mum: UUID
    dean: UUID
    aunt: UUID
    carys: UUID
    owen: UUID
    mali: UUID


def safe_home_plan(
    draft: Draft,
    children: tuple[Child, Child, Child],
    *,
    mum: DemoPerson,
    dean: DemoPerson,
    aunt: DemoPerson,
    his_worker: UUID,
) -> None:
    """Add the plan: agreed twice, looked at once, answered by both who sign in. His own line is his worker's."""
    who = Who(mum.id, dean.id, aunt.id, *(one.id for one in children))
    crew = draft.workforce
    kids = ((who.carys, "child"), (who.owen, "child"), (who.mali, "child"))
    others = ((who.mum, "parent"), (who.dean, "causes_harm"), (who.aunt, "network"))
    look = DemoLook(
        tell.ago(draft, LOOKED),
        "Rhiannon, Bethan, Carys for the first half, Morwen, Adaeze and Tess.",
        "Everybody sleeps better. Owen rides his bike to his friend. The new number still rings at night "
        "sometimes, so the police step is asked for again. Carys asked for a line of her own, and has one.",
        on_working_day(draft.today + timedelta(days=33)),
    )
    start = min(one.start for one in draft.need_plans)
    draft.family_help.append(_helped(draft, start))
    first, second = working_day_by(start + timedelta(days=14), draft.today), tell.ago(draft, SECOND)
    draft.plans.append(
        DemoPlan(
            (*kids, *others),
            "child_in_need",
            start,
            crew.by_role["family_help_lead"][0].id,
            crew.by_role["team_manager"][0].id,
            (first, second),
            look,
            (
                *_goals(who, tell.ago(draft, 40)),
                *_ours(who, draft, first),
                *_theirs(who, draft, first, his_worker),
                *_rest(who),
            ),
        )
    )


def _helped(draft: Draft, start: date) -> DemoFamilyHelp:
    """Family Help since the plan began, and what the new home needed. Nothing bought says where it is."""
    manager = draft.workforce.by_role["team_manager"][0].id
    bought = (
        (10, "Three beds and their bedding", 41_900, "Section 17"),
        (24, "School clothes for Owen", 8_640, "Practical help for families"),
        (61, "Fares to the mothers' course, ten weeks", 5_200, "Practical help for families"),
        (88, "A warm coat for Mali", 2_450, "Practical help for families"),
    )
    return DemoFamilyHelp(
        draft.workforce.by_role["family_help_lead"][0].id,
        start,
        tuple(
            DemoSpent(what, pence, pot, working_day_by(start + timedelta(days=after), draft.today), manager)
            for after, what, pence, pot in bought
        ),
    )


def _goals(who: Who, answered: date) -> tuple[DemoLine, ...]:
    both = (who.mum, who.carys)
    wrong = DemoSaid(
        who.mum,
        "That is not what I said. I said that I want to sleep and not listen for the door. I never said "
        "that I cannot cope.",
        answered,
        agrees=False,
    )
    return (
        DemoLine(
            "goal",
            "I want to sleep through and not listen for the door.",
            both,
            first="Rhiannon wants help to cope at night.",
            whose=who.mum,
            in_whose_words="Mum",
            said=(wrong,),
        ),
        DemoLine(
            "goal",
            "I want to unpack my bag and know that nobody gets told where I am.",
            both,
            whose=who.carys,
            in_whose_words="Carys",
            said=(DemoSaid(who.carys, "one shelf done. two to go", answered, how="well"),),
        ),
        DemoLine(
            "goal",
            "I want nobody to shout, and to ride my bike.",
            both,
            first="I want nobody to shout, and to ride my bike.",
            whose=who.owen,
            in_whose_words="Owen",
        ),
    )


def _ours(who: Who, draft: Draft, first: date) -> tuple[DemoLine, ...]:
    crew = draft.workforce
    lead, health = crew.by_role["family_help_lead"][0].id, crew.by_role["health_worker"][0].id
    friend, mum = crew.by_role["charity_worker"][0].id, who.mum
    return (
        DemoLine(
            "step",
            "Morwen comes every second week, rings first, and never leaves a message.",
            (mum, who.carys),
            first="Morwen comes every week.",
            goal=0,
            does_it="council",
            worker=lead,
        ),
        DemoLine(
            "step",
            "We check with Mum every month that locks, phones and accounts are safe, and mend what is not.",
            (mum,),
            first="We check that locks, phones and accounts are safe.",
            goal=0,
            does_it="council",
            worker=lead,
            by_on=draft.today + timedelta(days=11),
            keeps_safe=True,
        ),
        DemoLine(
            "step",
            "The police keep a mark on the family's number, so that a call from it is answered at once.",
            (mum,),
            first="The police keep a mark on the family's number, so that a call from it is answered at once.",
            goal=0,
            does_it="service",
            service="Police, domestic abuse team",
            by_on=first + timedelta(days=7),
            keeps_safe=True,
            done=first + timedelta(days=5),
            how_done="Set up, and tried out with Mum.",
        ),
        DemoLine(
            "step",
            "Tess goes along to the court about the order, and sits beside Mum.",
            (mum,),
            first="Tess goes along to the court about the order, and sits beside Mum.",
            goal=0,
            does_it="service",
            worker=friend,
            service=CHARITY,
            done=tell.ago(draft, 70),
            how_done="The order was made. Tess was there all day.",
            shared=(CHARITY,),
        ),
        DemoLine(
            "step",
            "Adaeze listens to how Owen and Mali sleep, and brings what helps little ones after a fright.",
            (mum,),
            goal=2,
            does_it="service",
            worker=health,
            service=HEALTH,
            by_on=draft.today + timedelta(days=20),
            shared=(HEALTH,),
        ),
        DemoLine(
            "step",
            "Somebody from the men's programme works with Dean every week on how he treats people.",
            does_it="service",
            first="Somebody from the men's programme works with Dean every week on how he treats people.",
            service="Programme for people who use abuse",
            keeps_safe=True,
        ),
    )


def _theirs(who: Who, draft: Draft, first: date, his_worker: UUID) -> tuple[DemoLine, ...]:
    both = (who.mum, who.carys)
    his = "Dean goes to his group every week, and talks there about how he treats people."
    return (
        DemoLine(
            "step",
            his,
            (who.dean,),
            first=his,
            does_it="person_causing_harm",
            whose=who.dean,
            by=his_worker,
            by_on=draft.today + timedelta(days=60),
        ),
        DemoLine(
            "step",
            "Dean keeps to the order: no calls, no messages, and none sent by other people.",
            first="Dean keeps to the order: no calls, no messages, and none sent by other people.",
            does_it="person_causing_harm",
            whose=who.dean,
            keeps_safe=True,
            not_done=tell.ago(draft, 62),
            why_not="There were calls at night. The police have them.",
        ),
        DemoLine(
            "step",
            "Mum texts Morwen the word that they agreed, at any hour, if something feels wrong.",
            both,
            first="Mum texts Morwen the word that they agreed, at any hour, if something feels wrong.",
            goal=0,
            does_it="parent",
            whose=who.mum,
            keeps_safe=True,
        ),
        DemoLine(
            "step",
            "I unpack one shelf, then the next, when I am ready.",
            both,
            goal=1,
            does_it="young_person",
            whose=who.carys,
        ),
        DemoLine(
            "step",
            "Auntie Beth has Owen and Mali one evening a week, so that Mum has a rest.",
            both,
            first="Auntie Beth has Owen and Mali one evening a week, so that Mum has a rest.",
            goal=2,
            does_it="network",
            whose=who.aunt,
            done=first + timedelta(days=10),
            how_done="Every Thursday since the spring.",
        ),
    )


def _rest(who: Who) -> tuple[DemoLine, ...]:
    both = (who.mum, who.carys)
    return (
        DemoLine(
            "strength",
            "Mum got three children to safety in one night, and kept every promise she made them since.",
            both,
            first="Mum got three children to safety in one night.",
        ),
        DemoLine(
            "strength",
            "Carys says out loud what she wants, and when it is too much.",
            both,
        ),
        DemoLine(
            "strength",
            "Auntie Beth comes when she says that she will.",
            both,
            first="Auntie Beth comes when she says that she will.",
        ),
        DemoLine(
            "change",
            "The calls have stopped for three months, and Mum says that she feels safe.",
            (who.mum,),
            first="The calls have stopped for three months.",
        ),
        DemoLine(
            "change",
            "Carys, Owen and Mali each have one grown-up at school or nursery to whom they talk.",
            both,
            first="Carys, Owen and Mali each have one grown-up at school or nursery to whom they talk.",
        ),
    )
