"""What Today says to whoever chairs: their reviews and conferences, what is owed after them, what is late.

Only what the record holds. Duties whose facts nobody records yet are named as such, and start once somebody does.
Source: Children Act 1989 ss25A-25B; IRO Handbook (2010); Working Together, chapter 3.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from kith.access.models import Account, Involvement
from kith.law import providers
from kith.law.due import rules_of, still_open
from kith.law.obligation import Obligation
from kith.law.register import Duty, Register
from kith.law.waiting import waiting
from kith.pages.due_lines import DueLine, due_lines
from kith.people.models import FamilyMember
from kith.people.page_queries import Who

CHAIRED = {
    "reviewing_officer": frozenset({"looked_after_review"}),
    "conference_chair": frozenset({"initial_conference", "child_protection_review", "transfer_conference"}),
}
"""By what ties a chair to a child: the facts that come about in the chair."""
MEETINGS = frozenset().union(*CHAIRED.values())
OWED_AFTER = MEETINGS | {"conference_planned", "review_conference_planned"}
"""What starts a report, a record or a decision."""
AHEAD = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Chaired:
    """One meeting to be held: whose, when, and when the last one was."""

    who: Who
    line: DueLine
    last: date | None


@dataclass(frozen=True, slots=True)
class ChairsView:
    """Meetings that are late or due in four weeks; what is owed after meetings; what others are late with.

    `cannot_say`: duties of a chair that nothing decides yet, since their facts are not recorded.
    """

    meetings: Sequence[Chaired]
    owed: Sequence[tuple[Who, DueLine]]
    late: Sequence[tuple[Who, DueLine]]
    cannot_say: Sequence[Duty]


def chairs_view(
    account: Account, found: Sequence[Obligation], names: Mapping[UUID, Who], today: date
) -> ChairsView | None:
    """For an account that chairs, from the obligations of its people; None for all others. Two queries at most."""
    if account.role != "reviewing":
        return None
    register, chairs = rules_of(today), _chaired_by(account, today)
    mine = [each for each in found if each.person in names and each.person in chairs]
    met_by = {duty.id: frozenset(match.fact for match in duty.met_by) for duty in register}
    after = {duty.id for duty in _after(register)}
    held = _last_held(mine, met_by)
    meetings, owed, late = [], [], []
    for line in due_lines(still_open(mine), today):
        # A line's name is the duty's id and the day it started.
        who, duty = names[line.person], line.duty.rsplit("-", 3)[0]
        ours = met_by[duty] & chairs[line.person]
        if ours:
            if line.due <= today + AHEAD:
                days = (held[key] for key in _keys(line.person, ours) if key in held)
                meetings.append(Chaired(who, line, max(days, default=None)))
        elif duty in after:
            owed.append((who, line))
        elif line.due < today:
            late.append((who, line))
    waits = [each.duty for each in waiting(_after(register), providers.coverage(today))]
    return ChairsView(meetings, owed, late, waits)


def _after(register: Register) -> list[Duty]:
    """Duties that a meeting starts, other than the next meeting."""
    return [
        duty
        for duty in register
        if duty.trigger in OWED_AFTER and not MEETINGS & {m.fact for m in duty.met_by}
    ]


def _keys(person: UUID, facts: Iterable[str]) -> list[tuple[UUID, str]]:
    return [(person, fact) for fact in facts]


def _last_held(
    found: Iterable[Obligation], met_by: Mapping[str, frozenset[str]]
) -> dict[tuple[UUID, str], date]:
    """The last day on which each kind of meeting was held for each person, as far as it met a duty."""
    held: dict[tuple[UUID, str], date] = {}
    for each in found:
        for key in _keys(each.person, met_by[each.duty] & MEETINGS) if each.met else ():
            held[key] = max(held.get(key, each.met or date.min), each.met or date.min)
    return held


def _chaired_by(account: Account, today: date) -> dict[UUID, frozenset[str]]:
    """The meetings that an account chairs for each person today. One query, and one more where it is for a family."""
    ties = Involvement.objects.filter(account=account, role__in=CHAIRED, during__contains=today)
    rows = list(ties.values_list("person_id", "family_id", "role"))
    families = {family for _, family, _ in rows if family}
    members: dict[UUID, list[UUID]] = {}
    if families:
        inside = FamilyMember.objects.filter(family_id__in=families, during__contains=today)
        for family, person in inside.values_list("family_id", "person_id"):
            members.setdefault(family, []).append(person)
    chaired: dict[UUID, frozenset[str]] = {}
    for person, family, role in rows:
        for each in [person] if person else members.get(family, []):
            chaired[each] = chaired.get(each, frozenset()) | CHAIRED[role]
    return chaired
