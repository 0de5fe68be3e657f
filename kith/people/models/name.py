"""Names, with their history: what is on paper, what somebody is called, what they were called."""

from __future__ import annotations

from django.contrib.postgres.indexes import HashIndex
from django.db import models

from kith.core.models_base import Record, tracked
from kith.core.ranges import DateRangeField, not_empty
from kith.people.models.person import Person


class NameKind(models.TextChoices):
    LEGAL = "legal", "name on official papers"
    KNOWN_AS = "known_as", "known as"
    BIRTH = "birth", "name at birth"
    FORMER = "former", "former name"
    ALIAS = "alias", "also uses"


@tracked()
class PersonName(Record):
    """A name of a person, of a kind and over a range; one of them is the name to use."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="names")
    kind = models.CharField(max_length=10, choices=NameKind.choices, help_text="What sort of name this is.")
    given = models.CharField(max_length=120, blank=True, help_text="Given names, as the person writes them.")
    family = models.CharField(max_length=120, blank=True, help_text="Family name or names.")
    preferred = models.BooleanField(
        default=False, help_text="Whether this is the name to use on pages and letters."
    )
    preferred_until = models.DateTimeField(
        null=True, help_text="When another name took its place on pages and letters (UTC)."
    )
    during = DateRangeField(help_text="When the name was in use; open-ended where not known.")

    class Meta:
        constraints = [
            not_empty("during", "name_during_not_empty"),
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(preferred=True),
                name="name_one_preferred",
            ),
            models.CheckConstraint(condition=~models.Q(given="", family=""), name="name_has_some_part"),
        ]
        indexes = [HashIndex(fields=["person"], name="name_by_person")]

    def __str__(self) -> str:
        return f"{self.given} {self.family}".strip()
