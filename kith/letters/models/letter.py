"""A letter or document as it was filed: nobody changes it. A change is another, that names it."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kith.core.labels import Label
from kith.core.models_base import Record
from kith.letters.models.template import ForWhom
from kith.letters.models.word import WordTemplate
from kith.people.models import Person


class LetterKind(models.TextChoices):
    LETTER = "letter", "Letter"
    CHRONOLOGY = "chronology", "Chronology"
    HANDOVER = "handover", "Handover"
    SUPERVISION = "supervision", "Supervision sheet"
    CONFERENCE = "conference", "Report of a family meeting"
    EVIDENCE = "evidence", "Evidence for court"
    GENOGRAM = "genogram", "Family drawing"


# Read by workers alone, unless somebody of the family gets a copy: nobody of them is offered as a reader.
FOR_STAFF = (LetterKind.HANDOVER, LetterKind.SUPERVISION)


class Letter(Record):
    """What is to leave, word for word: to whom, what it says, and what it was made of."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="letters")
    kind = models.CharField(max_length=12, choices=LetterKind.choices, default=LetterKind.LETTER)
    for_whom = models.CharField(max_length=12, choices=ForWhom.choices)
    template = models.CharField(max_length=40, help_text="Key of the template it began with.")
    template_version = models.PositiveSmallIntegerField(
        help_text="And its version; 0 is what came with Kith."
    )
    reference = models.CharField(
        max_length=12,
        unique=True,
        help_text="Drawn at random, so that it tells neither day, place nor number.",
    )
    to_name = models.CharField(max_length=120, help_text="The name that it is addressed to.")
    readers = ArrayField(
        models.UUIDField(),
        help_text="People of the record who will read it: whoever it is for, then whoever gets a copy.",
    )
    subject = models.CharField(max_length=120, help_text="The line above the greeting.")
    content = models.JSONField(help_text="Its parts in order, as kith.letters.parts reads them.")
    typed = models.TextField(
        blank=True, help_text="The worker's words before they were laid out, to go on from."
    )
    made_of = ArrayField(
        models.UUIDField(), default=list, help_text="Events of the story that words of it come from."
    )
    quotes = ArrayField(
        models.UUIDField(),
        null=True,
        help_text="Of these, own words that stand in it word for word; empty in what was filed before that was kept.",
    )
    labels = models.IntegerField(
        default=Label.NORMAL.value, help_text="Every label of what is in it; a reader here holds them all."
    )
    word = models.ForeignKey(
        WordTemplate,
        on_delete=models.PROTECT,
        null=True,
        related_name="letters",
        help_text="The council's own Word file that it is made of, if it is.",
    )
    written_on = models.DateField(help_text="The day that it bears.")
    written_by_name = models.CharField(max_length=120, help_text="Name of the writer, as it was then.")
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, help_text="The letter that this one was changed from."
    )

    class Meta:
        indexes = [models.Index(fields=["person", "-recorded_at"], name="letter_person")]

    @property
    def strictest(self) -> Label:
        """The strictest of its labels, for its line on the story: an event bears one."""
        return Label(1 << (self.labels.bit_length() - 1))
