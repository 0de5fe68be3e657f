"""Nobody is found through Kith: no page behind a family's door says where a foster home or a children's home is."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from kith.access.models import Account
from tests.demo.loading.conftest import Rows
from tests.support import make as world
from tests.support.visit import signed_in

pytestmark = pytest.mark.database
LINK = re.compile(r'href="(/my/[^"#?]*)"')
NO_PAGE = re.compile(r"/(sign-out|exit|picture|photo|file|download)")
MOST = 60


def test_no_page_behind_the_door_says_where_a_home_is(
    make: Callable[..., dict[str, int]], rows: Rows
) -> None:
    make()
    places = rows("SELECT lines, postcode FROM homes_homeplace")
    assert len(places) >= 10
    secret = {bare(postcode) for _, postcode in places if postcode}
    lanes = (bare(lines.splitlines()[0]) for lines, _ in places if lines)
    secret |= {each for each in lanes if len(each) > 5}
    read = 0
    for login in ("in-care", "carer", "parent", "young-person", "ex-partner"):
        account = Account.objects.using(world.OWNER).get(login=f"{login}@kithshire.example")
        for address, page in pages(signed_in(account)):
            said, read = bare(page), read + 1
            assert [each for each in secret if each in said] == [], (login, address)
    assert read > 60


def pages(client: Client) -> list[tuple[str, str]]:
    """What a family account comes to by pressing links from its first page."""
    found, waiting, seen = [], ["/my/"], {"/my/"}
    while waiting and len(found) < MOST:
        address = waiting.pop(0)
        answer = client.get(address)
        if answer.status_code != 200 or "text/html" not in answer["Content-Type"]:
            continue
        page = answer.content.decode()
        found.append((address, page))
        for link in LINK.findall(page):
            if link not in seen and not NO_PAGE.search(link):
                seen.add(link)
                waiting.append(link)
    return found


def bare(words: str) -> str:
    """As people might write it: without spaces and capitals."""
    return re.sub(r"[^a-z0-9]", "", words.lower())
