"""A role that one administrator gives, and a second person agrees to before it opens anything."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.access.models.account import Account
from kith.access.roles import ROLES
from kith.core.models_base import Record


class Wanted(models.TextChoices):
    ROLE = "role", "a role"
    LINK = "link", "a sign-in link"
    SECOND_STEP = "second_step", "to take away the second step"


class RoleAsked(Record):
    """Written and answered by functions of the database's alone; once answered it never changes."""

    wants = models.CharField(
        max_length=11,
        choices=Wanted.choices,
        default="role",
        db_default="role",
        help_text="What takes two: the role, a link to begin with it, or taking away its second step.",
    )

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="roles_asked")
    role = models.CharField(max_length=20, help_text="Code of the role (see kith.access.roles).")
    opens = models.BooleanField(help_text="Whether the account is new, and opens with this role.")
    asked_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="roles_asked_for")
    answered_by = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, related_name="roles_answered"
    )
    answered_at = models.DateTimeField(null=True, help_text="When a second person answered (UTC).")
    agreed = models.BooleanField(null=True, help_text="What they answered.")

    class Meta:
        verbose_name_plural = "roles asked"
        constraints = [
            models.CheckConstraint(condition=Q(role__in=sorted(ROLES)), name="role_asked_known"),
            models.CheckConstraint(
                condition=Q(answered_by__isnull=True) | ~Q(answered_by=F("asked_by")),
                name="role_asked_takes_two",
            ),
            models.CheckConstraint(
                condition=Q(answered_by__isnull=True, answered_at__isnull=True, agreed__isnull=True)
                | Q(answered_by__isnull=False, answered_at__isnull=False, agreed__isnull=False),
                name="role_asked_answered_by_and_at",
            ),
            models.UniqueConstraint(
                fields=["account"], condition=Q(answered_at__isnull=True), name="role_asked_once"
            ),
        ]
