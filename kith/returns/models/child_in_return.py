"""Which children a return of a year told of: an earlier year's return then corrects nothing about them."""

from __future__ import annotations

from django.db import models

from kith.core.models_base import Record
from kith.people.models import Person


class ChildInReturn(Record):
    """A return of this year told of this person."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="in_returns")
    kind = models.CharField(max_length=8, help_text="Which return: ssda903 or cin.")
    collection_year = models.CharField(max_length=7, help_text="Year to 31 March, such as 2024-25.")

    class Meta:
        verbose_name_plural = "children in returns"
        constraints = [
            models.UniqueConstraint(fields=["person", "kind", "collection_year"], name="child_in_return_once")
        ]
