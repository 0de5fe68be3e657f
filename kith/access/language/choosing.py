"""Choosing a language: kept with the account of whoever has one, and for a visitor only until the browser closes."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from kith.access.gates import public
from kith.access.models import Account
from kith.core.action import CannotBeError, action, checked, nothing_to_tell
from kith.core.actor import Actor
from kith.design.language import ASKED, KEPT, LANGUAGES, known

OWN = "the language of one's own pages concerns nobody's story"


@action("access.choose_language")
def choose_language(*, by: Actor, language: str) -> None:
    """The actor's own pages are in this language from now on. Raises CannotBeError for one that Kith does not have."""
    checked()
    nothing_to_tell(OWN)
    if language not in LANGUAGES:
        raise CannotBeError("Kith does not have this language.")
    Account.objects.filter(id=by.id).update(language=language)


@public
def choose(request: HttpRequest) -> HttpResponse:
    """Keep a choice, and go back to the page that it was made on."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    chosen = known(request.POST.get(ASKED))
    actor: Actor | None = getattr(request, "actor", None)
    account = request.user
    back = redirect(_back(request))
    if chosen and actor is not None and isinstance(account, Account) and account.is_family:
        choose_language(by=actor, language=chosen)
    elif chosen:
        back.set_cookie(
            KEPT, chosen, httponly=True, samesite="Lax", secure=bool(settings.SESSION_COOKIE_SECURE)
        )
    return back


def _back(request: HttpRequest) -> str:
    """The page of ours that the choice was made on; the first page for anything else."""
    asked = request.POST.get("back", "")
    if not asked.startswith("/") or not url_has_allowed_host_and_scheme(asked, allowed_hosts=None):
        return "/"
    path = urlsplit(asked)
    # What the address itself asked is chosen now.
    kept = "&".join(part for part in path.query.split("&") if part and not part.startswith(f"{ASKED}="))
    return path.path + (f"?{kept}" if kept else "")
