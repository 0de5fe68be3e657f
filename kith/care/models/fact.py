"""Dated facts about one child of what this room holds: kept by triggers, for the law."""

from __future__ import annotations

from django.contrib.postgres.indexes import HashIndex
from django.db import models

from kith.core.models_base import Record, tracked
from kith.people.models import Person


@tracked()
class CareFact(Record):
    """One fact about one child; nobody writes it by hand. `kind` is the register's own word (fact_kinds.toml)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="care_facts")
    matter = models.UUIDField(help_text="The review, talk, law or home that it belongs to.")
    kind = models.CharField(
        max_length=40, help_text="Which kind of fact, as the register of duties names it."
    )
    happened_on = models.DateField(help_text="The day on which it happened or began.")
    until = models.DateField(null=True, help_text="The day on which it ended, of what lasts.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "kind"], name="care_fact_once")]
        indexes = [HashIndex(fields=["person"], name="care_fact_by_person")]
