"""Before care proceedings, and family group decision making, as the census asks from 2026-27."""

from __future__ import annotations

from django.contrib.postgres.indexes import HashIndex
from django.db import models

from kith.core.models_base import Record, tracked
from kith.help.models import Referral
from kith.people.models import Person


@tracked()
class PreProceedings(Record):
    """Only the element names are published: kept as given. Matched on reload by person and `started_on`."""

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, db_index=False, related_name="pre_proceedings"
    )
    referral = models.ForeignKey(
        Referral,
        on_delete=models.PROTECT,
        null=True,
        related_name="pre_proceedings",
        help_text="The referral it arose in; blank where that is not settled yet.",
    )
    started_on = models.DateField(help_text="When pre-proceedings began (PPStartDate).")
    letter_sent_on = models.DateField(
        null=True, blank=True, help_text="When the letter before proceedings was sent (LBPSentDate)."
    )
    family_meeting_offered = models.BooleanField(
        null=True,
        blank=True,
        help_text="Whether a family group decision making meeting was offered (FGDMMeetingOffer).",
    )
    family_meeting_held = models.BooleanField(
        null=True, blank=True, help_text="Whether that meeting took place (FGDMMeetingFac)."
    )
    first_meeting_on = models.DateField(
        null=True, blank=True, help_text="First pre-proceedings meeting (InitialPPMeetingDate)."
    )
    review_meetings = models.SmallIntegerField(
        null=True, blank=True, help_text="How many review meetings were held (ReviewMeetingsCount)."
    )
    decided_on = models.DateField(
        null=True,
        blank=True,
        help_text="When it was decided to step down or to go to court (StepDecisionDate).",
    )
    outcome = models.CharField(max_length=12, blank=True, help_text="Outcome code as given (PPOutcome).")
    applied_to_court_on = models.DateField(
        null=True, blank=True, help_text="When the council applied to the court (CourtAppDate)."
    )
    letter_of_issue_on = models.DateField(
        null=True,
        blank=True,
        help_text="When the letter of intent to issue proceedings was sent (LetterInitCPDate).",
    )
    reported_year = models.CharField(
        max_length=7,
        blank=True,
        help_text="Collection year of the return that last told it; an earlier year's never changes it.",
    )

    class Meta:
        verbose_name_plural = "pre-proceedings"
        indexes = [
            models.Index(fields=["person", "-started_on"], name="pre_proceedings_person_started"),
            HashIndex(fields=["person"], name="pre_proceedings_by_person"),
        ]


@tracked()
class PreProceedingsMeeting(Record):
    """A meeting with the parents after the letter: the first, and those that look at it again."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="pre_proceedings_meetings")
    pre_proceedings = models.ForeignKey(PreProceedings, on_delete=models.PROTECT, related_name="meetings")
    held_on = models.DateField(help_text="The day of the meeting.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["pre_proceedings", "held_on"], name="pre_proceedings_meeting_once"
            )
        ]
        indexes = [models.Index(fields=["person"], name="pre_proceedings_meeting_person")]
