"""Brothers and sisters in care: who shares a home on which nights, why not, and the plan to bring them together.

Source: Children Act 1989 s22C(8)(c), by which brothers and sisters who are looked after live together so far as that is
practicable and right for the child.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.core.ranges import DateRangeField, not_empty
from kith.people.models import Person


class WhyApart(models.TextChoices):
    """Why they do not share a home. What a home would cost is none of them."""

    NO_HOME = "no_home", "no home was found that takes all of them"
    CAME_LATER = "came_later", "they came into care at different times"
    WITH_FAMILY = "family", "one of them lives with a parent or relative of theirs"
    NEEDS = "needs", "one of them needs care that their home cannot give"
    NOT_SAFE = "not_safe", "living together would not be safe for one of them"
    OWN_WISH = "own_wish", "one of them does not want it"
    ORDER = "order", "a court order, or an adoption that a court agreed to"
    HOME_ENDED = "ended", "the home they shared ended for one of them"
    ANOTHER_COUNCIL = "council", "another council looks after one of them"
    NOT_KNOWN = "not_known", "nobody knows any more"


class Reunite(models.TextChoices):
    PLAN = "plan", "yes, and this is how"
    NOT_NOW = "not_now", "not now"
    NOT_RIGHT = "not_right", "it would not be right for one of them"


@tracked()
class LookedAfterElsewhere(Record):
    """A brother or sister whom another council looks after: no return of ours tells of their nights."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="looked_after_elsewhere")
    council = models.CharField(max_length=120, help_text="Which council.")
    lives_with = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="The brother or sister whose home they share, if they share one.",
    )
    during = DateRangeField(help_text="The nights, as far as we know.")

    class Meta:
        verbose_name_plural = "looked after elsewhere"
        constraints = [
            not_empty("during", "elsewhere_during_not_empty"),
            models.CheckConstraint(
                condition=Q(lives_with__isnull=True) | ~Q(lives_with=F("person")), name="elsewhere_of_another"
            ),
        ]
        indexes = [models.Index(fields=["person"], name="elsewhere_person")]


@tracked()
class ApartBecause(Record):
    """Why a child does not share a home with a brother or sister, and what is done about it. The last one holds."""

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="apart_because")
    sibling = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=12, choices=WhyApart.choices)
    words = models.CharField(max_length=1000, help_text="In words, as the child may read it one day.")
    their_view = models.CharField(
        max_length=1000, blank=True, help_text="What the child says of it, in their words."
    )
    reunite = models.CharField(max_length=12, choices=Reunite.choices)
    plan = models.CharField(max_length=1000, blank=True, help_text="How they will come to live together.")
    by_when = models.DateField(null=True, help_text="By when they will, as planned.")
    look_again_on = models.DateField(help_text="When this is looked at again.")
    on = models.DateField(help_text="The day on which it was written.")

    class Meta:
        verbose_name_plural = "apart because"
        constraints = [
            models.CheckConstraint(condition=~Q(child=F("sibling")), name="apart_between_two"),
            models.CheckConstraint(
                condition=~Q(reunite="plan") | ~Q(plan="") & Q(by_when__isnull=False),
                name="apart_plan_by_when",
            ),
            models.CheckConstraint(condition=Q(look_again_on__gt=F("on")), name="apart_look_again_later"),
        ]
        indexes = [
            models.Index(fields=["child", "-recorded_at"], name="apart_child_last"),
            models.Index(fields=["sibling"], name="apart_sibling"),
        ]


class SiblingNights(Record):
    """Nights on which a child and a brother or sister were both in care; worked out, and never written by hand.

    `together`: in one home; not known where a return left out where one of them lived.
    """

    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, db_index=False, related_name="sibling_nights"
    )
    sibling = models.ForeignKey(Person, on_delete=models.CASCADE, db_index=False, related_name="+")
    from_on = models.DateField(help_text="The first of the nights.")
    until = models.DateField(null=True, help_text="The day after the last of them; blank while they last.")
    together = models.BooleanField(null=True, help_text="Whether they lived in one home; blank: not known.")

    class Meta:
        verbose_name_plural = "sibling nights"
        indexes = [
            models.Index(fields=["person"], name="sibling_nights_person"),
            models.Index(fields=["sibling"], name="sibling_nights_sibling"),
        ]
