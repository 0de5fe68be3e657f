"""The meeting of the Rushbeck family, offered in the letter before court, and the plan that they made of it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from kith.demo.draft import Draft
from kith.demo.shapes.help import DemoBeforeCourt
from kith.demo.shapes.meeting import DemoKin, DemoMeeting, DemoPart
from kith.demo.stories import tell
from kith.demo.working_days import on_working_day

ENGLAND = ZoneInfo("Europe/London")
BEGAN, LETTER, FIRST, HELD = 34, 31, 24, 12  # days ago
STAGES = (
    ("introductions", (10, 0), (10, 15)),
    ("information", (10, 15), (10, 50)),
    ("private", (10, 50), (12, 35)),
    ("plan", (12, 35), (13, 5)),
    ("agreement", (13, 5), (13, 25)),
)


def rushbeck_meeting(draft: Draft, baby: UUID, *, mother: UUID, aunt: UUID) -> None:
    """Add the time before court, and the meeting that its letter offered."""
    crew, day = draft.workforce, tell.ago(draft, HELD)
    letter = tell.ago(draft, LETTER)
    draft.before_court.append(
        DemoBeforeCourt(baby, tell.ago(draft, BEGAN), letter, True, True, tell.ago(draft, FIRST))
    )
    draft.meetings.append(
        DemoMeeting(
            child=baby,
            lead=crew.by_role["protection_practitioner"][0].id,
            manager=crew.by_role["team_manager"][0].id,
            coordinator=crew.by_role["meeting_coordinator"][0].id,
            offered=letter,
            how_explained="In the letter, and read through at Donna's table the day after, with the leaflet to keep.",
            in_letter=True,
            stage="before_court",
            answers=(
                (
                    mother,
                    "accepted",
                    tell.ago(draft, 29),
                    "Yes, if Donna runs the tea and nobody talks over me.",
                ),
                (aunt, "accepted", tell.ago(draft, 29), "About time somebody asked us."),
            ),
            asked=tell.ago(draft, 28),
            why="To plan who helps Lacey and the baby, day and night, from the birth on.",
            safety="Craig has hurt Lacey. He may not come, nor learn of the day or the place.",
            at=_at(day, (10, 0)),
            place="The upstairs room of the library",
            invited=tell.ago(draft, 16),
            network=_network(draft, baby, mother, aunt),
            stages=tuple((stage, _at(day, since), _at(day, until)) for stage, since, until in STAGES),
            parts=PARTS,
            answered=tell.ago(draft, 9),
            monitor=(2, "Donna reads the plan out at Sunday dinner, and rings if a part of it slips."),
            review=on_working_day(draft.today + timedelta(days=45)),
        )
    )


def _at(day: date, clock: tuple[int, int]) -> datetime:
    return datetime.combine(day, time(*clock), ENGLAND)


def _network(draft: Draft, baby: UUID, mother: UUID, aunt: UUID) -> tuple[DemoKin, ...]:
    ready, before = tell.ago(draft, 18), tell.ago(draft, 14)
    after = tell.ago(draft, 11)
    return (
        DemoKin(
            "Baby Rushbeck",
            "the one it is all about",
            baby,
            part="child",
            prepared=ready,
            notes="Not yet born: the advocate holds the scan picture and speaks for the baby.",
            advocate="accepted",
            checks=(
                ("before", before, "yes", "The advocate, asked alone: I know what to say."),
                ("after", after, "yes", "The advocate, asked alone: it was said, and it was heard."),
            ),
        ),
        DemoKin(
            "Lacey",
            "Mum",
            mother,
            named_by="herself",
            part="harmed",
            prepared=ready,
            notes="Wants to speak first and then not again for a bit. Tired by one o'clock.",
            travel="Donna drives her.",
            needs="A chair with a back, and breaks.",
            advocate="accepted",
            invited="in_person",
            words="Bring whom you like to sit beside you.",
            answer="yes",
            say_before="Please do not read out the old assessment.",
            checks=(
                ("before", before, "yes", "I can say it if Donna is there."),
                ("after", after, "yes", "I said all of it. Even the bit about money."),
            ),
        ),
        DemoKin(
            "Donna",
            "auntie",
            aunt,
            prepared=ready,
            notes="Ready since the day she was asked.",
            invited="letter",
            words="Could you see to the tea?",
            answer="yes",
            say_before="We are good at this. Let us get on with it.",
        ),
        DemoKin(
            "Grandad Ken",
            "Donna's dad",
            prepared=ready,
            notes="Hard of hearing: sits at the front. Has not seen Lacey since her birthday.",
            needs="A seat near whoever speaks.",
            invited="letter",
            answer="yes",
        ),
        DemoKin(
            "Nicky from the chip shop",
            "gave Lacey her first job",
            prepared=ready,
            notes="Will come in her break. Does not want to hear private things.",
            invited="text",
            answer="yes",
        ),
        DemoKin(
            "Jordan",
            "the baby's dad",
            may_ask="only_if",
            only_if=1,
            only_if_agreed=tell.ago(draft, 23),
            orders_with="The court office and the police",
            prepared=ready,
            notes="Lacey said yes after a week. He wants to be told what to do, so that he can do it.",
            invited="text",
            answer="unsure",
        ),
        DemoKin(
            "Craig",
            "Mum's ex",
            may_ask="never",
            agreed_with="Lacey, alone",
            orders="not_checked",
            orders_with="",
            never_because="He broke my wrist. I do not want him to know that there is a baby.",
        ),
    )


PARTS = (
    DemoPart(
        "Lacey lives at Donna's from December. The spare room is painted. It is yellow.",
        "yes",
        "It is what Lacey wants, and Donna's home was looked at and is right for a baby.",
        "A cot, a mattress and a lockable cupboard.",
        could_care=2,
    ),
    DemoPart(
        "Somebody of us is up with the baby every second night until Easter: Donna, then Ken, then Nicky.",
        "yes",
        "It is clear who is there when, and Lacey can ask for a change.",
    ),
    DemoPart(
        "Jordan comes on Saturdays from two to four, when Donna is in.",
        "part",
        "Yes for the first two months. Then we look at it again with all of you, before more is said.",
    ),
    DemoPart(
        "The council pays Ken's bus, because he comes from the other end of the county.",
        "yes",
        "He cannot come without it, and he is part of the plan.",
        "A bus pass for six months.",
    ),
    DemoPart(
        "If Lacey feels as low as last year, she says so to Donna, and Donna rings the midwife the same day.",
        "yes",
        "The midwife knows of it and has said yes.",
    ),
)
