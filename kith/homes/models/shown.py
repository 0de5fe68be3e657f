"""What somebody is shown at their own door: a child of a home that is thought of, and carers of a child.

The words are written for that one reader, and stand apart from the register and the record: neither says more than was
written here. And what a child wants known of where they live, whether or not a home is looked for.
"""

from __future__ import annotations

from django.db import models

from kith.core.models_base import Record
from kith.homes.models.search import Choice
from kith.people.models import Person

MOST = 1500


class Shown(Record):
    """A description written for one reader. Released by name; until a home is agreed it names nobody."""

    choice = models.ForeignKey(Choice, on_delete=models.PROTECT, related_name="shown")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", help_text="The child.")
    reader = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", help_text="Who reads it: the child, or a carer."
    )
    as_carer = models.BooleanField(
        help_text="Whether it tells carers of the child, or the child of the home."
    )
    words = models.CharField(max_length=MOST, help_text="What they read. No names before it is agreed.")
    on = models.DateField(help_text="The day.")

    class Meta:
        verbose_name_plural = "shown"
        indexes = [
            models.Index(fields=["choice"], name="shown_of_choice"),
            models.Index(fields=["reader"], name="shown_to"),
        ]


class Wish(Record):
    """What matters to a young person where they live, in their own words. Added, never changed."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="home_wishes")
    words = models.CharField(max_length=1000, help_text="In their words.")
    on = models.DateField(help_text="The day.")

    class Meta:
        verbose_name_plural = "wishes"
        indexes = [models.Index(fields=["person", "-on"], name="wish_person")]
