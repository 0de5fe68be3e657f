"""Identifiers that others know a person by."""

from __future__ import annotations

from django.db import models

from kith.core.models_base import Record, tracked
from kith.people.models.person import Person


class Scheme(models.TextChoices):
    LOCAL = "local", "council's own id"
    UPN = "upn", "unique pupil number"
    FORMER_UPN = "former_upn", "former unique pupil number"
    NHS = "nhs", "NHS number"
    SINGLE = "single", "single identifier for children (Children Act 2004 section 16LC)"
    HOME_OFFICE = "home_office", "Home Office reference"


class TraceStatus(models.TextChoices):
    """How far an NHS number has been checked against the Personal Demographics Service."""

    NOT_TRACED = "not_traced", "present, not traced"
    TRACED = "traced", "present and verified"
    NO_MATCH = "no_match", "traced, no match"
    MULTIPLE = "multiple", "traced, several matches"


@tracked()
class Identifier(Record):
    """A number that others know a person by, as it was given: a wrong one is kept, and marked."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="identifiers")
    scheme = models.CharField(max_length=12, choices=Scheme.choices, help_text="Whose number it is.")
    value = models.CharField(max_length=40, help_text="The number itself, without spaces, in capitals.")
    trace_status = models.CharField(
        max_length=12,
        choices=TraceStatus.choices,
        blank=True,
        help_text="For an NHS number: how far it was traced.",
    )
    verified_on = models.DateField(
        null=True, blank=True, help_text="When somebody last checked it at its source."
    )
    reason_unknown = models.CharField(
        max_length=4, blank=True, help_text="For a UPN that is not held: the DfE reason, UN1 to UN7."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["value"],
                condition=models.Q(scheme=Scheme.LOCAL),
                name="identifier_local_is_one_person",
            ),
            models.UniqueConstraint(fields=["person", "scheme", "value"], name="identifier_once_per_person"),
        ]
        indexes = [models.Index(fields=["scheme", "value"], name="identifier_value")]
