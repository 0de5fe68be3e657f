"""What a person sees when something is not there, not allowed or has gone wrong. No traceback, ever."""

from __future__ import annotations

import sys

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string

from kith.access.failures import database_gone, passing
from kith.design.navigation import QUIET_PLACE
from kith.story.kept_words import from_our_own_page, has_words, kept_words_page


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, for a request that no page of ours sends."""
    return render(request, "design/errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403, for what nobody of this role may do. Of records nothing is said: what is not open answers 404."""
    return render(request, "design/errors/403.html", status=403)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that came too late or from elsewhere: whoever leaves at once is let go.

    Words that one of our own pages sent are not lost.
    """
    if request.path == "/sign-out" and "away" in request.POST:
        return HttpResponseRedirect(QUIET_PLACE)
    if has_words(request) and from_our_own_page(request):
        return kept_words_page(request, signed_out=False)
    return render(request, "design/errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The same body for nothing there, somebody else's and a restricted record."""
    if request.path.startswith("/my/"):
        # Without the request: no token is in it, so that it is the same to the byte.
        return HttpResponseNotFound(render_to_string("design/errors/404_family.html"))
    return render(request, "design/errors/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Something of ours failed. The page itself needs no database.

    Django calls this while it handles the error, which may have come before or after the view.
    """
    if passing(sys.exc_info()[1]):
        return database_gone(request)
    return render(request, "design/errors/500.html", status=500)
