"""What the calculator is given: facts of the record, rates, and what was settled before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Exists, F, OuterRef, QuerySet

from kith.money.models import Kind, PaymentLine, PaymentResult, PaymentRun, Rate, RunState, What
from kith.money.reckoning.bands import Band, Version
from kith.money.reckoning.entitled import Entitled
from kith.money.reckoning.settling import Paid

STANDS = (RunState.APPROVED, RunState.EXPORTED)
"""Runs that a second person agreed to."""


def facts(first: date, until: date, whom: UUID | None = None) -> list[Entitled]:
    """Nights to be paid for that touch `[first, until)`, as the record has them now; of one payee, or of all.

    Nothing for whoever may not read it. One statement.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT payee, child, kind, began, ended, born, weekly, fact FROM money_facts(%s, %s, %s)"
            " ORDER BY payee, child, began, fact",
            [first, until, whom],
        )
        return [
            Entitled(payee, child, kind, began, ended, born, weekly, fact)
            for payee, child, kind, began, ended, born, weekly, fact in cursor.fetchall()
        ]


def rates_read() -> QuerySet[Rate, Any]:
    """Every band of every version."""
    return Rate.objects.order_by("version__number", "from_age").values_list(
        "version__kind", "version__from_on", "version__number", "from_age", "weekly_pence", "id"
    )


def rates(read: Sequence[Sequence[Any]] | None = None) -> Mapping[str, Sequence[Version]]:
    """Versions of the rates by kind, with what stands of each day. One statement, where not read already.

    Family and friends who foster are paid as all who foster, unless the council published more for them.
    """
    rows = rates_read() if read is None else read
    bands: dict[str, dict[date, dict[int, list[Band]]]] = {}
    for kind, from_on, number, age, weekly, rate in rows:
        bands.setdefault(kind, {}).setdefault(from_on, {}).setdefault(number, []).append(
            Band(age, weekly, rate)
        )
    found = {
        kind: tuple(Version(day, tuple(numbers[max(numbers)])) for day, numbers in sorted(of_kind.items()))
        for kind, of_kind in bands.items()
    }
    if Kind.KINSHIP_FOSTERING not in found and Kind.FOSTERING in found:
        found[Kind.KINSHIP_FOSTERING] = found[Kind.FOSTERING]
    return found


def settled(whom: UUID | None = None) -> list[Paid]:
    """Nights that were settled by runs that stand; not what is held, nor payments that came back. One statement."""
    came_back = PaymentResult.objects.filter(run=OuterRef("run"), payee=OuterRef("payee"), paid=False)
    rows = PaymentLine.objects.filter(run__state__in=STANDS, held="").exclude(what=What.REPAYMENT)
    if whom is not None:
        rows = rows.filter(payee=whom)
    rows = rows.filter(~Exists(came_back)).order_by("run__answered_at", "id")
    told = rows.values_list(
        "payee_id", "child_id", "kind", F("nights__startswith"), F("nights__endswith"), "weekly_pence"
    )
    return [
        Paid(payee, child, kind, first, until, weekly, number)
        for number, (payee, child, kind, first, until, weekly) in enumerate(told)
    ]


def first_night() -> date | None:
    """The first night that was ever paid for from here; what lies before was another's to pay. One statement."""
    found = PaymentRun.objects.exclude(state=RunState.SENT_BACK).order_by("period").first()
    return found.period.lower if found else None
