"""A service of the directory, with whom it is for and how sure we are that it is still so."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kith.access.models import Account
from kith.core.models_base import Record, tracked
from kith.offer.models.incoming import Feed
from kith.offer.models.provider import LINE, LONG, Provider

# As PostgreSQL writes it; kith.offer.screening has the same for Python, and a test holds them together.
POSTCODE = r"\m[A-Za-z]{1,2}[0-9][0-9A-Za-z]?\s?[0-9][A-Za-z]{2}\M"


class Status(models.TextChoices):
    """As Open Referral UK has them."""

    ACTIVE = "active", "open"
    INACTIVE = "inactive", "not running just now"
    CLOSED = "temporarily closed", "closed for a while"
    DEFUNCT = "defunct", "ended"


def _no_postcode(field: str) -> Q:
    return ~Q(**{f"{field}__regex": POSTCODE})


@tracked()
class Service(Record):
    """What somebody offers. With `confidential` it has no place: area served and telephone only."""

    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="services")
    name = models.CharField(max_length=LINE, help_text="What it is called.")
    description = models.CharField(max_length=LONG, blank=True, help_text="What it does, in plain words.")
    status = models.CharField(
        max_length=20, choices=Status.choices, default=Status.ACTIVE, help_text="Whether it runs."
    )
    url = models.CharField(max_length=500, blank=True, help_text="Its web page.")
    email = models.CharField(max_length=254, blank=True, help_text="Its public email address.")
    minimum_age = models.SmallIntegerField(null=True, help_text="Youngest age that it is for, in years.")
    maximum_age = models.SmallIntegerField(null=True, help_text="Oldest age that it is for, in years.")
    needs = ArrayField(
        models.CharField(max_length=20), default=list, help_text="Codes of kith/offer/data/terms.toml."
    )
    languages = ArrayField(models.CharField(max_length=60), default=list, help_text="Languages spoken there.")
    area = models.CharField(max_length=500, blank=True, help_text="Where it serves, in words.")
    alert = models.CharField(max_length=500, blank=True, help_text="Something that holds for a short time.")
    confidential = models.BooleanField(
        default=False, help_text="Whether its place must stay secret: a refuge, a children's home."
    )
    place_decided_by = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, related_name="+",
        help_text="Who said that its place may be shown, though its words sound like a secret one.",
    )  # fmt: skip
    place_decided_on = models.DateField(
        null=True,
        help_text="When somebody last said so; it is said anew each time the service is said to be right.",
    )
    owner = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, related_name="+", help_text="Who keeps it right here."
    )
    provider_email = models.CharField(
        max_length=254, blank=True, help_text="Whom we ask whether it is still right. Never public."
    )
    assured_on = models.DateField(
        null=True, help_text="The day on which somebody last said that it is right."
    )
    stale_after = models.DateField(
        null=True, help_text="The last day on which it is trusted without a new check."
    )
    published = models.BooleanField(
        default=False, help_text="Whether everybody may read it; else it is a draft."
    )
    feed = models.ForeignKey(
        Feed, on_delete=models.PROTECT, null=True, related_name="services", help_text="The feed it came with."
    )
    external = models.CharField(max_length=200, blank=True, help_text="Its id in that feed.")
    # Empty once a person changed or withdrew it here.
    digest = models.CharField(
        max_length=64, blank=True, help_text="SHA-256 of what the feed last said of it."
    )
    dropped_on = models.DateField(
        null=True, help_text="The day since which its feed, read to its end, has it no more."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["feed", "external"], condition=Q(feed__isnull=False), name="service_once_a_feed"
            ),
            models.CheckConstraint(
                condition=Q(confidential=False)
                | Q(url="", email="")
                & _no_postcode("name") & _no_postcode("description") & _no_postcode("alert") & _no_postcode("area"),
                name="service_confidential_tells_no_place",
            ),
            models.CheckConstraint(
                condition=Q(maximum_age__gte=F("minimum_age")) | Q(minimum_age=None) | Q(maximum_age=None),
                name="service_ages_in_order",
            ),
            models.CheckConstraint(
                condition=Q(assured_on=None, stale_after=None) | Q(stale_after__gte=F("assured_on")),
                name="service_stale_after_assured",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["stale_after"], condition=Q(published=True), name="service_stale")]
