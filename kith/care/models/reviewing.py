"""Reviews to come and what the child wants of them; and the reviewing officer's challenge.

Source: Children Act 1989 ss25A-26; SI 2010/959 parts 6 and 8; IRO Handbook (2010), chapters 3 and 6.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.care.models.review import Review
from kith.core.models_base import Record, tracked
from kith.marked import marked
from kith.people.models import Person


class Chairs(models.TextChoices):
    OFFICER = "officer", marked("the reviewing officer")
    CHILD = "child", marked("me")
    BOTH = "both", marked("both of us together")


class HomeAnswer(models.TextChoices):
    """Could this child go home again? Asked at each review in care. Source: Children Act 1989 s22C(2) to (4)."""

    ASSESS = "assess", "it may be right: we look into it"
    UNDER_WAY = "under_way", "they are on their way home"
    NOT_NOW = "not_now", "not now: it stands here what would have to change"
    NOT_RIGHT = "not_right", "it would not be safe, whatever changes"
    NOT_WANTED = "not_wanted", "the child does not want it"
    AT_HOME = "at_home", "they live at home, under the order"


@tracked()
class ReviewPlanned(Record):
    """One review, from the day it is planned to what was decided. Behind the family's door once the child was told."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="reviews_planned")
    planned_for = models.DateField(help_text="The day for which it is planned.")
    asked_by = models.CharField(
        max_length=120, blank=True, help_text="Who asked to bring it forward, if somebody did."
    )
    child_told_on = models.DateField(
        null=True, blank=True, help_text="The day on which the child was told of it."
    )
    chairs = models.CharField(max_length=7, choices=Chairs.choices, default=Chairs.OFFICER.value)
    spoke_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day on which the reviewing officer spoke with the child alone before it.",
    )
    held_on = models.DateField(null=True, blank=True, help_text="The day on which it was held.")
    review = models.OneToOneField(
        Review,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="planned",
        help_text="As the return counts it.",
    )
    participation = models.CharField(
        max_length=4, blank=True, help_text="How the child took part: PN0 to PN7."
    )
    decided = models.CharField(
        max_length=4000, blank=True, help_text="What was decided, who does it, by when."
    )
    for_child = models.CharField(
        max_length=2000, blank=True, help_text="The same in words to the child, who reads it."
    )
    for_family = models.CharField(
        max_length=2000,
        blank=True,
        db_default="",
        help_text="The same in words to parents and carers, who read it once it is shown to them by name.",
    )
    home_looked_at = models.BooleanField(
        default=False, db_default=False, help_text="Whether going home again was looked at."
    )
    home_answer = models.CharField(
        max_length=10,
        blank=True,
        default="",
        db_default="",
        choices=HomeAnswer.choices,
        help_text="Whether they could go home again.",
    )
    home_words = models.CharField(
        max_length=1000,
        blank=True,
        default="",
        db_default="",
        help_text="Why, and what would have to change for it.",
    )
    visitor_looked_at = models.BooleanField(
        default=False, db_default=False, help_text="Whether an independent visitor was looked at."
    )
    decisions_sent_on = models.DateField(
        null=True, blank=True, help_text="The day the decisions were sent out."
    )
    record_sent_on = models.DateField(null=True, blank=True, help_text="The day the record was sent out.")

    class Meta:
        verbose_name_plural = "reviews planned"
        constraints = [
            models.CheckConstraint(
                condition=Q(decisions_sent_on__isnull=True) | Q(decisions_sent_on__gte=F("held_on")),
                name="review_decisions_after_it",
            ),
            models.CheckConstraint(
                condition=Q(record_sent_on__isnull=True) | Q(record_sent_on__gte=F("held_on")),
                name="review_record_after_it",
            ),
        ]
        indexes = [models.Index(fields=["person", "-planned_for"], name="review_planned_of")]


class WishKind(models.TextChoices):
    INVITE = "invite", marked("Please invite")
    NOT_INVITE = "leave_out", marked("Please do not invite")
    AGENDA = "agenda", marked("I want us to talk about")
    WHERE = "where", marked("Where and when suits me")
    CHAIR = "chair", marked("I want to lead it")
    SAY = "say", marked("Something to read out for me")


@tracked()
class ReviewWish(Record):
    """What a child wants of the next review. `answer`: what came of it, which the child reads."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="review_wishes")
    kind = models.CharField(max_length=9, choices=WishKind.choices)
    words = models.CharField(max_length=1000, help_text="In their words.")
    said_on = models.DateField(help_text="The day on which they said so.")
    answer = models.CharField(
        max_length=1000, blank=True, help_text="What came of it, in words to the child."
    )
    answered_on = models.DateField(null=True, blank=True, help_text="The day of the answer.")

    class Meta:
        verbose_name_plural = "review wishes"
        indexes = [models.Index(fields=["person", "-said_on"], name="review_wish_of")]


class Step(models.TextChoices):
    INFORMAL = "informal", "talked over with the worker"
    MANAGER = "manager", "to the team manager"
    SENIOR = "senior", "to a senior manager"
    DIRECTOR = "director", "to the director"
    CAFCASS = "cafcass", "referred to Cafcass"


@tracked()
class IroChallenge(Record):
    """The reviewing officer says that something is not right for the child. It runs until it is settled.

    `stops`: nothing that it is about is done until it is settled (stop the clock). 20 working days at most.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="iro_challenges")
    about = models.CharField(max_length=1000, help_text="What is not right for the child.")
    wants = models.CharField(max_length=1000, help_text="What would put it right.")
    child_says = models.CharField(
        max_length=1000, blank=True, help_text="What the child says, in their words."
    )
    raised_on = models.DateField(help_text="The day on which it was raised.")
    step = models.CharField(max_length=8, choices=Step.choices, default=Step.INFORMAL.value)
    step_on = models.DateField(help_text="The day on which it came to this step.")
    stops = models.BooleanField(
        default=False, help_text="Whether what it is about stands still until it is settled."
    )
    settle_by = models.DateField(help_text="The last day for settling it within the council.")
    settled_on = models.DateField(null=True, blank=True, help_text="The day on which it was settled.")
    outcome = models.CharField(max_length=1000, blank=True, help_text="What came of it.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(settled_on__isnull=True) | Q(settled_on__gte=F("raised_on")) & ~Q(outcome=""),
                name="challenge_settled_with_outcome",
            )
        ]
        indexes = [models.Index(fields=["person", "-raised_on"], name="iro_challenge_of")]
