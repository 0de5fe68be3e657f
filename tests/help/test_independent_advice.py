"""The way from the council to advice that is not its own: the family chooses what goes, and nothing of it comes back."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test.utils import override_settings

from kith.access.models import Account
from kith.core.models import AuditEntry
from kith.story.models import Event
from tests.support import make
from tests.support.visit import signed_in

pytestmark = pytest.mark.database
PLACE = "https://advice.example/"


def mother() -> Account:
    account = make.account("parent", display_name="Kay Example")
    make.door(account, make.person("Kay", born=None))
    return account


@override_settings(ADVICE_URL=PLACE)
def test_the_form_goes_past_our_server_with_nothing_ticked_and_no_token_of_ours() -> None:
    client = signed_in(mother())
    page = BeautifulSoup(client.get("/my/advice/").content, "html.parser")
    form = page.select_one(f'form[action="{PLACE}with-me/"]')
    assert form is not None
    assert form.select("input[type=checkbox][checked]") == []
    assert {each["name"] for each in form.select("input")} <= {"name", "phone"}
    assert form.select("input[type=hidden]") == [], "no token, and nothing that tells who or where from"
    before = AuditEntry.objects.using(make.OWNER).count()
    # What the form sends is taken at no address of the council's.
    assert client.post("/with-me/", {"name": "x"}).status_code == 404
    assert "Zinnobrecht" not in client.post("/my/advice/", {"name": "Zinnobrecht"}).content.decode()
    assert AuditEntry.objects.using(make.OWNER).count() == before


@override_settings(ADVICE_URL="")
def test_without_an_advice_service_the_page_has_no_such_form() -> None:
    page = signed_in(mother()).get("/my/advice/").content.decode()
    assert "with-me" not in page
    assert "Family Rights Group" in page


@override_settings(ADVICE_URL=PLACE)
def test_a_worker_writes_down_that_they_were_told_and_nothing_can_say_whether_they_went() -> None:
    worker, person = make.account("lead"), make.person()
    make.involved(worker, person)
    client = signed_in(worker)
    address = f"/people/{person.id}/independent-advice/"
    page = client.get(address)
    assert PLACE in page.content.decode()
    assert "Choose how you told them" in client.post(address, {"how": "they went"}).content.decode()
    assert client.post(address, {"how": "slip"}).status_code == 302
    told = Event.objects.using(make.OWNER).get(title__contains="advice that is not")
    assert told.facts == {"how": "slip"}
    boxes = {each["name"] for each in BeautifulSoup(page.content, "html.parser").select("main form [name]")}
    assert boxes == {"csrfmiddlewaretoken", "sending", "how"}
