"""Family Help: from when to when a family has it, on what footing in law, and who led."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from kith.access.models import Account
from kith.core.models_base import Record, tracked
from kith.core.ranges import DateRangeField, not_empty
from kith.help.models.request import HelpRequest
from kith.people.models import Family, Person


class WhyEnded(models.TextChoices):
    GOALS_MET = "goals_met", "the family's goals are met"
    FAMILY_CHOICE = "family_choice", "the family chose to end it"
    NEAR_HOME = "near_home", "help near home goes on"
    MOVED = "moved", "the family moved away"
    OTHER = "other", "something else"


@tracked()
class FamilyHelp(Record):
    """One span of Family Help (Families First Partnership programme guide; Working Together, chapter 3)."""

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="family_help")
    request = models.ForeignKey(
        HelpRequest,
        on_delete=models.PROTECT,
        null=True,
        related_name="became",
        help_text="The asking it came of.",
    )
    started_on = models.DateField(help_text="The first day.")
    ended_on = models.DateField(null=True, blank=True, help_text="The last day, once there is one.")
    why_ended = models.CharField(
        max_length=13, blank=True, choices=WhyEnded.choices, help_text="Why it ended."
    )
    words_at_end = models.CharField(max_length=2000, blank=True, help_text="What the family said at the end.")

    class Meta:
        verbose_name_plural = "family help"
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, why_ended="")
                | Q(ended_on__gte=F("started_on")) & ~Q(why_ended=""),
                name="family_help_ends_with_reason",
            ),
            models.UniqueConstraint(
                fields=["family"], condition=Q(ended_on__isnull=True), name="family_help_one_at_a_time"
            ),
        ]


class Basis(models.TextChoices):
    NONE = "none", "none: early help, by agreement"
    S17 = "s17", "child in need (Children Act 1989 s17)"
    S47 = "s47", "enquiries into harm (Children Act 1989 s47)"
    S20 = "s20", "looked after by agreement (Children Act 1989 s20)"
    ORDER = "order", "a court order"


@tracked()
class StatutoryBasis(Record):
    """On which footing in law a child is helped, as a dated fact, so that returns can be cut either way."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="statutory_bases")
    basis = models.CharField(
        max_length=5, choices=Basis.choices, help_text="Which footing; two may hold at once."
    )
    during = DateRangeField(help_text="From the first day up to the day after the last.")

    class Meta:
        verbose_name_plural = "statutory bases"
        constraints = [
            not_empty("during", "statutory_basis_during_not_empty"),
            ExclusionConstraint(
                name="statutory_basis_once_a_day",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    ("basis", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
            ),
        ]
        indexes = [models.Index(fields=["person"], name="statutory_basis_person")]


@tracked()
class LeadChange(Record):
    """A change of lead: why, what the family thinks of it, and how goodbye and hello are said."""

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="lead_changes")
    old = models.ForeignKey(
        Account, on_delete=models.PROTECT, related_name="leads_left", help_text="Who led."
    )
    new = models.ForeignKey(
        Account, on_delete=models.PROTECT, related_name="leads_taken", help_text="Who leads next."
    )
    on = models.DateField(help_text="The day on which the new lead begins.")
    reason = models.CharField(max_length=120, help_text="Why, in the words that the family is told.")
    family_view = models.CharField(
        max_length=2000, help_text="What the family says about it, as they said it."
    )
    view_of = models.CharField(max_length=200, help_text="Who of the family said so.")
    goodbye_on = models.DateField(
        null=True, help_text="The day of the visit on which the old lead says goodbye."
    )
    hello_on = models.DateField(null=True, help_text="The day on which the new lead comes to say hello.")
    no_visit_why = models.CharField(
        max_length=300, blank=True, help_text="Why there can be no goodbye visit."
    )
    said_goodbye_on = models.DateField(null=True, help_text="The day on which goodbye was said, once it was.")
    met_new_on = models.DateField(
        null=True, help_text="The day on which they met the new lead, once they did."
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(old=F("new")), name="lead_change_to_another"),
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(family_view="") & ~Q(view_of=""),
                name="lead_change_reason_and_view",
            ),
            models.CheckConstraint(
                condition=Q(goodbye_on__isnull=False, hello_on__isnull=False) | ~Q(no_visit_why=""),
                name="lead_change_goodbye_and_hello",
            ),
        ]
        indexes = [models.Index(fields=["family", "-on"], name="lead_change_family")]
