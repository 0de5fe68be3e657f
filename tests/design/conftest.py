"""Pages are rendered by Kith's own environment and served to the browser from files, with no server."""

from __future__ import annotations

import os

import pytest
from django.conf import settings
from jinja2 import Environment

from kith.design.jinja import environment


@pytest.fixture(scope="session", autouse=True)
def _forms_can_speak() -> None:
    """Django's forms want settings for their messages; the project's are used where they are given."""
    if not settings.configured and not os.environ.get("DJANGO_SETTINGS_MODULE"):
        settings.configure(USE_I18N=False)


@pytest.fixture(scope="session")
def pages() -> Environment:
    env = environment()
    env.globals["static"] = lambda path: f"/static/{path}"
    return env
