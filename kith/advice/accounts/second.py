"""The second step: a code from an authenticator app (RFC 6238), asked for after the password.

The council's side takes its codes from allauth, which brings accounts with e-mail addresses and pages of its own.
Here they come from `cryptography`, which both sides have: the same algorithm, half minutes and digits.
"""

from __future__ import annotations

import secrets
import time
from base64 import b32encode
from io import BytesIO
from uuid import UUID

import qrcode
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor import InvalidToken
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from django.conf import settings
from django.db import connection
from qrcode.image.svg import SvgPathImage

from kith.advice.models import Adviser, SecondStep
from kith.advice.sealed import seal, unseal
from kith.core.acting import change_actor

TABLE = "advice_secondstep"
DIGITS, HALF_MINUTE, BYTES = 6, 30, 20
# A code typed as its half minute ends still counts: one step either way, as RFC 6238 section 5.2 advises.
NEAR = (0, -1, 1)


def has(account: UUID) -> bool:
    """Whether an app of this account is in use. One statement."""
    return SecondStep.objects.filter(adviser_id=account, since__isnull=False).exists()


def begin(account: UUID) -> None:
    """Draw a new secret for the account that acts, unless its app is in use already."""
    sealed = seal(b32encode(secrets.token_bytes(BYTES)).decode(), TABLE, account, "secret")
    with connection.cursor() as cursor:
        cursor.execute("SELECT advice_second_begin(%s)", [sealed])


def secret_of(account: UUID) -> str:
    """The key that its owner types or photographs while it is set up; "" for none, and once it is in use."""
    found = SecondStep.objects.filter(adviser_id=account, since__isnull=True).first()
    return unseal(found.sealed, TABLE, account, "secret") if found else ""


def right(account: UUID, code: str, *, now: float | None = None) -> bool:
    """Whether the code is one of now, and was not used before. It then is used; the first one puts the app in use."""
    found = SecondStep.objects.filter(adviser_id=account).first()
    typed = "".join(each for each in code if each.isdigit() and each.isascii())
    if found is None or len(typed) != DIGITS:
        return False
    app = _app(unseal(found.sealed, TABLE, account, "secret"))
    moment = time.time() if now is None else now
    for steps in NEAR:
        at = moment + steps * HALF_MINUTE
        try:
            app.verify(typed.encode(), int(at))
        except InvalidToken:
            continue
        with connection.cursor() as cursor:
            cursor.execute("SELECT advice_second_used(%s, %s)", [account, int(at) // HALF_MINUTE])
            return bool(cursor.fetchone()[0])
    return False


def picture(account: Adviser) -> bytes:
    """The secret as a picture for a phone; b"" where none is being set up."""
    secret = secret_of(account.id)
    if not secret:
        return b""
    uri = _app(secret).get_provisioning_uri(account.login, settings.ADVICE_NAME or "Advice")
    drawn = BytesIO()
    qrcode.make(uri, image_factory=SvgPathImage, border=2).save(drawn)
    return drawn.getvalue()


def as_sign_in() -> None:
    """What follows is read as at the sign-in, when nobody is anybody yet."""
    change_actor(None, channel="sign-in")


def _app(secret: str) -> TOTP:
    from base64 import b32decode

    # SHA-1 is what the apps know; a code of it lasts a minute.
    return TOTP(b32decode(secret), DIGITS, SHA1(), HALF_MINUTE)  # noqa: S303
