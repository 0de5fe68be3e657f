"""Languages, communication needs and disability."""

from __future__ import annotations

from django.db import models

from kith.core.models_base import Record, tracked
from kith.people.models.person import Person


class LanguageUse(models.TextChoices):
    FIRST = "first", "first language"
    ALSO = "also", "also speaks"
    READS = "reads", "reads"
    INTERPRETER = "interpreter", "needs an interpreter in"


@tracked()
class Language(Record):
    """A language of a person, and how they use it."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="languages")
    language = models.CharField(
        max_length=60, help_text="The language in plain English, sign languages included."
    )
    use = models.CharField(max_length=12, choices=LanguageUse.choices, help_text="How the person uses it.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "language", "use"], name="language_once")]


@tracked()
class PersonNeed(Record):
    """What makes it easier to talk together: large print, no phone calls before noon, a quiet room."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="communication_needs")
    need = models.CharField(max_length=200, help_text="What helps, in the person's words where possible.")


@tracked()
class Disability(Record):
    """A disability by the DfE's code. Source: CIN census, N00099."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="disabilities")
    code = models.CharField(
        max_length=4, help_text="DfE disability code (N00099), such as MOB; NONE where none."
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "code"], name="disability_once")]
