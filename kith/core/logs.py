"""Logs hold no personal data: no query strings, no form data, no addresses of people."""

from __future__ import annotations

import logging
import re

_QUERY = re.compile(r"\?[^\s\"']*")
_CALENDAR = re.compile(r"/my/calendar/[^\s\"']+\.ics")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)


class NoPersonalData(logging.Filter):
    """Strips query strings and calendars' secrets, shortens record ids in every line, and drops request objects."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        message = _CALENDAR.sub("/my/calendar/<secret>.ics", _QUERY.sub("?...", message))
        record.msg = _UUID.sub("<id>", message)
        record.args = ()
        record.__dict__.pop("request", None)
        return True
