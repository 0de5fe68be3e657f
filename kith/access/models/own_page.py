"""Before a family account is opened: who else sees this person's phone, email and post, asked in private."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kith.access.models.account import Account
from kith.core.models_base import Record, tracked
from kith.people.models import Person


class SeenBy(models.TextChoices):
    ALONE = "alone", "nobody else"
    OTHERS = "others", "somebody else does, or may"
    NONE = "none", "they have none"


class Way(models.TextChoices):
    HAND = "hand", "in person"
    TEXT = "text", "by text"
    EMAIL = "email", "by email"
    POST = "post", "by post"


@tracked()
class AskedInPrivate(Record):
    """What a person answered on one day, when a worker asked who else sees what comes to them. The last one counts."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="asked_in_private")
    asked_on = models.DateField(help_text="The day on which they were asked.")
    where_asked = models.CharField(
        max_length=120, help_text="Where they were asked, and how they were alone."
    )
    alone = models.BooleanField(help_text="Whether nobody else could hear or read the answers.")
    phone = models.CharField(
        max_length=6,
        choices=SeenBy.choices,
        help_text="Who else sees or answers their phone: calls and texts.",
    )
    email = models.CharField(max_length=6, choices=SeenBy.choices, help_text="Who else reads their email.")
    post = models.CharField(max_length=6, choices=SeenBy.choices, help_text="Who else opens their post.")
    words = models.CharField(
        max_length=300,
        blank=True,
        help_text="Who it is, and what else they said. Staff only, never behind a door.",
    )

    class Meta:
        verbose_name_plural = "asked in private"
        constraints = [
            models.CheckConstraint(condition=~Q(where_asked=""), name="asked_in_private_says_where"),
        ]
        indexes = [models.Index(fields=["person", "-asked_on"], name="asked_in_private_person")]


@tracked()
class OpenedAccount(Record):
    """A family account that a worker opened for one person, after which answers, and how the first link went to them."""

    account = models.OneToOneField(Account, on_delete=models.PROTECT, related_name="opened_for")
    asked = models.ForeignKey(AskedInPrivate, on_delete=models.PROTECT, related_name="opened")
    way = models.CharField(
        max_length=5, choices=Way.choices, help_text="How the first link was given to them."
    )
