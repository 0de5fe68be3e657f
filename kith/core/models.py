"""The audit of actions, and what seals it. Text and plain values: nothing here points at the record."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class AuditEntry(models.Model):
    """One action, done once. The app's login cannot write here: `core_record_action()` does."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(help_text="When (UTC), by the database's clock.")
    action = models.CharField(max_length=80, help_text="Room and verb, such as people.record_name.")
    actor = models.UUIDField(help_text="The account or service that acted.")
    role = models.CharField(max_length=20, blank=True)
    channel = models.CharField(max_length=10, blank=True)
    on_behalf_of = models.UUIDField(null=True)
    persons = ArrayField(models.UUIDField(), help_text="The people it concerned.")
    summary = models.JSONField(help_text="Typed details: ids, codes and dates, no free text about people.")
    request = models.UUIDField(null=True, help_text="Groups what one request, command or task did.")

    class Meta:
        verbose_name_plural = "audit entries"
        indexes = [GinIndex(fields=["persons"], name="audit_persons"), models.Index(fields=["-at"], name="audit_at")]


class SealBatch(models.Model):
    """One link of the chain: the digests of a batch, on top of the link before, signed."""

    number = models.BigIntegerField(primary_key=True)
    sealed_at = models.DateTimeField()
    rows = models.IntegerField(help_text="How many rows the batch seals.")
    digest = models.BinaryField(help_text="SHA-256 over the row digests in order.")
    previous = models.BinaryField(help_text="Chain value of the link before.")
    chain = models.BinaryField(help_text="SHA-256 of previous and digest.")
    signature = models.BinaryField(help_text="Ed25519 over number, chain and time.")

    class Meta:
        verbose_name_plural = "seal batches"


class SealedRow(models.Model):
    """The salted digest of one row of the audit, the view log or a history table."""

    id = models.BigAutoField(primary_key=True)
    batch = models.BigIntegerField()
    table = models.CharField(max_length=63)
    row = models.BigIntegerField(help_text="Primary key of the row.")
    salt = models.BinaryField()
    digest = models.BinaryField()
    destroyed_at = models.DateTimeField(null=True, help_text="When the content was lawfully destroyed.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["table", "row"], name="sealed_once")]
        indexes = [models.Index(fields=["batch"], name="sealed_batch")]


class WrappedKey(models.Model):
    """A data key, wrapped by the master key that lies outside the database."""

    id = models.BigAutoField(primary_key=True)
    purpose = models.CharField(max_length=30)
    key_id = models.CharField(max_length=40, unique=True)
    wrapped = models.BinaryField()
    made_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)
