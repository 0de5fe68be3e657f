"""What a worker asked to be reminded by: a calendar feed, a message in the morning. Neither holds a name."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kith.access.models.account import Account
from kith.core.models_base import Record, tracked


@tracked(exclude=["digest"])
class CalendarFeed(Record):
    """The secret address of a worker's calendar, kept as a digest: whoever reads this table can open no calendar."""

    account = models.OneToOneField(Account, on_delete=models.PROTECT, related_name="calendar_feed")
    digest = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the secret, in hexadecimal.")
    made_at = models.DateTimeField(help_text="When this secret was made (UTC).")
    ended_at = models.DateTimeField(null=True, help_text="When it was switched off, if it was (UTC).")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(digest__regex="^[0-9a-f]{64}$"), name="calendar_feed_digest")
        ]


@tracked()
class MorningMessage(Record):
    """Whether a worker wants to be told each working morning how much is late, due today and due this week."""

    account = models.OneToOneField(Account, on_delete=models.PROTECT, related_name="morning_message")
    wanted = models.BooleanField(help_text="Whether it is sent.")


class MorningOutcome(models.TextChoices):
    WAITS = "waits", "not sent yet"
    SENT = "sent", "sent"
    NOTHING = "nothing", "nothing was due"
    FAILED = "failed", "given up for the day"


@tracked()
class MorningSent(Record):
    """What became of one morning's message to one worker: there is one row a day, so it is sent once."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="mornings")
    day = models.DateField(help_text="The working day.")
    outcome = models.CharField(max_length=7, choices=MorningOutcome.choices)
    tries = models.SmallIntegerField(default=0, help_text="How often it was tried.")
    last_tried_at = models.DateTimeField(null=True, help_text="When it was last tried (UTC).")

    class Meta:
        verbose_name_plural = "mornings sent"
        constraints = [models.UniqueConstraint(fields=["account", "day"], name="morning_once_a_day")]
