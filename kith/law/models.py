"""What a council sets for itself, and how it keeps its duties in figures. No row is about a person."""

from __future__ import annotations

from django.contrib.postgres.indexes import HashIndex
from django.db import models

from kith.access.models import Team
from kith.core.models_base import Record, tracked
from kith.people.models import Person


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


@tracked()
class DutyNote(Record):
    """What a worker said of one due date of a person: why it is late, or what the law of that duty allows.

    Why it is late changes nothing. What moves or excuses a date is told to the law as a fact of its own.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="duty_notes")
    duty = models.CharField(max_length=5, help_text="The duty's id in the register, such as LA-04.")
    starts_on = models.DateField(help_text="The day on which that obligation began.")
    matter_id = models.UUIDField(null=True, help_text="The matter that it is about, such as an application.")
    how = models.CharField(
        max_length=8,
        choices=[("late", "late"), ("extended", "extended"), ("excused", "excused"), ("paused", "paused")],
        help_text="Why it is late, or what the law allows.",
    )
    reason = models.CharField(
        max_length=20, blank=True, help_text="Which reason of the register; empty: why late."
    )
    why = models.CharField(
        max_length=500, help_text="Why, in the words of whoever wrote it. For staff alone."
    )
    on_day = models.DateField(help_text="The day of the decision or refusal, or on which the clock stopped.")
    until = models.DateField(null=True, help_text="The new last day, or when the clock went on again.")
    written_by_name = models.CharField(max_length=120, blank=True, help_text="Who wrote it, as named then.")
    taken_back_on = models.DateField(null=True, help_text="The day on which it was taken back, if it was.")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(why=""), name="duty_note_says_why"),
            models.CheckConstraint(
                condition=models.Q(how="late", reason="", until=None)
                | (~models.Q(how="late") & ~models.Q(reason="")),
                name="duty_note_late_moves_nothing",
            ),
        ]
        indexes = [HashIndex(fields=["person"], name="duty_note_by_person")]


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
