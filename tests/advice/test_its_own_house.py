"""The store's own process: nothing of the council's is in it, and nobody acts in it without an account of its own."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.test import Client

from kith.advice.models import Adviser, Contact
from kith.advice.roles import DOOR
from kith.core.acting import acting

pytestmark = pytest.mark.database


def test_nothing_of_the_councils_is_installed() -> None:
    rooms = {each.name for each in apps.get_app_configs() if each.name.startswith("kith.")}
    assert rooms == {"kith.core", "kith.design", "kith.advice"}
    assert settings.AUTH_USER_MODEL == "advice.Adviser"


def test_its_login_is_its_own() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT session_user, current_database()")
        login, database = cursor.fetchone()
    assert login == "advice_app"
    assert database.startswith("test_advice_")


def test_the_first_page_stands() -> None:
    assert Client().get("/").status_code == 200


def test_a_connection_with_no_actor_sees_nobody() -> None:
    assert Adviser.objects.count() == 0
    assert Contact.objects.count() == 0
    with acting(DOOR):
        assert Adviser.objects.count() == 0
