"""What a feed has no more: marked when that is first seen, taken from everybody's sight when it is seen again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kith.offer.actions.publishing import publish, unpublish
from kith.offer.models import Feed, Service, Status

FEW = 5


@dataclass(frozen=True, slots=True)
class Gone:
    """How many were marked, withdrawn, and are there again; and why nothing was done ("" where it was)."""

    marked: int = 0
    withdrawn: int = 0
    back: int = 0
    kept_back: str = ""


def drop_missing(feed: Feed, seen: set[str], today: date, *, fewer: bool) -> Gone:
    """Mark what is missing, within an action. One that was missing on an earlier day already is shown no more.

    A feed that has lost more than half at once is not believed: that is how a broken feed looks. What a person changed
    here is marked and stays shown: it is for that person to end.
    """
    rows = list(Service.objects.select_related("provider").filter(feed=feed))
    missing = [each for each in rows if each.external not in seen]
    live = [each for each in rows if each.dropped_on is None]
    lost = [each for each in missing if each.dropped_on is None]
    if not fewer and len(lost) > FEW and len(lost) * 2 > len(live):
        told = f"It has {len(lost)} of {len(live)} services no more: too many at once to be believed."
        return Gone(kept_back=f"{told} Nothing was taken away.")
    Service.objects.filter(id__in=[each.id for each in lost]).update(dropped_on=today)
    stale = [
        each
        for each in missing
        if each.published and each.digest and each.dropped_on and each.dropped_on < today
    ]
    for each in stale:
        unpublish(each.id)
    Service.objects.filter(id__in=[each.id for each in stale]).update(published=False)
    return Gone(
        len(lost), len(stale), _back([each for each in rows if each.dropped_on and each.external in seen])
    )


def _back(rows: list[Service]) -> int:
    """What the feed has again is shown again, unless a person took it down meanwhile or it has ended."""
    for each in rows:
        shown = each.published or (bool(each.digest) and each.status != Status.DEFUNCT)
        Service.objects.filter(id=each.id).update(dropped_on=None, published=shown)
        if shown and not each.published:
            each.published = True
            publish(each)
    return len(rows)
