"""Special guardianship: the notice before a court is asked, and that support is looked at again each year."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.kinship.models.caring import Caring
from kith.people.models import Person


@tracked()
class GuardianshipNotice(Record):
    """Somebody told the council that they will ask a court to be special guardian. Source: Children Act 1989 s14A(7)."""

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="guardianship_notices")
    carer = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", help_text="Who will ask the court."
    )
    given_on = models.DateField(help_text="The day of the notice.")
    asked_on = models.DateField(null=True, help_text="The day on which the court was asked.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(asked_on__isnull=True) | Q(asked_on__gte=F("given_on")),
                name="guardianship_asked_after_notice",
            )
        ]
        indexes = [models.Index(fields=["child", "-given_on"], name="guardianship_notice_of")]


@tracked()
class SupportReview(Record):
    """The support of a family was looked at again with them. Source: SI 2005/1109 reg 17(2)(c)."""

    caring = models.ForeignKey(Caring, on_delete=models.PROTECT, related_name="support_reviews")
    on = models.DateField(help_text="The day.")
    words = models.CharField(max_length=1000, help_text="What they said, and what changes.")

    class Meta:
        indexes = [models.Index(fields=["caring", "-on"], name="support_review_of")]
