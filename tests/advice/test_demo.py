"""The demonstration: made once, by the worker, with people of every role and a library that somebody checked."""

from __future__ import annotations

import pytest
from django.test import Client

from kith.advice.demo.making import make_where_nobody_is
from kith.advice.models import Adviser, SheetVersion
from kith.advice.roles import ROLES
from tests.advice.people import OWNER
from tests.support.worker import worker_login

pytestmark = pytest.mark.database


def test_it_is_made_once_with_every_role_and_six_sheets() -> None:
    with worker_login():
        assert make_where_nobody_is()
        assert not make_where_nobody_is()
    assert {each.role for each in Adviser.objects.using(OWNER).all()} == set(ROLES)
    assert SheetVersion.objects.using(OWNER).filter(state="published").count() == 6
    assert "Going to a child protection conference" in Client().get("/sheets/").content.decode()
