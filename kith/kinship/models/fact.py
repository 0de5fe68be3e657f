"""Dated facts about one child in kinship care: kept by triggers, for the law."""

from __future__ import annotations

from django.contrib.postgres.indexes import HashIndex
from django.db import models

from kith.core.models_base import Record, tracked
from kith.people.models import Person


class KinHappened(models.TextChoices):
    COULD = "could", "somebody said that they could care"
    LOOKED = "looked", "a first look was finished"
    TEMPORARY = "temporary", "the child lives with a connected person approved for a time"
    LONGER = "longer", "the time of approval was made longer"
    REVIEW = "review", "an independent review was asked for"
    EXPIRED = "expired", "the time ran out without approval"
    KNOWN = "known", "kinship care became known to us"
    TOLD = "told", "carer and child were given the local offer"
    CHECK_DUE = "check_due", "the day by which to ask how it goes"
    CHECKED = "checked", "they were asked how it goes"
    SG_NOTICE = "sg_notice", "somebody will ask to be special guardian"
    SG_ASKED = "sg_asked", "the court was asked for special guardianship"
    SG_SUPPORT = "sg_supp", "the family has special guardianship support"
    SG_LOOKED = "sg_looked", "that support was looked at again"


@tracked()
class KinFact(Record):
    """One fact about one child; nobody writes it by hand. `matter`: who was named, the approval, caring or day."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="kin_facts")
    matter = models.UUIDField(
        help_text="Who was named, the approval, the caring or the day that it belongs to."
    )
    kind = models.CharField(max_length=9, choices=KinHappened.choices)
    happened_on = models.DateField(help_text="The day on which it happened or began.")
    until = models.DateField(null=True, help_text="The day on which it ended, of what lasts.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "person", "kind"], name="kin_fact_once")]
        indexes = [HashIndex(fields=["person"], name="kin_fact_by_person")]
