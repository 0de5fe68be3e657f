"""Documents, drawings and voice files: stored encrypted, under a keyed hash of their content."""

from __future__ import annotations

from django.db import models

from kith.core.labels import LABEL_CHOICES, Label
from kith.core.models_base import Record, tracked
from kith.story.models.event import Event


@tracked()
class Document(Record):
    """A file that belongs to an event; its content lies encrypted in the store, under a keyed hash."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="documents")
    name = models.CharField(max_length=200, help_text="File name as given, made safe.")
    media_type = models.CharField(max_length=80, help_text="Type told from the content itself.")
    size = models.BigIntegerField(help_text="Bytes.")
    digest = models.CharField(max_length=64, help_text="Keyed hash of the content: its name in the store.")
    key_id = models.CharField(max_length=40, help_text="Which data key it is encrypted under.")
    label = models.IntegerField(choices=LABEL_CHOICES, default=Label.NORMAL.value)
