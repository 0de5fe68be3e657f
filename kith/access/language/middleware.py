"""The language of an answer: the account's own choice; else what the address asks; else what the visitor let us keep."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers

from kith.access.models import Account
from kith.design.language import ASKED, ENGLISH, KEPT, by_address, known
from kith.design.navigation import IN_THEIR_HANDS


class LanguageMiddleware:
    """Stands inside the actor's transaction, for the account's choice is read there, with the account itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        code, asked = language_of(request)
        token = by_address.set(asked)
        try:
            # English is what is spoken unless somebody says otherwise.
            if code == ENGLISH:
                response = self.get_response(request)
            else:
                with translation.override(code):
                    response = self.get_response(request)
        finally:
            by_address.reset(token)
        response.headers.setdefault("Content-Language", code)
        patch_vary_headers(response, ["Cookie"])
        return response


def language_of(request: HttpRequest) -> tuple[str, bool]:
    """The code of the language of this answer, and whether its own address asks for it.

    What the browser says of its languages is not asked: it may be somebody else's phone, and a page in a language
    that nobody chose shows over a shoulder who reads it.
    """
    account = request.user if getattr(request, "actor", None) is not None else None
    if isinstance(account, Account):
        if account.is_family and known(account.language):
            return account.language, False
        if not account.is_family and not request.path.startswith(IN_THEIR_HANDS):
            return ENGLISH, False
    asked = known(request.GET.get(ASKED))
    if asked:
        return asked, True
    return known(request.COOKIES.get(KEPT)) or ENGLISH, False
