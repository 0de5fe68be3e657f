"""A duty in words for the pages: when it is due, how it stands in law, how sure the number is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kith.law import fact_kinds
from kith.law.register.duty import Clock, Duty
from kith.law.waiting import Waiting

# Each as (words, tone): the word carries the meaning, the colour only agrees.
STATUS = {
    "in_force": ("Law", "good"),
    "prospective": ("Law, not yet in force", "soon"),
    "guidance": ("Statutory guidance", "good"),
    "local_default": ("The council's own", "plain"),
    "beyond_the_law": ("A promise beyond the law", "plain"),
}
CONFIDENCE = {
    "found": ("Read in a source", "plain"),
    "partly_found": ("Partly read: check it", "soon"),
    "recalled": ("Not read: check it", "soon"),
    "local_default": ("Not from a source", "quiet"),
}
FROM = {
    "once": "",
    "second": ", the second time, from the first",
    "third_and_later": ", from the third time on, each from the one before",
    "second_and_later": ", each time after, from the one before",
    "every": ", then each time from the one before",
}
FAMILY = {"child": "the child", "parent": "a parent", "carer": "a carer"}
NO_TIME = "No set time in law"


@dataclass(frozen=True, slots=True)
class DutyView:
    """Everything that a page shows of one duty, in words."""

    id: str
    name: str
    family_name: str
    status: tuple[str, str]
    confidence: tuple[str, str]
    begins: str
    starts_with: str
    whom: str
    told: str
    when: tuple[str, ...]
    met: tuple[str, ...]
    excused: tuple[str, ...]
    citation: str
    link: str
    read: str
    checked_on: date
    notes: str
    waiting_for: tuple[str, ...]
    can_set: bool


def view(duty: Duty, today: date, waits: Waiting | None) -> DutyView:
    """One duty in words, as it stands today."""
    return DutyView(
        id=duty.id,
        name=duty.name,
        family_name=duty.family_name,
        status=status(duty, today),
        confidence=CONFIDENCE[duty.confidence],
        begins=begins(duty, today),
        starts_with=_says(duty.trigger),
        whom=_whom(duty),
        told=told(duty),
        when=times(duty, today),
        met=_met(duty),
        excused=tuple(match.says for match in (*duty.excused_by, *duty.suspended_by)),
        citation=duty.source.citation,
        link=duty.source.link,
        read=duty.source.read,
        checked_on=duty.source.checked_on,
        notes=duty.notes,
        waiting_for=tuple(_says(kind) for kind in waits.kinds) if waits else (),
        can_set=bool(duty.clock) or duty.status == "beyond_the_law",
    )


def status(duty: Duty, today: date) -> tuple[str, str]:
    """How it stands in law, with a tone; law passed earlier is plain law once its day has come."""
    if duty.status == "prospective" and duty.commences_on and duty.commences_on <= today:
        return STATUS["in_force"]
    if duty.status == "guidance" and duty.advisory:
        return ("Good practice in guidance", "plain")
    if duty.status == "beyond_the_law" and not duty.clock:
        return ("A promise that is not switched on", "quiet")
    return STATUS[duty.status]


def begins(duty: Duty, today: date) -> str:
    """From when it holds, where that is news: nothing for law that has long been in force."""
    if duty.ends_on is not None:
        return f"{'Stopped' if duty.ends_on <= today else 'Stops'} on {_day(duty.ends_on)}."
    if duty.promised_from is not None:
        return f"The council promises it from {_day(duty.promised_from)}."
    if duty.status == "prospective" and duty.commences_on is None:
        return "Passed by Parliament. It has no starting day yet, so it only advises."
    if duty.commences_on is not None and duty.commences_on > today:
        return f"It begins on {_day(duty.commences_on)}. Until then it only advises."
    return ""


def times(duty: Duty, today: date) -> tuple[str, ...]:
    """When it is due: one sentence for each clock that holds today or will."""
    if duty.time_in_words:
        return (f"{duty.time_in_words}. Kith cannot count this yet.",)
    held = [each for each in duty.clock if each.held_before is None or each.held_before > today]
    if not held:
        return (NO_TIME,) if duty.status != "beyond_the_law" else ("Nothing while it is not switched on",)
    return tuple(_time(each, today) for each in held)


def _time(each: Clock, today: date) -> str:
    if each.direction == "before":
        says = f"At least {each} before"
    elif each.at_least:
        says = f"At least {each}"
    elif each.value == 0:
        says = "At once"
    else:
        says = f"Within {each}"
    says += FROM[each.recurrence]
    if each.first_day_counts:
        says += ", counting the first day"
    if each.rolls_forward:
        says += "; a weekend or holiday moves it on"
    if each.held_from is not None and each.held_from > today:
        says += f" (from {_day(each.held_from)})"
    elif each.held_before is not None:
        says += f" (until {_day(each.held_before)})"
    return says


def _whom(duty: Duty) -> str:
    low, high = duty.applies.age_from, duty.applies.age_under
    ages = ""
    if low is not None and high is not None:
        ages = f"Aged {low} to {high - 1}"
    elif low is not None:
        ages = f"Aged {low} and over"
    elif high is not None:
        ages = f"Under {high}"
    return ". ".join(part for part in (duty.applies.says, ages) if part)


def told(duty: Duty) -> str:
    """Whom of a family a worker may tell of it, and in which words; or that nobody is told (docs/adr/0120)."""
    shown = duty.shown
    if shown is None:
        return "Nobody of the family is shown this."
    *first, last = (FAMILY[reader] for reader in shown.to)
    readers = f"{', '.join(first)} or {last}" if first else last
    words = {"child": shown.child, "parent": shown.others, "carer": shown.others}
    said = " or ".join(f"“{each}”" for each in dict.fromkeys(words[reader] for reader in shown.to))
    return f"{readers[0].upper()}{readers[1:]}, by name, once a worker tells them: {said}."


def _met(duty: Duty) -> tuple[str, ...]:
    if duty.met_by_end:
        return ("It ends in time.",)
    return tuple(f"{_says(match.fact)}." for match in duty.met_by)


def _says(kind: str) -> str:
    words = fact_kinds.known()[kind].says
    return words[0].upper() + words[1:]


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
