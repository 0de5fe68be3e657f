"""What a browser holds of us: until it is closed, where no script reads it, and over https for our own host alone."""

from __future__ import annotations

from typing import Literal

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

Site = Literal["Lax", "Strict"]


def held(request: HttpRequest, name: str) -> str:
    """What the browser holds by this name; "" for nothing."""
    return str(request.COOKIES.get(_name(name), ""))


def give(response: HttpResponseBase, name: str, value: str, *, path: str = "/", samesite: Site) -> None:
    """Let the browser hold it. Over https for the whole of our host: a name that is bound to it (__Host-) has no path."""
    response.set_cookie(
        _name(name),
        value,
        path=_path(path),
        httponly=True,
        samesite=samesite,
        secure=settings.SESSION_COOKIE_SECURE,
    )


def drop(response: HttpResponseBase, name: str, *, path: str = "/", samesite: Site) -> None:
    """Let the browser forget it."""
    response.delete_cookie(_name(name), path=_path(path), samesite=samesite)


def _name(name: str) -> str:
    return f"__Host-{name}" if settings.SESSION_COOKIE_SECURE else name


def _path(path: str) -> str:
    return "/" if settings.SESSION_COOKIE_SECURE else path
