"""What an invitation says, wherever it is read: on a page, in a letter, in a calendar. Made from the reader's own row."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from kith.design.dates import plain_date, plain_time

# A calendar's own mark for an entry: no address of Kith's can be read from it.
MARK = UUID("8c5b4f1e-6d0a-4a3e-9a6b-2f6f6c1d7e90")

UNSAFE_WAY = "They said that this is not a safe way to reach them. Choose another way."


def says(*, come_at: datetime, place: str, words: str, name: str, phone: str) -> list[str]:
    """The lines of an invitation. It names nobody but who prepares the meeting."""
    who = {"name": name, "phone": phone}
    ring = _("Ring %(name)s on %(phone)s.") % who if phone else _("Ring %(name)s.") % who
    when = {"day": plain_date(come_at), "time": plain_time(come_at)}
    said = _("You can say yes or no. You can say something before it, or ask for somebody to come.")
    return [
        _(
            "You are invited to a meeting. It is for people who care about the family to make a plan together."
        ),
        _("Please come on %(day)s at %(time)s.") % when,
        _("Where: %(place)s.") % {"place": place} if place else _("Where: %(name)s will tell you.") % who,
        *([words] if words else []),
        f"{said} {ring}",
        _("Part of the time is yours alone: no worker is in the room then."),
    ]


def calendar(invitation: UUID, come_at: datetime, now: datetime) -> str:
    """An entry for the reader's own calendar: a neutral title, their own time, and nothing else (RFC 5545)."""
    at = come_at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    title = _("Meeting")
    lines = (
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Calendar//EN", "BEGIN:VEVENT", f"UID:{uuid5(MARK, str(invitation))}",
        f"DTSTAMP:{stamp}", f"DTSTART:{at}",
        f"SUMMARY:{title}", "CLASS:PRIVATE", "END:VEVENT", "END:VCALENDAR", "",
    )  # fmt: skip
    return "\r\n".join(lines)
