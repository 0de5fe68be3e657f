"""Looked-after reviews, and the child's part in each."""

from __future__ import annotations

from django.contrib.postgres.indexes import HashIndex
from django.db import models

from kith.core.models_base import Record, tracked
from kith.people.models import Person


@tracked()
class Review(Record):
    """Source: Care Planning, Placement and Case Review (England) Regulations 2010, part 6."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="care_reviews")
    reviewed_on = models.DateField(help_text="The day of the review (REVIEW).")
    participation = models.CharField(
        max_length=12,
        blank=True,
        help_text="How the child took part (REVIEW_CODE): PN0 under four, PN1 to PN7.",
    )
    reported_year = models.CharField(
        max_length=7,
        blank=True,
        help_text="Collection year of the return that last told it; an earlier year's never changes it.",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "reviewed_on"], name="care_review_once_a_day")
        ]
        indexes = [HashIndex(fields=["person"], name="care_review_by_person")]
