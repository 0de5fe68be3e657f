"""Money for a kinship carer as it was awarded: how much, from when, by which published rules, and why.

Source: SI 2005/1109 regs 6-13 and 18 (special guardianship: financial support, notice before it is cut); Kinship care
statutory guidance (October 2024): level, length and review in writing.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.kinship.models.caring import Caring


class AwardEnd(models.TextChoices):
    REPLACED = "replaced", "another award began"
    NOTICE = "notice", "cut or stopped after notice"
    LEFT = "left", "the child no longer lives there"
    GROWN = "grown", "the young person is 18"


@tracked()
class Award(Record):
    """So much a week, from a day. Rules and facts are kept with it, so that anybody can work it out again."""

    caring = models.ForeignKey(Caring, on_delete=models.PROTECT, related_name="awards")
    weekly_pence = models.PositiveIntegerField(help_text="Pence a week.")
    from_on = models.DateField(help_text="The first day.")
    until = models.DateField(null=True, help_text="The first day on which it is no longer paid.")
    ended = models.CharField(max_length=8, choices=AwardEnd.choices, blank=True)
    rules = models.CharField(max_length=20, help_text="The version of the published rules.")
    facts = models.JSONField(help_text="The facts it was worked out from.")
    lines = models.JSONField(help_text="How the sum is made: words and pence, line by line.")
    reason = models.CharField(max_length=500, help_text="Why this award, or why it changed.")
    agreement_on = models.DateField(null=True, help_text="The day on which it was agreed in writing.")
    review_on = models.DateField(help_text="The day by which it is looked at again.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True, ended="") | Q(until__gt=F("from_on")) & ~Q(ended=""),
                name="award_ended_how",
            ),
            models.UniqueConstraint(fields=["caring"], condition=Q(until__isnull=True), name="award_one_now"),
        ]


@tracked()
class ReductionNotice(Record):
    """Notice that less would be paid: how much, why, and until when the carer may answer. Nothing is cut without one."""

    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="notices")
    to_pence = models.PositiveIntegerField(help_text="Pence a week that would be paid instead.")
    reason = models.CharField(max_length=1000, help_text="Why less would be paid.")
    given_on = models.DateField(help_text="The day on which the notice was given.")
    answer_by = models.DateField(help_text="The last day on which an answer is waited for.")
    decided_on = models.DateField(null=True, help_text="The day of the decision.")
    stands = models.BooleanField(null=True, help_text="Whether less is paid after all was heard.")
    decision = models.CharField(max_length=1000, blank=True, help_text="Why, in answer to what they said.")
    decided_by = models.UUIDField(null=True, help_text="The account that decided.")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(answer_by__gt=F("given_on")), name="notice_gives_time"),
            models.CheckConstraint(
                condition=Q(decided_on__isnull=True, stands__isnull=True, decision="")
                | Q(decided_on__isnull=False, stands__isnull=False) & ~Q(decision=""),
                name="notice_decided_with_reason",
            ),
            models.UniqueConstraint(
                fields=["award"], condition=Q(decided_on__isnull=True), name="notice_one_open"
            ),
        ]


@tracked()
class NoticeAnswer(Record):
    """What the carer says to a notice."""

    notice = models.ForeignKey(ReductionNotice, on_delete=models.PROTECT, related_name="answers")
    words = models.CharField(max_length=2000, help_text="In their words.")
    on = models.DateField(help_text="The day.")
