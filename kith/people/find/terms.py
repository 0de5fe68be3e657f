"""What somebody typed into the one search box, told apart: names, a date of birth, a postcode, an
identifier."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date

from kith.design.text import safe_text
from kith.people.find.near_dates import FIRST, LAST, near_dates

LONGEST = 120
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NUMBERS = re.compile(r"(?<!\w)(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})(?!\w)")
_ISO = re.compile(r"(?<!\w)(\d{4})-(\d{1,2})-(\d{1,2})(?!\w)")
_WORDS = re.compile(r"(?<!\w)(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})(?!\w)", re.IGNORECASE)
_RUN = re.compile(r"(?<!\w)(\d{2})(\d{2})(\d{4})(?!\w)")
_POSTCODE = re.compile(r"(?<!\w)([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{0,2})?(?!\w)", re.IGNORECASE)
_SPACED_NUMBER = re.compile(r"(?<!\w)(\d[\d ]{5,})(?!\w)")


@dataclass(frozen=True)
class Terms:
    """What to look for. `near` are the dates one slip from `born`; `codes` may be identifiers."""

    names: str = ""
    born: date | None = None
    near: tuple[date, ...] = ()
    postcode: str = ""
    codes: tuple[str, ...] = field(default=())

    @property
    def empty(self) -> bool:
        """Whether nothing was typed that could be anybody."""
        return not (self.names or self.born or self.postcode or self.codes)


def clean(typed: str) -> str:
    """What was typed, harmless: one line, at most 120 letters, full-width digits made plain."""
    return safe_text(unicodedata.normalize("NFKC", typed[: LONGEST * 4]))[:LONGEST].strip()


def read_terms(typed: str, *, today: date) -> Terms:
    """Tell apart what was typed. Never fails: what is nothing else is a name. `today` settles two-digit
    years."""
    rest = clean(typed)
    codes: list[str] = []
    born, rest = _take_date(rest, today)
    run = _RUN.search(rest)
    if born is None and run:
        born = _real(int(run[3]), int(run[2]), int(run[1]))
        codes.append(run[0])
        rest = rest.replace(run[0], " ", 1)
    for spaced in _SPACED_NUMBER.findall(rest):
        codes.append(re.sub(r"\s", "", spaced))
        rest = rest.replace(spaced, " ", 1)
    postcode = ""
    found = _POSTCODE.search(rest)
    if found:
        postcode = f"{found[1]}{found[2] or ''}".upper()
        codes.append(postcode)
        rest = rest.replace(found[0], " ", 1)
    names = []
    for word in rest.split():
        if any(letter.isdigit() for letter in word):
            codes.append(word)
        else:
            names.append(word)
    near = tuple(near_dates(born)) if born else ()
    return Terms(" ".join(names), born, near, postcode, tuple(code for code in codes if len(code) > 2))


def _take_date(text: str, today: date) -> tuple[date | None, str]:
    """The first real date in the text, and the text without it."""
    for pattern, order in ((_ISO, (1, 2, 3)), (_NUMBERS, (3, 2, 1)), (_WORDS, (3, 2, 1))):
        found = pattern.search(text)
        if not found:
            continue
        year, month, day = (found[place] for place in order)
        number = _MONTHS.index(month[:3].lower()) + 1 if month[:3].lower() in _MONTHS else 0
        made = _real(_year(year, today), number or _whole(month), int(day))
        if made:
            return made, text.replace(found[0], " ", 1)
    return None, text


def _year(text: str, today: date) -> int:
    """Four digits as they stand; two mean the last hundred years, or next year's expected births."""
    if len(text) == 4:
        return int(text)
    year = 2000 + int(text)
    return year if year <= today.year + 1 else year - 100


def _whole(text: str) -> int:
    return int(text) if text.isdigit() else 0


def _real(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none such or nobody living could be born on it."""
    try:
        made = date(year, month, day)
    except ValueError:
        return None
    return made if FIRST <= year <= LAST else None
