"""Parts of a service: when, for how much, by which number, whom to ask for."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kith.core.models_base import Record, tracked
from kith.offer.models.provider import LINE
from kith.offer.models.service import Service


@tracked()
class Hours(Record):
    """When it is open, each week (Open Referral UK: schedule)."""

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="hours")
    days = ArrayField(models.SmallIntegerField(), default=list, help_text="Days of the week, Monday is 1.")
    opens = models.TimeField(null=True, help_text="From, in London.")
    closes = models.TimeField(null=True, help_text="Until, in London.")
    words = models.CharField(
        max_length=500, blank=True, help_text="What else is to be said, such as term time only."
    )

    class Meta:
        verbose_name_plural = "hours"


@tracked()
class Cost(Record):
    """What it costs (Open Referral UK: cost option)."""

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="costs")
    amount = models.DecimalField(max_digits=8, decimal_places=2, null=True, help_text="Pounds; 0 is free.")
    words = models.CharField(max_length=500, blank=True, help_text="For what, and who pays less.")


@tracked()
class Phone(Record):
    """A telephone number that anybody may ring."""

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="phones")
    number = models.CharField(max_length=40, help_text="As one dials it.")
    words = models.CharField(max_length=LINE, blank=True, help_text="When it is answered, and by whom.")


@tracked()
class Contact(Record):
    """Whom to ask for."""

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="contacts")
    name = models.CharField(max_length=LINE, help_text="A name, as the provider gave it for everybody.")
    title = models.CharField(max_length=LINE, blank=True, help_text="What they do.")
