"""Who is paid: that somebody is, into which account, and why a payment waits."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.people.models import Person


@tracked()
class NotPaid(Record):
    """Somebody who cares for children beside another who is paid for them: of two carers in a home one is."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="not_paid")
    because = models.CharField(max_length=300, help_text="Who is paid instead, and who said so.")
    ended_at = models.DateTimeField(null=True, help_text="When it ended (UTC).")

    class Meta:
        verbose_name_plural = "not paid"
        constraints = [
            models.CheckConstraint(condition=~Q(because=""), name="not_paid_because"),
            models.UniqueConstraint(
                fields=["person"], condition=Q(ended_at__isnull=True), name="not_paid_once"
            ),
        ]


class BankState(models.TextChoices):
    WAITING = "waiting", "waits for the second check"
    AGREED = "agreed", "agreed"
    REFUSED = "refused", "not taken"


@tracked(exclude=["sealed"])
class BankDetail(Record):
    """An account to pay into, sealed: the database never sees its numbers. The last that was agreed is in use.

    Whoever gave it never agrees to it: a second person rings the number that was known before (docs/adr/0227).
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="bank_details")
    sealed = models.BinaryField(help_text="Name, sort code and account number, encrypted.")
    ends_with = models.CharField(max_length=4, help_text="The last four digits, to know it by.")
    state = models.CharField(max_length=7, choices=BankState.choices, default=BankState.WAITING)
    checked_by = models.UUIDField(null=True, editable=False, help_text="The second person.")
    checked_at = models.DateTimeField(null=True, editable=False, help_text="When they checked (UTC).")
    how_checked = models.CharField(
        max_length=300, blank=True, help_text="How they made sure that the carer asked for it; or why not."
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True) | ~Q(checked_by=F("recorded_by")), name="bank_takes_two"
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", checked_by__isnull=True)
                | ~Q(state="waiting") & Q(checked_by__isnull=False) & ~Q(how_checked=""),
                name="bank_checked_with_words",
            ),
            models.UniqueConstraint(fields=["person"], condition=Q(state="waiting"), name="bank_one_waits"),
        ]


@tracked()
class Hold(Record):
    """A payment waits, and why. What was held is paid by the run after it ends."""

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="payment_holds", help_text="Whose payments wait."
    )
    child = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="For which child; for all where blank.",
    )
    reason = models.CharField(max_length=300, help_text="Why it waits. The carer reads it.")
    look_again_on = models.DateField(help_text="By when somebody looks at it again.")
    ended_at = models.DateTimeField(null=True, help_text="When it ended (UTC).")
    ended_by = models.UUIDField(null=True, editable=False, help_text="The account that ended it.")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="hold_says_why"),
        ]
