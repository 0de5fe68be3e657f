"""Settings of the advice service's own process: nothing of the council's is installed, and nothing of it is known.

`default` is the store's own database here, and the council's process has no alias for it: an alias would be a login
(docs/adr/0181). `kith.cli.setup.env_of` gives this process its environment, in which the council's secrets are not.
"""

from __future__ import annotations

import os

from kith.config.security import HOST_ONLY
from kith.config.settings import *  # noqa: F403
from kith.config.settings import BASE_DIR, DATA_DIR, LOGGING, PRODUCTION

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "kith.core",
    "kith.design",
    "kith.advice",
]
MIDDLEWARE = [
    "kith.pages.middleware.health.HealthMiddleware",
    # Browsers in a chat ask every few seconds whether anything is new.
    "kith.advice.chat.quick.QuickMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kith.pages.middleware.headers.HeadersMiddleware",
    "kith.advice.web.failures.FailuresMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "kith.advice.web.language.LanguageMiddleware",
    "kith.advice.web.acting.ActorMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "kith.config.advice_urls"
CSRF_FAILURE_VIEW = "kith.advice.web.errors.csrf_failed"
AUTH_USER_MODEL = "advice.Adviser"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "/desk/sign-in"
# Core's tables are made here by migrations of the store's own: the council's point at its people and accounts.
MIGRATION_MODULES = {"core": "kith.advice.core_tables.migrations"}
SESSION_ENGINE = "kith.advice.sessions"
SESSION_COOKIE_NAME = f"{HOST_ONLY}desk"
# It goes when the browser is closed: nobody who opens it later finds that somebody was here.
CSRF_COOKIE_NAME = f"{HOST_ONLY}once"
CSRF_COOKIE_AGE = None
TEMPLATES = [
    {
        "NAME": "jinja2",
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "kith.advice.jinja.environment"},
    },
]
# The council's host names, where it stands beside one: it is never served under any of them (docs/adr/0194).
OTHER_HOSTS = [host for host in os.environ.get("KITH_COUNCIL_HOSTS", "").split(",") if host]
# Whoever works at the desk must have a second step in production.
ADVICE_SECOND_STEP = PRODUCTION
# Who runs it, its number, and where the council's own pages are, if it stands beside one.
ADVICE_NAME = os.environ.get("KITH_SERVICE_NAME", "" if PRODUCTION else "Next Step Advice")
ADVICE_PHONE = os.environ.get("KITH_SERVICE_PHONE", "" if PRODUCTION else "0808 157 0199")
# How many days what somebody said is kept after it was dealt with.
ADVICE_KEEP_DAYS = int(os.environ.get("KITH_KEEP_DAYS", "365"))
# What an hour of an adviser's work costs the charity, all in, in pounds: for what one answer costs.
ADVICE_HOUR_COSTS = int(os.environ.get("KITH_HOUR_COSTS", "34"))
STATIC_ROOT = DATA_DIR / "static"
LANGUAGES = [("en-gb", "English"), ("ar", "Arabic")]
LOCALE_PATHS = [BASE_DIR / "kith" / "locale"]
LOGGING["loggers"]["django.security"] = {"level": "ERROR"}
