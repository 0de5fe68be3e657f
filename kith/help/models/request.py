"""Asking for help: what somebody asked, in their own words, and how it is safe to answer them.

A request needs no person of the record: nobody is looked up for whoever asks (Working Together, chapter 1).
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.access.models import NotYetTold
from kith.core.models_base import Record, tracked
from kith.help.models.referral import Referral
from kith.marked import marked
from kith.people.models import Person

LONG, SHORT = 4000, 200


class How(models.TextChoices):
    SELF = "self", "for myself or my family"
    OTHER = "other", "for somebody else I know"
    PROFESSIONAL = "professional", "for a family I work with"


class SafeTo(models.TextChoices):
    CALL = "call", marked("Ring me")
    TEXT = "text", marked("Send me a text")
    EMAIL = "email", marked("Send me an email")
    POST = "post", marked("Write me a letter")


class Told(models.TextChoices):
    LETTER = "letter", "a letter"
    CALL = "call", "a call"
    TEXT = "text", "a text"
    EMAIL = "email", "an email"
    IN_PERSON = "in_person", "in person"
    NOT_SAFE = "not_safe", "not told: it is not safe, or they cannot be reached"


@tracked()
class HelpRequest(Record):
    """One asking. Its words are never changed; it is always on exactly one list (see RequestHolder)."""

    reference = models.CharField(
        max_length=9, unique=True, help_text="What the asker may quote. Letters that say nothing of whom."
    )
    asked_at = models.DateTimeField(help_text="When it came (UTC): the working day for deciding begins here.")
    how = models.CharField(max_length=12, choices=How.choices, help_text="For whom somebody asks.")
    who_asks = models.CharField(max_length=SHORT, blank=True, help_text="Who asks, as they say it.")
    service = models.CharField(
        max_length=SHORT, blank=True, help_text="Where they work, if they ask at work."
    )
    for_whom = models.CharField(max_length=LONG, blank=True, help_text="Who needs help, as they say it.")
    what_is_hard = models.CharField(
        max_length=LONG, blank=True, help_text="What is hard now, in their words."
    )
    what_would_help = models.CharField(
        max_length=LONG, blank=True, help_text="What would help, in their words."
    )
    urgent = models.BooleanField(default=False, help_text="Whether they say that somebody is not safe today.")
    family_knows = models.BooleanField(
        null=True, help_text="Whether the family knows, where somebody else asks; blank where not said."
    )
    safe_to = ArrayField(
        models.CharField(max_length=5, choices=SafeTo.choices),
        default=list,
        help_text="Ways in which it is safe to answer. None: nobody answers, they come back to us.",
    )
    phone = models.CharField(
        max_length=SHORT, blank=True, help_text="Number on which to answer, if they gave one."
    )
    email = models.CharField(max_length=SHORT, blank=True, help_text="Email to answer to, if they gave one.")
    address = models.CharField(
        max_length=LONG, blank=True, help_text="Where to write, if they want a letter."
    )
    when_safe = models.CharField(max_length=SHORT, blank=True, help_text="When it is safe to ring or write.")
    who_else_sees = models.CharField(
        max_length=SHORT, blank=True, help_text="Who else sees this phone, email or post."
    )
    not_safe_to_say = models.CharField(
        max_length=SHORT,
        blank=True,
        help_text="What to say in a message or to whoever answers, or never to say.",
    )
    language = models.CharField(max_length=60, blank=True, help_text="The language they like best.")
    covert = models.ForeignKey(
        NotYetTold,
        on_delete=models.PROTECT,
        null=True,
        help_text="The concern that it belongs to, while the family is not told of it.",
    )
    told_at = models.DateTimeField(null=True, help_text="When whoever asked was told what was decided (UTC).")
    told_how = models.CharField(
        max_length=10, blank=True, choices=Told.choices, help_text="How they were told."
    )
    family_told_on = models.DateField(
        null=True,
        help_text="Where somebody else asked: the day on which the family was told what was decided.",
    )
    family_not_told_why = models.CharField(
        max_length=SHORT,
        blank=True,
        db_default="",
        default="",
        help_text="Why telling the family would put somebody at risk.",
    )
    closed_at = models.DateTimeField(null=True, help_text="When nothing more was to be done with it (UTC).")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(told_at__isnull=True, told_how="") | Q(told_at__isnull=False) & ~Q(told_how=""),
                name="help_request_told_when_and_how",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(told_at__isnull=False),
                name="help_request_told_before_closed",
            ),
        ]
        indexes = [
            models.Index(fields=["asked_at"], condition=Q(closed_at__isnull=True), name="help_request_open"),
            models.Index(fields=["recorded_by"], name="help_request_asker"),
        ]


@tracked()
class RequestPerson(Record):
    """Somebody of the record whom a request is about, as a worker found or added them afterwards."""

    request = models.ForeignKey(HelpRequest, on_delete=models.PROTECT, related_name="people")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="asked_help_for")
    referral = models.ForeignKey(
        Referral,
        on_delete=models.PROTECT,
        null=True,
        related_name="asked_by",
        help_text="The referral that it became for this child.",
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["request", "person"], name="request_person_once")]
        indexes = [models.Index(fields=["person"], name="request_person_person")]
