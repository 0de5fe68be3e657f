"""No page asks the database more than twenty things: finding out who asks, and noting the look, among them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client

from kith.bench.counting import Queries
from kith.bench.work import MOST_QUERIES
from kith.people.models import FamilyMember
from tests.support import make
from tests.walk.expect import asks
from tests.walk.lived_in import move_in
from tests.walk.routes import Route, every_route
from tests.walk.table import EXPECTED
from tests.walk.world import World, make_world

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("_keys")]
# Words in addresses that name one form of several.
FORMS = (
    "name", "tie", "address", "start", "end", "need", "basis", "spend", "assess", "finish", "agree", "plan", "day",
    "stage", "review", "somebody", "held", "close", "risk", "prepare", "check", "answer", "feedback", "offer", "invite",
)  # fmt: skip
FEWEST_LOOKED_AT = 90


def addresses(route: Route, world: World, parts: dict[str, object]) -> Iterator[str]:
    for what in FORMS if "what" in route.parameters else ("",):
        try:
            yield route.at({**world.parts, **parts, **({"what": what} if what else {})})
        except KeyError:
            yield asks(EXPECTED[route.name], route, "open", world)


def asked_for(client: Client, address: str) -> int:
    """How many statements a page takes; none where it is no page for this account.

    Where it is too many, it is asked again: what only the first page of a session asks does not count.
    """
    client.raise_request_exception = False
    for _ in range(2):
        queries = Queries()
        with connection.execute_wrapper(queries):
            status = client.get(address).status_code
        if status != 200:
            return 0
        if queries.count <= MOST_QUERIES:
            break
    return queries.count


def test_no_page_asks_more_than_twenty_things() -> None:
    world = make_world()
    parts = move_in(world)
    # Brothers and sisters, so that what is asked once for each of a family shows.
    for number in range(8):
        sibling = make.person(f"Sibling {number}")
        FamilyMember.objects.using(make.OWNER).create(
            family_id=world.ids["family"]["open"], person=sibling, during=make.always()
        )
        make.involved(world.accounts["lead"], sibling)
        make.involved(world.accounts["manager"], sibling)
    wrong, seen = [], set[str]()
    for route in every_route():
        if EXPECTED[route.name].posts:
            continue
        for address in addresses(route, world, parts):
            for role, client in world.clients.items():
                count = asked_for(client, address)
                seen |= {route.name} if count else set()
                if count > MOST_QUERIES:
                    wrong.append(f"{address} ({route.name}) as {role}: {count}")
    assert not wrong, "\n".join(wrong)
    assert len(seen) >= FEWEST_LOOKED_AT
