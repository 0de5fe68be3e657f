"""Every page that somebody can come to: axe finds nothing, it fits a small phone, and it is a whole page."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from functools import cache

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from playwright.sync_api import Browser

from kith.access.models import Account
from kith.core.acting import acting
from kith.people.models import Person
from kith.story import actions
from kith.story.marks import Marked
from tests.design.browser import Opened, served_file
from tests.support import make
from tests.support.aloud import faults
from tests.support.visit import signed_in
from tests.walk.crawl import Found, crawl

pytestmark = pytest.mark.database
WIDTHS = (320, 1280)
STAFF = ("lead", "front_door", "manager", "director", "auditor", "admin", "analyst", "returns", "partner")
FAMILIES = ("parent", "young_person", "carer")


@cache
def pages_found() -> dict[str, list[Found]]:
    child, mother = make.person("Mia", "Okafor-Reed"), make.person("Kelly", "Reed", born=None)
    make.tied(child, mother)
    make.family(child, mother)
    make.home(child, protected=True)
    team = make.team()
    accounts = {role: make.account(role, in_team=team) for role in (*STAFF, *FAMILIES)}
    for role in ("lead", "partner"):
        make.involved(accounts[role], child)
    make.door(accounts["young_person"], child)
    make.door(accounts["carer"], make.person("Joan", "Reed", born=None))
    make.door(accounts["parent"], mother)
    make.door(accounts["parent"], child, "parent")
    tell(accounts["lead"], child, mother)
    starts = ["/", f"/people/{child.id}/", "/people/?q=Reed", "/people/new/?q=Mia+Reed"]
    found = {"visitor": crawl(Client(), ["/sign-in"])}
    for role, account in accounts.items():
        found[role] = crawl(signed_in(account), ["/my/"] if role in FAMILIES else starts)
    return found


@pytest.fixture
def pages(_keys: None) -> dict[str, list[Found]]:
    """For each role what it can come to, in a small world where there is something to see; gone round once."""
    return pages_found()


def tell(lead: Account, child: Person, mother: Person) -> None:
    """A visit, released to the mother, and the child's own words."""
    by, at = make.actor(lead), datetime(2026, 11, 17, 12, tzinfo=UTC)
    with acting(by):
        visit = actions.record_visit(
            by=by, persons=[child.id], seen=[child.id], alone="yes", next_time="Tuesday",
            sections={"saw": [Marked("We drew together.")]}, happened_at=at,
        )  # fmt: skip
        actions.release(
            by=by, event=visit, reader=mother.id, prepared=True, how_prepared="We read it together."
        )


def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    browser: Browser, pages: dict[str, list[Found]]
) -> None:
    shots, wrong, looked_at = os.environ.get("KITH_PICTURES"), [], set[str]()
    for role, of_role in pages.items():
        for each in of_role:
            where = f"{each.kind} as {'family' if role in FAMILIES else 'staff'}"
            if where in looked_at:
                continue
            looked_at.add(where)
            opened = Opened(browser, each.html, served_file, WIDTHS[0])
            for width in WIDTHS:
                opened.page.set_viewport_size({"width": width, "height": 900})
                wrong += [f"{where} ({role}) at {width}: {fault}" for fault in opened.violations()]
                if opened.overflow() > 0:
                    wrong.append(f"{where} ({role}) at {width}: {opened.overflow()} pixels too wide")
                if shots:
                    name = re.sub(r"\W+", "-", where)
                    opened.page.screenshot(path=f"{shots}/{name}-{width}.png", full_page=True)
            wrong += [f"{where} ({role}): {complaint}" for complaint in opened.complaints]
            if role in (*FAMILIES, "visitor"):
                wrong += [f"{where} ({role}), read aloud: {fault}" for fault in faults(opened.page)]
            opened.leave()
    assert not wrong, "\n".join(wrong)
    assert len(looked_at) >= 50


def test_no_link_leads_to_nothing(pages: dict[str, list[Found]]) -> None:
    assert [each.kind for found in pages.values() for each in found if each.kind.startswith("nothing")] == []


def test_each_page_is_whole_and_says_what_it_is(pages: dict[str, list[Found]]) -> None:
    wrong = []
    for role, found in pages.items():
        for each in found:
            page = BeautifulSoup(each.html, "html.parser")
            title = page.title.get_text(strip=True) if page.title else ""
            if len(page.find_all("h1")) != 1 or not title or not page.find("main"):
                wrong.append(f"{each.kind} as {role}: one heading, a title and a main part are needed")
            words = page.get_text(" ").lower()
            if re.search(r"\bcases?\b", words):
                wrong.append(f"{each.kind} as {role}: says the word that Kith does not use")
    assert not wrong, "\n".join(wrong)


def test_pages_of_families_give_nothing_away_and_can_be_left_at_once(pages: dict[str, list[Found]]) -> None:
    wrong = []
    for role in FAMILIES:
        for each in pages[role]:
            page = BeautifulSoup(each.html, "html.parser")
            title = page.title.get_text(strip=True) if page.title else ""
            if any(word in title for word in ("Mia", "Kelly", "Reed", "Kith", "care", "visit")):
                wrong.append(f"{each.kind} as {role}: its title is {title!r}")
            if each.kind.startswith("my") and "Exit this page" not in page.get_text(" "):
                wrong.append(f"{each.kind} as {role}: no way to leave at once")
    assert not wrong, "\n".join(wrong)
