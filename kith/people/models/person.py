"""One row for one human being, born or unborn, in care, caring or working."""

from __future__ import annotations

from django.contrib.postgres.indexes import HashIndex
from django.db import models
from django.db.models import Q

from kith.core.models_base import Record, tracked


class BirthKnowledge(models.TextChoices):
    EXACT = "exact", "exact"
    ESTIMATED = "estimated", "estimated"
    EXPECTED = "expected", "expected (not yet born)"
    UNKNOWN = "unknown", "not known"


class Sex(models.TextChoices):
    """As the DfE returns record it (N00783)."""

    MALE = "M", "male"
    FEMALE = "F", "female"
    UNKNOWN = "U", "not known"


@tracked()
class Person(Record):
    """One row for one human being: born or unborn, in care, caring or working."""

    birth_knowledge = models.CharField(
        max_length=10,
        choices=BirthKnowledge.choices,
        default=BirthKnowledge.UNKNOWN,
        help_text="How well the date of birth is known; 'expected' means not yet born.",
    )
    born_on = models.DateField(
        null=True, blank=True, help_text="Date of birth: exact, the best estimate, or the date expected."
    )
    died_on = models.DateField(null=True, blank=True, help_text="Date of death, where known.")
    sex = models.CharField(
        max_length=1,
        choices=Sex.choices,
        default=Sex.UNKNOWN,
        help_text="Sex as in the DfE returns: M, F or U.",
    )
    ethnicity = models.CharField(
        max_length=4,
        blank=True,
        help_text="Ethnicity code of the DfE returns, such as WBRI; blank if not yet asked.",
    )
    how_to_say = models.CharField(
        max_length=120, blank=True, help_text="How the person says their name, in plain letters."
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(birth_knowledge=BirthKnowledge.UNKNOWN, born_on__isnull=True)
                | (~Q(birth_knowledge=BirthKnowledge.UNKNOWN) & Q(born_on__isnull=False)),
                name="person_birth_known_or_not",
            ),
            models.CheckConstraint(
                condition=Q(died_on__isnull=True)
                | ~Q(birth_knowledge=BirthKnowledge.EXACT)
                | Q(died_on__gte=models.F("born_on")),
                name="person_dies_after_birth",
            ),
        ]
        # Beside the primary key: one block to look in however many people there are (docs/adr/0136).
        indexes = [HashIndex(fields=["id"], name="person_by_id")]

    @property
    def is_unborn(self) -> bool:
        """True while the birth is only expected."""
        return self.birth_knowledge == BirthKnowledge.EXPECTED
