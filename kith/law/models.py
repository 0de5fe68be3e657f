"""What a council sets for itself. No row is about a person, and none is ever changed: a later one takes its place."""

from __future__ import annotations

from django.db import models

from kith.core.models_base import Record


class DutySetting(Record):
    """One decision on one duty, from a day on: a time of the council's own, or a promise switched on or off."""

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
