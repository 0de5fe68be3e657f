"""What a carer is paid, for their worker: by reference where a child is not open to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from kith.money.models import Hold, NotPaid, PaymentLine, PaymentQuestion
from kith.money.queries.board import TooMuch, too_much
from kith.money.queries.due import STANDS
from kith.money.queries.runs import LineView, line_views, run_lines_of
from kith.money.references import child_reference, payee_reference
from kith.people.page_queries import Who, who


@dataclass(frozen=True, slots=True)
class PaidTo:
    """The page: lines that were agreed to (the latest first), children by their reference, what waits, what was asked."""

    name: str
    payee: str
    lines: tuple[LineView, ...]
    children: dict[str, Who]
    holds: tuple[str, ...]
    not_paid: str
    too_much: tuple[TooMuch, ...]
    questions: tuple[PaymentQuestion, ...]


def paid_to(persons: Sequence[UUID], person: UUID) -> PaidTo:
    """What is paid to somebody (all ids of the record). Seven statements at most."""
    rows = list(
        PaymentLine.objects.filter(payee__in=persons, run__state__in=STANDS).order_by("-run__pay_on", "id")[
            :60
        ]
    )
    named = who([person, *{each.child_id for each in rows if each.child_id}])
    return PaidTo(
        named[person].name if person in named else "",
        payee_reference(person),
        tuple(sorted(line_views(run_lines_of(rows)), key=lambda e: str(e.first), reverse=True)),
        {child_reference(each): found for each, found in named.items()},
        tuple(Hold.objects.filter(person__in=persons, ended_at=None).values_list("reason", flat=True)),
        NotPaid.objects.filter(person__in=persons, ended_at=None).values_list("because", flat=True).first()
        or "",
        tuple(each for one in persons for each in too_much(one)),
        tuple(PaymentQuestion.objects.filter(person__in=persons).order_by("-recorded_at")[:10]),
    )
