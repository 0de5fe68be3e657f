"""Going home again: assessed, agreed, prepared by nights at home, and supported for a year. Considered at each review.

No national clock is set. Under a care order: SI 2010/959 (placement with parents), regulations 15 to 20.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.marked import marked
from kith.people.models import Person


class Risk(models.TextChoices):
    LOW = "low", "low"
    MEDIUM = "medium", "medium"
    HIGH = "high", "high"


class HomeRoute(models.TextChoices):
    WITH_PARENTS = "p1", "lives with parents, and the care order goes on (regulations 15 to 20)"
    DISCHARGE = "discharge", "a court ended the order"
    AGREEMENT = "s20", "care by agreement (section 20) ended"


class HomeEnd(models.TextChoices):
    LASTED = "lasted", "a year at home, and it goes on"
    CAME_BACK = "came_back", "the child came into care again"
    GREW_UP = "grew_up", "they turned 18"
    MOVED = "moved", "another council took the support over"
    STOPPED = "stopped", "it was stopped before they went home"


@tracked()
class GoingHome(Record):
    """One way home. It begins with looking into it, and ends a year after the day of return at the earliest."""

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="going_home")
    to_whom = models.CharField(max_length=120, help_text="To whom they go home.")
    assessed_on = models.DateField(help_text="The day on which it was looked into.")
    risk = models.CharField(max_length=6, choices=Risk.choices, help_text="What was found. Staff alone.")
    changed = models.CharField(
        max_length=2000, help_text="What has changed since the child came into care. Staff alone."
    )
    worries = models.CharField(max_length=2000, blank=True, help_text="What worries are left. Staff alone.")
    agreed_on = models.DateField(
        null=True, blank=True, help_text="The day on which family and council agreed to it."
    )
    agreed_by = models.CharField(max_length=120, blank=True, help_text="Who agreed for the council, by name.")
    route = models.CharField(max_length=9, choices=HomeRoute.choices, blank=True)
    approved_by = models.CharField(
        max_length=120, blank=True, help_text="The nominated officer, under a care order (regulation 18)."
    )
    home_on = models.DateField(null=True, blank=True, help_text="The day on which they went home.")
    skipped = models.CharField(
        max_length=500,
        blank=True,
        help_text="What was not in place when they went home, and why they went all the same.",
    )
    ended_on = models.DateField(null=True, blank=True, help_text="The day on which our support ended.")
    came_of_it = models.CharField(max_length=9, choices=HomeEnd.choices, blank=True)
    end_words = models.CharField(max_length=1000, blank=True, help_text="How it went, and what was learnt.")

    class Meta:
        verbose_name_plural = "going home"
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed_on__isnull=True) | Q(agreed_on__gte=F("assessed_on")) & ~Q(agreed_by=""),
                name="home_agreed_by",
            ),
            models.CheckConstraint(
                condition=Q(home_on__isnull=True) | Q(home_on__gte=F("assessed_on")) & ~Q(route=""),
                name="home_after_assessed",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | ~Q(came_of_it="") & ~Q(end_words=""),
                name="home_ended_how",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True)
                | Q(home_on__isnull=False)
                | Q(came_of_it__in=("stopped", "grew_up")),
                name="home_ended_after",
            ),
            models.UniqueConstraint(
                fields=["child"], condition=Q(ended_on__isnull=True), name="home_one_way_at_once"
            ),
        ]
        indexes = [models.Index(fields=["child"], name="going_home_child")]


@tracked()
class HomeMust(Record):
    """What has to be in place before the child goes home: who does it, what help there is, by when."""

    way = models.ForeignKey(GoingHome, on_delete=models.PROTECT, related_name="musts")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(
        max_length=300, help_text="What has to happen. Those who were shown the way read it."
    )
    who = models.CharField(max_length=120, help_text="Who does it.")
    help = models.CharField(max_length=300, blank=True, help_text="What help there is for it.")
    by_when = models.DateField(help_text="By when.")
    done_on = models.DateField(null=True, blank=True, help_text="The day on which it was in place.")

    class Meta:
        indexes = [models.Index(fields=["way"], name="home_must_way")]


class HomeSays(models.TextChoices):
    YES = "yes", marked("Yes")
    IF = "if", marked("Yes, if something changes")
    UNSURE = "unsure", marked("I am not sure")
    NO = "no", marked("No")


@tracked()
class HomeSay(Record):
    """What the child, or a parent, says to it; and from when on they read the way on a page of their own."""

    way = models.ForeignKey(GoingHome, on_delete=models.PROTECT, related_name="says")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", help_text="Who says so.")
    says = models.CharField(max_length=6, choices=HomeSays.choices, blank=True)
    words = models.CharField(max_length=1000, blank=True, help_text="In their words.")
    said_on = models.DateField(null=True, blank=True, help_text="The day on which they said so.")
    shown_on = models.DateField(
        null=True, blank=True, help_text="Since when they read it; told by somebody first."
    )
    how_prepared = models.CharField(max_length=300, blank=True, help_text="How they were prepared for it.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["way", "person"], name="home_say_once"),
            models.CheckConstraint(
                condition=Q(shown_on__isnull=True) | ~Q(how_prepared=""), name="home_shown_prepared"
            ),
            models.CheckConstraint(condition=Q(says="") | Q(said_on__isnull=False), name="home_said_on"),
        ]
        indexes = [
            models.Index(fields=["way"], name="home_say_way"),
            models.Index(fields=["person"], name="home_say_of"),
        ]


@tracked()
class HomeNight(Record):
    """Nights at home before the day itself: planned, and how they went."""

    way = models.ForeignKey(GoingHome, on_delete=models.PROTECT, related_name="nights")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField(help_text="The first night.")
    until = models.DateField(help_text="The day on which the child came back.")
    went = models.CharField(max_length=500, blank=True, help_text="How it went; blank while it is to come.")
    child_said = models.CharField(max_length=500, blank=True, help_text="In the child's words.")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until__gt=F("from_on")), name="home_night_lasts"),
        ]
        indexes = [models.Index(fields=["way"], name="home_night_way")]


class Goes(models.TextChoices):
    WELL = "well", "well"
    SOME = "some", "some of it is hard"
    STUCK = "stuck", "it is at risk"


@tracked()
class HomeLookedAt(Record):
    """After the return: how is it going, in the words of the child and the family, and what more is there to do?"""

    way = models.ForeignKey(GoingHome, on_delete=models.PROTECT, related_name="looked_at")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    on = models.DateField(help_text="The day.")
    goes = models.CharField(max_length=5, choices=Goes.choices)
    child_said = models.CharField(max_length=1000, blank=True, help_text="In the child's words.")
    family_said = models.CharField(max_length=1000, blank=True, help_text="In the family's words.")
    extra_help = models.CharField(max_length=1000, blank=True, help_text="What more help begins now.")

    class Meta:
        verbose_name_plural = "home looked at"
        constraints = [
            models.CheckConstraint(
                condition=~Q(goes="stuck") | ~Q(extra_help=""), name="home_at_risk_more_help"
            ),
        ]
        indexes = [models.Index(fields=["way", "-on"], name="home_looked_at_way")]
