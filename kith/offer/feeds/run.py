"""Reading a feed or a file in, in slices: each record told of by itself, and the same again changes nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db.models import Q

from kith.core.acting import acting
from kith.core.actor import Actor
from kith.offer.actions.dropping import Gone
from kith.offer.actions.feeds import begin_feed, end_feed, fail_feed
from kith.offer.actions.taking import Incoming, Taken, take_in
from kith.offer.feeds.oruk import breaks, facts_of, without_nulls
from kith.offer.feeds.pages import LARGEST, FeedError, Reading, records
from kith.offer.feeds.sheet import rows
from kith.offer.models import Feed

SLICE = 100
Say = Callable[[int], None]


def read_feed(
    *, by: Actor, name: str, source: str, every_days: int | None = None, within_km: int | None = None,
    fewer: bool = False, say: Say = lambda _read: None,
) -> dict[str, Any]:  # fmt: skip
    """Read a web address, a .json or a .csv file into the directory. Needs the worker's login.

    `every_days` and `within_km` are kept for the feed; None leaves them as they are. `fewer`: that it has far fewer
    services than before is right. Returns `{"feed", "read", "new", "changed", "unchanged", "held", "far", "dropped",
    "withdrawn", "back", "refused": [{"record", "field", "reason"}], "stopped"}`; `stopped` is why it ended before the
    end or was not believed, or "". Raises FeedError where nothing could be read at all.
    """
    reading = Reading()
    with acting(by):
        feed = begin_feed(
            by=by,
            name=name,
            address=source if "://" in source else "",
            every_days=every_days,
            within_km=within_km,
        )
    try:
        return {"feed": name} | _read(by, feed, source, reading, fewer=fewer, say=say)
    except FeedError as why:
        with acting(by):
            fail_feed(by=by, feed=feed, why=str(why))
        raise


def due_feeds(now: datetime) -> Sequence[tuple[str, str]]:
    """Name and address of each feed that is to be read by itself now. One statement."""
    ready = Feed.objects.filter(every_days__isnull=False).exclude(address="")
    ready = ready.filter(Q(next_at=None) | Q(next_at__lte=now))
    return list(ready.order_by("next_at", "name").values_list("name", "address"))


def _read(by: Actor, feed: UUID, source: str, reading: Reading, *, fewer: bool, say: Say) -> dict[str, Any]:
    counts = ("new", "changed", "unchanged", "held", "far")
    totals = dict.fromkeys(("read", *counts), 0)
    refused: list[tuple[str, str, str]] = []
    far: set[str] = set()
    incoming = _incoming(source, reading)
    while batch := list(islice(incoming, SLICE)):
        with acting(by):
            taken: Taken = take_in(by=by, feed=feed, records=batch)
        totals["read"] += len(batch)
        for each in counts[:-1]:
            totals[each] += getattr(taken, each)
        totals["far"] += len(taken.far)
        far |= set(taken.far)
        refused += taken.refused
        say(totals["read"])
    refused += reading.refused
    if not totals["read"] and reading.stopped:
        raise FeedError(reading.stopped)
    gone = Gone()
    with acting(by):
        if reading.stopped:
            fail_feed(by=by, feed=feed, why=reading.stopped, refused=refused)
        else:
            # A file may hold a part; an address that was read to its end holds all there is.
            seen = {each[:200] for each in reading.seen} - far if "://" in source else None
            said = totals | {"refused": len(refused)}
            gone = end_feed(by=by, feed=feed, said=said, seen=seen, fewer=fewer, refused=refused)
    told = [{"record": record, "field": field, "reason": reason} for record, field, reason in refused]
    went = {"dropped": gone.marked, "withdrawn": gone.withdrawn, "back": gone.back}
    return {**totals, **went, "refused": told, "stopped": reading.stopped or gone.kept_back}


def _incoming(source: str, reading: Reading) -> Iterator[Incoming]:
    if "://" not in source and source.lower().endswith(".csv"):
        for external, facts in rows(Path(source), reading):
            yield Incoming(external, facts)
        return
    for external, record in records(source, reading) if "://" in source else _file(Path(source), reading):
        whole = without_nulls(record)
        wrong = list(breaks(whole))
        if wrong:
            reading.refused += [(external[:200], field or "record", words) for field, words in wrong]
            continue
        try:
            yield Incoming(external[:200], facts_of(whole))
        except ValueError as why:
            where, _, words = str(why).partition(": ")
            reading.refused.append((external[:200], where, words))


def _file(path: Path, reading: Reading) -> Iterator[tuple[str, dict[str, Any]]]:
    """A file of whole services: a list, or a page with `contents`."""
    if path.stat().st_size > 10 * LARGEST:
        raise FeedError(f"{path.name} is larger than {10 * LARGEST // 2**20} megabytes.")
    try:
        read = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise FeedError(f"{path.name} is no whole JSON: it may have stopped half way.") from error
    found = read.get("contents") if isinstance(read, dict) else read
    if not isinstance(found, list):
        raise FeedError(f"{path.name} holds no list of services.")
    for number, one in enumerate(found, 1):
        if isinstance(one, dict) and one.get("id"):
            yield str(one["id"]), one
        else:
            reading.refused.append((f"record {number}", "id", "It has no id."))
