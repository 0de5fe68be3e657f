"""Second steps at rest: the secrets of authenticator apps and recovery codes are kept encrypted."""

from __future__ import annotations

from base64 import urlsafe_b64encode

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from kith.access.models import Account
from kith.access.sign_in import words

STRONG = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """A stolen copy of the database gives nobody a second step."""

    error_messages = DefaultMFAAdapter.error_messages | words.SECOND_STEP_ERRORS

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Staff who must have a second step keep at least one."""
        account = authenticator.user
        if not settings.KITH_REQUIRE_SECOND_FACTOR or account.is_family:
            return True
        left = Authenticator.objects.filter(user=account, type__in=STRONG).exclude(pk=authenticator.pk)
        return bool(left.exists())


def has_second_factor(account: Account) -> bool:
    """Whether the account has an authenticator app or a passkey. One query."""
    return bool(Authenticator.objects.filter(user_id=account.pk, type__in=STRONG).exists())


def _cipher() -> MultiFernet:
    """Fresh each time, so that a change of secrets holds at once; older secrets still open."""
    return MultiFernet(
        [_key(str(secret)) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    )


def _key(secret: str) -> Fernet:
    derived = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"kith second factor").derive(
        secret.encode()
    )
    return Fernet(urlsafe_b64encode(derived))
