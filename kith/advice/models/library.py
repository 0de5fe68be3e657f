"""Advice sheets: each version as it was published, by whom it was written and who checked it."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone


class SheetState(models.TextChoices):
    DRAFT = "draft", "being written"
    CHECK = "check", "waiting to be checked"
    PUBLISHED = "published", "published"
    REPLACED = "replaced", "replaced by a newer version"
    WITHDRAWN = "withdrawn", "taken back"


class SheetVersion(models.Model):
    """One version of a sheet. Once published its words never change: a correction is a new version."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slug = models.SlugField(
        max_length=60, help_text="The sheet's name in its address, the same for all versions."
    )
    number = models.IntegerField(help_text="1 for the first version of the sheet.")
    title = models.CharField(max_length=120, help_text="As readers would ask for it.")
    summary = models.CharField(max_length=300, help_text="What it answers, in a sentence or two.")
    body = models.TextField(help_text="Paragraphs; lines that begin with ## are headings, with - are points.")
    topic = models.CharField(max_length=10, help_text="Which of the topics that people ask about.")
    who = ArrayField(
        models.CharField(max_length=10), help_text="Whom it is for: the kinds of people who ask."
    )
    law = ArrayField(models.CharField(max_length=5), help_text="Duties of the register that it rests on.")
    law_checked_on = models.DateField(help_text="The day on which its law was last checked.")
    review_by = models.DateField(help_text="The day by which somebody must look at it again.")
    state = models.CharField(max_length=10, choices=SheetState.choices, default=SheetState.DRAFT)
    written_by = models.UUIDField(help_text="Who wrote this version.")
    written_at = models.DateTimeField(
        default=timezone.now, help_text="When it was last changed as a draft (UTC)."
    )
    checked_by = models.UUIDField(null=True, help_text="Who checked and published it: never its writer.")
    published_at = models.DateTimeField(null=True, help_text="When it was published (UTC).")
    came_back = models.CharField(
        max_length=300, blank=True, default="", help_text="Why the checker sent it back."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["slug", "number"], name="sheet_version_once"),
            models.UniqueConstraint(
                fields=["slug"], condition=models.Q(state="published"), name="sheet_published_once"
            ),
            models.CheckConstraint(
                condition=models.Q(checked_by__isnull=True) | ~models.Q(checked_by=models.F("written_by")),
                name="sheet_checked_by_another",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["draft", "check"])
                | models.Q(checked_by__isnull=False, published_at__isnull=False),
                name="sheet_published_was_checked",
            ),
        ]
