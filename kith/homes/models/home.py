"""Homes that children live in: with foster carers, in a children's home, in supported accommodation.

Where a home is stands apart, in `HomePlace`: whoever looks for a home knows how far it is, and not where.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked


class ProviderKind(models.TextChoices):
    COUNCIL = "council", "this council"
    OTHER_COUNCIL = "other", "another council or a regional care cooperative"
    PRIVATE = "private", "a private provider"
    VOLUNTARY = "voluntary", "a charity"


@tracked()
class Provider(Record):
    """Who runs homes, and who owns them in the end."""

    name = models.CharField(max_length=120, unique=True, help_text="The provider's own name.")
    kind = models.CharField(max_length=9, choices=ProviderKind.choices)
    owner = models.CharField(
        max_length=120,
        blank=True,
        help_text="Who owns it in the end, such as a fund; blank if nobody else does.",
    )
    urn = models.CharField(
        max_length=12, blank=True, help_text="The agency's number at Ofsted, if it has one."
    )


class HomeKind(models.TextChoices):
    FOSTER = "foster", "foster home"
    CHILDRENS_HOME = "residential", "children’s home"
    SUPPORTED = "supported", "supported accommodation"


def codes(says: str) -> ArrayField[list[str], list[str]]:
    """A column of codes; none is an empty list."""
    return ArrayField(models.CharField(max_length=20), default=list, blank=True, help_text=says)


@tracked()
class Home(Record):
    """One home: what it is, how many children it may hold, and what it is good at. Never where it is."""

    kind = models.CharField(max_length=11, choices=HomeKind.choices)
    name = models.CharField(max_length=120, help_text="What staff call it: the carers, or the house.")
    reference = models.CharField(
        max_length=12, unique=True, help_text="What it is called until it is shortlisted, such as F-0042."
    )
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="homes")
    places = models.PositiveSmallIntegerField(help_text="How many children it may hold.")
    free = models.PositiveSmallIntegerField(default=0, help_text="How many more it says it could take today.")
    free_told_on = models.DateField(null=True, help_text="The day on which it said so.")
    opened_on = models.DateField(help_text="The first day on which a child could live there.")
    closed_on = models.DateField(null=True, help_text="The day from which no child can.")
    east = models.IntegerField(
        null=True, help_text="Whole kilometres east on the national grid. Reckoned with, and never shown."
    )
    north = models.IntegerField(null=True, help_text="Whole kilometres north, as east.")
    skills = codes("What the carers or the home are good at (see kith.homes.words).")
    languages = codes("Languages spoken at home.")
    faiths = codes("Faiths lived there.")
    cultures = codes("Heritage of those who live or work there, as the broad groups of the census.")
    lives_here = codes("Who and what lives there, such as a dog or children of their own.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gt=F("opened_on")),
                name="home_closes_after_it_opens",
            ),
            models.CheckConstraint(condition=Q(free__lte=F("places")), name="home_free_within_places"),
            models.CheckConstraint(
                condition=Q(east__isnull=True, north__isnull=True)
                | Q(east__isnull=False, north__isnull=False),
                name="home_east_and_north",
            ),
        ]
        indexes = [
            models.Index(fields=["kind"], condition=Q(closed_on__isnull=True, free__gt=0), name="home_free"),
            models.Index(fields=["provider"], name="home_provider"),
        ]


@tracked()
class HomePlace(Record):
    """Where a home is. Protected as an address is: known to the register’s keepers, and once it is a child’s home."""

    home = models.OneToOneField(Home, on_delete=models.PROTECT, related_name="place")
    lines = models.TextField(blank=True, help_text="The address as on an envelope, without the postcode.")
    postcode = models.CharField(max_length=8, blank=True, help_text="Postcode, in capitals, with one space.")
