"""Events on the story of the people concerned. Staff-only until released to a named person."""

from __future__ import annotations

from django.contrib.postgres.indexes import HashIndex
from django.db import models

from kith.access.models import NotYetTold
from kith.core.labels import LABEL_CHOICES, Label
from kith.core.models_base import Record, tracked
from kith.people.models import Person

# Words under these labels are encrypted by the application before the database sees them.
SEALED_LABELS = [Label.LEGAL_PRIVILEGE.value, Label.ADOPTION_SEALED.value, Label.CHILD_PRIVATE.value]


class EventKind(models.TextChoices):
    NOTE = "note", "Note"
    VISIT = "visit", "Visit"
    CALL = "call", "Phone call"
    MEETING = "meeting", "Meeting"
    OWN_WORDS = "own_words", "In their own words"
    DOCUMENT = "document", "Document"
    RECORD = "record", "Record"  # what an action of any room did: a name recorded, a home moved
    LOADED = "loaded", "From a return"


@tracked()
class Event(Record):
    """Something that happened to the people it is about, written by an action alone, put right only by another."""

    kind = models.CharField(max_length=12, choices=EventKind.choices)
    action = models.CharField(
        max_length=80, blank=True, help_text="Which action wrote it, such as story.write_note."
    )
    happened_at = models.DateTimeField(help_text="When it happened (UTC).")
    all_day = models.BooleanField(default=False, help_text="Whether only the day is known.")
    title = models.CharField(max_length=200, help_text="One line for the timeline.")
    facts = models.JSONField(default=dict, help_text="Typed details: who was seen, alone or not, next time.")
    label = models.IntegerField(choices=LABEL_CHOICES, default=Label.NORMAL.value)
    written_by_name = models.CharField(
        max_length=120, blank=True, help_text="Name of the writer, as it was then."
    )
    covert = models.ForeignKey(
        NotYetTold, on_delete=models.PROTECT, null=True, help_text="The concern it arises from, until told."
    )
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, help_text="The event that this one corrects."
    )

    class Meta:
        constraints = [
            # Two corrections of one event would leave nobody knowing which holds: the second corrects the first.
            models.UniqueConstraint(
                fields=["replaces"], condition=models.Q(replaces__isnull=False), name="event_replaced_once"
            )
        ]
        # Beside the primary key: one block to look in however many events there are (docs/adr/0136).
        indexes = [
            HashIndex(fields=["id"], name="event_by_id"),
            # A family's first page asks what of its own words nobody has read: few of a county's events are families'.
            models.Index(
                fields=["recorded_by"], condition=models.Q(source="family"), name="event_of_families"
            ),
        ]


@tracked()
class About(Record):
    """An event concerns a person: one visit to three siblings is one event with three of these."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, db_index=False, related_name="about")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="story")
    happened_at = models.DateTimeField(help_text="As the event's, so that one index serves a timeline.")
    part = models.CharField(
        max_length=40, blank=True, help_text="What part the person had: seen, spoke, mentioned."
    )

    class Meta:
        verbose_name_plural = "about"
        constraints = [models.UniqueConstraint(fields=["person", "event"], name="about_once_each")]
        indexes = [
            models.Index(fields=["person", "-happened_at"], name="about_timeline"),
            # Each event that is read is asked whom it is about: one block to look in (docs/adr/0136).
            HashIndex(fields=["event"], name="about_by_event"),
        ]


@tracked()
class Passage(Record):
    """A part of the text with its own label, and its own person if it concerns only one of them."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="passages")
    position = models.SmallIntegerField(help_text="Order in the text, from 0.")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, help_text="Whom alone it concerns."
    )
    label = models.IntegerField(choices=LABEL_CHOICES, default=Label.NORMAL.value)
    text = models.TextField(
        blank=True, help_text="The words, where the label is not one that is kept encrypted."
    )
    sealed = models.BinaryField(
        null=True, help_text="The words encrypted: a child's private words, legal advice, sealed adoption."
    )
    whose_words = models.CharField(max_length=120, blank=True, help_text="Whose words they are, if quoted.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "position"], name="passage_order"),
            models.CheckConstraint(
                condition=models.Q(label__in=SEALED_LABELS, sealed__isnull=False, text="")
                | (~models.Q(label__in=SEALED_LABELS) & models.Q(sealed__isnull=True)),
                name="passage_sealed_by_label",
            ),
        ]
