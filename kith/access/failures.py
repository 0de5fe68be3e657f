"""What a person sees when the database does not answer: a plain page, no trace."""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

log = logging.getLogger(__name__)


def database_gone(request: HttpRequest) -> HttpResponse:
    """503 with a page that needs no database. What was typed is kept: the form can be sent again."""
    log.error("The database did not answer.", exc_info=False)
    return HttpResponse(render_to_string("design/errors/503.html"), status=503, headers={"Retry-After": "30"})
