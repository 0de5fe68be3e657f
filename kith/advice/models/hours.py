"""When the service answers: dated, so that a change next month is written today, and last month stays as it was."""

from __future__ import annotations

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from kith.advice.models.channel import Channel
from kith.core.models_base import tracked


@tracked()
class Hours(models.Model):
    """One span of a weekday on which one way of reaching the service is answered, from a day on or between two."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    channel = models.CharField(max_length=10, choices=Channel.choices)
    weekday = models.IntegerField(help_text="1 is Monday, 7 is Sunday.")
    opens = models.TimeField(help_text="By the clock in England.")
    closes = models.TimeField(help_text="By the clock in England; after it opens.")
    during = DateRangeField(help_text="The days on which this holds.")

    class Meta:
        verbose_name_plural = "hours"
        constraints = [
            models.CheckConstraint(condition=models.Q(weekday__range=(1, 7)), name="hours_weekday"),
            models.CheckConstraint(
                condition=models.Q(closes__gt=models.F("opens")), name="hours_close_after_opening"
            ),
            models.CheckConstraint(condition=models.Q(during__isempty=False), name="hours_hold_some_day"),
            ExclusionConstraint(
                name="hours_do_not_begin_twice",
                expressions=[
                    ("channel", RangeOperators.EQUAL),
                    ("weekday", RangeOperators.EQUAL),
                    ("opens", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
            ),
        ]


@tracked()
class SpecialDay(models.Model):
    """A day that is not as its weekday: closed, or open at other hours. Bank holidays need no row."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    channel = models.CharField(max_length=10, choices=Channel.choices)
    day = models.DateField(help_text="Which day.")
    opens = models.TimeField(null=True, help_text="When it opens; empty: closed all day.")
    closes = models.TimeField(null=True, help_text="When it closes; empty: closed all day.")
    why = models.CharField(max_length=80, blank=True, help_text="As the public reads it: a training day.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["channel", "day"], name="special_day_once"),
            models.CheckConstraint(
                condition=models.Q(opens__isnull=True, closes__isnull=True)
                | models.Q(opens__isnull=False, closes__gt=models.F("opens")),
                name="special_day_closed_or_open",
            ),
        ]
