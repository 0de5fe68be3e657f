"""A calendar file (RFC 5545) of due days."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from kith.law.reminders.items import Item


def calendar_file(found: Iterable[Item], today: date, address: Callable[[str], str]) -> bytes:
    """One whole-day entry for each item; `address` makes the link from an item's uid.

    The stamp is the day's, so that a calendar that asks twice a day gets the same bytes.
    """
    made = Calendar()
    made.add("prodid", "-//Kith//Due days//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", "Kith: due")
    made.add("refresh-interval", timedelta(hours=4), parameters={"value": "DURATION"})
    for each in found:
        entry = Event()
        entry.add("uid", each.uid)
        entry.add("dtstamp", datetime.combine(today, time(), tzinfo=UTC))
        entry.add("dtstart", each.day)
        entry.add("dtend", each.day + timedelta(days=1))
        entry.add("summary", each.says)
        entry.add("url", address(each.uid))
        # Busy is for meetings: a due day takes no hour of anybody's.
        entry.add("transp", "TRANSPARENT")
        entry.add("class", "PRIVATE")
        made.add_component(entry)
    return bytes(made.to_ical())
