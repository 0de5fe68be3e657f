"""Where services are. One that must stay secret can have no row here: the database refuses it."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.core.models_base import Record, tracked
from kith.offer.models.provider import LINE
from kith.offer.models.service import Service


@tracked()
class Place(Record):
    """A building (Open Referral UK: location with its one address)."""

    name = models.CharField(max_length=LINE, blank=True, help_text="What the building is called.")
    address = models.CharField(max_length=500, blank=True, help_text="House and street.")
    town = models.CharField(max_length=LINE, blank=True, help_text="Town or village.")
    county = models.CharField(max_length=LINE, blank=True, help_text="County.")
    postcode = models.CharField(max_length=10, blank=True, help_text="Postcode, in capitals with one space.")
    latitude = models.FloatField(null=True, help_text="Degrees north, as the provider or its feed gave it.")
    longitude = models.FloatField(null=True, help_text="Degrees east, likewise.")
    east = models.IntegerField(null=True, help_text="Metres of the national grid: the middle of its sector.")
    north = models.IntegerField(null=True, help_text="Metres of the national grid: the middle of its sector.")
    getting_here = models.CharField(
        max_length=500,
        blank=True,
        help_text="Buses, parking, the way in, in words (transportation in HSDS 3.0).",
    )
    access = ArrayField(
        models.CharField(max_length=200), default=list, help_text="How one gets in and around, in words."
    )


@tracked()
class ServicePlace(Record):
    """A service at a place."""

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="at")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="at")
    # Tied with the service's own by the database: what is secret has no place, and what has one never becomes secret.
    confidential = models.BooleanField(default=False, help_text="Always no.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["service", "place"], name="service_place_once"),
            models.CheckConstraint(condition=Q(confidential=False), name="service_place_is_no_secret"),
        ]
