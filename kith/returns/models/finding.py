"""What the rules of a return find in the live record, the reasons given for it, and how much of it there is."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kith.core.labels import Label
from kith.core.models_base import tracked
from kith.people.models import Person


class Severity(models.TextChoices):
    ERROR = "error", "error: the return cannot be sent with it"
    QUERY = "query", "query: the DfE will ask why it is so"


@tracked(exclude=["last_seen"])
class Finding(models.Model):
    """One rule that one fact of one person does not keep. The same again, later, is the same finding."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=8, help_text="Which return: ssda903 or cin.")
    year = models.CharField(max_length=7, help_text="The collection year, 2026-27.")
    code = models.CharField(max_length=12, help_text="The rule, by the DfE's code.")
    severity = models.CharField(max_length=5, choices=Severity.choices)
    table = models.CharField(max_length=30, help_text="The table of the return.")
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        db_index=False,
        related_name="findings",
        help_text="Whose fact it is; empty where the return as a whole is meant.",
    )
    child = models.CharField(max_length=60, blank=True, help_text="The child's number in the return.")
    fact_table = models.CharField(max_length=40, blank=True, help_text="The record's table of the fact.")
    fact_id = models.UUIDField(null=True, help_text="The fact; empty where one is lacking.")
    on_day = models.DateField(null=True, help_text="The day by which the fact is known, such as its first.")
    columns = ArrayField(models.CharField(max_length=40), help_text="Columns of the return to look at.")
    label = models.SmallIntegerField(
        default=Label.NORMAL.value,
        help_text="All labels that whoever reads it must hold: those of the facts told.",
    )
    inside = models.BooleanField(help_text="Whether it tells of enquiries and plans that protect a child.")
    first_seen = models.DateField(help_text="Since when it stands.")
    last_seen = models.DateField(help_text="When it was last found.")
    cleared_on = models.DateField(null=True, help_text="When it was found no more.")
    explanation = models.TextField(
        max_length=1000, blank=True, help_text="Why it is so, as it is sent with the return."
    )
    explained_by = models.UUIDField(null=True, help_text="The account that gave the reason.")
    explained_at = models.DateTimeField(null=True, help_text="When the reason was given (UTC).")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "year", "code", "person", "fact_table", "fact_id"],
                name="finding_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=models.Q(explanation="", explained_at__isnull=True)
                | (~models.Q(explanation="") & models.Q(explained_at__isnull=False)),
                name="finding_explained_when",
            ),
        ]
        indexes = [
            models.Index(fields=["person"], name="finding_stands", condition=models.Q(cleared_on=None)),
        ]


class ToCheck(models.Model):
    """Somebody whose record has changed since it was last checked. Emptied by the worker, within seconds."""

    id = models.BigAutoField(primary_key=True)
    person_id = models.UUIDField(help_text="Whose record changed.")
    kind = models.CharField(
        max_length=8,
        blank=True,
        default="",
        db_default="",
        help_text="Which return it may change; blank: both.",
    )


class FindingFigure(models.Model):
    """How many findings one rule had on one day. `exact` lines are the returns officer's; others hide small numbers."""

    id = models.BigAutoField(primary_key=True)
    as_at = models.DateField(help_text="The day on which they stood.")
    exact = models.BooleanField(help_text="Whether nothing is hidden: read by the returns officer alone.")
    kind = models.CharField(max_length=8, help_text="Which return: ssda903 or cin.")
    year = models.CharField(max_length=7, help_text="The collection year, 2026-27.")
    severity = models.CharField(max_length=5, choices=Severity.choices)
    code = models.CharField(
        max_length=12, blank=True, help_text="The rule; blank for all of a severity together."
    )
    open = models.IntegerField(null=True, help_text="Findings without a reason; empty where hidden.")
    children = models.IntegerField(null=True, help_text="Of so many children; empty where hidden.")
    explained = models.IntegerField(null=True, help_text="Findings with a reason; empty where hidden.")
    days = models.IntegerField(
        null=True, help_text="Half have stood for so many days or more; empty where hidden."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "year", "as_at", "exact", "severity", "code"], name="finding_figure_once"
            )
        ]
