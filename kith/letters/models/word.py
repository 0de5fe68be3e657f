"""A council's own Word file to begin letters with, cleaned as it came in. No row is about a person."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kith.core.models_base import Record
from kith.letters.models.template import ForWhom


class WordTemplate(Record):
    """One version. None is ever changed: the latest holds, and letters are made of the one that they began with."""

    key = models.SlugField(max_length=40, help_text="Its name in addresses, the same in each version.")
    version = models.PositiveSmallIntegerField(help_text="1 for the first.")
    name = models.CharField(max_length=80, help_text="What workers choose it by.")
    for_whom = models.CharField(max_length=12, choices=ForWhom.choices)
    subject = models.CharField(max_length=120, help_text="The line above the letter; may hold fields.")
    content = models.BinaryField(help_text="The .docx itself, without whoever made it, when and where.")
    fields = ArrayField(models.CharField(max_length=40), help_text="The fields that it names, in order.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "version"], name="word_template_version_once")]
