"""Logs hold no personal data: no query strings, no form data, no addresses of people, no words of an error."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from traceback import extract_tb

_QUERY = re.compile(r"\?[^\s\"']*")
_CALENDAR = re.compile(r"/my/calendar/[^\s\"']+\.ics")
_LINK = re.compile(r"/directory/still-right/[^\s\"'/]+")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)


class NoPersonalData(logging.Filter):
    """Strips query strings and secrets in addresses, shortens record ids in every line, and drops request objects.

    Of an error it leaves what kind it was and where it arose: PostgreSQL puts whole rows into its words.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        message = _CALENDAR.sub("/my/calendar/<secret>.ics", _QUERY.sub("?...", message))
        message = _LINK.sub("/directory/still-right/<secret>", message)
        record.msg = _UUID.sub("<id>", message)
        record.args = ()
        record.__dict__.pop("request", None)
        if record.exc_info:
            record.exc_text = "\n".join(_lines(record.exc_info[1]))
            record.exc_info = None
        return True


def _lines(error: BaseException | None) -> Iterator[str]:
    """Each error of a chain, the last first: its type, then file, line and function of each frame."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield f"{type(error).__module__}.{type(error).__qualname__}"
        for frame in extract_tb(error.__traceback__):
            yield f"  {frame.filename}:{frame.lineno} {frame.name}"
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
