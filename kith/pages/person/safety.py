"""What staff must not miss on any page of a person: an address kept safe, contact that is not safe."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from kith.core.reads import Reads
from kith.people.models.address import AddressKind, Safety
from kith.people.page_queries import Home, Reach, homes_from, homes_read, reach_from, reach_read

_reads = Reads(homes=homes_read, reach=reach_read)


def safety(homes: Sequence[Home], reach: Sequence[Reach], today: date) -> list[str]:
    """The lines of the notice, from what the reader may know; none where there is nothing to keep safe."""
    lines = []
    if any(each.protected and not each.over(today) for each in homes):
        lines.append(
            "Where they live is kept safe. Tell nobody, not even family, without checking who may know."
        )
    if any(each.safety == Safety.UNSAFE.label for each in reach):
        lines.append(
            "Some ways of making contact are not safe. See how to reach them before you call or write."
        )
    return lines


def home_now(homes: Sequence[Home], today: date) -> Home | None:
    """Where they live today: their home, else where they stay for now."""
    begun = [each for each in homes if each.since is None or each.since <= today]
    here = [each for each in begun if each.lived_in and not each.over(today)]
    return next((each for each in here if each.kind == AddressKind.HOME.label), here[0] if here else None)


def school_now(homes: Sequence[Home], today: date) -> Home | None:
    """Where they go to school today."""
    found = (each for each in homes if each.learnt_in and (each.since is None or each.since <= today))
    return next((each for each in found if not each.over(today)), None)


def keep_safe(request: HttpRequest) -> dict[str, Callable[[], list[str]]]:
    """For every template: `keep_safe()` gives the notice of the person whom the page's gate opened.

    One query, and only where a page of staff asks. No page behind the family's door does.
    """

    def lines() -> list[str]:
        person: Any = getattr(request, "opened", None)
        if person is None:
            return []
        today = timezone.localdate()
        read = _reads.run(ids=person.ids, today=today)
        return safety(homes_from(read["homes"]), reach_from(read["reach"]), today)

    return {"keep_safe": lines}
