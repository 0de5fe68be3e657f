"""What was decided about a request for help, by which published rule, and what was offered instead."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.access.models import Account
from kith.core.models_base import Record, tracked
from kith.help.models.request import LONG, HelpRequest
from kith.marked import marked


class Tier(models.TextChoices):
    PROTECTION = "protection", marked("A child may be at risk of serious harm")
    FAMILY_HELP = "family_help", marked("Family Help, with one lead")
    COMMUNITY = "community", marked("Help near home, handed over warmly")
    ADVICE = "advice", marked("Advice and a way back")


@tracked()
class ThresholdDecision(Record):
    """One decision, never changed; a second one may follow. No "no" without reason, alternative and letter."""

    request = models.ForeignKey(HelpRequest, on_delete=models.PROTECT, related_name="decisions")
    tier = models.CharField(max_length=11, choices=Tier.choices, help_text="What was decided.")
    by_rule = models.CharField(max_length=11, choices=Tier.choices, help_text="What the published rule says.")
    rule_set = models.CharField(max_length=20, help_text="Version of the published rules.")
    rules = ArrayField(models.CharField(max_length=10), help_text="The rules cited, by their ids.")
    facts = ArrayField(models.CharField(max_length=40), help_text="What was so, by codes of that version.")
    decided_at = models.DateTimeField(help_text="When (UTC).")
    decided_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="decided_requests")
    reason = models.CharField(max_length=LONG, blank=True, help_text="Why, in words for whoever asked.")
    alternative = models.CharField(max_length=LONG, blank=True, help_text="What they can do or have instead.")
    letter = models.CharField(
        max_length=LONG * 2, blank=True, help_text="The letter of thanks, as it was written."
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(tier__in=["protection", "family_help"])
                | ~Q(reason="") & ~Q(alternative="") & ~Q(letter=""),
                name="no_without_reason_alternative_letter",
            ),
            models.CheckConstraint(
                condition=Q(tier=models.F("by_rule")) | ~Q(reason=""), name="other_than_the_rule_with_reason"
            ),
            models.CheckConstraint(condition=~Q(rules=[]), name="decision_cites_a_rule"),
        ]
        indexes = [models.Index(fields=["request", "-decided_at"], name="threshold_decision_request")]
