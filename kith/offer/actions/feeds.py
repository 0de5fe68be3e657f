"""A feed as it is kept: where it is read from, how often, how near, and how the last reading went."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.core.where import where
from kith.offer.actions.dropping import Gone, drop_missing
from kith.offer.actions.publishing import NOBODYS
from kith.offer.models import Feed
from kith.offer.shapes import ServiceFacts

LONGEST = 60
"""Days after which a feed that cannot be read is tried again, however often it failed."""
ROWS = 50
"""So many records that could not be read are kept for the page of the feeds."""
# What a fault says of the record itself stands in quotes: it may be where somebody hides.
_QUOTED = re.compile(r"\"[^\"]*\"?|'[^']*'?|[‘“][^’”]*[’”]?")
# Near is near one of our own services: a border that nobody has to draw.
_NEAR = """
SELECT EXISTS (SELECT 1 FROM offer_spot s JOIN offer_service v ON v.id = s.service_id
                WHERE v.feed_id IS NULL AND s.at <@ circle(point(%s, %s), %s))
"""


@action("offer.begin_feed")
def begin_feed(
    *, by: Actor, name: str, address: str, every_days: int | None = None, within_km: int | None = None
) -> UUID:
    """The feed of this name, made where it is new. What is None is left as it is. Returns its id."""
    tell.permit(by=by, permission=Permission.KEEP_DIRECTORY)
    nothing_to_tell(NOBODYS)
    told: dict[str, Any] = {"address": address}
    # 0: it is read by itself no more.
    told |= {} if every_days is None else {"every_days": every_days or None}
    told |= {"within_km": within_km} if within_km else {}
    feed, _ = Feed.objects.update_or_create(
        name=name, defaults=told, create_defaults=told | {"recorded_by": by.id}
    )
    concerns([], feed=feed.id)
    return feed.id


def _rows(refused: Sequence[tuple[str, str, str]]) -> dict[str, list[list[str]]]:
    """What is kept of records that could not be read: which, which field, and why, with no word of the record itself."""
    told = [[which[:200], field[:120], _QUOTED.sub("…", why)[:200]] for which, field, why in refused[:ROWS]]
    return {"rows": told} if told else {}


@action("offer.end_feed")
def end_feed(
    *, by: Actor, feed: UUID, said: dict[str, int], seen: set[str] | None = None, fewer: bool = False,
    refused: Sequence[tuple[str, str, str]] = (),
) -> Gone:  # fmt: skip
    """Keep the counts of a feed that was read to its end; what it has no more is marked, and taken away the next time.

    `seen`: the ids that it has; None where it may not be the whole. `fewer`: that many are gone at once is right.
    """
    tell.permit(by=by, permission=Permission.KEEP_DIRECTORY)
    nothing_to_tell(NOBODYS)
    row, now = Feed.objects.get(id=feed), timezone.now()
    gone = Gone() if seen is None else drop_missing(row, seen, timezone.localdate(), fewer=fewer)
    row.read_at, row.said = now, said | _rows(refused)
    row.failures, row.trouble = 0, gone.kept_back
    row.next_at = now + timedelta(days=row.every_days) if row.every_days else None
    row.save(update_fields=["read_at", "said", "failures", "trouble", "next_at"])
    concerns([], feed=feed, dropped=gone.marked, withdrawn=gone.withdrawn, **said)
    return gone


@action("offer.fail_feed")
def fail_feed(*, by: Actor, feed: UUID, why: str, refused: Sequence[tuple[str, str, str]] = ()) -> None:
    """Keep that a feed could not be read to its end: it is tried again after twice as long each time, 60 days at most."""
    tell.permit(by=by, permission=Permission.KEEP_DIRECTORY)
    nothing_to_tell(NOBODYS)
    row = Feed.objects.get(id=feed)
    row.failures, row.trouble = min(row.failures + 1, 1000), why[:500]
    row.said = {name: each for name, each in row.said.items() if name != "rows"} | _rows(refused)
    if row.every_days:
        days = min(row.every_days * 2 ** min(row.failures, 6), LONGEST)
        row.next_at = timezone.now() + timedelta(days=days)
    row.save(update_fields=["failures", "trouble", "next_at", "said"])
    concerns([], feed=feed, failures=row.failures)


def near_us(facts: ServiceFacts, kilometres: int) -> bool:
    """Whether one of its places is so near to one of ours. What has no place is near to nobody."""
    middles = [middle for at in facts.places if at.postcode and (middle := where(at.postcode))]
    with connection.cursor() as cursor:
        for east, north in middles:
            cursor.execute(_NEAR, [east, north, kilometres * 1000])
            if cursor.fetchone()[0]:
                return True
    return False
