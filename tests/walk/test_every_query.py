"""Every address with every query that it might be asked with, however odd: never an error of ours."""

from __future__ import annotations

from urllib.parse import quote_from_bytes

import pytest

from tests.walk.nasty import CHOICE, KEPT, NUMBER
from tests.walk.rounds import every_address
from tests.walk.world import make_world

pytestmark = pytest.mark.database
# All names by which any page reads its address; a test below finds those that are missing here.
ASKED = (
    "q", "page", "kind", "before", "newer", "older", "odd", "draft", "with", "other", "reader", "done", "next",
    "new", "split", "saved", "sent", "for", "code", "on", "quarter", "by", "row", "state",
    "need", "search", "per_page", "postcode", "proximity", "day", "start_time", "end_time", "minimum_age", "maximum_age",
    "modified_after", "taxonomy_id", "taxonomy_term_id", "organization_id",
)  # fmt: skip
VALUES = {
    **KEPT,
    **NUMBER,
    **CHOICE,
    "a moment": "9999-12-31T23:59:59+00:00_00000000-0000-0000-0000-000000000000",
}


def test_no_query_is_too_odd_for_any_address() -> None:
    world = make_world()
    child = world.ids["person"]["open"]
    parts: dict[str, object] = {
        **world.parts, "person_id": child, "family_id": world.ids["family"]["open"], "form": "note",
        "what": "tie", "event_id": child, "draft": child, "provider_id": "council", "pk": 2**40,
    }  # fmt: skip
    wrong = []
    for role in ("lead", "admin", "auditor", "parent"):
        client = world.clients[role]
        client.raise_request_exception = False
        open_to = [address for address in every_address(parts) if client.get(address).status_code == 200]
        for address in open_to:
            for name, value in VALUES.items():
                given = value if isinstance(value, bytes) else value[:3000].encode()
                query = "&".join(f"{each}={quote_from_bytes(given)}" for each in ASKED)
                status = client.get(f"{address}?{query}").status_code
                if status >= 500:
                    wrong.append(f"{role} {address}: {name}: {status}")
    assert not wrong, "\n".join(wrong)
