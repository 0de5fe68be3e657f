"""Where a letter can go: by hand, or to an address that the worker may read. What is never safe is not offered."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from kith.access.family_accounts.queries import shared_channels
from kith.core.notify import set_up
from kith.core.reads import Reads
from kith.letters.models import Way
from kith.people.models.address import AddressKind, ContactChannel, Safety
from kith.people.page_queries import homes_from, homes_read, reach_from, reach_read

BY_HAND = "hand"
_reads = Reads(homes=homes_read, reach=reach_read)
# The last line of an address that Notify takes, and how many lines fit its window beside the name.
POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}", re.IGNORECASE)
LINES, LONGEST = range(2, 7), 50
WRITTEN_TO = {AddressKind.HOME.label, AddressKind.STAYING.label, AddressKind.CORRESPONDENCE.label}


@dataclass(frozen=True, slots=True)
class Reached:
    """One way to the reader. `take_care` is what is recorded of how it is safe; empty where it is plainly safe."""

    key: str
    way: str
    goes_to: str
    says: str
    take_care: str


def ways_to(ids: Sequence[UUID]) -> list[Reached]:
    """Ways to a reader, by hand first. `ids`: all that they are recorded under; none: by hand alone. Two queries.

    No post to a house where they last said, in private, that somebody else opens it.
    """
    found = [Reached(BY_HAND, Way.HAND.value, "", "By hand, or read to them", "")]
    if not ids or ContactChannel.POST.value in shared_channels(ids):
        return found
    today = timezone.localdate()
    read = _reads.run(ids=list(ids), today=today)
    reach = reach_from(read["reach"])
    posts = [each for each in reach if each.channel == ContactChannel.POST.label]
    for home in homes_from(read["homes"]):
        begun = home.since is None or home.since <= today
        if home.kind in WRITTEN_TO and begun and not home.over(today) and home.lines:
            lines = f"{home.lines.strip()}\n{home.postcode}".strip()
            care = next(
                (_care(each.safety, each.how_it_is_safe) for each in posts), "Nobody asked if post is safe."
            )
            if not any(each.safety == Safety.UNSAFE.label for each in posts):
                found.append(_reached(Way.POST, lines, f"By post: {home.kind}", care))
    for each in reach:
        if each.safety == Safety.UNSAFE.label:
            continue
        if each.channel == ContactChannel.POST.label:
            found.append(_reached(Way.POST, each.value, "By post", _care(each.safety, each.how_it_is_safe)))
    found += [_by_notify(each) for each in found if each.way == Way.POST and _fits(each.goes_to)]
    return list({each.key: each for each in found}.values())


def _fits(goes_to: str) -> bool:
    lines = goes_to.splitlines()
    short = len(lines) in LINES and all(len(line) <= LONGEST for line in lines)
    return set_up("postage") and short and bool(POSTCODE.fullmatch(lines[-1].strip()))


def _by_notify(posted: Reached) -> Reached:
    says = f"{posted.says.replace('By post', 'Printed and posted by GOV.UK Notify', 1)}"
    key = hashlib.sha256(f"{Way.NOTIFY.value} {posted.goes_to}".encode()).hexdigest()[:16]
    return Reached(key, Way.NOTIFY.value, posted.goes_to, says, posted.take_care)


def _reached(way: Way, goes_to: str, says: str, care: str) -> Reached:
    key = hashlib.sha256(f"{way.value} {goes_to}".encode()).hexdigest()[:16]
    return Reached(key, way.value, goes_to, f"{says}, {', '.join(goes_to.splitlines())}", care)


def _care(safety: str, how: str) -> str:
    if safety == Safety.SAFE.label:
        return how
    return how or (
        "Nobody asked if this is safe." if safety == Safety.UNKNOWN.label else "Only as they described."
    )
