"""What a person sees when the database or the disk does not answer: a plain page, no trace, their words kept."""

from __future__ import annotations

import errno
import logging
import sys

from django.core.exceptions import SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.template.loader import render_to_string
from psycopg_pool import PoolTimeout

from kith.core.files import FileStoreError

log = logging.getLogger(__name__)
GONE = (OperationalError, InterfaceError, PoolTimeout)
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
# Passwords and codes are never written into a page again.
_SECRET = ("/sign-in", "/my-account/")


def passing(error: BaseException | None) -> bool:
    """Whether an error is of the kind that is mended by waiting or by making room."""
    if isinstance(error, OSError) and error.errno in _FULL:
        return True
    return isinstance(error, (*GONE, FileStoreError))


def database_gone(request: HttpRequest) -> HttpResponse:
    """503 with a page that needs no database. What was typed stands in it, to be sent again or copied."""
    log.error("The database or the disk did not answer: %s", _kind(sys.exc_info()[1]), exc_info=False)
    context = {"words": typed_words(request), "address": request.get_full_path()}
    page = render_to_string("design/errors/503.html", context)
    return HttpResponse(page, status=503, headers={"Retry-After": "30"})


def _kind(error: BaseException | None) -> str:
    """Class and SQLSTATE: the message itself may hold a value out of a row, and no log does."""
    code = getattr(getattr(error, "__cause__", None), "sqlstate", None)
    return f"{type(error).__name__} {code or ''}".strip()


def typed_words(request: HttpRequest) -> list[tuple[str, str]]:
    """Name and value of every field that was sent, in order; none from the pages that ask for secrets."""
    if request.method != "POST" or request.path.startswith(_SECRET):
        return []
    try:
        return [(name, str(value)) for name, values in request.POST.lists() for value in values]
    except (OSError, ValueError, MultiPartParserError, SuspiciousOperation):
        return []  # what hindered the reading of the request is what is being told


def sentences(request: HttpRequest) -> list[str]:
    """What was written of more than a word, for a page that did not take it: to be copied, not to be sent."""
    return [value for _name, value in typed_words(request) if " " in value.strip()]
