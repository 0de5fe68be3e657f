"""When the service answers, as its manager keeps it: dated, so that nothing that was is rewritten."""

from __future__ import annotations

from datetime import date, time
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from psycopg.types.range import DateRange

from kith.advice.models import Hours, SpecialDay
from kith.advice.permissions import may
from kith.advice.roles import Permission
from kith.core.action import CannotBeError, NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.design.text import safe_text

WHY = "opening hours are about nobody"


@action("advice.open_hours")
def open_hours(
    *, by: Actor, channel: str, weekday: int, opens: time, closes: time, first: date, last: date | None = None
) -> UUID:
    """Answer one way of reaching us on a weekday, from a day on. Raises CannotBeError for what cannot be."""
    may(by, Permission.KEEP_HOURS, WHY)
    if closes <= opens:
        raise CannotBeError("It must close after it opens.", field="closes")
    if last is not None and last < first:
        raise CannotBeError("The last day is before the first.", field="last")
    during = DateRange(first, None if last is None else date.fromordinal(last.toordinal() + 1), "[)")
    clash = Hours.objects.filter(channel=channel, weekday=weekday, during__overlap=during)
    if clash.filter(opens__lt=closes, closes__gt=opens).exists():
        raise CannotBeError(
            "We are open then already: end those hours first, or choose others.", field="opens"
        )
    made = Hours(channel=channel, weekday=weekday, opens=opens, closes=closes, during=during)
    made.save(force_insert=True)
    concerns([], hours=made.id)
    return made.id


@action("advice.end_hours")
def end_hours(*, by: Actor, hours: UUID, last: date) -> None:
    """These hours hold until a day, which is the last. What was stays; what never began is taken out."""
    may(by, Permission.KEEP_HOURS, WHY)
    found = Hours.objects.filter(id=hours).first()
    if found is None:
        raise NotPermittedError("Those hours are not there any more.")
    begun, after = found.during.lower, date.fromordinal(last.toordinal() + 1)
    if last < timezone.localdate():
        raise CannotBeError("That day is over: what people were told then stays as it was.", field="last")
    if begun is not None and after <= begun:
        found.delete()
    else:
        found.during = DateRange(begun, after, "[)")
        found.save(update_fields=["during"])
    concerns([], hours=hours, last=last)


@action("advice.set_special_day")
def set_special_day(
    *,
    by: Actor,
    channel: str,
    day: date,
    opens: time | None = None,
    closes: time | None = None,
    why: str = "",
) -> None:
    """A day of other hours, or closed. Raises CannotBeError for half a time and for a day that is over."""
    may(by, Permission.KEEP_HOURS, WHY)
    if day < timezone.localdate():
        raise CannotBeError("That day is over.", field="day")
    if (opens is None) != (closes is None):
        raise CannotBeError("Give both times, or neither: then it is closed all day.", field="closes")
    if opens and closes and closes <= opens:
        raise CannotBeError("It must close after it opens.", field="closes")
    try:
        with transaction.atomic():
            SpecialDay.objects.filter(Q(channel=channel) & Q(day=day)).delete()
            SpecialDay(channel=channel, day=day, opens=opens, closes=closes, why=safe_text(why)[:80]).save(
                force_insert=True
            )
    except IntegrityError as clash:
        raise CannotBeError("Somebody else has just written that day: look again.", field="day") from clash
    concerns([], channel=channel, day=day)
