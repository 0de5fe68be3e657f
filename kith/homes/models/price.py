"""What a home costs. Read by those who buy, and of a child's choice only once the needs are ranked."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.homes.models.home import Home


@tracked()
class Price(Record):
    """What one place costs a week, over a time, and whether a contract says so."""

    home = models.ForeignKey(Home, on_delete=models.PROTECT, related_name="prices")
    pounds_a_week = models.DecimalField(
        max_digits=8, decimal_places=2, help_text="Pounds for one place a week."
    )
    in_contract = models.BooleanField(help_text="Whether it was bought under a framework or contract.")
    starts_on = models.DateField(help_text="The first day.")
    ends_on = models.DateField(null=True, help_text="The day from which it no longer holds.")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(pounds_a_week__gte=0), name="price_not_below_nothing"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gt=F("starts_on")), name="price_dates"
            ),
        ]
        indexes = [models.Index(fields=["home", "-starts_on"], name="price_home")]
