"""The front door's list, one request whole, what waits for my yes, and what was sent back too often."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.help.models import HelpRequest, RequestHolder, RequestPerson, ThresholdDecision
from kith.law.calendar import add_working_days
from kith.law.due import rules_of
from kith.people.page_queries import who

DUTY = "FD-01"
"""The duty of the register that says within how many working days it is decided."""
TOO_OFTEN = 2
"""So many times was somebody asked and said no, and a manager has to step in."""


@dataclass(frozen=True, slots=True)
class Line:
    """One request on the front door's list. `id` is None where its words are not open: then ring `check_with`."""

    id: UUID | None
    reference: str
    asked_at: datetime
    due: date
    late: bool
    urgent: bool
    decided: bool
    holder: str
    offered: str
    nobody: bool
    bounces: int
    check_with: str


def days_to_decide(day: date) -> int:
    """How many working days there are to decide, as the register says on a day. Two statements at most."""
    clocks = rules_of(day)[DUTY].clock
    return int(clocks[0].value) if clocks else 1


def front_door() -> list[Line]:
    """Every request that is not closed: those not decided first, urgent and longest waiting first.

    Empty for a role that does not decide. Three statements at most.
    """
    return _sorted_lines(_at_the_front_door())


def _at_the_front_door(bounces: int = 0) -> list[tuple[object, ...]]:
    """The rows of those that at least so many said no to."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT request, reference, asked_at, urgent, decided, holder, offered, nobody, bounces, check_with"
            " FROM help_front_door() WHERE coalesce(bounces, 0) >= %s",
            [bounces],
        )
        return list(cursor.fetchall())


def _sorted_lines(rows: Sequence[tuple[object, ...]]) -> list[Line]:
    """The day of each is worked out from the register, which is asked only where there is a request."""
    if not rows:
        return []
    today = timezone.localdate()
    days = days_to_decide(today)
    lines = [_line(row, days, today) for row in rows]
    return sorted(lines, key=lambda each: (each.decided, not each.urgent, each.due, each.asked_at))


def _line(row: tuple[object, ...], days: int, today: date) -> Line:
    request, reference, asked_at, urgent, decided, holder, offered, nobody, bounces, check_with = row
    due = add_working_days(timezone.localdate(asked_at), days)  # type: ignore[arg-type]
    return Line(
        request, reference, asked_at, due, due < today and not decided,  # type: ignore[arg-type]
        urgent, decided, holder, offered, nobody, bounces, check_with,  # type: ignore[arg-type]
    )  # fmt: skip


def sent_back_too_often() -> list[Line]:
    """What two or more said no to. One statement, and two more where there is such a request."""
    return _sorted_lines(_at_the_front_door(TOO_OFTEN))


@dataclass(frozen=True, slots=True)
class Mine:
    """A request that was offered to me (`giving` waits for my answer), or that I have."""

    giving: UUID
    request: UUID
    reference: str
    giver: str
    said: str
    given_at: datetime
    held: bool


def mine() -> list[Mine]:
    """What was offered to the actor and what the actor has, the longest waiting first. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT giving, request, reference, giver, said, given_at, held FROM help_mine()")
        return [Mine(*row) for row in cursor.fetchall()]


@dataclass(frozen=True, slots=True)
class Given:
    """One giving in the history of a request."""

    to: str
    given_at: datetime
    words: str
    accepted_at: datetime | None
    refused_at: datetime | None
    why: str
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class About:
    """Somebody of the record whom it is about; no name where they are not open to the actor."""

    person: UUID
    name: str
    referral: bool


@dataclass(frozen=True, slots=True)
class Whole:
    """One request with everything that was done."""

    request: HelpRequest
    due: date
    decisions: list[ThresholdDecision]
    given: list[Given]
    about: list[About]
    i_have_it: bool

    @property
    def decision(self) -> ThresholdDecision | None:
        """The latest decision."""
        return self.decisions[0] if self.decisions else None

    @property
    def offered(self) -> Given | None:
        """What waits for somebody's answer."""
        waits = (
            each for each in self.given if not each.accepted_at and not each.refused_at and not each.ended_at
        )
        return next(waits, None)

    @property
    def holder(self) -> str:
        """Who has it now; the front door's list is nobody by name."""
        return next((each.to for each in self.given if each.accepted_at and not each.ended_at), "")


def whole(request: UUID, account: UUID) -> Whole | None:
    """A request that is open to the actor, or None. Eight statements at most."""
    found = HelpRequest.objects.filter(id=request).first()
    if found is None:
        return None
    rows = list(
        RequestHolder.objects.filter(request_id=request).select_related("account").order_by("given_at")
    )
    people = list(RequestPerson.objects.filter(request_id=request).order_by("recorded_at"))
    names = who([each.person_id for each in people]) if people else {}
    held = next(each for each in rows if each.accepted_at and not each.ended_at)
    return Whole(
        request=found,
        due=add_working_days(timezone.localdate(found.asked_at), days_to_decide(timezone.localdate())),
        decisions=list(
            ThresholdDecision.objects.filter(request_id=request)
            .select_related("decided_by")
            .order_by("-decided_at")
        ),
        given=[
            Given(
                each.account.display_name if each.account else "",
                each.given_at,
                each.words,
                each.accepted_at,
                each.refused_at,
                each.why,
                each.ended_at,
            )
            for each in rows
        ],
        about=[
            About(
                each.person_id,
                names[each.person_id].name if each.person_id in names else "",
                bool(each.referral_id),
            )
            for each in people
        ],
        i_have_it=held.account_id == account,
    )
