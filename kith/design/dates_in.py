"""Days and times in languages other than English: names of days and months from CLDR, numbers as England writes them.

European digits are kept: letters, phones and tickets in England have them, and one number is to look the same there.
"""

from __future__ import annotations

from datetime import date, datetime

from babel import Locale
from babel.dates import format_date
from django.utils.translation import gettext

from kith.design.language import speaking


def short_day(day: date) -> str:
    """Day, month and year."""
    return format_date(day, "d MMMM y", locale=_locale())


def full_day(day: date) -> str:
    """With the day of the week."""
    return format_date(day, "EEEE d MMMM y", locale=_locale())


def month(day: date) -> str:
    """Month and year."""
    return format_date(day, "MMMM y", locale=_locale())


def clock(at: datetime) -> str:
    """The time of day in twelve hours, with the part of the day in words."""
    if at.minute == 0 and at.hour in (0, 12):
        return gettext("midday") if at.hour else gettext("midnight")
    figures = f"{at.hour % 12 or 12}" + (f":{at.minute:02d}" if at.minute else "")
    said = gettext("%(clock)s pm") if at.hour >= 12 else gettext("%(clock)s am")
    return said % {"clock": figures}


def _locale() -> Locale:
    return Locale.parse(speaking().code)
