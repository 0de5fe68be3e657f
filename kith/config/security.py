"""Security settings: headers, cookies, content policy, sign-in."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

PRODUCTION = os.environ.get("KITH_ENV") == "production"
# Behind TLS in production; the demonstration serves plain HTTP on one's own machine.
SECURE = PRODUCTION

ALLOWED_HOSTS = [host for host in os.environ.get("KITH_HOSTS", "" if PRODUCTION else "*").split(",") if host]
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("KITH_ORIGINS", "").split(",") if origin]

# A browser keeps cookies by host, whatever the port. A name that begins so is taken over https alone, from its own host
# alone, and for all of it: no other host of the same domain can set it.
HOST_ONLY = "__Host-" if SECURE else ""
SESSION_COOKIE_NAME = f"{HOST_ONLY}sessionid"
CSRF_COOKIE_NAME = f"{HOST_ONLY}csrftoken"
SESSION_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = SECURE
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if os.environ.get("KITH_BEHIND_PROXY") else None
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

OIDC_SERVER = os.environ.get("KITH_OIDC_SERVER_URL", "")
_OIDC = urlsplit(OIDC_SERVER)
# Browsers hold a form to this list on the way to the council's own sign-in as well.
_FORMS_GO_TO = [SELF, *([f"{_OIDC.scheme}://{_OIDC.netloc}"] if _OIDC.netloc else [])]

# Sites that may show the search of the directory inside a page of theirs: all, unless some are named.
WIDGET_SITES = [site for site in os.environ.get("KITH_WIDGET_SITES", "*").split(",") if site]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "media-src": [SELF],
        "font-src": [NONE],
        "connect-src": [SELF],
        "form-action": _FORMS_GO_TO,
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("login", "display_name")},
    },
]

LOGIN_URL = "/sign-in"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/sign-in"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = "login"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_USERNAME_MIN_LENGTH = 3
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_FORMS = {
    "login": "kith.access.sign_in.forms.SignInForm",
    "reauthenticate": "kith.access.sign_in.forms.AgainForm",
    "change_password": "kith.access.sign_in.forms.NewPasswordForm",
}
ACCOUNT_ADAPTER = "kith.access.sign_in.adapter.AccountAdapter"
# Five wrong passwords lock a name from that place for a quarter of an hour, thirty lock it from everywhere.
# A council's people often share one address: the nets over a whole place are wide.
ACCOUNT_RATE_LIMITS = {
    "login": "600/m/ip",
    "login_failed": "5/15m/key,200/15m/ip",
    "login_failed_anywhere": "30/15m/key",
    "reauthenticate": "10/m/user",
    # Codes: asked for by a name from one place, by a name from anywhere, and typed. Each code has five tries of its own,
    # and no phone or box is sent more than five an hour.
    "ask_code": "5/15m/key,60/15m/ip",
    "ask_code_anywhere": "20/h/key",
    "try_code": "100/15m/ip",
    # The worker's password on a device that a family holds: wrong ones there keep nobody from signing in elsewhere.
    "leave_showing": "10/15m/user",
    # Asking for help: many may share one address of the net, and nobody in need is sent away without a number to ring.
    "ask_for_help": "30/10m/ip",
    # Saying what is wrong in the directory, or asking that something be put into it.
    "tell_directory": "20/10m/ip",
}
# How many of our own proxies stand in front; the browser's word for its address is not taken.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("KITH_PROXIES", "1" if SECURE_PROXY_SSL_HEADER else "0"))
MFA_ADAPTER = "kith.access.sign_in.second_factor.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "kith.access.sign_in.forms_second.CodeForm",
    "reauthenticate": "kith.access.sign_in.forms_second.CodeAgainForm",
    "activate_totp": "kith.access.sign_in.forms_second.SetUpAppForm",
    "login_webauthn": "kith.access.sign_in.forms_second.SignInByPasskeyForm",
    "authenticate_webauthn": "kith.access.sign_in.forms_second.SecondStepByPasskeyForm",
    "reauthenticate_webauthn": "kith.access.sign_in.forms_second.PasskeyAgainForm",
    "add_webauthn": "kith.access.sign_in.forms_second.AddPasskeyForm",
    "edit_webauthn": "kith.access.sign_in.forms_second.RenamePasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Kith"
# A code typed as its half minute ends still counts: one step either way, as RFC 6238 section 5.2 advises.
MFA_TOTP_TOLERANCE = 1
# In production staff must have a second factor before they reach any page.
KITH_REQUIRE_SECOND_FACTOR = PRODUCTION
# Which claim names the account. An email counts only when the provider says that it verified it.
KITH_OIDC_LOGIN_CLAIM = os.environ.get("KITH_OIDC_LOGIN_CLAIM", "email")
# Whether the council's own sign-in already asks for a second factor.
KITH_OIDC_HAS_SECOND_FACTOR = os.environ.get("KITH_OIDC_HAS_SECOND_FACTOR") == "yes"

SOCIALACCOUNT_ADAPTER = "kith.access.sign_in.work_account.SocialAccountAdapter"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "APPS": [
            {
                "provider_id": "council",
                "name": os.environ.get("KITH_OIDC_NAME", "your work account"),
                "client_id": os.environ["KITH_OIDC_CLIENT_ID"],
                "secret": os.environ.get("KITH_OIDC_SECRET", ""),
                "settings": {"server_url": OIDC_SERVER, "oauth_pkce_enabled": True},
            }
        ]
        if os.environ.get("KITH_OIDC_CLIENT_ID") and OIDC_SERVER
        else []
    }
}
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_AUTO_SIGNUP = False
