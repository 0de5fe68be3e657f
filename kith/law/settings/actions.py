"""What a director decides about the council's own times and promises."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.law.models import DutySetting
from kith.law.register import Duty, RefusedError, Setting, shipped
from kith.law.register.duty import Recurrence
from kith.law.register.setting import check


@action("law.set_time")
def set_time(
    *, by: Actor, duty: str, recurrence: Recurrence, value: int | None, from_day: date, reason: str
) -> DutySetting:
    """Set the number of one clock of a duty from a day on; None takes the shipped number again.

    What had started before that day is judged as before. Raises NotPermittedError; RefusedError for a day gone
    by, no reason, an unknown duty or clock, or a time worse than the law's.
    """
    return _decide(by, Setting(duty, from_day, recurrence, value), reason)


@action("law.switch_promise")
def switch_promise(*, by: Actor, duty: str, on: bool, from_day: date, reason: str) -> DutySetting:
    """Switch a promise beyond the law on or off from a day on.

    Raises NotPermittedError; RefusedError for a day gone by, no reason, or a duty that is no such promise.
    """
    return _decide(by, Setting(duty, from_day, on=on), reason)


def _decide(by: Actor, setting: Setting, reason: str) -> DutySetting:
    tell.permit(by=by, permission=Permission.SET_DUTIES, persons=[])
    check(_duty(setting.duty), setting)
    if setting.from_day < timezone.localdate():
        raise RefusedError(
            "Choose today or a later day: what was due before is judged by what held then.", "from_day"
        )
    if not reason.strip():
        raise RefusedError("Say why, so that whoever reads this later understands.", "reason")
    if setting.value is not None and not 1 <= setting.value <= 1000:
        raise RefusedError("Give a whole number from 1 to 1000.", "value")
    made = DutySetting.objects.create(
        duty=setting.duty,
        recurrence=setting.recurrence or "",
        value=setting.value,
        on=setting.on,
        from_day=setting.from_day,
        reason=reason.strip()[:500],
        recorded_by=by.id,
    )
    nothing_to_tell("A setting of the council, no person's record.")
    concerns(
        [],
        setting=made.id,
        duty=made.duty,
        clock=made.recurrence,
        value=made.value,
        on=made.on,
        from_day=made.from_day,
    )
    return made


def _duty(duty_id: str) -> Duty:
    try:
        return shipped()[duty_id]
    except KeyError:
        raise RefusedError(f"There is no duty {duty_id} in the register.", "duty") from None
