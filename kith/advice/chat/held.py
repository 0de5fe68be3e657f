"""One's own chat, by the secret that one's browser holds: what it says, and what one may do."""

from __future__ import annotations

import base64
import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from kith.advice.sealed import unseal
from kith.advice.web import cookies
from kith.design.dates import plain_time

COOKIE = "talk"
PATH = "/chat/"
TABLE = "advice_chatline"


@dataclass(frozen=True, slots=True)
class Held:
    """How a chat stands, as the caller may know it."""

    id: UUID
    state: str
    lines: int
    revision: int
    keep: bool
    before: int
    adviser: str
    reference: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line, opened."""

    id: UUID
    number: int
    at: datetime
    theirs: bool
    words: str


def as_json(line: Line, *, theirs: bool) -> dict[str, object]:
    """A line as the page's script takes it; `theirs` as seen from the side that reads."""
    told = {"id": str(line.id), "number": line.number, "at": plain_time(line.at), "words": line.words}
    return told | {"theirs": theirs}


def draw() -> str:
    """A new secret: whoever holds it holds the chat."""
    return secrets.token_urlsafe(32)


def drawn_of(sending: UUID) -> str:
    """The secret of a chat that a form begins: the form sent twice begins one. Nobody makes it up without our key."""
    mac = salted_hmac("kith.advice.chat", str(sending), algorithm="sha256").digest()
    return base64.urlsafe_b64encode(mac).decode("ascii").rstrip("=")


def digest(secret: str) -> str:
    """What the database knows of a secret."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def secret_of(request: HttpRequest) -> str:
    """The digest of what this browser holds; "" for nothing."""
    held = cookies.held(request, COOKIE)
    return digest(held) if 20 <= len(held) <= 64 else ""


def give(response: HttpResponse, secret: str) -> None:
    """The browser holds it until it is closed; no script can read it, and no other site can have it sent."""
    cookies.give(response, COOKIE, secret, path=PATH, samesite="Strict")


def look(secret: str) -> Held | None:
    """How one's chat stands; None for no chat. One statement."""
    found = _ask("SELECT * FROM advice_chat_look(%s)", secret) if secret else []
    return Held(*found[0]) if found else None


def lines(secret: str, after: int = 0) -> list[Line]:
    """The lines after a number. One statement."""
    return [
        Line(row, number, at, theirs, unseal(sealed, TABLE, row, "words"))
        for row, number, at, theirs, sealed in _ask("SELECT * FROM advice_chat_lines(%s, %s)", secret, after)
    ]


def _ask(statement: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())
