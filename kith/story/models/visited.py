"""Who was seen on which day, as the law asks of visits: kept by triggers from the visits on the story."""

from __future__ import annotations

from django.contrib.postgres.indexes import HashIndex
from django.db import models

from kith.core.labels import LABEL_CHOICES, Label
from kith.core.models_base import Record, tracked
from kith.people.models import Person
from kith.story.models.event import Event


@tracked()
class Visited(Record):
    """One person was seen on one visit by a worker of the council who may visit for it. Nobody writes it by hand.

    A visit that was put right leaves the row of the one that replaced it. Source: SI 2010/959 regulations 28(1)
    and 29.
    """

    event = models.ForeignKey(Event, on_delete=models.CASCADE, db_index=False, related_name="visited")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="visited")
    seen_on = models.DateField(help_text="The day on which they were seen, in England.")
    alone = models.CharField(
        max_length=8, blank=True, help_text="Seen alone: yes, part, offered or no; empty: not said."
    )
    why_not_alone = models.CharField(
        max_length=8, blank=True, help_text="Why not: refused, age, unable, other; empty: not said."
    )
    written_on = models.DateField(
        null=True, help_text="The day on which what was seen and heard was written down; empty until it is."
    )
    label = models.IntegerField(choices=LABEL_CHOICES, default=Label.NORMAL.value)
    covert = models.ForeignKey(
        "access.NotYetTold",
        on_delete=models.PROTECT,
        null=True,
        help_text="The concern that the visit arises from, until told.",
    )

    class Meta:
        verbose_name_plural = "visited"
        constraints = [models.UniqueConstraint(fields=["event", "person"], name="visited_once")]
        indexes = [HashIndex(fields=["person"], name="visited_by_person")]
