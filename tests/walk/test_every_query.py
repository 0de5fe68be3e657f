"""Every address with every query that its page reads, however odd: never an error of ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch
from urllib.parse import quote_from_bytes

import pytest
from django.http import QueryDict
from django.test import Client
from django.utils.datastructures import MultiValueDict

from kith.design.language import ASKED as LANGUAGE
from tests.walk.nasty import CHOICE, KEPT, NUMBER, Value
from tests.walk.rounds import every_address
from tests.walk.world import make_world

pytestmark = pytest.mark.database
VALUES: dict[str, Value] = {
    **KEPT,
    **NUMBER,
    **CHOICE,
    "a moment": "9999-12-31T23:59:59+00:00_00000000-0000-0000-0000-000000000000",
}
# If fewer pages of all roles together read a query, the watching has lost its eyes.
FEWEST = 60


def test_no_query_is_too_odd_for_any_address() -> None:
    world = make_world()
    child = world.ids["person"]["open"]
    parts: dict[str, object] = {
        **world.parts, "person_id": child, "family_id": world.ids["family"]["open"], "form": "note",
        "what": "tie", "event_id": child, "draft": child, "provider_id": "council", "pk": 2**40,
    }  # fmt: skip
    wrong, read_one = [], 0
    for role in ("lead", "admin", "auditor", "parent"):
        client = world.clients[role]
        client.raise_request_exception = False
        for address in every_address(parts):
            names = names_read(client, address)
            read_one += bool(names)
            for name, value in VALUES.items() if names else ():
                given = value if isinstance(value, bytes) else value[:3000].encode()
                status = asked(client, address, {*names, LANGUAGE}, given)
                if status >= 500:
                    wrong.append(f"{role} {address}: {name}: {status}")
    assert not wrong, "\n".join(wrong)
    assert read_one >= FEWEST


def asked(client: Client, address: str, names: Iterable[str], given: bytes) -> int:
    query = "&".join(f"{each}={quote_from_bytes(given)}" for each in sorted(names))
    return client.get(f"{address}?{query}" if query else address).status_code


def names_read(client: Client, address: str) -> set[str]:
    """Names that the page looks for in its query, those among them that it looks for only beside others."""
    names: set[str] = set()
    for _ in range(3):
        with watched() as seen:
            if asked(client, address, names, b"1") != 200 and not names:
                return set()
        # Every page looks for the language; one that is asked with it alone reads nothing of its own.
        more = seen - names - {LANGUAGE}
        if not more:
            break
        names |= more
    return names


@contextmanager
def watched() -> Iterator[set[str]]:
    """Names by which any query is read while it lasts."""
    seen: set[str] = set()

    def noting(method: str) -> Any:
        kept = getattr(MultiValueDict, method)

        def reads(query: QueryDict, name: Any, *rest: Any) -> Any:
            seen.add(str(name))
            return kept(query, name, *rest)

        return reads

    with ExitStack() as stack:
        for method in ("get", "getlist", "__getitem__", "__contains__"):
            stack.enter_context(patch.object(QueryDict, method, noting(method), create=True))
        yield seen
