"""Signing in by a code: the phone or e-mail address that somebody chose for it, and the codes that were sent."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from kith.access.models.account import Account
from kith.people.models import ContactPoint


class CodeChoice(models.Model):
    """Where the owner of a family account has sign-in codes sent. It holds while its contact point is theirs alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="code_choices")
    contact = models.ForeignKey(ContactPoint, on_delete=models.PROTECT, related_name="code_choices")
    chosen_at = models.DateTimeField(help_text="When its owner chose it (UTC).")
    proved_at = models.DateTimeField(
        null=True, help_text="When they typed the code that was sent there (UTC); nothing holds before."
    )
    ended_at = models.DateTimeField(null=True, help_text="When it ended (UTC).")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account"],
                condition=Q(proved_at__isnull=False, ended_at__isnull=True),
                name="code_choice_once",
            ),
            models.CheckConstraint(
                condition=Q(proved_at__isnull=True) | Q(proved_at__gte=F("chosen_at")),
                name="code_choice_proved_after_chosen",
            ),
        ]
        indexes = [models.Index(fields=["contact"], name="code_choice_contact")]


class CodeFor(models.TextChoices):
    SIGN_IN = "sign_in", "to sign in"
    CHOICE = "choice", "to show that what is sent there arrives"


class SignInCode(models.Model):
    """One code. Where a sign-in was asked for by nobody who has it, there is a row all the same, and it opens nothing."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    choice = models.ForeignKey(
        CodeChoice,
        on_delete=models.PROTECT,
        null=True,
        related_name="codes",
        help_text="Where it goes; none: nowhere.",
    )
    named = models.CharField(
        max_length=254,
        blank=True,
        default="",
        db_default="",
        help_text="The sign-in name that was typed, until it is seen whether it has anywhere to go.",
    )
    what_for = models.CharField(max_length=7, choices=CodeFor.choices, help_text="What it is for.")
    digest = models.CharField(
        max_length=64, help_text="Keyed digest of the code; the code itself is nowhere."
    )
    made_at = models.DateTimeField(help_text="When it was asked for (UTC).")
    tries = models.PositiveSmallIntegerField(default=0, help_text="How often it was typed, rightly or not.")
    used_at = models.DateTimeField(null=True, help_text="When it opened what it is for (UTC), once.")
    sent_at = models.DateTimeField(null=True, help_text="When it was sent (UTC).")

    class Meta:
        indexes = [models.Index(fields=["choice", "-made_at"], name="sign_in_code_choice")]
