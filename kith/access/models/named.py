"""Who was named for whom, person by person, for the law: kept by triggers from involvements and families."""

from __future__ import annotations

from django.contrib.postgres.indexes import HashIndex
from django.db import models

from kith.access.models.involvement import Involvement, InvolvementRole
from kith.core.models_base import Record, tracked
from kith.people.models import Person

NAMED = (
    InvolvementRole.LEAD_PRACTITIONER,
    InvolvementRole.LEAD_PROTECTION,
    InvolvementRole.REVIEWING_OFFICER,
)
"""The roles that a duty asks somebody to be named in."""


@tracked()
class Named(Record):
    """An involvement as it concerns one person, also where it is with the whole family. Nobody writes it by hand."""

    involvement = models.ForeignKey(
        Involvement, on_delete=models.CASCADE, db_index=False, related_name="named"
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="named")
    role = models.CharField(max_length=20, choices=InvolvementRole.choices)
    named_on = models.DateField(help_text="The first day on which it concerned this person.")
    until = models.DateField(null=True, help_text="The day after the last.")
    arises_from = models.ForeignKey(
        "access.NotYetTold",
        on_delete=models.PROTECT,
        null=True,
        help_text="The concern it comes from, while the family is not yet told.",
    )

    class Meta:
        verbose_name_plural = "named"
        constraints = [models.UniqueConstraint(fields=["involvement", "person"], name="named_once")]
        indexes = [HashIndex(fields=["person"], name="named_by_person")]
