"""Dated facts about one person of what is held by request or by family: kept by triggers, for the law."""

from __future__ import annotations

from django.contrib.postgres.indexes import HashIndex
from django.db import models

from kith.core.models_base import Record, tracked
from kith.people.models import Person


class HelpHappened(models.TextChoices):
    ASKED = "asked", "somebody asked, and it counts as a referral"
    DECIDED = "decided", "it was decided what to do"
    ASKER_TOLD = "asker_told", "whoever asked was told"
    ASKER_UNSAFE = "asker_unsafe", "it was not safe to tell whoever asked, or they could not be reached"
    FAMILY_TOLD = "family_told", "the family was told"
    FAMILY_UNSAFE = "family_unsafe", "telling the family would put somebody at risk"
    FAMILY_HELP = "family_help", "the family had Family Help"
    LEAD_CHANGED = "lead_changed", "another worker leads than before"
    LEAD_TOLD = "lead_told", "the family's view of it, goodbye and hello were written down"


@tracked()
class HelpFact(Record):
    """One fact about one child; nobody writes it by hand. `matter`: the referral, Family Help, or new lead's work."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="help_facts")
    matter = models.UUIDField(
        help_text="The referral, span of Family Help or new lead's work that it belongs to."
    )
    kind = models.CharField(max_length=13, choices=HelpHappened.choices)
    happened_on = models.DateField(help_text="The day on which it happened or began.")
    until = models.DateField(null=True, help_text="The day on which it ended, of what lasts.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["matter", "person", "kind"], name="help_fact_once")]
        indexes = [HashIndex(fields=["person"], name="help_fact_by_person")]
