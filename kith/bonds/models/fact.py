"""Dated facts of this room about one person, for the law."""

from __future__ import annotations

from django.contrib.postgres.indexes import HashIndex
from django.db import models

from kith.core.models_base import Record, tracked
from kith.people.models import Person


class BondKind(models.TextChoices):
    APART = "apart", "lives apart from a brother or sister in care"
    SIBLING_TIME = "sibling_time", "spent time with a brother or sister"
    URGENT = "urgent", "time with somebody was refused as urgent"
    TIME_CONSIDERED = "considered", "time with family and friends was considered"
    APART_WHY = "apart_why", "why they live apart from a brother or sister was written down"
    LINKS_OFFERED = "links", "Lifelong Links was offered"
    LINKS_RUN = "links_run", "said yes to Lifelong Links, and it runs"
    HOME_AGAIN = "home_again", "lives at home again after care"
    HOME_LOOKED_AT = "home_looked", "living at home again was looked at with the family"


@tracked()
class BondFact(Record):
    """One fact about one person; nobody writes it by hand. `matter`: what it belongs to."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="bond_facts")
    matter = models.UUIDField(help_text="What it belongs to: the return home, the time, the review.")
    kind = models.CharField(max_length=12, choices=BondKind.choices)
    happened_on = models.DateField(help_text="The day on which it happened or began.")
    until = models.DateField(null=True, help_text="The day on which it ended, of what lasts.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["matter", "person", "kind", "happened_on"], name="bond_fact_once")
        ]
        indexes = [HashIndex(fields=["person"], name="bond_fact_by_person")]
