"""Permanence: decisions that a child should be placed for adoption, adoptions, and earlier permanence."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.people.models import Person


@tracked()
class PlacedForAdoption(Record):
    """The decision that a child should be placed, and its reversal (Adoption and Children Act 2002 s22)."""

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, db_index=False, related_name="placed_for_adoption"
    )
    decided_on = models.DateField(
        help_text="When it was decided that the child should be placed (DATE_PLACED)."
    )
    ceased_on = models.DateField(
        null=True, blank=True, help_text="When the decision was reversed (DATE_PLACED_CEASED)."
    )
    reason_ceased = models.CharField(
        max_length=12, blank=True, help_text="Why it was reversed (REASON_PLACED_CEASED), RD1 to RD4."
    )
    reported_year = models.CharField(
        max_length=7,
        blank=True,
        help_text="Collection year of the return that last told it; an earlier year's never changes it.",
    )

    class Meta:
        verbose_name_plural = "placed for adoption"
        constraints = [
            models.UniqueConstraint(fields=["person", "decided_on"], name="placed_for_adoption_once"),
            models.CheckConstraint(
                condition=Q(ceased_on__isnull=True) | Q(ceased_on__gte=F("decided_on")),
                name="placed_for_adoption_ends_after",
            ),
        ]


@tracked()
class Adoption(Record):
    """An adoption in a collection year (AD1)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="adoptions")
    collection_year = models.CharField(
        max_length=7, help_text="Year to 31 March of the adoption, such as 2024-25."
    )
    decided_on = models.DateField(
        null=True, blank=True, help_text="When adoption was decided as best (DATE_INT)."
    )
    matched_on = models.DateField(
        null=True, blank=True, help_text="When child and adopters were matched (DATE_MATCH)."
    )
    by_foster_carer = models.BooleanField(
        null=True, blank=True, help_text="Whether a former foster carer adopted (FOSTER_CARE)."
    )
    adopters = models.SmallIntegerField(
        null=True, blank=True, help_text="How many adopters, 1 or 2 (NB_ADOPTR)."
    )
    adopters_sex = models.CharField(max_length=12, blank=True, help_text="Sex of the adopters (SEX_ADOPTR).")
    adopters_legal_status = models.CharField(
        max_length=12, blank=True, help_text="Legal status of the adopters to each other (LS_ADOPTR)."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "collection_year"], name="adoption_once_a_year")
        ]


@tracked()
class PreviousPermanence(Record):
    """Whether a child starting care had left it before for adoption or guardianship, as reported."""

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, db_index=False, related_name="previous_permanence"
    )
    collection_year = models.CharField(
        max_length=7, help_text="Year to 31 March of the report, such as 2024-25."
    )
    kind = models.CharField(
        max_length=12, blank=True, help_text="Kind of earlier permanence (PREV_PERM); Z1 none."
    )
    authority = models.CharField(
        max_length=12,
        blank=True,
        help_text="The authority that arranged it (LA_PERM): LA code, WAL, SCO, NIR, NUK, 999.",
    )
    date_as_given = models.CharField(
        max_length=10,
        blank=True,
        help_text="Date of the order as given (DATE_PERM), with zz for a part not known.",
    )
    ordered_on = models.DateField(null=True, blank=True, help_text="The same date, where all of it is known.")

    class Meta:
        verbose_name_plural = "previous permanence"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "collection_year"], name="previous_permanence_once_a_year"
            )
        ]
