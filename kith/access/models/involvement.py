"""An involvement ties a worker to a person or family, in a role, over a range of dates.

It is the root of access, of "who is my worker", and of the measure of continuity.
"""

from __future__ import annotations

from django.contrib.postgres.indexes import HashIndex
from django.db import models
from django.db.models import Q

from kith.access.models.account import Account
from kith.core.models_base import Record, tracked
from kith.core.ranges import DateRangeField, not_empty
from kith.people.models import Family, Person


class InvolvementRole(models.TextChoices):
    LEAD_PRACTITIONER = "lead_practitioner", "Family Help lead practitioner"
    SOCIAL_WORKER = "social_worker", "social worker"
    LEAD_PROTECTION = "lead_protection", "lead child protection practitioner"
    REVIEWING_OFFICER = "reviewing_officer", "independent reviewing officer"
    CONFERENCE_CHAIR = "conference_chair", "conference chair"
    COORDINATOR = "coordinator", "family group conference coordinator"
    FAMILY_SUPPORT = "family_support", "family support worker"
    PERSONAL_ADVISER = "personal_adviser", "personal adviser"
    HEALTH = "health", "health colleague"
    SCHOOL = "school", "school colleague"
    PARTNER = "partner", "charity worker"
    SCREENER = "screener", "front door worker"


@tracked()
class Involvement(Record):
    """A worker works with a person or a family, in a role and over a range: the root of access."""

    account = models.ForeignKey(
        Account, on_delete=models.PROTECT, db_index=False, related_name="involvements"
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="involvements")
    family = models.ForeignKey(Family, on_delete=models.PROTECT, null=True, related_name="involvements")
    role = models.CharField(max_length=20, choices=InvolvementRole.choices)
    label_mask = models.IntegerField(help_text="What the involvement opens: bits of kith.core.labels.Label.")
    during = DateRangeField(help_text="From the first day up to the day after the last.")
    reason_ended = models.CharField(
        max_length=200, blank=True, help_text="Why it ended, as the family was told."
    )
    arises_from = models.ForeignKey(
        "access.NotYetTold",
        on_delete=models.PROTECT,
        null=True,
        help_text="The concern it comes from, while the family is not yet told.",
    )

    class Meta:
        constraints = [
            not_empty("during", "involvement_during_not_empty"),
            models.CheckConstraint(
                condition=Q(person__isnull=False, family__isnull=True)
                | Q(person__isnull=True, family__isnull=False),
                name="involvement_person_or_family",
            ),
        ]
        indexes = [
            models.Index(fields=["person"], name="involvement_person"),
            models.Index(fields=["family"], name="involvement_family"),
            # Whom an account works with is told from the index alone, policies and all (docs/adr/0136).
            models.Index(
                fields=["account"],
                include=["id", "person", "family", "during", "arises_from"],
                name="involvement_of_account",
            ),
            # Who left people behind: of an account's involvements, the few that go on.
            HashIndex(
                fields=["account"], condition=Q(during__endswith__isnull=True), name="involvement_ongoing"
            ),
        ]


class Handed(Record):
    """A worker was handed a person or a family, and may say yes. Access never waits for the yes."""

    involvement = models.OneToOneField(Involvement, on_delete=models.PROTECT, related_name="handed")
    said_yes_at = models.DateTimeField(null=True, help_text="When the worker said yes (UTC).")
