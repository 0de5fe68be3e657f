"""What a council sets for itself, and how it keeps its duties in figures. No row is about a person."""

from __future__ import annotations

from django.db import models

from kith.access.models import Team
from kith.core.models_base import Record


class DutySetting(Record):
    """One decision on one duty, from a day on: a time of the council's own, or a promise switched on or off.

    None is ever changed: a later one takes its place.
    """

    duty = models.CharField(max_length=5, help_text="The duty's id in the register, such as FH-01.")
    recurrence = models.CharField(
        max_length=20,
        blank=True,
        help_text="Which of its clocks (once, every, ...); empty where a promise is switched.",
    )
    value = models.PositiveSmallIntegerField(
        null=True, help_text="The number of hours, days, weeks or months; empty: as shipped again."
    )
    on = models.BooleanField(default=False, help_text="Whether a promise is switched on.")
    from_day = models.DateField(help_text="The first day on which what starts is judged by it.")
    reason = models.CharField(max_length=500, help_text="Why, in the words of who decided it.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="duty_setting_has_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(recurrence="", value=None)
                | (~models.Q(recurrence="") & models.Q(on=False)),
                name="duty_setting_is_time_or_promise",
            ),
        ]
        indexes = [models.Index(fields=["duty", "recorded_at"], name="duty_setting_by_duty")]


class DutyFigure(models.Model):
    """One line of one breakdown of one quarter, as it may be shown. What is hidden was never written here."""

    id = models.BigAutoField(primary_key=True)
    as_at = models.DateField(help_text="The day on which the duties stood so.")
    counted_at = models.DateTimeField(help_text="When they were counted (UTC).")
    team = models.ForeignKey(Team, on_delete=models.CASCADE, null=True, help_text="Empty for the council.")
    quarter = models.DateField(help_text="First day of the quarter in which the duties fell due.")
    by = models.CharField(max_length=8, help_text="total, month, team, kind or group.")
    key = models.CharField(max_length=40, blank=True, help_text="Which line of that breakdown.")
    met = models.IntegerField(null=True, help_text="Duties done in time; empty where hidden.")
    untimely = models.IntegerField(null=True, help_text="Duties not done in time; empty where hidden.")
    met_late = models.IntegerField(null=True, help_text="Duties done late; empty where hidden.")
    late = models.IntegerField(null=True, help_text="Duties late and still to do; empty where hidden.")
    missed = models.IntegerField(
        null=True, help_text="Duties that can no longer be done; empty where hidden."
    )
    excused = models.IntegerField(null=True, help_text="Duties that were excused; empty where hidden.")
    due = models.IntegerField(null=True, help_text="Duties not yet due; empty where hidden.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["team", "quarter", "by", "key"], name="duty_figure_once", nulls_distinct=False
            )
        ]
