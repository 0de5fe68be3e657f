"""The story: what happened, written down by who was there, staff-only until released to a person."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from uuid import UUID

from kith.demo.draft import Child, Draft
from kith.demo.routes import CARE_ROUTES
from kith.demo.shapes.help import DemoReferral
from kith.demo.shapes.story import DemoEvent, DemoInvolvement, DemoPassage
from kith.demo.words import meetings, visits, voices
from kith.demo.words.speech import slots
from kith.demo.working_days import age_on, on_working_day

READS_OWN = 12  # the age from which a visit may be released to the child in this demo
RECENT = timedelta(days=420)
EVERY = {"care": 42, "protection": 14, "need": 38, "waiting": 20, "care_leaver": 56}  # days between visits
MOST = {"care": 8, "protection": 8, "need": 5, "waiting": 2, "care_leaver": 4}
PARTNERS = ("school_family_lead", "health_family_lead", "charity_family_lead")
LEADS = (
    *("social_worker", "personal_adviser", "protection_practitioner", "family_help_lead", *PARTNERS),
    "front_door",
)
Told = tuple[UUID, ...]


class Diary:
    """Who was the working lead on which day, for one child."""

    __slots__ = ("_days", "_who")

    def __init__(self, draft: Draft, child: Child) -> None:
        rank = {role: n for n, role in enumerate(LEADS)}
        mine = [
            one
            for one in draft.involvements
            if one.person == child.id and one.role in rank and not one.not_yet_told
        ]
        mine.sort(key=lambda one: (one.start, -rank[one.role]))
        self._days = [one.start for one in mine]
        self._who: list[DemoInvolvement] = mine

    def lead(self, on: date) -> UUID | None:
        """The last who began by that day and had not ended; None where nobody was there."""
        for n in range(bisect_right(self._days, on) - 1, -1, -1):
            end = self._who[n].end
            if end is None or end > on:
                return self._who[n].worker
        return None


def write_story(draft: Draft) -> None:
    """Events for every child; a visit has a passage for the child and one for the rest."""
    diaries = {child.id: Diary(draft, child) for child in draft.children}
    for referral in draft.referrals:
        child = next(one for one in draft.children if one.id == referral.person)
        if child is draft.children[0] or draft.today - referral.received < RECENT:
            _first_contact(draft, child, diaries[child.id], referral)
    for child in draft.children:
        _visits(draft, child, diaries[child.id])
        _meetings(draft, child, diaries[child.id])
        _own_words(draft, child, diaries[child.id])


def _note(
    draft: Draft,
    child: Child,
    kind: str,
    on: date,
    worker: UUID | None,
    *,
    title: str,
    text: str,
    audience: Told = (),
    label: str = "normal",
) -> None:
    draft.events.append(
        DemoEvent(
            draft.dice.new_id(),
            kind,
            on,
            (child.id,),
            worker,
            None,
            title,
            (DemoPassage(text, label, audience),),
        )
    )


def _words(draft: Draft, child: Child, on: date) -> dict[str, str]:
    return slots(draft.dice, child.given if child.born else "the baby", sex=child.sex, dob=child.dob, on=on)


def _first_contact(draft: Draft, child: Child, diary: Diary, referral: DemoReferral) -> None:
    on = min(referral.received, draft.today)
    if child.unaccompanied:
        text = (
            f"{child.given} came to the police station and asked for safety. We used an interpreter by "
            "telephone, found a hot meal first and explained who we are."
        )
    else:
        text = meetings.first_contact(draft.dice, _words(draft, child, on), referral.source)
    label = "third_party" if referral.source[0] == "1" else "normal"
    _note(draft, child, "note", on, diary.lead(on), title="First contact", text=text, label=label)


def _visits(draft: Draft, child: Child, diary: Diary) -> None:
    dice, today, route = draft.dice, draft.today, draft.route
    ended = max((one.closed or today for one in draft.referrals if one.person == child.id), default=today)
    begun = min((one.received for one in draft.referrals if one.person == child.id), default=today)
    if not child.born or route == "no_action":
        return
    day = ended if ended < today else today
    gap, left = EVERY.get(route, 45), MOST.get(route, 3)
    parents = tuple(person.id for person in (draft.mother,) if person)
    while left and day > begun:
        day -= timedelta(days=max(3, int(gap * (0.6 + dice.between(0, 8) / 10))))
        on = on_working_day(day)
        if on < begun or on > today or on < child.dob:
            break
        worker = diary.lead(on)
        if worker is None:
            continue
        left -= 1
        age = age_on(child.dob, on)
        seen, rest = visits.visit_note(
            dice, _words(draft, child, on), age=age, in_care=route in CARE_ROUTES or child.unaccompanied
        )
        theirs = (child.id,) if age >= READS_OWN and dice.chance(0.4) else ()
        released = parents if dice.chance(0.25) and route not in CARE_ROUTES else ()
        passages = (DemoPassage(seen, "normal", theirs), DemoPassage(rest, "normal", released))
        draft.events.append(
            DemoEvent(dice.new_id(), "visit", on, (child.id,), worker, None, "Visit", passages)
        )
        if dice.chance(0.35) and age >= 4 and route not in CARE_ROUTES:
            called = on_working_day(on + timedelta(days=2))
            if called <= today:
                _note(
                    draft,
                    child,
                    "call",
                    called,
                    diary.lead(called) or worker,
                    title="Call",
                    text=meetings.call_note(dice, _words(draft, child, on)),
                )


def _meetings(draft: Draft, child: Child, diary: Diary) -> None:
    dice, today = draft.dice, draft.today
    held = [(one.held, "Child protection conference") for one in draft.conferences if one.person == child.id]
    held += [(one.held, "Review of my care") for one in draft.reviews if one.person == child.id and one.held]
    for on, title in held[-3:]:
        if on <= today:
            _note(
                draft,
                child,
                "meeting",
                on,
                diary.lead(on),
                title=title,
                text=meetings.meeting_note(dice, _words(draft, child, on)),
            )
    for plan in draft.need_plans:
        if plan.person == child.id and dice.chance(0.3) and plan.start <= today:
            _note(
                draft,
                child,
                "meeting",
                plan.start,
                diary.lead(plan.start),
                title="Family meeting",
                text=meetings.meeting_note(dice, _words(draft, child, plan.start)),
            )
            talked = on_working_day(plan.start + timedelta(days=6))
            if talked <= today:
                _note(
                    draft,
                    child,
                    "note",
                    talked,
                    diary.lead(talked),
                    title="Talked through",
                    text=meetings.supervision_note(dice, _words(draft, child, talked)),
                    label="staff_restricted",
                )


def _own_words(draft: Draft, child: Child, diary: Diary) -> None:
    dice, today = draft.dice, draft.today
    begun = min((one.received for one in draft.referrals if one.person == child.id), default=today)
    span = max(1, min((today - begun).days, RECENT.days))
    if child.born and age_on(child.dob, today) >= 5 and dice.chance(0.55):
        on = today - timedelta(days=dice.between(0, span - 1))
        label = "child_private" if dice.chance(0.15) else "normal"
        draft.events.append(
            DemoEvent(
                dice.new_id(),
                "own_words",
                on,
                (child.id,),
                None,
                child.id,
                "In my words",
                (DemoPassage(voices.child_words(dice), label, (child.id,)),),
            )
        )
    if child.place == 0 and draft.mother and dice.chance(0.4):
        on = today - timedelta(days=dice.between(0, span - 1))
        draft.events.append(
            DemoEvent(
                dice.new_id(),
                "own_words",
                on,
                (child.id,),
                None,
                draft.mother.id,
                "What Mum said",
                (DemoPassage(voices.parent_words(dice), "normal", (draft.mother.id,)),),
            )
        )
