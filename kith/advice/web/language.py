"""The language of the public's pages: what was last chosen here, until the browser closes. The desk is in English."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers

from kith.advice.web import cookies
from kith.design.language import ASKED, ENGLISH, known

# A name that tells whoever looks at the phone nothing of the site.
COOKIE = "words"
DESK = "/desk/"


class LanguageMiddleware:
    """What the browser says of its languages is not asked: it may be somebody else's phone (as at the council's door)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith(DESK):
            return self.get_response(request)
        chosen = known(request.GET.get(ASKED))
        code = chosen or known(cookies.held(request, COOKIE)) or ENGLISH
        with translation.override(code):
            answer = self.get_response(request)
        if chosen and not getattr(answer, "left", False):
            cookies.give(answer, COOKIE, chosen, samesite="Lax")
        answer.headers.setdefault("Content-Language", code)
        patch_vary_headers(answer, ["Cookie"])
        return answer
