"""Who sits at this browser: a made-up name, or nobody. Joining asks for no e-mail address and no number."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.contrib.auth.hashers import check_password, make_password
from django.db import connection
from django.http import HttpRequest, HttpResponse

from kith.advice.chat.held import digest, draw
from kith.advice.forum.telling import given_names
from kith.advice.web import cookies

COOKIE = "seat"
PATH = "/forum/"
# Spent where nobody has the name, so that the time tells nothing.
_NOBODY = "never-a-password"


@dataclass(frozen=True, slots=True)
class Sitting:
    """The member at this browser."""

    id: UUID
    name: str
    allowed: int
    blocked: bool


def held_by(request: HttpRequest) -> str:
    """The digest of what this browser holds; "" for nothing."""
    held = cookies.held(request, COOKIE)
    return digest(held) if 20 <= len(held) <= 64 else ""


def sitting(request: HttpRequest) -> Sitting | None:
    """Who sits here. One statement, none where the browser holds nothing."""
    held = held_by(request)
    found = rows("SELECT * FROM advice_forum_seat(%s)", held) if held else []
    return Sitting(*found[0]) if found else None


def join(name: str, password: str) -> UUID | None:
    """A new member; None where the name is taken."""
    which = uuid4()
    told = rows(
        "SELECT advice_forum_join(%s, %s, %s, %s)", which, name, folded(name), make_password(password)
    )
    return which if told[0][0] else None


def known(name: str, password: str) -> UUID | None:
    """The member of that name and password. As slow for no such name as for a wrong password."""
    found = rows("SELECT * FROM advice_forum_hash(%s)", folded(name))
    if not found:
        make_password(_NOBODY)
        return None
    which, hashed = found[0]
    return which if check_password(password, hashed) else None


def sit(response: HttpResponse, member: UUID) -> None:
    """Let this browser hold the member's seat until it is closed."""
    secret = draw()
    rows("SELECT advice_forum_sit(%s, %s)", member, digest(secret))
    cookies.give(response, COOKIE, secret, path=PATH, samesite="Lax")


def folded(name: str) -> str:
    """A name as it is compared: no accents, sizes, gaps or signs."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return re.sub(r"[\W_]+", "", "".join(each for each in plain if not unicodedata.combining(each)))[:30]


def tells_who(name: str) -> bool:
    """Whether a made-up name looks like a real one, an address or a year of birth."""
    words = re.findall(r"[A-Za-z]+", name)
    real = len(words) > 1 and words[0].lower() in given_names()
    return real or bool(re.search(r"@|\.\w{2,}|(?:19|20)\d\d", name))


def rows(statement: str, *values: Any) -> list[tuple[Any, ...]]:
    """What a function of the store answers."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())
