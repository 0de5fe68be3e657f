"""The demonstration is made once, of nobody real, and some four in ten are helped in it."""

from __future__ import annotations

import pytest
from django.test import Client

from kith.advice.demo.making import make_where_nobody_is, refuse_in_production
from kith.advice.demo.people import PASSWORD, PEOPLE
from kith.advice.models import Adviser, Contact
from tests.advice.people import OWNER

pytestmark = pytest.mark.database


def test_it_is_made_once_and_its_people_can_sign_in() -> None:
    assert not refuse_in_production()
    assert make_where_nobody_is()
    assert not make_where_nobody_is()
    assert Adviser.objects.using(OWNER).count() == len(PEOPLE) + 1
    asked = Contact.objects.using(OWNER).count()
    helped = Contact.objects.using(OWNER).filter(state="answered").count()
    assert asked > 800
    assert 0.35 < helped / asked < 0.45
    for each in PEOPLE:
        client = Client()
        answer = client.post("/desk/sign-in", {"login": each.login, "password": PASSWORD})
        assert answer.status_code == 302, each.login
        assert client.get(answer["Location"], follow=True).status_code == 200
    assert refuse_in_production()
    shown = Client().get("/how-we-do/").content.decode()
    assert "in each hundred" in shown
    assert "No adviser was free" in shown
    figures = Client()
    figures.post("/desk/sign-in", {"login": "manager@nextstep.example", "password": PASSWORD})
    page = figures.get("/desk/figures/").content.decode()
    assert "One answer cost" in page
    assert figures.get("/desk/figures/?format=csv").content.startswith(b"part,name,asked")


def test_the_door_and_a_closed_account_cannot_sign_in() -> None:
    made = Adviser(login="gone@nextstep.example", display_name="Gone", role="adviser", is_active=False)
    made.set_password(PASSWORD)
    made.save(using=OWNER, force_insert=True)
    for login in ("gone@nextstep.example", "door"):
        answer = Client().post("/desk/sign-in", {"login": login, "password": PASSWORD})
        assert answer.status_code == 200
        assert "do not belong together" in answer.content.decode()


def test_wrong_passwords_lock_a_name_for_a_while() -> None:
    made = Adviser(login="noor@nextstep.example", display_name="Noor", role="adviser")
    made.set_password(PASSWORD)
    made.save(using=OWNER, force_insert=True)
    wrong = [
        Client().post("/desk/sign-in", {"login": made.login, "password": f"wrong-{n}"}) for n in range(7)
    ]
    assert [each.status_code for each in wrong] == [200] * 6 + [429]
    locked = Client().post("/desk/sign-in", {"login": made.login.upper(), "password": PASSWORD})
    assert locked.status_code == 429
