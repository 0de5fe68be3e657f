"""A payment run, and its lines: frozen when it is handed to the second person, and never changed after."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.core.ranges import DateRangeField, RangeOperators, not_empty
from kith.money.models.overpayment import Overpayment
from kith.money.models.payee import BankDetail
from kith.money.models.rates import Kind, Rate
from kith.people.models import Person


class RunState(models.TextChoices):
    READY = "ready", "waits for the second person"
    APPROVED = "approved", "approved"
    EXPORTED = "exported", "given to the finance system"
    SENT_BACK = "sent_back", "sent back"


@tracked()
class PaymentRun(Record):
    """Everything that is paid for the nights of a period, with its control totals. `recorded_by` prepared it."""

    period = DateRangeField(help_text="The nights that it pays for.")
    pay_on = models.DateField(help_text="The day on which the money is to be there.")
    state = models.CharField(max_length=9, choices=RunState.choices, default=RunState.READY)
    lines_count = models.PositiveIntegerField(help_text="Control total: lines that are paid.")
    payees_count = models.PositiveIntegerField(help_text="Control total: people who are paid.")
    total_pence = models.PositiveBigIntegerField(help_text="Control total: pence.")
    held_count = models.PositiveIntegerField(help_text="Lines that wait.")
    digest = models.CharField(max_length=64, help_text="SHA-256 over the lines as they were handed over.")
    answered_by = models.UUIDField(null=True, editable=False, help_text="The second person.")
    answered_at = models.DateTimeField(null=True, editable=False, help_text="When they answered (UTC).")
    sent_back_because = models.CharField(max_length=300, blank=True, help_text="Why it was sent back.")
    exported_at = models.DateTimeField(null=True, editable=False, help_text="When the file was made (UTC).")

    class Meta:
        constraints = [
            not_empty("period", "run_period_not_empty"),
            models.CheckConstraint(
                condition=Q(answered_by__isnull=True) | ~Q(answered_by=F("recorded_by")), name="run_takes_two"
            ),
            models.CheckConstraint(
                condition=Q(state="ready", answered_by__isnull=True)
                | ~Q(state="ready") & Q(answered_by__isnull=False),
                name="run_answered",
            ),
            models.CheckConstraint(
                condition=~Q(state="sent_back") | ~Q(sent_back_because=""), name="run_sent_back_why"
            ),
            models.UniqueConstraint(fields=["state"], condition=Q(state="ready"), name="run_one_waits"),
            ExclusionConstraint(
                name="run_one_a_night",
                expressions=[("period", RangeOperators.OVERLAPS)],
                condition=~Q(state="sent_back"),
            ),
        ]


class What(models.TextChoices):
    REGULAR = "regular", "for this time"
    ARREARS = "arrears", "owed for an earlier time"
    OVERPAID = "overpaid", "paid too much before"
    REPAYMENT = "repayment", "paid back as agreed"


class PaymentLine(Record):
    """One line: so many nights of one child at one rate, less what was paid for them before.

    `held` says why it waits: nothing of it is paid or counted then. What was overpaid is written and not taken back.
    """

    run = models.ForeignKey(PaymentRun, on_delete=models.PROTECT, related_name="lines")
    payee = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="payment_lines")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    what = models.CharField(max_length=9, choices=What.choices)
    nights = DateRangeField(null=True, help_text="Which nights; blank for what is paid back.")
    weekly_pence = models.PositiveIntegerField(default=0, help_text="What a week of these nights is worth.")
    before_pence = models.PositiveIntegerField(default=0, help_text="What a week of them was paid at before.")
    pence = models.IntegerField(help_text="What this line comes to; below nothing where too much was paid.")
    age = models.PositiveSmallIntegerField(null=True, help_text="How old the child was on the first night.")
    rate = models.ForeignKey(Rate, on_delete=models.PROTECT, null=True, related_name="+")
    fact = models.UUIDField(null=True, help_text="The stay or award that it rests on.")
    bank = models.ForeignKey(BankDetail, on_delete=models.PROTECT, null=True, related_name="+")
    overpayment = models.ForeignKey(Overpayment, on_delete=models.PROTECT, null=True, related_name="lines")
    held = models.CharField(max_length=20, blank=True, help_text="Code of why it waits.")
    held_words = models.CharField(max_length=300, blank=True, help_text="Why, in words.")

    class Meta:
        indexes = [models.Index(fields=["payee", "run"], name="payment_of_payee")]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    what="repayment", nights__isnull=True, child__isnull=True, overpayment__isnull=False
                )
                | ~Q(what="repayment") & Q(nights__isnull=False, child__isnull=False),
                name="payment_line_of_nights",
            ),
        ]


class PaymentResult(Record):
    """What the finance system says became of one payee's payment. A file that is read again changes nothing."""

    run = models.ForeignKey(PaymentRun, on_delete=models.PROTECT, related_name="results")
    payee = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    paid = models.BooleanField(help_text="Whether the money went out; else it came back.")
    on = models.DateField(help_text="The day of that.")
    pence = models.PositiveBigIntegerField(help_text="How much.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "payee", "paid", "on"], name="result_once")]
