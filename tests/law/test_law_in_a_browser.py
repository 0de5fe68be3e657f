"""The pages of the law in a browser: readable on the smallest phone, and by everybody."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser

from kith.core.acting import acting
from kith.law.register import shipped
from kith.law.settings.actions import set_time, switch_promise
from tests.design.browser import assert_fits_and_is_clean
from tests.support import make
from tests.support.visit import signed_in

pytestmark = pytest.mark.database


def pages() -> dict[str, str]:
    director = make.account("director", display_name="Ngozi Adeyemi")
    by, day = make.actor(director), timezone.localdate() + timedelta(days=5)
    with acting(by):
        why = "Too few workers this year; back to five in spring"
        set_time(by=by, duty="FH-01", recurrence="once", value=7, from_day=day, reason=why)
        switch_promise(by=by, duty="LL-01", on=True, from_day=day, reason="Voted by the council in March")
    client = signed_in(director)
    addresses = {
        "register": "/law/",
        "found": "/law/?q=family meeting",
        "none": "/law/?q=nothinglikeit",
        "changes": "/law/changes/",
        "settings": "/law/settings/",
        "time": "/law/settings/AD-04/time/",
        "promise": "/law/settings/LL-01/promise/",
        **{f"area-{area.slug}": f"/law/areas/{area.slug}/" for area in shipped().areas},
    }
    found = {name: client.get(address).content.decode() for name, address in addresses.items()}
    found["refused"] = client.post(
        "/law/settings/LA-04/time/", {"recurrence": "once", "value": "30"}
    ).content.decode()
    return found


def test_every_page_fits_the_screen_and_axe_finds_nothing(browser: Browser) -> None:
    for name, html in pages().items():
        assert_fits_and_is_clean(browser, f"law-{name}", html)
