"""Somebody on a slow phone reads how families are helped here, without an account and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from kith.bench.phone import first_view
from kith.core.acting import acting
from kith.insight.publishing import publish
from kith.law.tasks import COUNTER
from tests.insight.county import count, make_county
from tests.insight.test_published import SETTLED
from tests.stories.serving import looked_at
from tests.support.weighing import weighed
from tests.support.worker import worker_login

pytestmark = pytest.mark.database
LIMIT = 100_000
"""Bytes of the first useful view, as they come over the net."""
PAGES = {
    "public": "/public/",
    "figures": "/public/figures/",
    "law": "/public/law/",
    "thresholds": "/help/thresholds/",
    "offers": "/offers/",
}
# A second is the promise, and `kith bench --only phone` holds it on a quiet machine; here others work beside us.
LATEST = 3000


def test_the_public_pages_on_a_slow_phone(house: str, browser: Browser) -> None:
    make_county()
    count(SETTLED)
    with worker_login(), acting(COUNTER):
        publish(by=COUNTER)
    bare = browser.new_context(viewport={"width": 320, "height": 700}, java_script_enabled=False).new_page()
    bare.goto(f"{house}/public/")
    bare.get_by_role("main").get_by_role("link", name="How we are doing").click()
    expect(bare.get_by_role("heading", name="How we are doing")).to_be_visible()
    bare.get_by_text("What this counts").first.click()
    expect(bare.get_by_text("Enquiries into harm").first).to_be_visible()
    bare.get_by_role("navigation", name="On these pages").get_by_role(
        "link", name="How the law changes"
    ).click()
    expect(bare.get_by_role("heading", name="Passed by Parliament, with no day yet")).to_be_visible()
    for name, address in PAGES.items():
        for width in (320, 1280):
            page = browser.new_context(viewport={"width": width, "height": 800}).new_page()
            assert weighed(page, house + address) < LIMIT, address
            looked_at(page, f"public-{name}")
            expect(page).to_have_title("Information")
        slow = browser.new_context(viewport={"width": 360, "height": 640}).new_page()
        assert first_view(slow, house + address) < LATEST, address


def test_three_presses_of_a_key_leave_the_public_pages(house: str, browser: Browser) -> None:
    page = browser.new_context().new_page()
    page.route(
        "https://www.bbc.co.uk/**",
        lambda route: route.fulfill(body="<p>Weather</p>", content_type="text/html"),
    )
    page.goto(f"{house}/public/law/")
    page.wait_for_load_state("networkidle")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("https://www.bbc.co.uk/weather")
