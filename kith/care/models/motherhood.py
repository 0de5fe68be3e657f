"""Looked-after young women who are mothers."""

from __future__ import annotations

from django.db import models

from kith.core.models_base import Record, tracked
from kith.people.models import Person


@tracked()
class Motherhood(Record):
    """The return's answer. The child, where known, is a person of their own with a relationship."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="motherhoods")
    is_mother = models.BooleanField(help_text="Whether she is a mother (MOTHER).")
    first_child_born_on = models.DateField(
        null=True, blank=True, help_text="Date of birth of her first child (MC_DOB)."
    )
    reported_year = models.CharField(
        max_length=7,
        blank=True,
        help_text="Collection year of the return that last told it; an earlier year's never changes it.",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person"], name="motherhood_once")]
