"""Obligations as lines on a page: what, when, why, and how it stands, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from kith.design.dates import plain_date, relative
from kith.law.notes.queries import NoteView, as_steps
from kith.law.obligation import Obligation
from kith.law.register import shipped

WORDS = {
    "due": ("due", "plain"),
    "late": ("late", "late"),
    "met": ("done", "good"),
    "met_late": ("done late", "quiet"),
    "excused": ("not needed", "quiet"),
}
SOON_DAYS = 7
LABELS = {
    "fact": "What started it",
    "record": "What is recorded",
    "rule": "The rule",
    "arithmetic": "The sum",
    "holidays": "Days left out",
    "paused": "What moved the date",
    "said": "What was said of it",
    "met": "Done",
    "excuse": "Why it is not needed",
    "force": "Must it be done",
    "source": "Where it is written",
    "sure": "How sure we are",
}


@dataclass(frozen=True, slots=True)
class Why:
    """One part of the reasoning: its label, what it says and, of a source, where it can be read."""

    label: str
    text: str
    link: str


@dataclass(frozen=True, slots=True)
class DueLine:
    """One line. `state` picks the colour; `word` carries the meaning."""

    text: str
    when: str
    why: str
    state: str
    word: str
    href: str
    steps: tuple[Why, ...]
    duty: str
    recalled: bool
    person: UUID
    due: date
    say: str
    may_be_said: str


def due_line(each: Obligation, today: date) -> DueLine:
    """The line of one obligation."""
    word, state = WORDS[each.state]
    if each.state == "due" and (each.due - today).days <= SOON_DAYS:
        word, state = "this week" if each.due >= today else word, "soon"
    advice = "" if each.force == "required" else " (advised, not required)"
    when = f"By {plain_date(each.due)}, {relative(each.due, today)}{advice}"
    if each.met is not None:
        when = f"Done {plain_date(each.met)}; it was due by {plain_date(each.due)}"
    why = next((step.text for step in each.because if step.kind in {"fact", "record"}), each.source)
    return DueLine(
        text=each.name,
        when=when,
        why=why.rstrip("."),
        state=state,
        word=word,
        href=f"/people/{each.person}/duties/#{each.duty}-{each.starts.isoformat()}",
        steps=tuple(Why(LABELS[step.kind], step.text, step.link) for step in each.because),
        duty=f"{each.duty}-{each.starts.isoformat()}",
        recalled=any("Recalled" in step.text for step in each.because if step.kind == "sure"),
        person=each.person,
        due=each.due,
        may_be_said=may_be_said(each),
        say=f"/people/{each.person}/duties/say/{each.duty}/{each.starts.isoformat()}/",
    )


def may_be_said(each: Obligation) -> str:
    """What a worker may write down of it, as the words of a link: why it is late, what its law allows; or nothing."""
    late = {"late": "Say why it is late", "met_late": "Say why it was late"}.get(each.state, "")
    if each.state in {"late", "due"} and shipped()[each.duty].allows:
        return f"{late}, or what the law allows" if late else "What the law allows"
    return late


@dataclass(frozen=True, slots=True)
class DueGroup:
    """Lines that stand alike, under one heading."""

    heading: str
    lines: tuple[DueLine, ...]


def with_said(found: Iterable[Obligation], notes: Sequence[NoteView]) -> Iterator[Obligation]:
    """The obligations, each explained by what was said of it as well."""
    for each in found:
        said = as_steps(notes, each.duty, each.starts)
        yield replace(each, because=(*each.because, *said)) if said else each


def due_groups(found: Iterable[Obligation], today: date) -> list[DueGroup]:
    """Late first, then what is still to do, soonest first; then what is over, latest first. No empty group."""
    groups: dict[str, list[DueLine]] = {"Late": [], "Still to do": [], "Over": []}
    for each in sorted(found, key=lambda each: (each.due, each.duty)):
        over = each.closed is not None or each.state in {"met", "met_late", "excused"}
        heading = "Over" if over else "Late" if each.state == "late" else "Still to do"
        groups[heading].append(due_line(each, today))
    groups["Over"].reverse()
    return [DueGroup(heading, tuple(lines)) for heading, lines in groups.items() if lines]


def due_lines(found: Iterable[Obligation], today: date) -> list[DueLine]:
    """Lines, late first, then soonest."""
    lines = [due_line(each, today) for each in found]
    return sorted(lines, key=lambda line: (line.word != "late", line.due))
