"""The pages of who has looked, in a browser: readable on the smallest phone, and by everybody."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from psycopg.types.range import TimestamptzRange

from kith.access.models import Reason
from tests.access.looking_back import days_ago, looked, page, released
from tests.design.browser import assert_fits_and_is_clean
from tests.support import make

pytestmark = pytest.mark.database


def pages() -> dict[str, str]:
    child, mother = make.person("Mia", "Okafor-Reed"), make.person("Kelly", "Reed", born=None)
    make.tied(child, mother)
    lead = make.account("lead", display_name="Rosa Lindqvist", in_team=make.team())
    duty = make.account("front_door", display_name="Jo Okafor-Reed")
    health = make.account("health", display_name="Dr Abara")
    parent = make.account("parent")
    make.door(parent, mother)
    make.door(parent, child, "parent")
    released(make.involved(lead, child), mother)
    released(make.involved(health, child, role="health"), mother)
    for back in (200, 120, 40, 3, 2, 1):
        looked(lead, child, days_ago(back), page="story" if back % 2 else "overview")
    looked(health, child, days_ago(90), page="plan")
    looked(duty, child, days_ago(2), reason="Her school rang the front door about a bruise")
    stranger = make.person("Bo", "Nobody")
    boss = make.account("manager", in_team=make.team())
    reason = Reason.objects.using(make.OWNER).create(
        account=lead,
        person=stranger,
        kind="cover",
        text="Covering for Jo while she is away",
        label_mask=1,
        during=TimestamptzRange(days_ago(4), days_ago(0), "[)"),
    )
    for back, what in ((3.5, "person"), (3.4, "duties")):
        looked(lead, stranger, days_ago(back), page=what, reason="reason")
    return {
        "staff": page(lead, f"/people/{child.id}/access/").content.decode(),
        "staff-odd-none": page(lead, f"/people/{child.id}/access/?q=nothing-like-it").content.decode(),
        "reason": page(lead, f"/people/{stranger.id}/reason").content.decode(),
        "family": page(parent, "/my/looked/").content.decode(),
        "odd-week": page(make.account("auditor"), f"/audit/odd/?week={days_ago(2).date()}").content.decode(),
        "reason-closer": page(boss, f"/reasons/{reason.id}/").content.decode(),
        "auditor": page(make.account("auditor"), "/audit/looks/").content.decode(),
    }


def test_every_page_fits_the_screen_and_axe_finds_nothing(browser: Browser) -> None:
    for name, html in pages().items():
        assert_fits_and_is_clean(browser, f"looked-{name}", html)
