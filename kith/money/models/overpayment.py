"""What was overpaid: told, asked, and settled by a plan that the carer agreed to, or let be. Never taken by itself."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.people.models import Person


class OverpaidState(models.TextChoices):
    FOUND = "found", "nobody has told them yet"
    TOLD = "told", "they were told, and asked"
    AGREED = "agreed", "paid back as they agreed"
    LET_BE = "let_be", "not asked back"


@tracked()
class Overpayment(Record):
    """So much too much was paid to somebody. Nothing of it comes off a payment before they agreed how much each time."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="overpayments")
    run = models.ForeignKey(
        "money.PaymentRun",
        on_delete=models.PROTECT,
        related_name="overpayments",
        help_text="The run that found it; its lines say which nights.",
    )
    pence = models.PositiveIntegerField(help_text="How much too much.")
    state = models.CharField(max_length=7, choices=OverpaidState.choices, default=OverpaidState.FOUND)
    told_on = models.DateField(null=True, help_text="When they were told, and how it came about.")
    told_words = models.CharField(max_length=600, blank=True, help_text="What they were told.")
    their_words = models.CharField(max_length=600, blank=True, help_text="What they say, in their words.")
    hardship = models.BooleanField(default=False, help_text="Whether paying it back would be hardship.")
    each_time_pence = models.PositiveIntegerField(
        default=0, help_text="How much comes off each payment, as they agreed."
    )
    agreed_on = models.DateField(null=True, help_text="The day on which they agreed.")
    why_let_be = models.CharField(max_length=300, blank=True, help_text="Why it is not asked back.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "run"], name="overpaid_once_a_run"),
            models.CheckConstraint(
                condition=~Q(state="agreed")
                | Q(agreed_on__isnull=False, told_on__isnull=False, each_time_pence__gt=0),
                name="overpaid_agreed_first",
            ),
            models.CheckConstraint(
                condition=~Q(state="agreed") | Q(agreed_on__gte=F("told_on")), name="overpaid_told_before"
            ),
            models.CheckConstraint(
                condition=~Q(state="let_be") | ~Q(why_let_be=""), name="overpaid_let_be_why"
            ),
        ]
