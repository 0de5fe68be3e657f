"""The facts about homes that the law judges by: of a child, that a home is sought and found; of carers, their road.

`ref`: the search, the enquiry, the review, the notice. A day that is still to come is no fact yet, but for the panel's.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from kith.homes.models import HomeFact
from kith.homes.models.done import APPLICANT_STOPPED, LAW, STAGES
from kith.law.coverage import Covered
from kith.law.providers import Provider, Reads, register

READS = {"home_fact": Reads(HomeFact, ("matter", "kind", "happened_on", "until"), known=True)}
FACTS = """
SELECT kind, person, happened_on AS day, until, matter AS ref, NULL::jsonb AS detail
  FROM {home_fact} h WHERE kind NOT IN ('foster_resignation_done', 'foster_record_closed') OR happened_on <= current_date
"""
# Nothing of these came before there was this room.
OURS = (
    "home_search_started", "home_is_allowed", "foster_home_within_limit", "outside_terms_placement",
    "foster_approval", "foster_resignation", "foster_resignation_done", "foster_record_closed", "foster_event",
    "foster_event_notified", "foster_record_destroyed", APPLICANT_STOPPED,
)  # fmt: skip
# Carers were approved and reviewed before they were written here: known from the day workers write here.
LIVE = ("foster_review", *(kind for kind in LAW.values() if kind not in OURS), *STAGES.values())


def covers(_as_at: date, _believed: datetime | None) -> Iterable[Covered]:
    """What is recorded here alone."""
    return [Covered(kind) for kind in OURS]


def fill() -> None:
    """Give the law this room's facts (at start-up)."""
    register(Provider("homes", covers, FACTS, READS, LIVE))
