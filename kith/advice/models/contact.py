"""One time that somebody asked: what is counted stands open here, what they said is sealed beside it."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone

from kith.advice.models.channel import Channel
from kith.core.models_base import tracked
from kith.marked import marked

__all__ = [
    "Asker",
    "Channel",
    "Contact",
    "ContactWords",
    "DeadlineKind",
    "EmailHours",
    "Outcome",
    "State",
    "Topic",
    "UnmetReason",
    "WordsField",
]


class Asker(models.TextChoices):
    PARENT = "parent", marked("A mother or father")
    KINSHIP = "kinship", marked("A relative or friend who cares for a child, or may")
    YOUNG = "young", marked("A young person")
    WORKER = "worker", marked("Somebody who works with families")
    OTHER = "other", marked("Somebody else")


class Topic(models.TextChoices):
    FIRST = "first", marked("A social worker has been in touch")
    PROTECTION = "protection", marked("Child protection")
    COURT = "court", marked("Court, or a letter before court")
    CARE = "care", marked("My child is in care")
    KINSHIP = "kinship", marked("Caring for a relative’s or friend’s child")
    CONTACT = "contact", marked("Seeing my child")
    ADOPTION = "adoption", marked("Adoption")
    OTHER = "other", marked("Something else")


class DeadlineKind(models.TextChoices):
    NONE = "", marked("No date yet")
    COURT = "court", marked("A court date")
    CONFERENCE = "conference", marked("A child protection conference")
    MEETING = "meeting", marked("Another meeting")
    DECISION = "decision", marked("A decision or letter to answer")


class EmailHours(models.TextChoices):
    """When an e-mail that comes is seen by nobody else. Times are England's clock's."""

    ANY = "any", marked("At any time")
    SCHOOL = "school", marked("Monday to Friday, 9:30am to 2:30pm")
    DAY = "day", marked("Monday to Friday, 9am to 5pm")
    EVENING = "evening", marked("In the evening, 6pm to 9pm")


class State(models.TextChoices):
    WAITING = "waiting", "waiting"
    TAKEN = "taken", "an adviser has it"
    ANSWERED = "answered", "answered"
    ABANDONED = "abandoned", "they went before we answered"
    UNMET = "unmet", "we could not help"


class UnmetReason(models.TextChoices):
    NO_ADVISER = "no_adviser", marked("No adviser was free")
    CLOSED = "closed", marked("We were closed")
    NOT_REACHED = "not_reached", marked("We could not reach them safely")
    NOT_OURS = "not_ours", marked("It was not something that we advise on")
    TOO_LATE = "too_late", marked("The date had passed")
    LEFT = "left", marked("It was left, and nobody ended it")


WHY_NOT = [(code, label) for code, label in UnmetReason.choices if code != UnmetReason.LEFT]
"""What an adviser may choose from: that nobody ended it is said by the rule alone (kith.advice.keeping)."""


class Outcome(models.TextChoices):
    UNDERSTANDS = "understands", "knows their rights and what comes next"
    PREPARED = "prepared", "is prepared for a meeting or for court"
    CHALLENGED = "challenged", "challenged a decision"
    LAWYER = "lawyer", "was sent on to a solicitor"
    SUPPORT = "support", "has support that they did not have"
    SIGNPOSTED = "signposted", "was told who else can help"
    NOT_KNOWN = "not_known", "not known"


@tracked(exclude=["reference", "answer_key", "alternative"])
class Contact(models.Model):
    """Somebody asked, once. No name, number or word of theirs is in this table, so that it can be counted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(
        max_length=9, unique=True, help_text="What they quote when they come back: random, and tells nothing."
    )
    asked_at = models.DateTimeField(default=timezone.now, help_text="When they asked (UTC).")
    channel = models.CharField(max_length=10, choices=Channel.choices)
    asker = models.CharField(max_length=10, choices=Asker.choices)
    topic = models.CharField(max_length=10, choices=Topic.choices)
    deadline_kind = models.CharField(max_length=10, choices=DeadlineKind.choices, blank=True, default="")
    deadline_on = models.DateField(
        null=True, help_text="The day that they must be ready by, if there is one."
    )
    may_ring = models.BooleanField(
        default=False, help_text="They said that we may ring them. Without it nobody rings or writes."
    )
    may_leave_message = models.BooleanField(
        default=False, help_text="They said that a message may be left, which says who rang and no more."
    )
    may_email = models.BooleanField(
        default=False, help_text="They said that we may write to an e-mail address."
    )
    email_hours = models.CharField(
        max_length=8, choices=EmailHours.choices, blank=True, default="",
        help_text="When they said that an e-mail is safe; empty where none may be sent.",
    )  # fmt: skip
    email_due_at = models.DateTimeField(
        null=True,
        help_text="When the e-mail that an adviser asked for goes: its time was not yet safe (UTC).",
    )
    emailed_at = models.DateTimeField(null=True, help_text="When an e-mail last went (UTC).")
    answer_key = models.CharField(
        max_length=64, blank=True, default="",
        help_text="Keyed digest of the reference with a word of theirs: by it they read our answer. Empty: they ring.",
    )  # fmt: skip
    introduced = models.BooleanField(
        default=False,
        help_text="They brought words of their own from a council’s page, which is told nothing of it.",
    )
    ring_from = models.DateTimeField(null=True, help_text="The first moment at which a call is safe (UTC).")
    ring_until = models.DateTimeField(null=True, help_text="The last moment at which a call is safe (UTC).")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    taken_at = models.DateTimeField(null=True, help_text="When an adviser took it (UTC).")
    taken_by = models.UUIDField(null=True, help_text="The adviser who has it.")
    tried = models.IntegerField(default=0, help_text="How often we rang without an answer.")
    ended_at = models.DateTimeField(null=True, help_text="When it was answered, or ended otherwise (UTC).")
    minutes = models.IntegerField(null=True, help_text="Minutes that an adviser spent on it.")
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True, default="")
    unmet_reason = models.CharField(max_length=12, choices=UnmetReason.choices, blank=True, default="")
    alternative = models.CharField(
        max_length=200, blank=True, default="", help_text="Who or what else they were told of."
    )
    moved_at = models.DateTimeField(
        default=timezone.now, help_text="When something last happened to it, from them or from us (UTC)."
    )
    leaving_on = models.DateField(
        null=True,
        help_text="Nobody has ended it for long: the day on which it is ended and destroyed unless it goes on.",
    )
    forget_on = models.DateField(help_text="The day on which what they said is destroyed.")
    forgotten_at = models.DateTimeField(null=True, help_text="When it was (UTC).")

    class Meta:
        indexes = [
            models.Index(fields=["state", "asked_at"], name="advice_contact_state"),
            models.Index(fields=["asked_at"], name="advice_contact_asked"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(deadline_kind="") | models.Q(deadline_on__isnull=False),
                name="contact_deadline_has_day",
            ),
            models.CheckConstraint(
                condition=models.Q(ring_from__isnull=True, ring_until__isnull=True)
                | models.Q(ring_until__gt=models.F("ring_from")),
                name="contact_safe_span",
            ),
            models.CheckConstraint(
                condition=~models.Q(channel="call_back") | models.Q(may_ring=True, ring_from__isnull=False),
                name="contact_call_back_is_agreed",
            ),
            models.CheckConstraint(
                condition=models.Q(may_email=False) | ~models.Q(email_hours=""),
                name="contact_email_has_safe_hours",
            ),
            models.CheckConstraint(
                condition=models.Q(email_due_at=None) | models.Q(may_email=True),
                name="contact_email_is_agreed",
            ),
            models.UniqueConstraint(
                fields=["answer_key"], condition=~models.Q(answer_key=""), name="contact_answer_key_once"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="unmet") | (~models.Q(unmet_reason="") & ~models.Q(alternative="")),
                name="contact_unmet_says_why_and_what_else",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["waiting", "taken"], ended_at__isnull=True)
                | models.Q(state__in=["answered", "abandoned", "unmet"], ended_at__isnull=False),
                name="contact_ended_when_it_is_over",
            ),
            models.CheckConstraint(
                condition=models.Q(leaving_on=None) | models.Q(ended_at=None), name="contact_leaves_once"
            ),
        ]


class WordsField(models.TextChoices):
    NAME = "name", "What to call them"
    PHONE = "phone", "Number that is safe to ring"
    EMAIL = "email", "E-mail address that is safe to write to"
    ASK_FOR = "ask_for", "What to say if somebody else answers"
    QUESTION = "question", "What they asked"
    ANSWER = "answer", "Our answer, as they read it"
    NOTE = "note", "What an adviser wrote"


class ContactWords(models.Model):
    """What somebody said, or an adviser wrote of it: sealed with the store's own key. No history keeps it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="words")
    field = models.CharField(max_length=10, choices=WordsField.choices)
    at = models.DateTimeField(default=timezone.now, help_text="When it was written (UTC).")
    by = models.UUIDField(help_text="The account that wrote it: the public's door, or an adviser.")
    sealed = models.BinaryField(help_text="The words, sealed for this row and field.")

    class Meta:
        verbose_name_plural = "contact words"
