"""Children who came to this country alone and sought asylum."""

from __future__ import annotations

from django.db import models

from kith.core.models_base import Record, tracked
from kith.people.models import Person


@tracked()
class UnaccompaniedPeriod(Record):
    """The return says only when the status ended, so that is what is kept; one for each person."""

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, db_index=False, related_name="unaccompanied_periods"
    )
    ceased_on = models.DateField(
        null=True, blank=True, help_text="When the status ended or is to end, at 18 at the latest (DUC)."
    )
    reported_year = models.CharField(
        max_length=7,
        blank=True,
        help_text="Collection year of the return that last told it; an earlier year's never changes it.",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person"], name="unaccompanied_once")]
