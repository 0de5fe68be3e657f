"""Reading a feed or a file in, in slices: each record told of by itself, and the same again changes nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from kith.core.acting import acting
from kith.core.actor import Actor
from kith.offer.actions.taking import Incoming, Taken, begin_feed, end_feed, take_in
from kith.offer.feeds.oruk import breaks, facts_of, without_nulls
from kith.offer.feeds.pages import LARGEST, FeedError, Reading, records
from kith.offer.feeds.sheet import rows

SLICE = 100
Say = Callable[[int], None]


def read_feed(*, by: Actor, name: str, source: str, say: Say = lambda _read: None) -> dict[str, Any]:
    """Read a web address, a .json or a .csv file into the directory. Needs the worker's login.

    Returns `{"feed", "read", "new", "changed", "unchanged", "held", "refused": [{"record", "field", "reason"}],
    "stopped"}`; `stopped` is why it ended before the end, or "". Raises FeedError where nothing could be read at all.
    """
    reading = Reading()
    with acting(by):
        feed = begin_feed(by=by, name=name, address=source if "://" in source else "")
    totals = {"read": 0, "new": 0, "changed": 0, "unchanged": 0, "held": 0}
    refused: list[tuple[str, str, str]] = []
    incoming = _incoming(source, reading)
    while batch := list(islice(incoming, SLICE)):
        with acting(by):
            taken: Taken = take_in(by=by, feed=feed, records=batch)
        totals["read"] += len(batch)
        for each in ("new", "changed", "unchanged", "held"):
            totals[each] += getattr(taken, each)
        refused += taken.refused
        say(totals["read"])
    refused += reading.refused
    if not totals["read"] and reading.stopped:
        raise FeedError(reading.stopped)
    if not reading.stopped:
        with acting(by):
            end_feed(by=by, feed=feed, said=totals | {"refused": len(refused)})
    told = [{"record": record, "field": field, "reason": reason} for record, field, reason in refused]
    return {"feed": name, **totals, "refused": told, "stopped": reading.stopped}


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
