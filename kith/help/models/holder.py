"""Who has a request for help: giver, receiver and the receiver's yes. The giver keeps it until then."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kith.access.models import Account
from kith.core.models_base import Record, tracked
from kith.help.models.request import HelpRequest


@tracked()
class RequestHolder(Record):
    """One giving. Offered until it is accepted or refused; held from then until somebody else accepts.

    Of each request exactly one is held at any time: the database sees to it (migration 0014).
    """

    request = models.ForeignKey(HelpRequest, on_delete=models.PROTECT, related_name="holders")
    account = models.ForeignKey(
        Account,
        on_delete=models.PROTECT,
        null=True,
        related_name="requests_given",
        help_text="To whom it was given; blank is the front door's list.",
    )
    given_at = models.DateTimeField(help_text="When it was given (UTC).")
    given_by = models.UUIDField(
        null=True, help_text="The account that gave it; blank where it came from outside."
    )
    words = models.CharField(
        max_length=300,
        blank=True,
        help_text="What the giver said of it: all that is read before the yes outside.",
    )
    accepted_at = models.DateTimeField(null=True, help_text="When the receiver said yes (UTC).")
    refused_at = models.DateTimeField(null=True, help_text="When the receiver said no (UTC): a bounce.")
    why = models.CharField(max_length=300, blank=True, help_text="Why the receiver said no.")
    ended_at = models.DateTimeField(
        null=True, help_text="When somebody else took it on, or it was called back (UTC)."
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(refused_at__isnull=True),
                name="request_holder_yes_or_no",
            ),
            models.CheckConstraint(
                condition=Q(refused_at__isnull=True) | ~Q(why=""), name="request_holder_no_with_reason"
            ),
            models.UniqueConstraint(
                fields=["request"],
                condition=Q(accepted_at__isnull=False, ended_at__isnull=True),
                name="request_held_once",
            ),
            models.UniqueConstraint(
                fields=["request"],
                condition=Q(accepted_at__isnull=True, refused_at__isnull=True, ended_at__isnull=True),
                name="request_offered_once",
            ),
        ]
        indexes = [
            models.Index(
                fields=["account"],
                condition=Q(ended_at__isnull=True, refused_at__isnull=True),
                name="request_holder_account",
            )
        ]
