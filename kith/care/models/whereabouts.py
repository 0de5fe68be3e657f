"""Where a child was within a home: in hospital, on a short break, on holiday; and where they truly slept otherwise."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kith.care.models.kinds import Unlawful
from kith.core.models_base import Record, tracked
from kith.people.models import Person


class AwayKind(models.TextChoices):
    HOSPITAL = "hospital", "in hospital"
    SHORT_BREAK = "break", "on a short break"
    HOLIDAY = "holiday", "on holiday"
    FAMILY = "family", "with their family for a visit"
    FRIENDS = "friends", "at a friend’s"
    SCHOOL = "school", "at school or on a trip"


@tracked()
class Away(Record):
    """Some nights elsewhere while the home goes on. They start no home and end none."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="aways")
    kind = models.CharField(max_length=8, choices=AwayKind.choices)
    began_on = models.DateField(help_text="The first night.")
    back_on = models.DateField(null=True, blank=True, help_text="The day they came back; blank until then.")
    words = models.CharField(max_length=500, blank=True, help_text="What there is to know, in plain words.")

    class Meta:
        verbose_name_plural = "aways"
        constraints = [
            models.CheckConstraint(
                condition=Q(back_on__isnull=True) | Q(back_on__gte=F("began_on")), name="away_back_after"
            )
        ]
        indexes = [models.Index(fields=["person", "-began_on"], name="away_of")]


@tracked()
class Slept(Record):
    """One night, or some, that a child truly spent where nobody should sleep. Never refused: marked, and told at once.

    It changes no home and no legal basis: it stands beside them.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="slept")
    first_on = models.DateField(help_text="The first such night.")
    last_on = models.DateField(
        null=True, blank=True, help_text="The last such night; blank while it goes on."
    )
    unlawful = ArrayField(
        models.CharField(max_length=10, choices=Unlawful.choices),
        help_text="Why nobody should have slept there.",
    )
    chosen_by = models.CharField(max_length=120, blank=True, help_text="Who chose it that night, by name.")
    tried = models.CharField(max_length=1000, blank=True, help_text="What else was tried first.")
    child_says = models.CharField(
        max_length=1000, blank=True, help_text="What the child says of it, in their words."
    )

    class Meta:
        verbose_name_plural = "slept"
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__isnull=True) | Q(last_on__gte=F("first_on")),
                name="slept_last_after_first",
            ),
            models.CheckConstraint(condition=~Q(unlawful=[]), name="slept_says_why"),
        ]
        indexes = [models.Index(fields=["person", "-first_on"], name="slept_of")]


@tracked()
class SleptPlace(Record):
    """Where that was. Protected as an address is."""

    slept = models.OneToOneField(Slept, on_delete=models.PROTECT, related_name="place")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="slept_places")
    where = models.CharField(max_length=300, help_text="What place it was, and where.")


class Corrected(models.TextChoices):
    STAY = "stay", "where they lived"
    BASIS = "basis", "by what law"
    SLEPT = "slept", "where they truly slept"
    AWAY = "away", "nights away from home"


class Correction(Record):
    """That something recorded was wrong, and why it was changed. What stood before stays in the history of its row."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="care_corrections")
    of = models.CharField(max_length=5, choices=Corrected.choices, help_text="What was corrected.")
    item = models.UUIDField(help_text="Which row (its id).")
    why = models.CharField(max_length=500, help_text="What was wrong, and how it is known.")
    said = models.CharField(max_length=300, help_text="What it said before, in days and codes.")
    since = models.DateField(help_text="The first night about which something is now said otherwise.")

    class Meta:
        indexes = [models.Index(fields=["person", "-recorded_at"], name="care_correction_of")]
