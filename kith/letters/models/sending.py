"""That a letter left: the check said yes to, the way and where to; of post, the day on which it was posted."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kith.core.models_base import Record
from kith.letters.models.letter import Letter
from kith.people.models import Person


class Way(models.TextChoices):
    HAND = "hand", "given by hand"
    POST = "post", "post"
    NOTIFY = "notify", "post, printed by GOV.UK Notify"


class Sending(Record):
    """The check before it left: this goes to ..., at ..., it contains ..., and a worker said yes."""

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="sendings")
    # The letter's own, so that one grant opens both.
    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="letters_sent")
    way = models.CharField(max_length=8, choices=Way.choices)
    goes_to = models.TextField(blank=True, help_text="The address, as the check showed it; empty by hand.")
    contains = ArrayField(
        models.CharField(max_length=300), help_text="What it contains, line by line, as the check showed it."
    )
    file = models.CharField(
        max_length=64,
        blank=True,
        help_text="The PDF as it left, by its name in the store; empty where it left before they were kept.",
    )
    sent_by_name = models.CharField(max_length=120, help_text="Name of whoever said yes, as it was then.")

    class Meta:
        indexes = [models.Index(fields=["person", "-recorded_at"], name="sending_person")]


class Posted(Record):
    """A sending by post was printed, put in its envelope, and posted."""

    sending = models.OneToOneField(Sending, on_delete=models.PROTECT, related_name="posted")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, db_index=False, related_name="letters_posted"
    )
    posted_on = models.DateField(help_text="The day on which it was posted.")
