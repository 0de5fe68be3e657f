"""What a carer asks about a payment, and the answer, with the day by which it is due."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kith.core.models_base import Record, tracked
from kith.people.models import Person


@tracked()
class PaymentQuestion(Record):
    """A question about money in the carer's words. `answer_by` is told to them at once."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="payment_questions")
    words = models.CharField(max_length=1000, help_text="In their words.")
    answer_by = models.DateField(help_text="The day by which they have an answer.")
    answer = models.CharField(max_length=1000, blank=True, help_text="What was answered.")
    answered_at = models.DateTimeField(null=True, help_text="When (UTC).")
    answered_by = models.UUIDField(null=True, editable=False, help_text="The account that answered.")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="question_in_words"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True)
                | ~Q(answer="") & Q(answered_at__isnull=False, answered_by__isnull=False),
                name="question_answered",
            ),
        ]
