"""A form that is sent twice is done once: a double tap, a retry after a lost answer, a page in two tabs.

    @once
    def add(request: HttpRequest) -> HttpResponseBase: ...

The page draws a token with its form (`{{ sent_once() }}` in the template), so it works without scripts.
The same token with the same words, from the same account to the same address, is the same sending: whoever
comes second waits for the first, and is led to where it led. Other words are another sending (docs/adr/0074).
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable
from typing import ParamSpec, cast
from uuid import UUID, uuid4, uuid5

from django.db import connection
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.utils import timezone

from kith.core.actor import Actor
from kith.core.models import SentForm

P = ParamSpec("P")
Token = Callable[[HttpRequest], str]
FIELD = "sending"
# What differs between two sendings of one page though nothing else was typed.
NOT_WORDS = frozenset({"csrfmiddlewaretoken", "revision", FIELD})


def page_token(request: HttpRequest) -> str:
    """The token that the page drew with its form."""
    return str(request.POST.get(FIELD, ""))


def sending(request: HttpRequest) -> UUID:
    """The id of a sending by somebody without an account: the page's token with every word. Sent twice it is the same.

    Without a token each is another.
    """
    try:
        drawn = UUID(page_token(request))
    except ValueError:
        return uuid4()
    sent = repr([(name, values) for name, values in sorted(request.POST.lists()) if name not in NOT_WORDS])
    return uuid5(drawn, f"{request.path} {sent}".encode("utf-8", "replace").decode())


def once(view: Callable[P, HttpResponseBase]) -> Callable[P, HttpResponseBase]:
    """Do what a form asks once, however often it is sent. Stands below the gate: it needs the actor."""
    return once_by(page_token)(view)


def once_by(token: Token) -> Callable[[Callable[P, HttpResponseBase]], Callable[P, HttpResponseBase]]:
    """As `once`, where the page has a token of its own. An empty one, or none, does as if this were not."""

    def decorate(view: Callable[P, HttpResponseBase]) -> Callable[P, HttpResponseBase]:
        @functools.wraps(view)
        def sent(*args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            request = cast(HttpRequest, args[0])
            key = _key(request, token) if request.method == "POST" else None
            if key is None:
                return view(*args, **kwargs)
            before = _led_to(key)
            if before is not None:
                return HttpResponseRedirect(before)
            response = view(*args, **kwargs)
            # A page that was shown again, with what is wrong with it, has done nothing yet.
            if isinstance(response, HttpResponseRedirect):
                _keep(key, request, response.url)
            return response

        sent.once = True  # type: ignore[attr-defined]  # a test asks every view that takes a form
        return sent

    return decorate


def _key(request: HttpRequest, token: Token) -> UUID | None:
    """Token, account, address and words in one: the row tells none of them."""
    actor = getattr(request, "actor", None)
    try:
        drawn = UUID(token(request))
    except ValueError:
        return None
    if not isinstance(actor, Actor):
        return None
    words = hashlib.sha256(f"{actor.id} {request.get_full_path()}".encode())
    for name, values in sorted(request.POST.lists()):
        if name not in NOT_WORDS:
            words.update(repr((name, values)).encode())
    for name, files in sorted(request.FILES.lists(), key=lambda pair: pair[0]):
        for file in files:
            words.update(repr((name, file.name)).encode())
            for piece in file.chunks():
                words.update(piece)
            file.seek(0)
    return uuid5(drawn, words.hexdigest())


def _led_to(key: UUID) -> str | None:
    """Where the same sending led, once it is done: one that is under way is waited for."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 12))", [str(key)])
    return SentForm.objects.filter(id=key).values_list("leads_to", flat=True).first()


def _keep(key: UUID, request: HttpRequest, leads_to: str) -> None:
    by = cast(Actor, getattr(request, "actor", None))
    SentForm(id=key, at=timezone.now(), actor=by.id, leads_to=leads_to).save(force_insert=True)
