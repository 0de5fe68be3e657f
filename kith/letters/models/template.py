"""The words that a council begins its letters with. No row is about a person."""

from __future__ import annotations

from django.db import models

from kith.core.models_base import Record


class ForWhom(models.TextChoices):
    FAMILY = "family", "somebody of the family"
    PROFESSIONAL = "professional", "somebody who works with them, or a court"


class LetterTemplate(Record):
    """One version of a template. None is ever changed: the latest holds, and letters say which they began with."""

    key = models.SlugField(
        max_length=40, help_text="The template's name in addresses, the same in each version."
    )
    version = models.PositiveSmallIntegerField(
        help_text="1 for the council's first; 0 is what came with Kith."
    )
    name = models.CharField(max_length=80, help_text="What workers choose it by.")
    for_whom = models.CharField(max_length=12, choices=ForWhom.choices)
    subject = models.CharField(max_length=120, help_text="The line above the greeting; may hold fields.")
    words = models.TextField(
        help_text="Paragraphs; lines that begin with # are headings, with - points; {{ field }} is filled in."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "version"], name="letter_template_version_once")
        ]
