"""People, workers, teams and files with names that are scripts or turn text round, on every page that shows them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from bs4.element import NavigableString
from django.test import override_settings

from kith.access.models import Account, Organisation, Team
from kith.access.roles import ROLES
from kith.design.text import REORDERING
from kith.people.models import Family, PersonName
from tests.story.set_up import story_set_up
from tests.support import make
from tests.walk.lived_in import doors, move_in
from tests.walk.rounds import every_address, go_round
from tests.walk.world import World, make_world

pytestmark = pytest.mark.database
MARK = "Zqx"
SCRIPT = f"{MARK}<script>alert('{MARK}')</script>"
TURNED = "\u202e\u05d3\u05d5\u05d3\u2066"
NAME = f"{SCRIPT} {TURNED}"
NAME_SHOWN = f"{SCRIPT} \u05d3\u05d5\u05d3"
# What stands in these turns nothing beside it: browsers end every mark with them.
APART = ("bdi", "option", "textarea")


@pytest.fixture
def house(kith_database: None, tmp_path: Path) -> Iterator[tuple[World, dict[str, object]]]:
    with story_set_up(tmp_path), override_settings(ROOT_URLCONF="kith.config.urls"):
        world = make_world()
        parts = move_in(world)
        PersonName.objects.using(make.OWNER).update(given=SCRIPT, family=TURNED)
        Account.objects.using(make.OWNER).update(
            display_name=NAME[:100], job_title=NAME[:100], phone=SCRIPT[:38]
        )
        Team.objects.using(make.OWNER).update(name=NAME)
        Organisation.objects.using(make.OWNER).update(name=NAME)
        Family.objects.using(make.OWNER).update(known_as=NAME)
        yield world, parts


def test_no_page_runs_a_name_or_lets_it_turn_the_words_beside_it(
    house: tuple[World, dict[str, object]],
) -> None:
    world, parts = house
    wrong: list[str] = []
    shown = 0
    for role in ("lead", "manager", "admin", "auditor", "young_person"):
        start = "/my/" if ROLES[role].family else "/"
        told = go_round(world.clients[role], [*doors(world, parts), start, *every_address(parts)])
        for address, html in told.pages.items():
            shown += MARK in html
            wrong += [f"{role} {address}: {fault}" for fault in faults(html)]
    assert shown > 40
    assert not wrong, "\n".join(sorted(set(wrong)))


def faults(html: str) -> Iterator[str]:
    page = BeautifulSoup(html, "lxml")
    if any(MARK in script.get_text() for script in page.find_all("script")):
        yield "a name became a script"
    for text in page.find_all(string=True):
        if text.parent is None or any(each.name in APART for each in text.parents):
            continue
        if set(text) & REORDERING:
            yield f"marks that turn words round: <{text.parent.name}> {' '.join(str(text).split())[:80]!r}"
        elif MARK in text and not alone(text) and not unseen(text):
            yield f"not set apart: <{text.parent.name}> {' '.join(str(text).split())[:80]!r}"


def alone(text: NavigableString) -> bool:
    """Whether a name is all that its element says: nothing stands beside it to be turned."""
    return bool(text.parent) and " ".join(str(text).split()) in {NAME_SHOWN, SCRIPT}


def unseen(text: NavigableString) -> bool:
    """Words that no eye sees in a line: titles, letters of a drawing, what only a screen reader says."""
    hidden = any("govuk-visually-hidden" in each.get("class", ()) for each in text.parents)
    return hidden or any(each.name in ("title", "text", "desc") for each in text.parents)
