"""Who cares for whom among family and friends: one row for each child and carer, looked after or never.

Source: Kinship care: statutory guidance for local authorities (October 2024), on its kinds; Children Act 1989 s22H.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.access.models import Account
from kith.core.models_base import Record, tracked
from kith.people.models import Person


class CaringKind(models.TextChoices):
    FAMILY = "family", "a family arrangement"
    PRIVATE = "private", "private fostering by a friend or distant relative"
    TEMPORARY = "temporary", "family foster care approved for a time"
    FOSTER = "foster", "family foster care"
    CAO = "cao", "a child arrangements order"
    SGO = "sgo", "a special guardianship order"
    ADOPTION = "adoption", "adoption by family"
    GUARDIAN = "guardian", "a guardian named in a will"


@tracked()
class Caring(Record):
    """One child with one carer of family or friends, under one kind of arrangement. A change of kind is a new row."""

    child = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="cared_for")
    carer = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="caring")
    kind = models.CharField(max_length=9, choices=CaringKind.choices)
    since = models.DateField(help_text="The day on which this kind of care began.")
    known_on = models.DateField(help_text="The day on which we learnt of it.")
    offer_given_on = models.DateField(
        null=True, help_text="The day on which carer and child were given the local offer."
    )
    until = models.DateField(null=True, help_text="The day on which it ended.")
    why_ended = models.CharField(max_length=200, blank=True, help_text="Why it ended.")
    after_care = models.BooleanField(
        default=False, help_text="Whether the child was looked after right before."
    )
    works = models.CharField(
        max_length=200, blank=True, help_text="The carer's work and what was lost of it, in their words."
    )
    contact = models.ForeignKey(
        Account,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="The worker whom the carer asks first: the named contact.",
    )

    class Meta:
        verbose_name_plural = "caring"
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")), name="caring_ends_after_it_began"
            ),
            models.CheckConstraint(condition=~Q(carer=F("child")), name="caring_for_another"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | ~Q(why_ended=""), name="caring_ended_because"
            ),
            models.UniqueConstraint(
                fields=["child", "carer"], condition=Q(until__isnull=True), name="caring_one_kind_now"
            ),
        ]
        indexes = [models.Index(fields=["child", "-since"], name="caring_child")]


@tracked()
class MayDecide(Record):
    """Whether a carer may decide one everyday thing. Yes unless somebody said why not; said anew, the last holds.

    Source: SI 2010/959 Sch 2 as amended in 2013 (delegated authority); Children Act 1989 s3(5) for family arrangements.
    """

    caring = models.ForeignKey(Caring, on_delete=models.PROTECT, related_name="may_decide")
    what = models.CharField(
        max_length=30, help_text="Which thing, as the list of everyday decisions calls it."
    )
    may = models.BooleanField(help_text="Whether the carer decides this alone.")
    words = models.CharField(max_length=300, blank=True, help_text="If not, who decides and why.")

    class Meta:
        verbose_name_plural = "may decide"
        constraints = [
            models.CheckConstraint(condition=Q(may=True) | ~Q(words=""), name="may_decide_no_with_reason")
        ]


@tracked()
class CheckIn(Record):
    """A day on which the carer is asked how it goes, because the child comes to an age at which things change."""

    caring = models.ForeignKey(Caring, on_delete=models.PROTECT, related_name="check_ins")
    age = models.PositiveSmallIntegerField(help_text="The age in years.")
    due_on = models.DateField(help_text="The day by which to ask.")
    done_on = models.DateField(null=True, help_text="The day on which we asked.")
    words = models.CharField(max_length=1000, blank=True, help_text="What they said, in their words.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["caring", "age"], name="check_in_once_an_age")]
