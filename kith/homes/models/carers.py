"""The road of foster carers: who lives in a household, from the first enquiry to approval, reviews, and why they leave.

Source: Fostering Services (England) Regulations 2011 regs 26-28; Fostering National Minimum Standards 13 and 14.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.homes.models.home import Home
from kith.people.models import Person


class Part(models.TextChoices):
    CARER = "carer", "carer"
    ADULT = "adult", "another adult"
    CHILD = "child", "child of the household"


@tracked()
class Member(Record):
    """Somebody who lives in a foster home as its own. Carers are people of the record."""

    home = models.ForeignKey(Home, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=6, choices=Part.choices)
    since = models.DateField(help_text="The day since when.")
    until = models.DateField(null=True, help_text="The day from which no more.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")), name="member_until_after_since"
            ),
            models.UniqueConstraint(fields=["home", "person", "since"], name="member_once"),
        ]


class Stage(models.TextChoices):
    ENQUIRY = "enquiry", "asked us"
    VISIT = "visit", "first visit"
    APPLIED = "applied", "applied"
    CHECKS = "checks", "checks done (stage one)"
    ASSESSED = "assessed", "assessed (stage two)"
    PANEL = "panel", "panel"
    APPROVED = "approved", "approved"
    STOPPED = "stopped", "stopped"


class WhyStopped(models.TextChoices):
    THEY_CHOSE = "they", "they decided against it"
    SLOW = "slow", "they waited too long for us"
    ELSEWHERE = "elsewhere", "they went to another service"
    CHECKS = "checks", "checks or references"
    NOT_NOW = "not_now", "not now: ask again later"
    NOT_SUITABLE = "not", "they were not suitable"


@tracked()
class Enquiry(Record):
    """Somebody asked about fostering. They need be in no record."""

    name = models.CharField(max_length=120, help_text="What they call themselves.")
    phone = models.CharField(max_length=40, blank=True, help_text="How to ring them.")
    on = models.DateField(help_text="The day they asked.")
    heard_from = models.CharField(max_length=80, blank=True, help_text="Where they heard of it.")
    could_offer = models.CharField(
        max_length=300, blank=True, help_text="Whom they think of, such as brothers and sisters or teenagers."
    )
    home = models.ForeignKey(
        Home, on_delete=models.PROTECT, null=True, related_name="enquiries", help_text="The home it became."
    )

    class Meta:
        verbose_name_plural = "enquiries"


class EnquiryStep(Record):
    """A stage that they came to, on a day. The last said holds; nothing is changed."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.PROTECT, related_name="steps")
    stage = models.CharField(max_length=8, choices=Stage.choices)
    on = models.DateField(help_text="The day.")
    why = models.CharField(max_length=9, choices=WhyStopped.choices, blank=True)
    words = models.CharField(max_length=1000, blank=True, help_text="What was said, by them and by us.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["enquiry", "stage"], name="enquiry_stage_once"),
            models.CheckConstraint(
                condition=Q(stage="stopped") & ~Q(why="") | ~Q(stage="stopped") & Q(why=""),
                name="enquiry_stopped_why",
            ),
        ]


class PanelRule(Record):
    """Whether a panel stands between assessment and decision, from a day on. The law may change it."""

    starts_on = models.DateField(unique=True, help_text="The first day on which it holds.")
    needed = models.BooleanField(help_text="Whether a panel has to look at it.")
    source_of_law = models.CharField(max_length=200, help_text="What says so.")


class ReviewOutcome(models.TextChoices):
    KEPT = "kept", "approval and terms stay"
    CHANGED = "changed", "terms change"
    ENDED = "ended", "approval ends"


@tracked()
class CarerReview(Record):
    """A review of a foster home: within a year of approval and then each year (reg 28)."""

    home = models.ForeignKey(Home, on_delete=models.PROTECT, related_name="reviews")
    on = models.DateField(help_text="The day.")
    outcome = models.CharField(max_length=7, choices=ReviewOutcome.choices)
    carers_said = models.CharField(max_length=1000, help_text="What the carers said, in their words.")
    children_said = models.CharField(max_length=1000, blank=True, help_text="What the children there said.")
    why = models.CharField(max_length=1000, help_text="Why this outcome.")

    class Meta:
        indexes = [models.Index(fields=["home", "-on"], name="carer_review_home")]


class WhyLeft(models.TextChoices):
    SUPPORT = "support", "not enough support"
    MONEY = "money", "money"
    TREATED = "treated", "how they were treated"
    ALLEGATION = "claim", "an allegation"
    HEALTH = "health", "health or age"
    FAMILY = "family", "their own family"
    MOVED = "moved", "moved away"
    ADOPTED = "stayed", "the child stays for good (adoption, special guardianship, staying put)"
    ELSEWHERE = "other_home", "went to another fostering service"
    ENDED = "ended", "we ended it"


@tracked()
class Leaving(Record):
    """Carers stopped: why, in our list and in their words, and what would have kept them."""

    home = models.OneToOneField(Home, on_delete=models.PROTECT, related_name="leaving")
    told_on = models.DateField(help_text="The day their notice came.")
    leaves_on = models.DateField(
        help_text="The day it takes effect: 28 days after the notice came (reg 28(13))."
    )
    why = models.CharField(max_length=10, choices=WhyLeft.choices)
    words = models.CharField(max_length=1000, blank=True, help_text="In their words.")
    would_keep = models.CharField(max_length=1000, blank=True, help_text="What would have kept them.")
