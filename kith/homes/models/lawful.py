"""What the law lets a home do, over time: registration of homes, approval of carers, exemptions and exclusions.

Source: Care Standards Act 2000 s11; SI 2023/416 (supported accommodation); Fostering Services (England) Regulations
2011 regs 27-28; Children Act 1989 Sch 7.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.homes.models.home import Home
from kith.people.models import Person

YOUNGEST, OLDEST = 0, 17


class Terms(Record):
    """For whom a home may care: how many, how old, boys or girls."""

    starts_on = models.DateField(help_text="The first day on which it holds.")
    ends_on = models.DateField(null=True, help_text="The day from which it no longer holds.")
    places = models.PositiveSmallIntegerField(help_text="For how many children at once. None is 0.")
    age_from = models.PositiveSmallIntegerField(default=YOUNGEST, help_text="Youngest, in whole years.")
    age_to = models.PositiveSmallIntegerField(default=OLDEST, help_text="Oldest, in whole years.")
    sex = models.CharField(
        max_length=1, blank=True, choices=[("F", "girls"), ("M", "boys")], help_text="Blank for either."
    )
    words = models.CharField(max_length=500, blank=True, help_text="Conditions, in words.")

    class Meta:
        abstract = True


def _dates(name: str) -> list[models.BaseConstraint]:
    return [
        models.CheckConstraint(
            condition=Q(ends_on__isnull=True) | Q(ends_on__gt=F("starts_on")), name=f"{name}_ends_after_start"
        ),
        models.CheckConstraint(condition=Q(age_from__lte=F("age_to")), name=f"{name}_ages_in_order"),
    ]


@tracked()
class Registration(Terms):
    """A children's home or supported accommodation in Ofsted's register."""

    home = models.ForeignKey(Home, on_delete=models.PROTECT, related_name="registrations")
    urn = models.CharField(max_length=12, help_text="Its number at Ofsted.")
    suspended = models.BooleanField(
        default=False, help_text="Whether Ofsted has suspended it: no child may come to live there."
    )

    class Meta:
        constraints = _dates("registration")
        indexes = [models.Index(fields=["home", "-starts_on"], name="registration_home")]


@tracked()
class Approval(Terms):
    """What foster carers are approved for, by the decision maker."""

    home = models.ForeignKey(Home, on_delete=models.PROTECT, related_name="approvals")
    temporary = models.BooleanField(
        default=False, help_text="Whether it is the temporary approval of a connected person (reg 24)."
    )
    decided_by = models.UUIDField(help_text="The account of the decision maker.")
    why = models.CharField(max_length=1000, blank=True, help_text="The decision maker's reasons.")

    class Meta:
        constraints = _dates("approval")
        indexes = [models.Index(fields=["home", "-starts_on"], name="approval_home")]


@tracked()
class Exemption(Record):
    """That carers may pass the usual limit of three for a named child (Children Act 1989 Sch 7 para 4)."""

    home = models.ForeignKey(Home, on_delete=models.PROTECT, related_name="exemptions")
    child = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", help_text="The child named."
    )
    starts_on = models.DateField(help_text="The first day.")
    ends_on = models.DateField(null=True, help_text="The day from which it no longer holds.")
    reason = models.CharField(max_length=500, help_text="Why, and any conditions.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gt=F("starts_on")), name="exemption_dates"
            )
        ]


class ExclusionBy(models.TextChoices):
    COURT = "court", "a court order or bail"
    OFSTED = "ofsted", "a condition of Ofsted’s"
    PANEL = "panel", "the carers’ approval"
    SAFETY = "safety", "a safety plan"


@tracked()
class Exclusion(Record):
    """That a child, or every child, must not live in a home, and what says so."""

    home = models.ForeignKey(Home, on_delete=models.PROTECT, related_name="exclusions")
    child = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="The child who must not; blank for every child.",
    )
    by = models.CharField(max_length=6, choices=ExclusionBy.choices, help_text="What says so.")
    words = models.CharField(max_length=500, help_text="What it says, as far as whoever chooses must know.")
    starts_on = models.DateField(help_text="The first day.")
    ends_on = models.DateField(null=True, help_text="The day from which it no longer holds.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gt=F("starts_on")), name="exclusion_dates"
            )
        ]


class Grade(models.TextChoices):
    OUTSTANDING = "1", "outstanding"
    GOOD = "2", "good"
    IMPROVE = "3", "requires improvement to be good"
    INADEQUATE = "4", "inadequate"


@tracked()
class Inspection(Record):
    """What Ofsted found. Supported accommodation has its own three grades, kept in words."""

    home = models.ForeignKey(Home, on_delete=models.PROTECT, related_name="inspections")
    on = models.DateField(help_text="The last day of the inspection.")
    grade = models.CharField(max_length=1, choices=Grade.choices, blank=True)
    words = models.CharField(max_length=300, blank=True, help_text="What it says that matters to a child.")

    class Meta:
        indexes = [models.Index(fields=["home", "-on"], name="inspection_home")]
