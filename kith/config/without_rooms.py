"""Settings for a command that reads the record by SQL alone: no pages, and no room above `access`.

Most of the second that Kith takes to start goes to models, forms, sign-in and tasks which such a command never asks.
Permission, acting, the audit and the log of looks are the same: they live in `core` and `access`, and in the database.
"""

from __future__ import annotations

from kith.config.settings import *  # noqa: F403

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "pgtrigger",
    "pghistory",
    "kith.core",
    "kith.people",
    "kith.access",
]
