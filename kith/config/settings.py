"""Settings. Everything that differs between councils comes from the environment.

KITH_ENV=production refuses demo accounts, default keys and debug. The process's login to PostgreSQL
is the app's, or the worker's when KITH_LOGIN=worker; the owner's is used for migrations only.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pghistory

from kith.config.databases import databases
from kith.config.days import day_given
from kith.config.mail import mail
from kith.config.notify import notify
from kith.config.secrets import fallbacks, secret_key
from kith.config.security import *  # noqa: F403
from kith.config.security import PRODUCTION

BASE_DIR = Path(__file__).resolve().parents[2]
DATA_DIR = Path(os.environ.get("KITH_DATA", str(BASE_DIR / "var")))
SECRET_KEY = secret_key(DATA_DIR, production=PRODUCTION)
SECRET_KEY_FALLBACKS = fallbacks()
DEBUG = False

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "kith.core",
    "kith.design",
    "kith.people",
    "kith.access",
    "kith.story",
    "kith.law",
    "kith.plan",
    "kith.homes",
    "kith.kinship",
    "kith.care",
    "kith.help",
    "kith.protection",
    "kith.decisions",
    "kith.bonds",
    "kith.money",
    "kith.offer",
    "kith.journeys",
    "kith.letters",
    "kith.returns",
    "kith.insight",
    "kith.pages",
]

MIDDLEWARE = [
    "kith.pages.middleware.health.HealthMiddleware",
    "kith.offer.api.open.OpenMiddleware",
    "django.middleware.security.SecurityMiddleware",
    # Before whatever may answer by itself: no answer goes out without the policy.
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kith.pages.middleware.headers.HeadersMiddleware",
    "kith.pages.middleware.failures.FailuresMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    # Only makes request.user lazy; the account is read inside the actor's transaction.
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "kith.access.middleware.ActorMiddleware",
    "kith.access.language.middleware.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kith.access.sign_in.required.SecondFactorMiddleware",
    "kith.pages.showing.locked.ShowingMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

CSRF_FAILURE_VIEW = "kith.pages.errors.csrf_failed"
ROOT_URLCONF = "kith.config.urls"
WSGI_APPLICATION = "kith.config.wsgi.application"
DATABASES = databases(DATA_DIR)
DATABASE_ROUTERS: list[str] = []
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "access.Account"

TEMPLATES: list[dict[str, Any]] = [
    {
        "NAME": "jinja2",
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "kith.design.jinja.environment",
            "context_processors": [
                "kith.design.one_token.one_token",
                "kith.pages.person.safety.keep_safe",
                "kith.returns.findings.beside.findings_beside",
            ],
        },
    },
    # Only what Django and allauth render inside themselves; a test fails if a page comes from here.
    {"NAME": "django", "BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True},
]

# Who answers families tonight. The demonstration has a number that is kept for fiction.
DUTY_PHONE = os.environ.get("KITH_DUTY_PHONE", "" if PRODUCTION else "0808 157 0142")

# Where a family writes a complaint, in words of the council: an address, a number, an e-mail address.
COMPLAINTS = os.environ.get(
    "KITH_COMPLAINTS",
    "" if PRODUCTION else "Complaints, Kithshire Council, 1 Nowhere Square, or complaints@kithshire.example",
)

# Where the independent advice service answers, if there is one: an origin of its own, never below this one.
ADVICE_URL = os.environ.get("KITH_ADVICE_URL", "")
OTHER_HOSTS = [name] if (name := urlsplit(ADVICE_URL).hostname) else []

# The day from which the council's workers write here, and no longer elsewhere: from then on silence may be lateness.
LIVE_FROM = day_given("KITH_LIVE_FROM")

# Whose returns these are: the DfE's three digits. Authority 199, which the demonstration uses, does not exist.
LEA = os.environ.get("KITH_LEA", "" if PRODUCTION else "199")

# Ofsted's lists of providers, as councils get them: without them, rules that look there are not asked of the record.
PROVIDERS = tuple(filter(None, os.environ.get("KITH_PROVIDERS", "").split(os.pathsep)))

# A council's own rules: its folder `allowance` holds a file for each year of kinship allowances.
RULES = os.environ.get("KITH_RULES", "")

LANGUAGE_CODE = "en-gb"
# Those that families read in: staff pages are English. A language is here once all of its words are (docs/languages.md).
LANGUAGES = [("en-gb", "English"), ("ar", "Arabic")]
LOCALE_PATHS = [BASE_DIR / "kith" / "locale"]
USE_TZ = True
TIME_ZONE = "Europe/London"
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "kith.design.finders.VendoredFinder",
]

# Changes are filed with their context in the row itself; no request-wide SQL is injected.
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGHISTORY_CONTEXT_ID_FIELD = pghistory.ContextUUIDField(null=True)
PGHISTORY_OBJ_FIELD = pghistory.ObjForeignKey(db_constraint=False, related_name="+")

# Django's own settings for mail; KITH_MAIL says whether any can be sent.
KITH_MAIL, _MAIL = mail(DATA_DIR, production=PRODUCTION)
globals().update(_MAIL)

# Letters, texts and e-mails to families by GOV.UK Notify; off unless a key is given.
NOTIFY = notify()

CACHES = {"default": {"BACKEND": "kith.core.cache.JsonCache", "LOCATION": "core_cache"}}
SESSION_ENGINE = "kith.access.sessions"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

FILE_UPLOAD_HANDLERS = ["kith.core.files.uploads.BoundedUploadHandler"]
DATA_UPLOAD_MAX_NUMBER_FILES = 3
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"no_personal_data": {"()": "kith.core.logs.NoPersonalData"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["no_personal_data"]}
    },
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django.db.backends": {"level": "WARNING"},
        "procrastinate": {"level": "WARNING"},
        # What Notify answers may repeat a number or an address; kith.core.notify says the code of it.
        "notifications_python_client": {"level": "CRITICAL", "propagate": False},
    },
}
