"""Dated facts about money for one child's carers: kept by triggers, for the law."""

from __future__ import annotations

from django.contrib.postgres.indexes import HashIndex
from django.db import models

from kith.core.models_base import Record, tracked
from kith.people.models import Person


class MoneyHappened(models.TextChoices):
    AGREED = "agreed", "money support was agreed"
    WRITTEN = "written", "the agreement was written down"
    GUARDIAN = "guardian", "a special guardianship allowance is paid"
    REVIEWED = "reviewed", "the allowance was looked at again"


@tracked()
class MoneyFact(Record):
    """One fact about one child; nobody writes it by hand. `matter`: the award, or the care that it is paid for."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="money_facts")
    matter = models.UUIDField(help_text="The award, or the care that it is paid for.")
    kind = models.CharField(max_length=8, choices=MoneyHappened.choices)
    happened_on = models.DateField(help_text="The day on which it happened or began.")
    until = models.DateField(null=True, help_text="The day on which it ended, of what lasts.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "person", "kind"], name="money_fact_once")]
        indexes = [HashIndex(fields=["person"], name="money_fact_by_person")]
