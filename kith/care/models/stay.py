"""One home in which a child lives, with whom; and, for those who may know it, where that is."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kith.care.models.kinds import Goes, HomeKind, Provider, Unlawful, WhyMoved
from kith.care.models.legal import DURING_IS_ITS_DAYS
from kith.core.models_base import Record, tracked
from kith.core.ranges import DateRangeField, RangeOperators, not_empty
from kith.people.models import Person


@tracked()
class Stay(Record):
    """One home, from the day a child moved in up to the day they left. Hospital, being missing and short breaks lie
    within it (`Away`, `MissingEpisode`); a night spent where nobody should sleep is written down as well (`Slept`).

    Two homes of one child never share a night. What the return reports is derived from it (docs/adr/0206).
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="stays")
    kind = models.CharField(max_length=3, choices=HomeKind.choices, help_text="What kind of home (PLACE).")
    provider = models.CharField(
        max_length=3, blank=True, choices=Provider.choices, help_text="Who provides it (PLACE_PROVIDER)."
    )
    began_on = models.DateField(help_text="The day they moved in.")
    ended_on = models.DateField(
        null=True, blank=True, help_text="The day they left; blank while they live there."
    )
    during = DateRangeField(null=True, blank=True, help_text="Its nights; blank if it held none.")
    goes_on = models.CharField(
        max_length=6,
        choices=Goes.choices,
        default=Goes.NEW.value,
        help_text="What goes on from the home before.",
    )
    why_moved = models.CharField(
        max_length=6,
        blank=True,
        choices=WhyMoved.choices,
        help_text="Why they left the home before (REASON_PLACE_CHANGE).",
    )
    planned = models.BooleanField(
        null=True, blank=True, help_text="Whether the move was planned; not known where blank."
    )
    child_says = models.CharField(
        max_length=1000, blank=True, help_text="What the child said of the move, in their words."
    )
    carers_say = models.CharField(
        max_length=1000, blank=True, help_text="What the carers said of it, in their words."
    )
    unlawful = ArrayField(
        models.CharField(max_length=10, choices=Unlawful.choices),
        default=list, blank=True, db_default=[],
        help_text="Why the child should not live there, if they should not; the director is told at once.",
    )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on")),
                name="stay_ends_after_it_begins",
            ),
            not_empty("during", "stay_during_not_empty"),
            models.CheckConstraint(condition=DURING_IS_ITS_DAYS, name="stay_during_is_its_days"),
            ExclusionConstraint(
                name="stay_one_home_a_night",
                expressions=[("person", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
            ),
        ]
        indexes = [models.Index(fields=["person", "-began_on"], name="stay_of")]


@tracked()
class StayPlace(Record):
    """Where a home is and who cares there: what leads to a child's door. Protected as an address is."""

    stay = models.OneToOneField(Stay, on_delete=models.PROTECT, related_name="place")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="stay_places")
    called = models.CharField(
        max_length=120, blank=True, help_text="The home or the carers, as the child calls them."
    )
    carer = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="cares_in",
        help_text="Who cares, where they are a person of the record.",
    )  # fmt: skip
    household = models.UUIDField(null=True, blank=True, help_text="The carers’ household (its id).")
    home = models.UUIDField(null=True, blank=True, help_text="The home in the register of homes (its id).")
    lines = models.CharField(max_length=300, blank=True, help_text="The address.")
    postcode = models.CharField(max_length=12, blank=True, help_text="Its postcode (PL_POST).")
    urn = models.CharField(
        max_length=12, blank=True, help_text="Ofsted’s number of the home or agency (URN)."
    )
    came_from = models.CharField(
        max_length=12, blank=True, help_text="Postcode of the home that care began from (HOME_POST)."
    )

    class Meta:
        indexes = [
            models.Index(fields=["household"], name="stay_place_household"),
            models.Index(fields=["home"], name="stay_place_home"),
        ]
