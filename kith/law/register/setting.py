"""What a council has set for itself, from a day on: a time of its own, or a promise beyond the law."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from kith.law.register.book import Register
from kith.law.register.duty import LOCAL, Clock, Duty, Recurrence


@dataclass(frozen=True, slots=True)
class Setting:
    """One decision of the council. With a `recurrence` it sets that clock's number (None: as shipped again);
    without one it switches a promise on or off.
    """

    duty: str
    from_day: date
    recurrence: Recurrence | None = None
    value: int | None = None
    on: bool = False


class RefusedError(ValueError):
    """The council cannot set this. The message says why in words fit to be shown; `field` is what to mend."""

    def __init__(self, why: str, field: str) -> None:
        super().__init__(why)
        self.field = field


def check(duty: Duty, setting: Setting) -> None:
    """Whether the law leaves this to the council. Raises RefusedError.

    A time that law or statutory guidance gives may be kept better, never worse: made shorter, or longer where
    the law gives the least time (how long a record is kept) or asks for something so long before a day.
    """
    if setting.recurrence is None:
        if duty.status != "beyond_the_law":
            raise RefusedError("This is not a promise that can be switched on: it holds in any event.", "on")
        return
    held = [each for each in duty.clock if each.recurrence == setting.recurrence]
    if not held:
        raise RefusedError("No number of days is set for this, so there is none to change.", "value")
    if setting.value is None or duty.status in LOCAL or duty.advisory:
        return
    for clock in held:
        # Each that still holds on the setting's day or after: the number may change when the law does.
        if clock.held_before is None or setting.from_day < clock.held_before:
            _no_worse(duty, clock, setting.value)


def _no_worse(duty: Duty, clock: Clock, value: int) -> None:
    more_is_better = clock.at_least or clock.direction == "before"
    if value < clock.value if more_is_better else value > clock.value:
        way = "longer, never shorter" if more_is_better else "shorter, never longer"
        law = "statutory guidance" if duty.status == "guidance" else "the law"
        raise RefusedError(f"This time comes from {law} ({clock}). A council may make it {way}.", "value")


def with_settings(register: Register, settings: Iterable[Setting]) -> Register:
    """The register as these settings leave it.

    Each clock holds for links that start from its day on, so what was due before is still judged by what held
    then. Promises that nobody has switched on keep their place, without a clock.
    """
    by_duty: dict[str, list[Setting]] = {}
    for setting in settings:
        by_duty.setdefault(setting.duty, []).append(setting)
    duties = tuple(_changed(duty, by_duty.get(duty.id, [])) for duty in register)
    return replace(register, duties=duties)


def _changed(duty: Duty, settings: list[Setting]) -> Duty:
    if not settings and duty.status != "beyond_the_law":
        return duty
    clocks = tuple(part for each in duty.clock for part in _clock(each, settings))
    if duty.status != "beyond_the_law":
        return duty.model_copy(update={"clock": clocks})
    spans = _on_spans([each for each in settings if each.recurrence is None])
    held = tuple(part for each in clocks for span in spans for part in _within(each, *span))
    return duty.model_copy(update={"clock": held, "promised_from": spans[0][0] if spans else None})


def _clock(shipped: Clock, settings: list[Setting]) -> tuple[Clock, ...]:
    """One clock for each stretch of days in which its number was the same."""
    own = _last_of_each_day(each for each in settings if each.recurrence == shipped.recurrence)
    parts: list[Clock] = []
    for before, after in zip([None, *own], [*own, None], strict=True):
        value = shipped.value if before is None or before.value is None else before.value
        window = (before.from_day if before else None, after.from_day if after else None)
        parts += _within(shipped.model_copy(update={"value": value}), *window)
    return tuple(parts)


def _within(clock: Clock, first: date | None, end: date | None) -> tuple[Clock, ...]:
    """The clock cut to a window of days; nothing if none is left."""
    starts = max((each for each in (clock.held_from, first) if each), default=None)
    ends = min((each for each in (clock.held_before, end) if each), default=None)
    if starts is not None and ends is not None and starts >= ends:
        return ()
    return (clock.model_copy(update={"held_from": starts, "held_before": ends}),)


def _on_spans(switches: list[Setting]) -> list[tuple[date, date | None]]:
    """The stretches of days in which a promise is on."""
    spans: list[tuple[date, date | None]] = []
    for each in _last_of_each_day(switches):
        running = bool(spans) and spans[-1][1] is None
        if each.on and not running:
            spans.append((each.from_day, None))
        elif not each.on and running:
            spans[-1] = (spans[-1][0], each.from_day)
    return spans


def _last_of_each_day(settings: Iterable[Setting]) -> list[Setting]:
    """By day, the later decision in the place of an earlier one for the same day."""
    by_day = {each.from_day: each for each in settings}
    return [by_day[day] for day in sorted(by_day)]
