"""How long what somebody said is kept: dated, so that what people were told then stays true."""

from __future__ import annotations

import uuid

from django.db import models

from kith.core.models_base import tracked


@tracked()
class KeepRule(models.Model):
    """One rule of how long words are kept, from a day on until the next one begins."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    since = models.DateField(unique=True, help_text="The first day on which it holds.")
    ended_days = models.IntegerField(help_text="Days that words are kept after it was dealt with.")
    left_days = models.IntegerField(
        help_text="Days of silence after which what nobody ended is ended and destroyed."
    )
    told_days = models.IntegerField(help_text="Days for which it stands on the desk's list before that.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ended_days__range=(30, 2555)), name="keep_rule_ended_days"
            ),
            models.CheckConstraint(
                condition=models.Q(left_days__range=(56, 730)), name="keep_rule_left_days"
            ),
            models.CheckConstraint(
                condition=models.Q(told_days__range=(14, 180), told_days__lt=models.F("left_days")),
                name="keep_rule_told_days",
            ),
        ]
