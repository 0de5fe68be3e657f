"""Obligations as lines on a page: what, when, why, and how it stands, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.design.dates import plain_date, relative
from kith.law.obligation import Obligation

WORDS = {
    "due": ("due", "plain"),
    "late": ("late", "late"),
    "met": ("done", "good"),
    "met_late": ("done late", "quiet"),
    "excused": ("not needed", "quiet"),
}
SOON_DAYS = 7


@dataclass(frozen=True, slots=True)
class DueLine:
    """One line. `state` picks the colour; `word` carries the meaning."""

    text: str
    when: str
    why: str
    state: str
    word: str
    href: str
    steps: tuple[str, ...]
    duty: str
    recalled: bool
    person: UUID
    due: date


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
        steps=tuple(step.text for step in each.because),
        duty=f"{each.duty}-{each.starts.isoformat()}",
        recalled=any("Recalled" in step.text for step in each.because if step.kind == "source"),
        person=each.person,
        due=each.due,
    )


def due_lines(found: Iterable[Obligation], today: date) -> list[DueLine]:
    """Lines, late first, then soonest."""
    lines = [due_line(each, today) for each in found]
    return sorted(lines, key=lambda line: (line.word != "late", line.due))
