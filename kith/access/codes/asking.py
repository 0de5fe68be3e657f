"""At the sign-in: a code is asked for, and tried. No answer, and nobody is looked up: whoever carries it does that."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.db import connection

from kith.access.codes.secret import code_of, digest_of
from kith.access.codes.sending import KEEPER, send_code
from kith.access.models import Account


def ask_code(login: str) -> UUID:
    """The id of a code that was asked for, to be kept in the asker's session and shown to nobody. Two statements."""
    code = uuid4()
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_ask_code(%s, %s, %s)", [code, login, digest_of(code, code_of(code))])
    send_code.give(by=KEEPER, code=code)
    return code


def account_by_code(code: UUID, typed: str) -> Account | None:
    """The account that this code opens, once; None for every other try. Two queries at most."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_sign_in_by_code(%s, %s)", [code, digest_of(code, typed)])
        found = cursor.fetchone()[0]
    return Account.objects.get(pk=found) if found else None
