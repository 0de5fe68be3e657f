"""The facts about bonds that the law judges by."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from kith.bonds.models import BondFact
from kith.law.coverage import Covered
from kith.law.providers import Provider, Reads, register

READS = {"bond": Reads(BondFact, ("matter", "kind", "happened_on", "until"), known=True)}
FACTS = """
SELECT CASE kind WHEN 'apart' THEN 'siblings_apart' WHEN 'sibling_time' THEN 'sibling_time'
                 WHEN 'urgent' THEN 'contact_refused_as_urgent'
                 WHEN 'considered' THEN 'time_with_family_considered' WHEN 'links' THEN 'lifelong_links_offered'
                 WHEN 'links_run' THEN 'lifelong_links_under_way' WHEN 'apart_why' THEN 'siblings_apart_because'
                 WHEN 'home_again' THEN 'returned_home' ELSE 'return_home_looked_at' END AS kind,
       person, happened_on AS day, until, matter AS ref, NULL::jsonb AS detail
  FROM {bond} b
"""
# Nothing of these came before there was this room.
OURS = ("returned_home", "return_home_looked_at", "contact_refused_as_urgent")
# What starts these came in by returns too, which tell nothing of them: known from the day workers write here.
LIVE = (
    "siblings_apart", "siblings_apart_because", "sibling_time", "time_with_family_considered", "lifelong_links_offered",
    "lifelong_links_under_way",
)  # fmt: skip


def covers(_as_at: date, _believed: datetime | None) -> Iterable[Covered]:
    """What is recorded here alone."""
    return [Covered(kind) for kind in OURS]


def fill() -> None:
    """Give the law this room's facts (at start-up)."""
    register(Provider("bonds", covers, FACTS, READS, LIVE))
