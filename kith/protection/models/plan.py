"""Child protection plans and the conferences that review them."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.indexes import HashIndex
from django.db import models
from django.db.models import F, Func, Q

from kith.core.models_base import Record, tracked
from kith.core.ranges import DateRangeField, RangeOperators
from kith.help.models import Referral
from kith.people.models import Person


class AbuseCategory(models.TextChoices):
    """As the CIN census has them (N00113, N00114)."""

    NEGLECT = "NEG", "neglect"
    PHYSICAL = "PHY", "physical abuse"
    SEXUAL = "SAB", "sexual abuse"
    EMOTIONAL = "EMO", "emotional abuse"
    MULTIPLE = "MUL", "more than one kind"


@tracked()
class ChildProtectionPlan(Record):
    """A child has one at a time. One that began and ended on a single day overlaps nothing.

    Matched on reload by person and `started_on`.
    """

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, db_index=False, related_name="protection_plans"
    )
    referral = models.ForeignKey(
        Referral,
        on_delete=models.PROTECT,
        null=True,
        related_name="protection_plans",
        help_text="The referral it arose in; blank where that is not settled yet.",
    )
    started_on = models.DateField(help_text="When the plan began (CPPstartDate, N00105).")
    ended_on = models.DateField(null=True, blank=True, help_text="When it ended (CPPendDate, N00115).")
    initial_category = models.CharField(
        max_length=12,
        blank=True,
        help_text="Category of abuse when it began (InitialCategoryOfAbuse, N00113).",
    )
    latest_category = models.CharField(
        max_length=12, blank=True, help_text="Category at its last review (LatestCategoryOfAbuse, N00114)."
    )
    previous_plans = models.SmallIntegerField(
        null=True, blank=True, help_text="How many plans the child had before (NumberOfPreviousCPP, N00106)."
    )
    reported_year = models.CharField(
        max_length=7,
        blank=True,
        help_text="Collection year of the return that last told it; an earlier year's never changes it.",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="protection_plan_ends_after",
            ),
            ExclusionConstraint(
                name="protection_plan_one_at_a_time",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    (
                        Func(
                            F("started_on"),
                            F("ended_on"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-started_on"], name="protection_plan_person_started"),
            HashIndex(fields=["person"], name="protection_plan_by_person"),
        ]


@tracked()
class ProtectionPlanReview(Record):
    """A review conference (CPPreviewDate, N00116)."""

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, db_index=False, related_name="protection_plan_reviews"
    )
    plan = models.ForeignKey(ChildProtectionPlan, on_delete=models.PROTECT, related_name="reviews")
    reviewed_on = models.DateField(help_text="The day of the review conference.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "reviewed_on"], name="protection_plan_review_once")
        ]
        indexes = [HashIndex(fields=["person"], name="protection_review_by_person")]
