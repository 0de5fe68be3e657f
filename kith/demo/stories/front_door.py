"""What lies on the front door's list this morning. Nobody who asks is in the record, and nobody is looked up."""

from __future__ import annotations

from datetime import date, datetime, time
from hashlib import blake2b
from uuid import UUID
from zoneinfo import ZoneInfo

from kith.demo.draft import Draft
from kith.demo.shapes.asking import DemoDecision, DemoGiving, DemoRequest, DemoThanks
from kith.demo.stories import tell

ENGLAND = ZoneInfo("Europe/London")
RINGS_NOWHERE = "01632 960"


def asked_for_help(draft: Draft) -> None:
    """One new, one that waits for lead@, one sent back twice, one told no, and why; one of school@, who is thanked."""
    draft.requests += [_new(draft), _offered(draft), _sent_back(draft), _refused(draft)]
    draft.requests.append(_asked_at_school(draft, draft.requests[-1].id))


def _apart(draft: Draft) -> UUID:
    """An id that is next to no other: a request's reference is made of it, and tells nothing."""
    return UUID(bytes=blake2b(draft.dice.new_id().bytes, digest_size=16).digest(), version=4)


def _at(day: date, hour: int, minute: int) -> datetime:
    return datetime.combine(day, time(hour, minute), ENGLAND)


def _new(draft: Draft) -> DemoRequest:
    at = _at(draft.today, 0, 12)
    return DemoRequest(
        _apart(draft),
        at,
        "self",
        "Marta",
        "i am writing this at night because it is the only time it is quiet. my boy is 4 and does not sleep "
        "and i start work at 6. i shouted at him today and he put his hands over his ears",
        "somebody who knows about sleep. or just somebody",
        (DemoGiving(None, at, accepted=at),),
        safe_to=("text",),
        phone=RINGS_NOWHERE + "214",
        when_safe="after 2 in the afternoon",
        who_else="nobody",
    )


def _offered(draft: Draft) -> DemoRequest:
    crew, day = draft.workforce, tell.ago(draft, 2)
    door, lead = crew.by_role["front_door"][0].id, crew.by_role["family_help_lead"][0].id
    at, taken = _at(day, 9, 40), _at(day, 10, 5)
    given = _at(day, 15, 30)
    return DemoRequest(
        _apart(draft),
        at,
        "self",
        "Joanne, mum of two",
        "Their dad died in August. The rent is two months behind and my girl will not go into school, she "
        "says her tummy hurts. I do not know which of it to do first.",
        "One person who helps me sort it in the right order.",
        (
            DemoGiving(None, at, accepted=at, ended=taken),
            DemoGiving(door, taken, by=door, accepted=taken),
            DemoGiving(
                lead,
                given,
                by=door,
                words="A mum and two girls since their dad died: rent, school. She asks for one person. "
                "Could that be you?",
            ),
        ),
        safe_to=("call", "text"),
        phone=RINGS_NOWHERE + "381",
        when_safe="any time before three",
        who_else="nobody, it is my own phone",
        decision=DemoDecision(door, _at(day, 15, 10), ("money_home", "school", "asks_itself")),
    )


def _sent_back(draft: Draft) -> DemoRequest:
    crew, day = draft.workforce, tell.ago(draft, 8)
    door, leads = crew.by_role["front_door"][0].id, crew.by_role["family_help_lead"]
    first, second = leads[1].id, crew.by_role["health_worker"][0].id
    at, taken, later = _at(day, 11, 20), _at(day, 11, 45), tell.ago(draft, 5)
    return DemoRequest(
        _apart(draft),
        at,
        "professional",
        "Mrs Adeyemi-Holt, Year 6 teacher",
        "Two brothers come in without breakfast since half term. The older one brings the younger one, "
        "cooks for him and does not play any more. Mum has been ill in bed for weeks and says yes to help.",
        "Help for Mum at home, and time off for a boy of ten.",
        (
            DemoGiving(None, at, accepted=at, ended=taken),
            DemoGiving(door, taken, by=door, accepted=taken),
            DemoGiving(
                first,
                _at(day, 14, 0),
                by=door,
                words="A boy of ten looks after his brother and his mum. Mum says yes to help.",
                refused=_at(later, 9, 15),
                why="This reads as a health matter: ask the health team first.",
            ),
            DemoGiving(
                second,
                _at(later, 10, 30),
                by=door,
                words="A mum who is ill, and a boy of ten who does it all. Family Help says: health first?",
                refused=_at(tell.ago(draft, 3), 16, 40),
                why="We can see Mum, but not lead for the boys. This is Family Help.",
            ),
        ),
        service="A primary school",
        family_knows=True,
        safe_to=("call",),
        phone=RINGS_NOWHERE + "507",
        when_safe="school hours",
        decision=DemoDecision(door, _at(day, 13, 30), ("young_carer", "asks_itself")),
    )


def _refused(draft: Draft) -> DemoRequest:
    door, day = draft.workforce.by_role["front_door"][0].id, tell.ago(draft, 6)
    at, taken, told = _at(day, 8, 55), _at(day, 9, 30), _at(day, 14, 20)
    return DemoRequest(
        _apart(draft),
        at,
        "self",
        "Pav",
        "My lad is 13 and on his phone all night. We row about it every day and I am sick of it.",
        "Tell me what other dads do.",
        (
            DemoGiving(None, at, accepted=at, ended=taken),
            DemoGiving(door, taken, by=door, accepted=taken),
        ),
        safe_to=("call", "text"),
        phone=RINGS_NOWHERE + "642",
        when_safe="evenings",
        decision=DemoDecision(
            door,
            _at(day, 11, 50),
            ("service_near",),
            reason="Rows about phones are hard, and the dads' group near you is the best help there is for it. "
            "You do not need a worker from us as well.",
            alternative="The dads' group meets on Tuesday evenings. Shabana rang them: they keep a chair for you "
            "this week, and will ring you first if you like.",
            letter="Dear Pav,\n\nThank you for asking. It is not easy to write that things are hard, and you "
            "did.\n\nWe think that the dads' group is right for this, more than we are. They know that you "
            "may come, and they keep a chair for you on Tuesday.\n\nIf it does not help, or something else "
            "comes, ask us again at any time. You do not have to start from the beginning.\n\nShabana Mirzada",
        ),
        told=told,
        told_how="call",
        closed=_at(day, 14, 25),
    )


def _asked_at_school(draft: Draft, other: UUID) -> DemoRequest:
    crew, day = draft.workforce, tell.ago(draft, 9)
    door, teacher = crew.by_role["front_door"][0].id, crew.by_role["school_lead"][0].id
    at, taken = _at(day, 12, 5), _at(day, 12, 40)
    return DemoRequest(
        UUID(bytes=blake2b(other.bytes, digest_size=16).digest(), version=4),
        at,
        "professional",
        "Colin Rushbeck",
        "A girl in Year 4 sleeps in class. She told the cook that there is one bed for three of them.",
        "A bed, and somebody for Mum to talk to. Mum knows that I ask.",
        (
            DemoGiving(None, at, accepted=at, ended=taken),
            DemoGiving(door, taken, by=door, accepted=taken),
        ),
        service="School partners",
        family_knows=True,
        safe_to=("call",),
        phone=RINGS_NOWHERE + "733",
        when_safe="school hours",
        decision=DemoDecision(
            door,
            _at(day, 15, 5),
            ("service_near",),
            reason="There is help near home for what they ask, and Mum likes it better.",
            alternative="The family hub brought two beds on Thursday, and Mum goes there on Mondays.",
            letter="Dear Colin,\n\nThank you for asking, and for telling Mum first.\n\nShabana Mirzada",
        ),
        told=_at(day, 16, 10),
        told_how="call",
        closed=_at(tell.ago(draft, 4), 10, 0),
        asked_by=teacher,
        thanks=DemoThanks(
            door,
            "There are enough beds now, and Mum has somebody to talk to. She says thank you for asking her first.",
            tell.ago(draft, 4),
            "Mum",
        ),
    )
