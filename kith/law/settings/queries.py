"""What the council has set, for the engine and for the pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, cast
from uuid import UUID

from django.db.models import DateTimeField, QuerySet

from kith.access.models import Account
from kith.core.reads import Given, Reads
from kith.law.calendar import LONDON
from kith.law.models import DutySetting
from kith.law.register import Duty, Setting, effective, shipped
from kith.law.register.duty import Recurrence


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the history: what was decided on which duty, from when, by whom, when and why."""

    duty: Duty
    says: str
    from_day: date
    decided_at: datetime
    by: str
    reason: str


BEFORE = Given("before", DateTimeField())


def _decided_read() -> QuerySet[DutySetting, Any]:
    found = DutySetting.objects.filter(recorded_at__lt=BEFORE).order_by("recorded_at", "id")
    return found.values_list("duty", "from_day", "recurrence", "value", "on")


_decided = Reads(decided=_decided_read)


def settings_on(as_at: date) -> Iterable[Setting]:
    """What had been decided by the end of a day in England, in the order of deciding. One statement."""
    ends = datetime.combine(as_at + timedelta(days=1), time.min, LONDON)
    return [
        Setting(duty, from_day, recurrence or None, value, on)
        for duty, from_day, recurrence, value, on in _decided.run(before=ends)["decided"]
    ]


def setting_of(row: DutySetting) -> Setting:
    """The decision that a row holds."""
    recurrence = cast("Recurrence | None", row.recurrence or None)
    return Setting(row.duty, row.from_day, recurrence, row.value, row.on)


def decisions(duty: str | None = None, at_most: int = 200) -> list[Decision]:
    """The history, the latest first. Two statements."""
    rows = DutySetting.objects.order_by("-recorded_at", "-id")
    held = list((rows.filter(duty=duty) if duty else rows)[:at_most])
    names = _names({row.recorded_by for row in held if row.recorded_by})
    known = {each.id: each for each in shipped()}
    return [
        Decision(
            duty=known[row.duty],
            says=said(known[row.duty], setting_of(row)),
            from_day=row.from_day,
            decided_at=row.recorded_at,
            by=names.get(row.recorded_by, "a colleague") if row.recorded_by else "a colleague",
            reason=row.reason,
        )
        for row in held
        if row.duty in known
    ]


def said(duty: Duty, setting: Setting) -> str:
    """A decision in words."""
    if setting.recurrence is None:
        return "Switched on" if setting.on else "Switched off"
    clock = next((each for each in duty.clock if each.recurrence == setting.recurrence), None)
    if clock is None:
        return "A time that this duty no longer has"
    if setting.value is None:
        return f"Back to {clock}"
    return f"{clock.model_copy(update={'value': setting.value})} in the place of {clock}"


def _names(ids: set[UUID]) -> dict[UUID, str]:
    return dict(Account.objects.filter(id__in=ids).values_list("id", "display_name")) if ids else {}


def fill() -> None:
    """Give the register what the council has set (at start-up)."""
    effective.fill(settings_on)
