"""The copy that everybody may read. Public pages, the API and exports read these tables and no others."""

from __future__ import annotations

import uuid

from django.contrib.postgres.indexes import GinIndex, GistIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q

from kith.offer.models.provider import LINE
from kith.offer.models.service import Service


class PointField(models.Field):  # type: ignore[type-arg]
    """PostgreSQL's own point: metres east and north. Written and read by SQL alone."""

    def db_type(self, connection: object) -> str:
        """The column's type."""
        return "point"


class Published(models.Model):
    """One service as everybody may read it: its Open Referral UK document, and nothing else of it."""

    service = models.OneToOneField(Service, on_delete=models.CASCADE, primary_key=True, related_name="copy")
    provider_id = models.UUIDField(help_text="The organisation's id.")
    name = models.CharField(max_length=LINE, help_text="As lists are ordered.")
    confidential = models.BooleanField(help_text="Whether its place is secret: then the document has none.")
    minimum_age = models.SmallIntegerField(null=True, help_text="Youngest age, in years.")
    maximum_age = models.SmallIntegerField(null=True, help_text="Oldest age, in years.")
    assured_on = models.DateField(null=True, help_text="When somebody last said that it is right.")
    stale_after = models.DateField(null=True, help_text="The last day on which it is trusted.")
    modified_at = models.DateTimeField(help_text="When the document last changed (UTC).")
    document = models.JSONField(help_text="The whole service, as Open Referral UK 3.0 has it.")
    # Made by the database from the document alone, so that it can tell nothing that the document does not.
    line = models.GeneratedField(
        expression=models.Func(models.F("document"), function="offer_line"),
        output_field=models.JSONField(),
        db_persist=True,
        help_text="What a list shows of it.",
    )

    class Meta:
        verbose_name_plural = "published services"
        indexes = [
            models.Index(fields=["modified_at"], name="published_modified"),
            models.Index(fields=["provider_id"], name="published_provider"),
        ]


class Spot(models.Model):
    """One service at one place, or without any: what search walks. `at` is the middle of the postcode's sector."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="spots")
    place = models.UUIDField(
        null=True, help_text="The place's id; empty where it has none, or must not show it."
    )
    name = models.CharField(max_length=LINE, help_text="The service's name, as lists are ordered.")
    first = models.BooleanField(
        help_text="Whether it is the service's first: lists without distance show that alone."
    )
    confidential = models.BooleanField(help_text="Whether its place is secret: then there is none here.")
    at = PointField(null=True, help_text="Metres east and north of the national grid.")
    words = SearchVectorField(help_text="Its words, and marks of its ages, needs, days and cost.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(confidential=False) | Q(place=None, at=None), name="spot_secret_has_no_place"
            )
        ]
        indexes = [
            GinIndex(fields=["words"], name="spot_words"),
            GinIndex(fields=["words"], condition=Q(at=None, first=True), name="spot_nowhere_words"),
            GistIndex(fields=["at"], name="spot_at"),
            models.Index(fields=["name", "id"], condition=Q(first=True), name="spot_name"),
            models.Index(fields=["name", "id"], condition=Q(at=None, first=True), name="spot_nowhere_name"),
            models.Index(fields=["service"], name="spot_service"),
        ]


class Word(models.Model):
    """A word of some published service: what somebody may have meant to type."""

    word = models.CharField(primary_key=True, max_length=40, help_text="In small letters.")


class Revision(models.Model):
    """How often the public copy has changed, and when last: what caches are held to. One row."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField(default=0, help_text="Grows with each change.")
    at = models.DateTimeField(help_text="When it last changed (UTC).")
