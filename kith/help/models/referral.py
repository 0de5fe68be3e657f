"""Referrals: each begins an episode of need, which ends when it is closed."""

from __future__ import annotations

from django.contrib.postgres.indexes import HashIndex
from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.people.models import Person


@tracked()
class Referral(Record):
    """Source: Working Together to Safeguard Children; CIN census module CINdetails.

    Matched on reload by person and `referred_on`. Two referrals on one day can both be true.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="referrals")
    referred_on = models.DateField(help_text="The day the referral came (CINreferralDate, N00100).")
    referral_source = models.CharField(
        max_length=12, blank=True, help_text="Who made it (ReferralSource, N00152), such as 1A: a relative."
    )
    primary_need = models.CharField(
        max_length=12, blank=True, help_text="Main need (PrimaryNeedCode, N00101), N1 to N9."
    )
    closed_on = models.DateField(
        null=True, blank=True, help_text="When it was closed (CINclosureDate, N00102)."
    )
    reason_closed = models.CharField(
        max_length=12, blank=True, help_text="Why it was closed (ReasonForClosure, N00103), RC1 to RC9."
    )
    no_further_action = models.BooleanField(
        null=True, blank=True, help_text="Whether nothing more was done after it (ReferralNFA, N00112)."
    )
    transfer_conference_on = models.DateField(
        null=True,
        blank=True,
        help_text="Initial conference of a child who moved in on a plan (DateOfInitialCPC, N00110).",
    )
    reported_year = models.CharField(
        max_length=7,
        blank=True,
        help_text="Collection year of the return that last told it; an earlier year's never changes it.",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("referred_on")),
                name="referral_closed_after_it_came",
            )
        ]
        indexes = [
            models.Index(fields=["person", "-referred_on"], name="referral_person_referred"),
            HashIndex(fields=["person"], name="referral_by_person"),
        ]
