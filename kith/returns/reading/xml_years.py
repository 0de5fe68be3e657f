"""The collection year of an XML return."""

from __future__ import annotations

import datetime as dt
from itertools import islice

from kith.returns.codes.windows import collection_year, year_of
from kith.returns.reading.limits import YEAR_SAMPLE_ROWS
from kith.returns.reading.shapes import Source, UnreadableError
from kith.returns.reading.sniffing import Sniffed
from kith.returns.reading.xml_fields import text_of
from kith.returns.reading.xml_stream import elements, local_name
from kith.returns.reading.year_evidence import loose_date
from kith.returns.reading.years import (
    Verdict,
    decide,
    said_by_dates,
    said_by_latest,
)


def ssda903_verdict(source: Source, sniffed: Sniffed, today: dt.date) -> Verdict:
    """From the file's name and its DEC dates, where they are few with DECOM."""
    by_dates = said_by_dates(_days(source, sniffed, "DEC"))
    if by_dates is None:
        by_dates = said_by_latest(source.path, _days(source, sniffed, "DEC", "DECOM"))
    return decide(source.path, by_dates, today)


def cin_verdict(source: Source, sniffed: Sniffed, today: dt.date) -> Verdict:
    """From ReferenceDate, by definition 31 March, the last day; else Year; else name and dates."""
    reference, year = _cin_header(source, sniffed)
    if reference is not None:
        start = year_of(reference)
        return Verdict(start, _disagreement(reference, year, start, today))
    if year is not None:
        return Verdict(
            year - 1,
            f"It has no ReferenceDate that can be read; its Year {year} makes it "
            f"{collection_year(year - 1)}.",
        )
    return decide(source.path, said_by_dates(_days(source, sniffed, "CINclosureDate")), today)


def _disagreement(reference: dt.date, year: int | None, start: int, today: dt.date) -> str | None:
    said = collection_year(start)
    if year is not None and year != start + 1:
        return (
            f"Year says {year} but ReferenceDate is {reference:%d/%m/%Y}: read as {said}, by ReferenceDate. "
            "Correct the one that is wrong."
        )
    if (reference.month, reference.day) != (3, 31):
        return f"ReferenceDate is {reference:%d/%m/%Y}, not a 31 March: read as {said}. Correct it."
    if start > year_of(today):
        return f"It is for {said}, which has not begun. Check its ReferenceDate."
    return None


def _cin_header(source: Source, sniffed: Sniffed) -> tuple[dt.date | None, int | None]:
    try:
        for element in elements(source, sniffed, ("CollectionDetails", "Child")):
            if local_name(element) == "child":
                break
            values = {local_name(part): text_of(part) or "" for part in element}
            year = values.get("year", "")
            return loose_date(values.get("referencedate", "")), int(year) if _is_year(year) else None
    except (UnreadableError, OSError):
        pass  # The reading proper says what is wrong with the file.
    return None, None


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdigit() and text.startswith("20")


def _days(source: Source, sniffed: Sniffed, *names: str) -> list[dt.date]:
    days: list[dt.date | None] = []
    try:
        found = islice(elements(source, sniffed, names), YEAR_SAMPLE_ROWS)
        days.extend(loose_date(text_of(element) or "") for element in found)
    except (UnreadableError, OSError):
        pass  # The reading proper says what is wrong with the file.
    return [day for day in days if day is not None]
