"""Care leavers at about their 17th to 21st birthdays (OC3), one row for each collection year."""

from __future__ import annotations

from django.contrib.postgres.indexes import HashIndex
from django.db import models

from kith.core.models_base import Record, tracked
from kith.people.models import Person


@tracked()
class CareLeaverContact(Record):
    """Whether the council is in touch, what the young person does, where they live."""

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, db_index=False, related_name="care_leaver_contacts"
    )
    collection_year = models.CharField(
        max_length=7, help_text="Year to 31 March it is about, such as 2024-25."
    )
    in_touch = models.CharField(
        max_length=12, blank=True, help_text="Whether in touch (IN_TOUCH): YES, NO, DIED, REFU, NREQ or RHOM."
    )
    activity = models.CharField(
        max_length=12,
        blank=True,
        help_text="Education, training or work (ACTIV), such as F1; 0 where not applicable.",
    )
    accommodation = models.CharField(
        max_length=12, blank=True, help_text="Where they live (ACCOM), such as B1; 0 where not applicable."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "collection_year"], name="care_leaver_contact_once")
        ]
        indexes = [HashIndex(fields=["person"], name="care_leaver_by_person")]
