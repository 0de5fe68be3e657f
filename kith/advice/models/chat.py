"""A chat on the website: who talks with whom since when, and beside it each line, sealed."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils import timezone

from kith.advice.models.contact import Contact


class ChatState(models.TextChoices):
    WAITING = "waiting", "waiting for an adviser"
    TALKING = "talking", "an adviser is there"
    ENDED = "ended", "ended"


class Chat(models.Model):
    """One chat. Whoever asks holds its secret, of which only a digest is here; no name or word stands open."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    secret = models.CharField(
        max_length=64, unique=True, help_text="Digest of what the caller's browser holds."
    )
    contact = models.OneToOneField(
        Contact, on_delete=models.PROTECT, related_name="chat", help_text="How it is counted, and since when."
    )
    called = models.BinaryField(null=True, help_text="What to call them, sealed; empty if they did not say.")
    keep = models.BooleanField(
        default=False, help_text="They agreed that the words are kept. Without it they go."
    )
    state = models.CharField(max_length=8, choices=ChatState.choices, default=ChatState.WAITING)
    began_at = models.DateTimeField(default=timezone.now, help_text="When it began (UTC).")
    heard_at = models.DateTimeField(
        default=timezone.now, help_text="When their browser was last heard of (UTC)."
    )
    ended_at = models.DateTimeField(null=True, help_text="When it ended (UTC).")
    adviser = models.UUIDField(null=True, help_text="The adviser who has it.")
    handing_to = models.UUIDField(null=True, help_text="The adviser who is asked to take it over.")
    lines = models.IntegerField(default=0, help_text="How many lines were written.")
    revision = models.IntegerField(default=1, help_text="Goes up with each line and each change of state.")

    class Meta:
        indexes = [models.Index(fields=["state", "began_at"], name="advice_chat_state")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="ended", ended_at__isnull=False)
                | (~models.Q(state="ended") & models.Q(ended_at__isnull=True)),
                name="chat_ended_when_over",
            )
        ]


class ChatLine(models.Model):
    """One line of a chat. Where its words were not to be kept they are gone with the chat, not marked as gone."""

    id = models.UUIDField(
        primary_key=True, editable=False, help_text="Drawn by whoever wrote: sent twice it is one."
    )
    chat = models.ForeignKey(Chat, on_delete=models.CASCADE, related_name="said")
    number = models.IntegerField(help_text="Its place in the chat.")
    at = models.DateTimeField(help_text="When it came (UTC).")
    by = models.UUIDField(null=True, help_text="The adviser who wrote it; empty for the caller.")
    sealed = models.BinaryField(help_text="The words, sealed for this row.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["chat", "number"], name="chat_line_once")]
