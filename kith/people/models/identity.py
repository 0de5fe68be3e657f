"""Two rows that turned out to be one human being: linked, never moved."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.core.ranges import RangeOperators, not_empty
from kith.people.models.person import Person


@tracked()
class PersonIdentity(Record):
    """`person` is the same human being as `canonical`, while `during` lasts; undoing closes it."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="identities")
    canonical = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="linked")
    during = DateTimeRangeField(help_text="From the linking up to its undoing.")
    reason = models.CharField(max_length=300, help_text="Why the two are taken to be one.")

    class Meta:
        verbose_name_plural = "person identities"
        constraints = [
            not_empty("during", "identity_during_not_empty"),
            models.CheckConstraint(condition=~Q(person=F("canonical")), name="identity_is_between_two"),
            ExclusionConstraint(
                name="identity_one_canonical",
                expressions=[("person", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
            ),
        ]
        indexes = [models.Index(fields=["canonical"], name="identity_canonical")]
