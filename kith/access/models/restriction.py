"""Records that only named people may find: restricted, sealed and relocated identities."""

from __future__ import annotations

from django.db import models

from kith.access.models.account import Account
from kith.core.models_base import Record, tracked
from kith.core.ranges import DateRangeField, not_empty
from kith.people.models import Person


class RestrictionKind(models.TextChoices):
    RESTRICTED = "restricted", "restricted to named staff"
    SEALED = "sealed", "adoption, sealed"
    RELOCATED = "relocated", "relocated: a new identity"


@tracked()
class Restriction(Record):
    """Only named people may find or open this record while it holds: restricted, sealed (adoption) or relocated."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="restrictions")
    kind = models.CharField(max_length=10, choices=RestrictionKind.choices)
    reason = models.CharField(max_length=300, help_text="Why only named people may find it.")
    check_with = models.CharField(
        max_length=120,
        help_text="Whom to ask before adding somebody like this: a team or role, never a place.",
    )
    during = DateRangeField(help_text="When it holds.")
    lifted_at = models.DateTimeField(null=True, help_text="When it was lifted (UTC).")
    lifted_by = models.UUIDField(null=True, help_text="The account that lifted it, or agreed to.")
    lifted_why = models.CharField(
        max_length=300, blank=True, db_default="", help_text="Why it may be opened as others are."
    )

    class Meta:
        constraints = [not_empty("during", "restriction_during_not_empty")]
        indexes = [models.Index(fields=["person"], name="restriction_person")]


@tracked()
class RestrictionAllows(Record):
    """A named person who may open the record all the same, for the reason the involvement gives."""

    restriction = models.ForeignKey(Restriction, on_delete=models.PROTECT, related_name="allows")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="allowed")

    class Meta:
        verbose_name_plural = "restriction allows"
        constraints = [
            models.UniqueConstraint(fields=["restriction", "account"], name="restriction_allows_once")
        ]


class AsksFor(models.TextChoices):
    OPEN = "open", "to open the record"
    LIFT = "lift", "to lift the restriction"
    NAME = "name", "to name somebody further"


@tracked()
class UnmaskRequest(Record):
    """One person asks to open or free a restricted record, or to name somebody further; another agrees."""

    restriction = models.ForeignKey(Restriction, on_delete=models.PROTECT, related_name="unmask_requests")
    asked_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="unmask_asked")
    reason = models.CharField(max_length=500, help_text="Why the record is needed.")
    agreed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="unmask_agreed")
    agreed_at = models.DateTimeField(null=True, help_text="When the second person agreed (UTC).")
    asks_for = models.CharField(max_length=4, choices=AsksFor.choices, default="open", db_default="open")
    names = models.ForeignKey(
        Account,
        on_delete=models.PROTECT,
        null=True,
        related_name="unmask_named",
        help_text="Who is to be named further.",
    )
    declined_by = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, related_name="unmask_declined"
    )
    declined_at = models.DateTimeField(null=True, help_text="When the second person declined (UTC).")
    declined_why = models.CharField(
        max_length=300, blank=True, db_default="", help_text="What the asker is told."
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(declined_by__isnull=True, declined_at__isnull=True)
                | models.Q(declined_by__isnull=False, declined_at__isnull=False, agreed_at__isnull=True),
                name="unmask_declined_by_and_at",
            ),
            models.CheckConstraint(
                condition=models.Q(declined_by__isnull=True) | ~models.Q(declined_by=models.F("asked_by")),
                name="unmask_declined_by_another",
            ),
            models.CheckConstraint(
                condition=models.Q(agreed_by__isnull=True) | ~models.Q(agreed_by=models.F("asked_by")),
                name="unmask_takes_two",
            ),
            models.CheckConstraint(
                condition=models.Q(agreed_by__isnull=True, agreed_at__isnull=True)
                | models.Q(agreed_by__isnull=False, agreed_at__isnull=False),
                name="unmask_agreed_by_and_at",
            ),
            models.CheckConstraint(
                condition=models.Q(asks_for="name", names__isnull=False)
                | ~models.Q(asks_for="name") & models.Q(names__isnull=True),
                name="unmask_names_somebody",
            ),
            models.CheckConstraint(
                condition=models.Q(names__isnull=True)
                | models.Q(agreed_by__isnull=True)
                | ~models.Q(agreed_by=models.F("names")),
                name="unmask_named_by_others",
            ),
        ]
