"""Reading a feed over the net, page by page: what loops, stops half way or is too large ends in one plain line."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from time import monotonic as _clock
from typing import Any
from urllib.error import URLError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from kith.offer.feeds import ends
from kith.offer.feeds.ends import Watched, ending

LARGEST = 20 * 2**20
"""Bytes of one answer."""
PATIENCE = 20
"""Seconds until an answer must begin, and between two pieces of it."""
LONGEST = 2 * 60 * 60
"""Seconds in which a whole feed must be read: one that trickles keeps nobody for ever (and see kith.offer.feeds.ends)."""
MOST_PAGES = 100_000
Refusal = tuple[str, str, str]


class FeedError(Exception):
    """The feed, or one record of it, cannot be read. The message is one plain line."""


class _StaysThere(HTTPRedirectHandler):
    """A feed leads our server to no other host: one that its name once belonged to could ask what only we can reach."""

    def redirect_request(self, req: Request, *more: Any) -> Request | None:
        """As it is, where host and kind of address are as they were. Raises FeedError."""
        was, leads = urlsplit(req.full_url), urlsplit(str(more[-1]))
        if leads.hostname != was.hostname or leads.scheme not in {"http", "https"}:
            raise FeedError("It leads on to another host. Give the address where it is now.")
        return super().redirect_request(req, *more)


_opener = build_opener(_StaysThere, ends.Http, ends.Https)


@dataclass(slots=True)
class Reading:
    """How the reading went: refusals by record and field, why it stopped before the end ("" where it did not), and the
    ids that were there, whatever became of them.
    """

    refused: list[Refusal] = field(default_factory=list)
    stopped: str = ""
    seen: set[str] = field(default_factory=set)


def records(address: str, reading: Reading) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every service of a feed, whole, with its id there. `reading` is filled as it goes on."""
    base = address.rstrip("/")
    seen, until = reading.seen, _clock() + LONGEST
    for number in range(1, MOST_PAGES + 1):
        try:
            page = _page(f"{base}/services?page={number}&per_page=100", number)
        except FeedError as why:
            reading.stopped = str(why)
            return
        fresh = [
            one for one in page["contents"] if isinstance(one, dict) and str(one.get("id", "")) not in seen
        ]
        for one in fresh:
            name = str(one.get("id", ""))
            if _clock() > until:
                reading.stopped = (
                    f"It took more than {LONGEST // 60} minutes. What was read until then is kept."
                )
                return
            seen.add(name)
            if not name:
                reading.refused.append(("?", "id", "A record has no id."))
                continue
            try:
                whole = get(f"{base}/services/{quote(name, safe='')}")
            except FeedError as why:
                reading.refused.append((name, "record", str(why)))
                continue
            if isinstance(whole, dict):
                yield name, whole
            else:
                reading.refused.append((name, "record", "It is no record."))
        last = page.get("last_page") is True or number >= _number(page.get("total_pages"), number + 1)
        if last or not page["contents"]:
            return
        if not fresh:
            reading.stopped = (
                f"Page {number} tells only what pages before it told: the feed goes round in a circle."
            )
            return


def get(url: str) -> Any:
    """What is at an address, as JSON. Raises FeedError."""
    if urlsplit(url).scheme not in {"http", "https"}:
        raise FeedError("A feed's address begins with https:// or http://.")
    watched = Watched()
    try:
        asked = Request(url, headers={"Accept": "application/json", "User-Agent": "Kith"})  # noqa: S310 - looked at above
        with ending(watched), _opener.open(asked, timeout=PATIENCE) as answer:
            body = answer.read(LARGEST + 1)
    except (URLError, http.client.HTTPException, OSError) as error:
        if watched.late:
            raise FeedError(f"An answer took more than {ends.SECONDS} seconds.") from error
        raise FeedError(
            f"It could not be read ({getattr(error, 'code', '') or type(error).__name__})."
        ) from error
    if watched.late:
        raise FeedError(f"An answer took more than {ends.SECONDS} seconds.")
    if len(body) > LARGEST:
        raise FeedError(f"It is larger than {LARGEST // 2**20} megabytes.")
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise FeedError("It is no whole JSON: it may have stopped half way.") from error


def _page(url: str, number: int) -> dict[str, Any]:
    try:
        page = get(url)
    except FeedError as why:
        raise FeedError(f"Page {number}: {why} What was read before it is kept.") from why
    if not isinstance(page, dict) or not isinstance(page.get("contents"), list):
        raise FeedError(f"Page {number} has no list called contents. What was read before it is kept.")
    return page


def _number(value: object, otherwise: int) -> int:
    return value if isinstance(value, int) else otherwise
