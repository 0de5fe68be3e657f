"""The legal position and homes of a child looked after, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from kith.care.models import Episode
from kith.core.reads import IDS, Reads

# Plain words for the legal statuses of the SSDA903 return.
PLAIN_STATUS = {
    "C1": "An interim care order: a court has given the council shared responsibility for now",
    "C2": "A care order: a court has given the council shared responsibility",
    "D1": "A freeing order (an old kind of order)",
    "E1": "A placement order: a court has agreed that the child may be placed for adoption",
    "V2": "Looked after by agreement (section 20)",
    "V3": "Short breaks by agreement",
    "V4": "Short breaks by agreement",
    "L1": "Police protection",
    "L2": "An emergency protection order",
    "L3": "A child assessment order",
    "J1": "On remand",
    "J2": "In police detention, looked after by the council",
    "J3": "A youth rehabilitation order",
}
# Plain words for the kinds of home.
PLAIN_HOME = {
    "A3": "with adopters who fostered them", "A4": "with adopters", "A5": "with adopters who fostered them",
    "A6": "with adopters", "H5": "in semi-independent living", "K1": "in a secure children's home",
    "K2": "in a children's home", "K3": "in supported accommodation", "P1": "at home with parents",
    "P2": "living independently", "P3": "in residential employment", "R1": "in a care home",
    "R2": "in a health placement", "R3": "in a family centre", "R5": "in a young offender institution",
    "S1": "in a residential school", "T0": "in a temporary home", "T1": "in hospital for now", "T2": "on holiday for now",
    "T3": "in a temporary home", "T4": "in a temporary home", "U1": "with foster carers who are family or friends",
    "U2": "with foster carers who are family or friends", "U3": "with foster carers who are family or friends",
    "U4": "with foster carers", "U5": "with foster carers", "U6": "with foster carers",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stay:
    """One episode in plain words."""

    home: str
    status: str
    since: date
    until: date | None
    code: str


def stays_read() -> QuerySet[Episode, Any]:
    """Episodes of care, newest first."""
    found = Episode.objects.filter(person_id__among=IDS).order_by("-started_on")
    return found.values_list("placement_type", "legal_status", "started_on", "ceased_on")


def stays_from(rows: Iterable[Sequence[Any]]) -> list[Stay]:
    """Stays from the rows of `stays_read`."""
    return [
        Stay(
            home=PLAIN_HOME.get(placement, "in another kind of home"),
            status=PLAIN_STATUS.get(status, "Legal status not recorded"),
            since=since,
            until=until,
            code=f"{status} {placement}".strip(),
        )
        for placement, status, since, until in rows
    ]


_stays = Reads(stays=stays_read)


def stays(ids: Sequence[UUID]) -> list[Stay]:
    """Episodes of care in plain words, newest first. One query."""
    return stays_from(_stays.run(ids=ids)["stays"])
