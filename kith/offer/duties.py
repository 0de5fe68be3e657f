"""This room's door to the law: the local offers as the council published them, and whom it asked. About nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import chain

from kith.law import council
from kith.law.council import THE_COUNCIL, Standing
from kith.law.coverage import Covered
from kith.law.facts import Fact
from kith.law.providers import Provider, register
from kith.offer.models import OfferKind, OfferVersion

# Published here, or nowhere that Kith knows of: covered from the day on which the council works in it.
LIVE = (
    "kinship_offer_due", "kinship_offer_drafted", "kinship_offer_consulted", "kinship_offer_published",
    "care_leaver_offer_due", "care_leaver_offer_published",
)  # fmt: skip
# Children Act 1989 s22H, in force two months after 29 April 2026; Children and Social Work Act 2017 s2.
BEGAN = {OfferKind.KINSHIP: date(2026, 6, 29), OfferKind.LEAVERS: date(2018, 4, 1)}
DUTIES = {OfferKind.KINSHIP: ("KC-06", "KC-07", "KC-08"), OfferKind.LEAVERS: ("LC-12",)}
_KIND = {OfferKind.KINSHIP: "kinship_offer", OfferKind.LEAVERS: "care_leaver_offer"}


def covers(_as_at: date, _believed: datetime | None) -> Iterable[Covered]:
    """No return tells of an offer."""
    return ()


def facts() -> Iterator[Fact]:
    """When each duty began, each version, and who was asked about it: as published, so that whoever asks gets the same.

    One statement.
    """
    for each, began in BEGAN.items():
        yield Fact(f"{_KIND[each]}_due", THE_COUNCIL, began, ref=each.value)
    versions = OfferVersion.objects.order_by("kind", "number")
    for kind, number, starts, asked in versions.values_list("kind", "number", "starts_on", "document__asked"):
        ref = f"{kind} {number}"
        yield Fact(f"{_KIND[OfferKind(kind)]}_published", THE_COUNCIL, starts, ref=ref)
        if kind == OfferKind.KINSHIP:
            # A draft is ready on the day on which it becomes a version, if not before.
            yield Fact("kinship_offer_drafted", THE_COUNCIL, starts, ref=ref)
            for one in asked or ():
                yield Fact("kinship_offer_consulted", THE_COUNCIL, date.fromisoformat(one["on"]), ref=ref)


def standings(as_at: date) -> dict[str, list[Standing]]:
    """How the duties of each offer stand, by its kind. One statement for all."""
    found = {each.duty.id: each for each in council.standing(as_at, [*chain(*DUTIES.values())])}
    return {kind.value: [found[duty] for duty in duties] for kind, duties in DUTIES.items()}


def fill() -> None:
    """Give the law this room's facts (at start-up)."""
    register(Provider("offer", covers, live=LIVE))
    council.FACTS.add("offer", facts)
    council.OWN.add("offer", tuple(chain(*DUTIES.values())))
