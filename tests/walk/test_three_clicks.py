"""From Today no daily task is more than three clicks away."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from django.test import Client

from tests.walk.crawl import kind_of, links_of
from tests.walk.lived_in import move_in
from tests.walk.world import make_world

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("_keys")]
DAILY = {
    "lead": (
        "person", "story", "person_duties", "people_about", "who_has_looked", "ready", "plan", "family", "family_help",
        "story_write visit", "story_write note", "story_write call", "story_write meeting", "offer_meeting",
        "plan_add_goal goal plan", "people_record address", "people_record contact", "see_as_whom", "story_event",
        "person_homes",
    ),
    "manager": ("team", "person", "person_duties", "accountability", "people_duplicates", "family_workers"),
    "front_door": ("people_find", "help_requests", "help_request_new", "help_decide"),
    "coordinator": ("coordinating", "coordinating_one", "coordinating_person"),
    "auditor": ("read_the_log", "odd_week", "doubtful"),
    "returns": ("returns_findings", "returns_waiting"),
    "admin": ("accounts", "account_new"),
}  # fmt: skip
CLICKS = 3


def within(client: Client, clicks: int) -> dict[str, int]:
    """The kinds of page that so many links lead to from Today, and how many it takes: one of each kind is followed."""
    found, reached = {"today": 0}, ["/"]
    for step in range(1, clicks + 1):
        leads = [
            urljoin(address, link)
            for address in reached
            for link in links_of(client.get(address).content.decode())
        ]
        reached = []
        for address in leads:
            kind = kind_of(address)
            if kind and kind not in found and client.get(address).status_code == 200:
                found[kind] = step
                reached.append(address)
    return found


def test_every_daily_task_is_three_clicks_from_today_at_most() -> None:
    world = make_world()
    move_in(world)
    wrong = []
    for role, tasks in DAILY.items():
        found = within(world.clients[role], CLICKS)
        wrong += [f"{role}: {task}" for task in tasks if task not in found]
    assert not wrong, "\n".join(wrong)
