"""Orders that deprive a looked-after child of liberty, as the return reports them from 2026-27."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.people.models import Person


@tracked()
class DeprivationOfLiberty(Record):
    """An order of a court under which a child is deprived of liberty. Source: SSDA903, DoLo."""

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, db_index=False, related_name="deprivations_of_liberty"
    )
    started_on = models.DateField(help_text="First day of the order (DOLO_START).")
    ended_on = models.DateField(
        null=True, blank=True, help_text="Last day of the order (DOLO_END); blank while it lasts."
    )
    reported_year = models.CharField(
        max_length=7,
        blank=True,
        help_text="Collection year of the return that last told it; an earlier year's never changes it.",
    )

    class Meta:
        verbose_name_plural = "deprivations of liberty"
        constraints = [
            models.UniqueConstraint(fields=["person", "started_on"], name="deprivation_of_liberty_once"),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="deprivation_of_liberty_ends_after",
            ),
        ]
