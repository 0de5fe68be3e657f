"""Child in need plans: the dates that the census asks for. The plan itself is the family's one plan."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.help.models.referral import Referral
from kith.people.models import Person


@tracked()
class ChildInNeedPlan(Record):
    """Matched on reload by person and `started_on`."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="child_in_need_plans")
    referral = models.ForeignKey(
        Referral,
        on_delete=models.PROTECT,
        null=True,
        related_name="plans",
        help_text="The referral it follows; blank where that is not settled yet.",
    )
    started_on = models.DateField(help_text="When it began (CINPlanStartDate, N00689).")
    ended_on = models.DateField(null=True, blank=True, help_text="When it ended (CINPlanEndDate, N00690).")
    reported_year = models.CharField(
        max_length=7,
        blank=True,
        help_text="Collection year of the return that last told it; an earlier year's never changes it.",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="child_in_need_plan_ends_after",
            )
        ]
        indexes = [models.Index(fields=["person", "-started_on"], name="cin_plan_person_started")]
