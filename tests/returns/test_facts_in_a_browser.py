"""The pages that record what the returns ask, in a browser: readable on the smallest phone, and by everybody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from playwright.sync_api import Browser

from kith.people.models import Disability
from tests.design.browser import assert_fits_and_is_clean
from tests.returns.findings.finding import worker
from tests.returns.test_every_form_is_written import everything
from tests.support import make
from tests.support.visit import signed_in

pytestmark = pytest.mark.database
LONG = "Wolfeschlegelsteinhausenbergerdorff" * 2


def pages() -> Iterator[tuple[str, str]]:
    child, begun = everything()
    make.home(child, protected=True)
    client, officer = signed_in(worker(child)), signed_in(make.account("returns"))
    base = f"/people/{child.id}/facts/"
    stay = child.episodes.using(make.OWNER).get()
    place = f"{base}care_episode/{stay.id}/place/"
    yield "facts", client.get(base).content.decode()
    yield "episode", client.get(f"{base}care_episode/{stay.id}/").content.decode()
    yield "place", client.get(place).content.decode()
    yield "place-too-long", client.post(place, {"home_postcode": LONG}).content.decode()
    yield (
        "place-odd",
        client.post(place, {"placement_postcode": "?", "urn": "1"}, follow=True).content.decode(),
    )
    for table in (
        "care_previouspermanence",
        "protection_childprotectionplan",
        "protection_protectionplanreview",
    ):
        yield table, client.get(f"{base}{table}/").content.decode()
        yield f"{table}-empty", said_again(client, f"{base}{table}/", {"date_as_given_day": "x"})
    second = {"started_on_day": "2", "started_on_month": "6", "started_on_year": "2026"}
    yield "plan-in-the-way", said_again(client, f"{base}protection_childprotectionplan/", second)
    for table in ("protection_section47", "protection_preproceedings"):
        yield table, client.get(f"{base}{table}/{begun[table].id}/").content.decode()
    for what in ("sex", "ethnicity", "death"):
        yield what, client.get(f"/people/{child.id}/about/{what}/").content.decode()
    none = Disability.objects.using(make.OWNER).create(person=child, code="NONE")
    yield "take-out", client.get(f"/people/{child.id}/about/disability/{none.id}/out/").content.decode()
    yield "about", client.get(f"/people/{child.id}/about/").content.decode()
    yield "items", officer.get("/returns/items/").content.decode()
    yield "items-cin", officer.get("/returns/items/?kind=cin").content.decode()


def said_again(client: Client, address: str, typed: dict[str, str]) -> str:
    """The page that comes back with what is to be mended, and all that was typed."""
    page = client.post(address, typed).content.decode()
    assert "Something needs putting right" in page
    assert all(f'value="{said}"' in page for name, said in typed.items() if f'name="{name}"' in page)
    return page


def test_every_page_fits_the_screen_and_axe_finds_nothing(browser: Browser) -> None:
    for name, html in pages():
        assert_fits_and_is_clean(browser, f"facts-{name}", html)
