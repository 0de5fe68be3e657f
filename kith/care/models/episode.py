"""Episodes of care, as the SSDA903 return counts them: one placement under one legal status."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.indexes import HashIndex
from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.core.ranges import DateRangeField, RangeOperators, not_empty
from kith.people.models import Person

SHORT_BREAK_AGREEMENT = "V4"


@tracked()
class Episode(Record):
    """The one status and home that the return reports for each night.

    An episode ends on the day the next begins, so its nights are `[started_on, ceased_on)`. One that
    began and ended on a single day held no night: its `during` is blank and it can overlap nothing.
    V4 is an agreement to a series of short breaks, not a night spent anywhere, so it may run beside
    others; V3 is a single break and may not. Matched on reload by person and `started_on`. Where the
    home is stands in `EpisodePlace`.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="episodes")
    started_on = models.DateField(help_text="First day of the episode (DECOM).")
    ceased_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day it ceased and the next, if any, began (DEC); blank while it lasts.",
    )
    during = DateRangeField(
        null=True,
        blank=True,
        help_text="Its nights: from the first day up to the day it ceased; blank if none.",
    )
    reason_new_episode = models.CharField(
        max_length=12,
        blank=True,
        help_text="Why a new episode began (RNE), such as S: started to be looked after.",
    )
    legal_status = models.CharField(
        max_length=12, blank=True, help_text="Legal status (LS), such as C2 full care order or V2 section 20."
    )
    need = models.CharField(
        max_length=12, blank=True, help_text="Main need when the period of care began (CIN), N1 to N8."
    )
    placement_type = models.CharField(
        max_length=12, blank=True, help_text="Type of placement (PLACE), such as U1."
    )
    provider = models.CharField(
        max_length=12, blank=True, help_text="Who provides the placement (PLACE_PROVIDER), PR0 to PR5."
    )
    reason_ceased = models.CharField(
        max_length=12, blank=True, help_text="Why it ceased (REC); X1 when another episode followed."
    )
    reason_place_change = models.CharField(
        max_length=12, blank=True, help_text="Why the placement changed (REASON_PLACE_CHANGE), such as CARPL."
    )
    same_home_as_before = models.BooleanField(
        null=True,
        blank=True,
        help_text="Whether they stayed in the home of the episode before it; not known where blank.",
    )
    derived = models.BooleanField(
        default=False,
        db_default=False,
        help_text="Whether it follows from the homes and legal bases that workers record; then no hand changes it.",
    )
    stay = models.ForeignKey(
        "care.Stay",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="episodes",
        help_text="The home that it follows from.",
    )
    reported_year = models.CharField(
        max_length=7,
        blank=True,
        help_text="Collection year of the return that last told it; an earlier year's never changes it.",
    )

    class Meta:
        constraints = [
            not_empty("during", "episode_during_not_empty"),
            models.CheckConstraint(
                condition=Q(during__isnull=True, ceased_on__isnull=False, ceased_on=F("started_on"))
                | Q(
                    during__isnull=False,
                    during__startswith=F("started_on"),
                    ceased_on__isnull=True,
                    during__upper_inf=True,
                )
                | Q(
                    during__isnull=False,
                    during__startswith=F("started_on"),
                    ceased_on__isnull=False,
                    during__endswith=F("ceased_on"),
                ),
                name="episode_during_is_its_dates",
            ),
            ExclusionConstraint(
                name="episode_one_a_night",
                expressions=[("person", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                condition=~Q(legal_status=SHORT_BREAK_AGREEMENT),
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-started_on"], name="episode_person_started"),
            HashIndex(fields=["person"], name="episode_by_person"),
        ]
