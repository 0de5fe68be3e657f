"""How and when it is safe to reach somebody, as they say it themselves on their own page."""

from __future__ import annotations

import uuid

from django.db import models

from kith.people.models import Person


class IsSafe(models.TextChoices):
    UNSAID = "", "not said"
    YES = "yes", "yes"
    NO = "no", "no, or not sure"


def _safe(what: str) -> models.CharField[str, str]:
    return models.CharField(
        max_length=3, choices=IsSafe.choices, blank=True, help_text=f"Whether {what} is safe."
    )


class SafeContact(models.Model):
    """What somebody said at one time. The last one counts; a "no" holds until a worker asked them alone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="safe_contact")
    said_at = models.DateTimeField(help_text="When they said it (UTC).")
    phone = _safe("ringing them")
    voicemail = _safe("leaving them a voicemail")
    text = _safe("texting them")
    email = _safe("e-mailing them")
    post = _safe("posting to them")
    when_safe = models.CharField(max_length=300, blank=True, help_text="At which times, in their words.")
    words = models.CharField(max_length=300, blank=True, help_text="What else a worker must know.")
    check_word = models.CharField(
        max_length=40, blank=True, help_text="What they say so that a worker knows that it is them."
    )
    seen_at = models.DateTimeField(null=True, help_text="When a worker said that they read it (UTC).")
    seen_by = models.UUIDField(null=True, help_text="The account of that worker.")

    class Meta:
        verbose_name_plural = "safe contact"
        indexes = [models.Index(fields=["person", "-said_at"], name="safe_contact_person")]
