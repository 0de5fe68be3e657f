"""Times when a looked-after child was missing, or away without authorisation."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.people.models import Person


class MissingKind(models.TextChoices):
    MISSING = "M", "missing"
    AWAY = "A", "away without authorisation"


@tracked()
class MissingEpisode(Record):
    """Whereabouts within a home, not a second home. Matched on reload by person and `began_on`.

    A child may go missing twice in one day, so nothing here forbids two on one day.
    """

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, db_index=False, related_name="missing_episodes"
    )
    kind = models.CharField(max_length=12, help_text="M missing, A away without authorisation (MISSING).")
    began_on = models.DateField(help_text="First day missing (MIS_START).")
    ended_on = models.DateField(
        null=True, blank=True, help_text="Day found or back (MIS_END); blank while missing."
    )
    reported_year = models.CharField(
        max_length=7,
        blank=True,
        help_text="Collection year of the return that last told it; an earlier year's never changes it.",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on")),
                name="missing_ends_after_it_begins",
            )
        ]
        indexes = [models.Index(fields=["person", "-began_on"], name="missing_person_began")]
