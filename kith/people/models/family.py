"""A family is the group helped together, as it sees itself."""

from __future__ import annotations

from django.db import models

from kith.core.models_base import Record, tracked
from kith.core.ranges import DateRangeField, not_empty
from kith.people.models.person import Person


@tracked()
class Family(Record):
    """The group that is helped together, as it sees itself."""

    known_as = models.CharField(max_length=120, help_text="What the family calls itself.")

    class Meta:
        verbose_name_plural = "families"

    def __str__(self) -> str:
        return self.known_as


@tracked()
class FamilyMember(Record):
    """A person is one of a family, over a range; there may be several families over time."""

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="families")
    during = DateRangeField(help_text="When the person counted as one of them.")

    class Meta:
        constraints = [not_empty("during", "family_member_during_not_empty")]
        indexes = [
            models.Index(fields=["family"], name="family_member_family"),
            models.Index(fields=["person"], name="family_member_person"),
        ]
