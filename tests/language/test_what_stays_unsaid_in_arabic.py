"""In Arabic as in English: what is not yet told changes no byte, and a worker's device shows no word of staff."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from kith.plan.actions import share_lines
from tests.language.latin import english_on
from tests.plan.acts import does
from tests.plan.street import Street
from tests.support import make
from tests.support.visit import signed_in

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("_keys")]
PAGES = ("/my/", "/my/plan/", "/my/by-when/", "/my/meetings/", "/my/story/", "/my/looked/", "/my/sign-in/")
# Drawn anew for each page.
_TOKEN = re.compile(r'name="(csrfmiddlewaretoken|sending)" value="[^"]*"')


def bodies(client: Client) -> dict[str, str]:
    return {address: _TOKEN.sub("", client.get(address).content.decode()) for address in PAGES}


def test_what_is_not_yet_told_changes_no_byte_of_a_page_in_arabic() -> None:
    street = Street()
    plan = street.plan()
    step = street.step(plan, "Find bunk beds.")
    told = {"plan": plan.id, "reader": street.mum.id, "prepared": True, "how_prepared": "Together."}
    does(street.lead, share_lines, items=[step.id], **told)
    client = signed_in(street.mother)
    client.post("/language", {"language": "ar", "back": "/my/"})
    before = bodies(client)
    assert all('dir="rtl"' in page for page in before.values())
    assert "Find bunk beds." in before["/my/plan/"]
    covert = street.step(plan, "Visit unannounced.", covert_id=street.concern())
    street.released_by_a_fault(covert.id, street.mum)
    make.involved(make.account("protection", display_name="Pat Quiet"), street.mum)
    assert bodies(client) == before


def test_a_workers_device_in_a_familys_hands_can_be_read_in_arabic() -> None:
    street = Street()
    worker = signed_in(street.lead)
    shown = worker.post(f"/people/{street.child.id}/show/", {"account": str(street.mother.id)})
    assert shown["Location"] == "/showing/"
    page = worker.get("/showing/?language=ar")
    html = BeautifulSoup(page.content, "html.parser")
    assert html.html is not None
    assert html.html["dir"] == "rtl"
    assert not english_on(page.content)
    links = [link["href"] for link in html.select("a.kith-header__name, footer a")]
    assert links == ["/showing/?language=ar", "/showing/leave/?language=ar"]
    leave = worker.get("/showing/leave/?language=ar")
    assert not english_on(leave.content)
    assert worker.get("/?language=ar").headers.get("Location", "/showing/").startswith("/showing/")
