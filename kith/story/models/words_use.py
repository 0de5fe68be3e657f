"""Using somebody's own words elsewhere: they are asked, each time; and later told what came of it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.people.models import Person
from kith.story.models.event import Event


class Use(models.TextChoices):
    SHARED = "shared", "to let somebody of the family read them"
    MEETING = "meeting", "at a meeting"
    PLAN = "plan", "in the plan"
    LETTER = "letter", "in a letter or a report"
    COURT = "court", "in court papers"
    FILE = "file", "because a parent asked to see the file"


class Say(models.TextChoices):
    OWN = "own", "Yes, in my words"
    OTHER = "other", "Yes, but in your words"
    NO = "no", "Not at all"


@tracked()
class WordsUse(Record):
    """One asking for one use of words that came in by the family's door. A parent's request for the file takes three:
    what the writer says of it, whether it could do serious harm, and a second person."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="uses")
    use = models.CharField(max_length=7, choices=Use.choices, help_text="For what kind of use.")
    for_what = models.CharField(max_length=200, help_text="For what, as the writer is told it.")
    reader = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        related_name="asked_to_read",
        help_text="Who of the family would read them.",
    )
    answer = models.CharField(
        max_length=5, blank=True, choices=Say.choices, help_text="What the writer says to it."
    )
    answer_words = models.CharField(
        max_length=300, blank=True, help_text="How they want it said, or why not."
    )
    answered_at = models.DateTimeField(null=True, help_text="When they said it (UTC).")
    heard_by = models.UUIDField(
        null=True, help_text="The worker to whom they said it, where they did not write it themselves."
    )
    harm = models.BooleanField(
        null=True,
        help_text="For the file: whether it would be likely to do serious harm to anybody's health."
        " Data Protection Act 2018, schedule 3, paragraphs 2 and 9.",
    )
    harm_why = models.CharField(max_length=300, blank=True, help_text="Why that was decided.")
    harm_by = models.UUIDField(null=True, help_text="The account that decided it.")
    second_agrees = models.BooleanField(null=True, help_text="Whether a second person agrees that they go.")
    second_by = models.UUIDField(null=True, help_text="The account of the second person.")
    came_of = models.CharField(
        max_length=300, blank=True, help_text="What came of it, as the writer is told."
    )
    came_of_on = models.DateField(null=True, help_text="The day on which that was written.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True)
                | ~Q(answer="") & Q(answered_at__isnull=False),
                name="words_use_answered_at",
            ),
            models.CheckConstraint(
                condition=Q(use__in=["shared", "file"], reader__isnull=False)
                | Q(use__in=["meeting", "plan", "letter", "court"], reader__isnull=True),
                name="words_use_reader",
            ),
            models.CheckConstraint(
                condition=Q(harm__isnull=True, harm_by__isnull=True)
                | Q(harm__isnull=False, harm_by__isnull=False) & ~Q(harm_why=""),
                name="words_use_harm_by_and_why",
            ),
            models.CheckConstraint(
                condition=Q(second_agrees__isnull=True, second_by__isnull=True)
                | Q(second_agrees__isnull=False, second_by__isnull=False, harm__isnull=False)
                & ~Q(second_by=F("harm_by"))
                & ~Q(answer=""),
                name="words_use_second_is_another",
            ),
        ]
        indexes = [
            models.Index(fields=["event"], name="words_use_event"),
            models.Index(fields=["event"], condition=Q(answer=""), name="words_use_waits"),
        ]
