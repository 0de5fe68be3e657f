"""Enquiries under section 47 of the Children Act 1989, and the conference that may follow."""

from __future__ import annotations

from django.contrib.postgres.indexes import HashIndex
from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.help.models import HelpOffer, Referral
from kith.people.models import Person


class EnquiryOutcome(models.TextChoices):
    """What an enquiry found (Working Together to Safeguard Children, on the outcome of section 47 enquiries)."""

    NO_HARM = "no_harm", "no significant harm was found"
    NO_RISK_NOW = "no_risk_now", "there was harm, and no risk that goes on"
    CONFERENCE = "conference", "the risk may go on: a conference is held"


@tracked()
class Section47(Record):
    """Matched on reload by person and `started_on`."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="section47s")
    referral = models.ForeignKey(
        Referral,
        on_delete=models.PROTECT,
        null=True,
        related_name="section47s",
        help_text="The referral it arose in; blank where that is not settled yet.",
    )
    started_on = models.DateField(help_text="When the enquiry began (S47ActualStartDate, N00148).")
    conference_target_on = models.DateField(
        null=True, blank=True, help_text="The day by which a conference was due (InitialCPCtarget, N00109)."
    )
    conference_on = models.DateField(
        null=True, blank=True, help_text="When the initial conference was held (DateOfInitialCPC, N00110)."
    )
    conference_not_required = models.BooleanField(
        null=True, blank=True, help_text="Whether no conference was needed (ICPCnotRequired, N00111)."
    )
    strategy_on = models.DateField(
        null=True,
        blank=True,
        help_text="The strategy discussion that began it; conferences are counted from it.",
    )
    decided_on = models.DateField(null=True, blank=True, help_text="When its outcome was decided.")
    outcome = models.CharField(
        max_length=11,
        blank=True,
        db_default="",
        default="",
        choices=EnquiryOutcome.choices,
        help_text="What it found, once decided.",
    )
    help_offer = models.ForeignKey(
        HelpOffer,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="The help that was offered as it ended without a conference.",
    )
    reported_year = models.CharField(
        max_length=7,
        blank=True,
        help_text="Collection year of the return that last told it; an earlier year's never changes it.",
    )

    class Meta:
        verbose_name = "section 47 enquiry"
        verbose_name_plural = "section 47 enquiries"
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", decided_on__isnull=True)
                | ~Q(outcome="") & Q(decided_on__gte=F("started_on")),
                name="section47_decided_with_outcome",
            ),
            # Nobody is looked into and then left: an enquiry that ends here ends with an offer of help.
            models.CheckConstraint(
                condition=Q(outcome__in=["", "conference"]) | Q(help_offer__isnull=False),
                name="section47_ends_with_an_offer",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-started_on"], name="section47_person_started"),
            HashIndex(fields=["person"], name="section47_by_person"),
        ]
