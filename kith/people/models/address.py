"""Where people live and how to reach them, and who may know it."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.core.ranges import DateRangeField, RangeOperators, not_empty
from kith.people.models.person import Person


class AddressKind(models.TextChoices):
    HOME = "home", "home"
    STAYING = "staying", "staying for now"
    CORRESPONDENCE = "correspondence", "where letters go"
    WORK = "work", "work"
    # A child can be found at school as at home: the same rulings hold of both.
    SCHOOL = "school", "school, nursery or college"


@tracked()
class Address(Record):
    """Where a person lives, stays or learns, over a range; `protected` keeps it from everybody not ruled on."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="addresses")
    kind = models.CharField(max_length=15, choices=AddressKind.choices, default=AddressKind.HOME)
    lines = models.TextField(
        blank=True, help_text="The address as written on an envelope, without the postcode."
    )
    postcode = models.CharField(max_length=8, blank=True, help_text="Postcode, in capitals, with one space.")
    protected = models.BooleanField(
        default=False,
        help_text="Whether being found here could get somebody hurt; then only a few may read it.",
    )
    settled = models.BooleanField(
        default=True,
        help_text="Whether this is held as settled fact; two settled homes cannot share a night.",
    )
    during = DateRangeField(help_text="From moving in up to moving out.")

    class Meta:
        verbose_name_plural = "addresses"
        constraints = [
            not_empty("during", "address_during_not_empty"),
            ExclusionConstraint(
                name="address_one_settled_home",
                expressions=[("person", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
                condition=Q(kind=AddressKind.HOME, settled=True),
            ),
        ]
        indexes = [models.Index(fields=["person"], name="address_person")]


class ContactChannel(models.TextChoices):
    PHONE = "phone", "phone"
    TEXT = "text", "text message"
    EMAIL = "email", "email"
    POST = "post", "post"
    IN_PERSON = "in_person", "in person"
    THROUGH = "through", "through somebody else"


class Safety(models.TextChoices):
    SAFE = "safe", "safe"
    CARE = "care", "only as described"
    UNSAFE = "unsafe", "never use"
    UNKNOWN = "unknown", "not yet asked"


@tracked()
class ContactPoint(Record):
    """A way to reach a person, and whether it is safe to use."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="contact_points")
    channel = models.CharField(max_length=10, choices=ContactChannel.choices)
    value = models.CharField(max_length=200, help_text="The number, address or person to go through.")
    protected = models.BooleanField(default=False, help_text="As for an address.")
    safety = models.CharField(
        max_length=8, choices=Safety.choices, default=Safety.UNKNOWN, help_text="Whether it is safe to use."
    )
    how_it_is_safe = models.CharField(
        max_length=300,
        blank=True,
        help_text="'Text only, weekdays before three': how it is safe to make contact.",
    )
    during = DateRangeField(help_text="When it works.")

    class Meta:
        constraints = [not_empty("during", "contact_during_not_empty")]
        indexes = [models.Index(fields=["person"], name="contact_person")]


@tracked()
class MayKnow(Record):
    """Who may know where a person lives: a fact about the pair, and never assumed.

    No row means that `other` may not know it.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="may_be_known_by")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="may_know")
    may = models.BooleanField(
        help_text="Whether the other may know where the person lives and how to reach them."
    )
    reason = models.CharField(max_length=300, help_text="Why, for the next worker.")
    came_from = models.CharField(
        max_length=300,
        blank=True,
        help_text="Who says so: a court order, the police, what somebody told, and when.",
    )
    review_on = models.DateField(
        null=True, help_text="When to look at it again. It goes on until somebody decides otherwise."
    )
    during = DateRangeField(help_text="When this holds.")

    class Meta:
        constraints = [
            not_empty("during", "may_know_during_not_empty"),
            models.CheckConstraint(condition=~Q(person=F("other")), name="may_know_is_between_two"),
            ExclusionConstraint(
                name="may_know_one_answer",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    ("other", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
            ),
        ]
