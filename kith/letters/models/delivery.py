"""A sending that GOV.UK Notify carries: the letter itself by post, or word by text or e-mail that it can be read."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from kith.access.models import OwnRoute
from kith.core.models_base import Record, tracked
from kith.letters.models.sending import Sending
from kith.people.models import Person


class Carried(models.TextChoices):
    POST = "post", "posted by GOV.UK Notify"
    TEXT = "text", "told by text"
    EMAIL = "email", "told by e-mail"


class State(models.TextChoices):
    WAITS = "waits", "not sent yet"
    ACCEPTED = "accepted", "taken by GOV.UK Notify"
    DELIVERED = "delivered", "delivered"
    FAILED = "failed", "did not arrive"


class Why(models.TextChoices):
    """Why it waits or failed: what a worker reads of it."""

    KEY = "key", "GOV.UK Notify does not know our key. Tell your administrator."
    BUSY = "busy", "GOV.UK Notify had too much to do."
    UNREACHABLE = "unreachable", "GOV.UK Notify could not be reached."
    NONSENSE = "nonsense", "GOV.UK Notify answered what nobody can read."
    REFUSED = "refused", "GOV.UK Notify would not take it: the number or address is not one that it can use."
    TEMPLATE = (
        "template",
        "The template at GOV.UK Notify says more than it may, so nothing went. Tell your administrator.",
    )
    OFF = "off", "Sending by GOV.UK Notify was switched off."
    NO_SUCH = "no_such", "There is no such number or address."
    NOT_NOW = "not_now", "It could not be delivered: the phone was off, or the box was full."
    THEIR_FAULT = "their_fault", "GOV.UK Notify failed."
    LAYOUT = "layout", "GOV.UK Notify could not print it."
    CANCELLED = "cancelled", "It was cancelled at GOV.UK Notify."
    NO_WORD = "no_word", "Nobody said in a week whether it arrived."
    TOLD = "told", "Part of it comes from something the family is not told of yet, so it was held back."
    APART = "apart", "They are kept apart from somebody whom it would tell of, so it was held back."
    UNSAFE = "unsafe", "This way is not safe any more, so it was held back."
    WITHDRAWN = "withdrawn", "The letter was taken back from their page, so they were not told of it."
    WORDS = "words", "Somebody said no to having their own words in it, so it was held back."
    FILE = "file", "The letter's file could not be read."


@tracked(exclude=["goes_to"])
class Delivery(Record):
    """One thing for Notify to carry. Its own id is the reference by which it is sent once, however often it is tried."""

    sending = models.ForeignKey(Sending, on_delete=models.PROTECT, related_name="deliveries")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, db_index=False, related_name="letters_carried"
    )
    by = models.CharField(max_length=5, choices=Carried.choices)
    goes_to = models.TextField(help_text="The address, number or e-mail address, as the worker saw it.")
    route = models.ForeignKey(
        OwnRoute,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="For a text or e-mail: that its reader chose it, and how it is safe.",
    )
    state = models.CharField(max_length=9, choices=State.choices, default=State.WAITS)
    why = models.CharField(max_length=11, choices=Why.choices, blank=True)
    notify_id = models.UUIDField(null=True, help_text="What Notify calls it.")
    tries = models.PositiveSmallIntegerField(default=0, help_text="How often it was tried.")
    next_at = models.DateTimeField(
        null=True, default=timezone.now, help_text="When it is tried, or asked after, again (UTC)."
    )
    state_at = models.DateTimeField(default=timezone.now, help_text="Since when it stands so (UTC).")
    seen_at = models.DateTimeField(null=True, help_text="When a worker said that they know it failed (UTC).")
    seen_by = models.UUIDField(null=True, help_text="The account of that worker.")

    class Meta:
        verbose_name_plural = "deliveries"
        constraints = [
            models.UniqueConstraint(
                fields=["sending", "by"],
                condition=models.Q(state__in=["waits", "accepted", "delivered"]),
                name="delivery_once_each_way",
            )
        ]
        indexes = [
            models.Index(
                fields=["next_at"],
                condition=models.Q(state__in=["waits", "accepted"]),
                name="delivery_waits",
            ),
            models.Index(
                fields=["person"],
                condition=models.Q(state="failed", seen_at__isnull=True),
                name="delivery_failed",
            ),
        ]
