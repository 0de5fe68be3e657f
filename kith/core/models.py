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
    role = models.CharField(max_length=20, blank=True, help_text="Its role then.")
    channel = models.CharField(max_length=10, blank=True, help_text="Web, command or task.")
    on_behalf_of = models.UUIDField(null=True, help_text="Whose eyes it acted with, if another's.")
    persons = ArrayField(models.UUIDField(), help_text="The people it concerned.")
    summary = models.JSONField(help_text="Typed details: ids, codes and dates, no free text about people.")
    request = models.UUIDField(null=True, help_text="Groups what one request, command or task did.")
    login = models.CharField(
        max_length=20,
        blank=True,
        help_text="Which of the database's logins wrote it: the app's, or the worker's.",
    )
    beyond = ArrayField(
        models.UUIDField(),
        help_text="Those of the people whom the actor could neither find nor open when it was written.",
    )
    alone = models.BooleanField(help_text="Whether its transaction had written nothing before it.")

    class Meta:
        verbose_name_plural = "audit entries"
        indexes = [
            GinIndex(fields=["persons"], name="audit_persons"),
            models.Index(fields=["-at"], name="audit_at"),
        ]


class ActionName(models.Model):
    """A name that the source gives to an action. Filled as the owner after each migration; an audit row needs one."""

    name = models.CharField(
        max_length=80, primary_key=True, help_text="Room and verb, such as people.record_name."
    )


class SentForm(models.Model):
    """A form that was sent and done. Its key is a digest of the page's token, its reader and its words."""

    id = models.UUIDField(primary_key=True, help_text="The same for the same sending, and for no other.")
    at = models.DateTimeField(help_text="When it was done (UTC).")
    actor = models.UUIDField(help_text="The account that sent it.")
    leads_to = models.TextField(help_text="The address of the page that followed: ids only.")


class SealBatch(models.Model):
    """One link of the chain: the digests of a batch, on top of the link before, signed."""

    number = models.BigIntegerField(primary_key=True, help_text="Its place in the chain, from 1.")
    sealed_at = models.DateTimeField(help_text="When (UTC), by the database's clock.")
    rows = models.BigIntegerField(help_text="How many rows the batch seals.")
    snapshot = models.TextField(help_text="What was committed by then: PostgreSQL's own snapshot, as text.")
    tables = models.JSONField(
        help_text="For each table: its columns then, how many rows, their ids and their digest."
    )
    digest = models.BinaryField(help_text="SHA-256 over the tables' digests in order.")
    previous = models.BinaryField(help_text="Chain value of the link before.")
    chain = models.BinaryField(help_text="SHA-256 of all the above.")
    key = models.UUIDField(help_text="Which key signed.")
    signature = models.BinaryField(help_text="Ed25519 over number and chain value.")

    class Meta:
        verbose_name_plural = "seal batches"


class SealedRow(models.Model):
    """The salted digest of one row of the audit, the view log or a history table."""

    id = models.BigAutoField(primary_key=True)
    batch = models.BigIntegerField(help_text="The link that seals it.")
    table = models.CharField(max_length=63, help_text="The table of the rows.")
    row = models.BigIntegerField(help_text="Primary key of the row.")
    salt = models.BinaryField(help_text="Random, so that a digest tells nothing of a row that was destroyed.")
    digest = models.BinaryField(help_text="SHA-256 over salt and the row as JSON.")
    destruction = models.BigIntegerField(
        null=True, help_text="The destruction that removed the content, if one did."
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["table", "row"], name="sealed_once")]
        indexes = [models.Index(fields=["batch"], name="sealed_batch")]


class Destruction(models.Model):
    """Content lawfully removed by two people. Signed, so that nobody can excuse a deletion afterwards."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(help_text="When (UTC).")
    table = models.CharField(max_length=63, help_text="The table of the rows.")
    rows = ArrayField(models.BigIntegerField(), help_text="Primary keys of the rows, in order.")
    reason = models.CharField(
        max_length=500, help_text="Which rule or order it follows; no free text about people."
    )
    asked_by = models.UUIDField(help_text="The account that asked.")
    agreed_by = models.UUIDField(help_text="Another account, that agreed.")
    key = models.UUIDField(help_text="Which key signed.")
    signature = models.BinaryField(help_text="Ed25519 over all the above.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(asked_by=models.F("agreed_by")), name="destruction_takes_two"
            )
        ]


class WrappedKey(models.Model):
    """A data key, wrapped by the master key that lies outside the database."""

    id = models.BigAutoField(primary_key=True)
    key_id = models.CharField(max_length=40, unique=True, help_text="The key's own id.")
    purpose = models.CharField(max_length=30, help_text="What the key encrypts.")
    number = models.IntegerField(
        help_text="The highest of a purpose is in use; older ones still open what they sealed."
    )
    master = models.CharField(
        max_length=40, help_text="Which master key wraps it: a name that tells nothing of the key."
    )
    wrapped = models.BinaryField(help_text="The key, encrypted under the master key.")
    made_at = models.DateTimeField(help_text="When it was made (UTC).")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["purpose", "number"], name="key_number_once")]
