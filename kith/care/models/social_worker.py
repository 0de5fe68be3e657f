"""Who a looked-after child's social worker was, as the return reports it from 2023-24."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.people.models import Person


@tracked()
class SocialWorkerEpisode(Record):
    """Reported history, worker by registration number. Access comes from involvements, never from this."""

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, db_index=False, related_name="social_worker_episodes"
    )
    worker_number = models.CharField(
        max_length=20, blank=True, help_text="Social Work England number of the worker (SW_ID)."
    )
    started_on = models.DateField(help_text="When the worker began with the child (SW_DECOM).")
    ended_on = models.DateField(null=True, blank=True, help_text="When the worker stopped (SW_DEC).")
    reason = models.CharField(max_length=12, blank=True, help_text="Why the worker changed (SW_REASON).")
    reported_year = models.CharField(
        max_length=7,
        blank=True,
        help_text="Collection year of the return that last told it; an earlier year's never changes it.",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "started_on", "worker_number"], name="social_worker_episode_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="social_worker_episode_ends_after",
            ),
        ]
