"""Own words on their way to a reader: when they pass to duty, and who read them."""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.db.models import F, Q

from kith.access.models import Account
from kith.core.models_base import Record
from kith.story.models.event import Event

# Christmas and the new year make the longest wait for one working day; far more would be a fault.
AT_MOST = timedelta(days=14)


class WordsSent(Record):
    """Words that came in by the family's door. Unread, they pass to duty after one working day."""

    event = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="words_sent")
    passes_at = models.DateTimeField(help_text="From when duty may read them, if nobody has (UTC).")
    first_read_at = models.DateTimeField(
        null=True, help_text="When one of those who should first said that they read them (UTC)."
    )

    class Meta:
        verbose_name_plural = "words sent"
        constraints = [
            models.CheckConstraint(
                condition=Q(passes_at__gt=F("recorded_at"), passes_at__lte=F("recorded_at") + AT_MOST),
                name="words_sent_pass_soon",
            )
        ]
        indexes = [
            models.Index(fields=["recorded_by"], name="words_sent_writer"),
            models.Index(
                fields=["passes_at"], condition=Q(first_read_at__isnull=True), name="words_sent_unread"
            ),
        ]


class WordsRead(Record):
    """A worker says: I have read these. Opening a page is not reading, and a GET writes nothing."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="words_read")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="read_words")
    counts = models.BooleanField(
        help_text="Whether it is one of those who should: their worker, whom it was sent to, or duty in time."
    )

    class Meta:
        verbose_name_plural = "words read"
        constraints = [models.UniqueConstraint(fields=["event", "account"], name="words_read_once")]
