"""The id of one sending of a public form: sent twice it is the same."""

from __future__ import annotations

from uuid import UUID, uuid4, uuid5

from django.http import HttpRequest

from kith.core.once import FIELD, NOT_WORDS


def sending(request: HttpRequest) -> UUID:
    """From the token that the page drew, with every word."""
    try:
        drawn = UUID(str(request.POST.get(FIELD, "")))
    except ValueError:
        return uuid4()
    sent = repr([(name, values) for name, values in sorted(request.POST.lists()) if name not in NOT_WORDS])
    return uuid5(drawn, f"{request.path} {sent}".encode("utf-8", "replace").decode())
