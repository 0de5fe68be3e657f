"""On a phone without scripts somebody finds help near them; a provider confirms it from an email; an officer sees."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test.utils import override_settings
from django.utils import timezone
from playwright.sync_api import Browser, expect

from kith.core.acting import acting
from kith.offer.actions.nudging import send_nudge, to_nudge
from kith.offer.models import Service
from kith.offer.tasks import ASKER
from tests.offer.world import FAR, facts, put, secret
from tests.stories.serving import device, looked_at
from tests.support import make
from tests.support.weighing import weighed
from tests.support.worker import worker_login

pytestmark = pytest.mark.database
LIMIT = 100_000
"""Bytes of the first useful view, as they come over the net."""


def a_grandmother_looks(browser: Browser, house: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 700}, java_script_enabled=False)
    page = context.new_page()
    assert weighed(page, f"{house}/directory/") < LIMIT
    expect(page).to_have_title("Information")
    page.get_by_label("Your postcode").fill("KH6 1AA")
    page.get_by_label("Age of the child").select_option("2")
    page.get_by_role("button", name="Search").click()
    assert "KH6" not in page.url
    expect(page.get_by_role("link", name="Tots and Tea", exact=True)).to_be_visible()
    expect(page.locator("#found")).to_contain_text("Less than 2 miles away")
    expect(page.locator("#found")).to_contain_text("this may be out of date. Ring before you go.")
    refuge = page.locator("li", has=page.get_by_role("link", name="Harbour Refuge"))
    expect(refuge).not_to_contain_text("miles")
    page.get_by_role("link", name="Tots and Tea", exact=True).click()
    expect(page.get_by_role("link", name="01632 960001")).to_have_attribute("href", "tel:01632960001")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("link", name="Tell us what is wrong here").click()
    page.get_by_label("Something else").check()
    page.get_by_label("Tell us more").fill("The door is round the back")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    context.close()


def every_page_is_in_order(browser: Browser, house: str, tots: object) -> None:
    for width in (320, 1280):
        context = browser.new_context(viewport={"width": width, "height": 900})
        page = context.new_page()
        assert weighed(page, f"{house}/directory/") < LIMIT
        looked_at(page, "directory")
        page.get_by_label("Your postcode").fill("KH6")
        page.get_by_role("button", name="Search").click()
        looked_at(page, "directory-found")
        for name, address in (("service", f"{tots}/"), ("wrong", f"{tots}/wrong/"), ("add", "add/")):
            page.goto(f"{house}/directory/{address}")
            looked_at(page, f"directory-{name}")
        context.close()


def a_provider_confirms(browser: Browser, house: str) -> None:
    with worker_login(), acting(ASKER):
        for each in to_nudge(timezone.now()):
            send_nudge(by=ASKER, service=each)
    path = re.search(r"/directory/still-right/\S+", str(mail.outbox[0].body))[0]  # type: ignore[index]
    context = browser.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto(f"{house}{path}")
    looked_at(page, "still-right")
    page.get_by_role("button", name="Still right").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    context.close()


def test_help_near_me(house: str, browser: Browser) -> None:
    dee = make.account("front_door", display_name="Dee Duty")
    tots = put(dee, facts(assured_on=timezone.localdate() - timedelta(days=200)))
    put(dee, facts("Far Tots", provider="Carrow", places=(FAR,), provider_email=""))
    put(dee, secret(provider_email=""))
    a_grandmother_looks(browser, house)
    every_page_is_in_order(browser, house, tots)
    with override_settings(
        EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend", CSRF_TRUSTED_ORIGINS=[house]
    ):
        mail.outbox = []
        a_provider_confirms(browser, house)
    assert Service.objects.using(make.OWNER).get(id=tots).assured_on == timezone.localdate()
    for width in (320, 1280):
        page = device(browser, house, dee, width).new_page()
        page.goto(f"{house}/directory/keep/")
        expect(page.locator("main")).to_contain_text("The door is round the back")
        looked_at(page, "directory-board")
        page.goto(f"{house}/directory/keep/services/{tots}/")
        looked_at(page, "directory-change")
    parent = make.account("parent")
    make.door(parent, make.person("Ada"))
    page = device(browser, house, parent, 320).new_page()
    page.goto(f"{house}/my/near/")
    expect(page).to_have_title("My page")
    page.get_by_label("Your postcode").fill("KH6 1AA")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Tots and Tea", exact=True).click()
    expect(page).to_have_title("My page")
    looked_at(page, "my-service")
