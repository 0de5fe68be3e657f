"""Figures of help for families, as they may be shown. No row is about a person."""

from __future__ import annotations

from django.db import models

from kith.access.models import Team


class HelpFigure(models.Model):
    """One number of one line of one measure in one quarter. What is hidden was never written here."""

    id = models.BigAutoField(primary_key=True)
    as_at = models.DateField(help_text="The day on which it was counted.")
    counted_at = models.DateTimeField(help_text="When it was counted (UTC).")
    team = models.ForeignKey(
        Team, on_delete=models.CASCADE, null=True, related_name="+", help_text="Empty for the council."
    )
    measure = models.CharField(max_length=12, help_text="What is counted: kith/insight/measures.py.")
    quarter = models.DateField(help_text="First day of the quarter in which it counts.")
    by = models.CharField(max_length=8, help_text="total, area, group or team.")
    key = models.CharField(max_length=40, blank=True, help_text="Which line of that breakdown.")
    state = models.CharField(max_length=12, help_text="How it stood: one of the states of the measure.")
    number = models.IntegerField(null=True, help_text="How many; empty where hidden.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["team", "measure", "quarter", "by", "key", "state"],
                name="help_figure_once",
                nulls_distinct=False,
            )
        ]


class PublishedFigure(models.Model):
    """One number of the whole council in one finished quarter, as everybody may read it. Written once, never changed."""

    id = models.BigAutoField(primary_key=True)
    measure = models.CharField(max_length=12, help_text="What is counted: kith/insight/measures.py.")
    quarter = models.DateField(help_text="First day of the quarter, which is over.")
    state = models.CharField(max_length=12, help_text="How it stood: one of the states of the measure.")
    number = models.IntegerField(null=True, help_text="How many; empty where hidden.")
    as_at = models.DateField(help_text="The day on which it was counted, and published.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["measure", "quarter", "state"], name="published_figure_once")
        ]
