"""A phone or e-mail address that its owner chose for messages from us, after a worker asked them alone."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kith.core.models_base import Record, tracked
from kith.people.models import ContactPoint, Person


@tracked()
class OwnRoute(Record):
    """Nothing is texted or e-mailed to anybody of a family without one. It holds while its contact point is safe."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="own_routes")
    contact = models.ForeignKey(ContactPoint, on_delete=models.PROTECT, related_name="own_routes")
    seen_on = models.DateField(help_text="When a worker asked them, alone, who else sees it.")
    how = models.CharField(max_length=300, help_text="What they said of who else sees it. Staff read this.")
    ended_at = models.DateTimeField(null=True, help_text="When they or a worker ended it (UTC).")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contact"], condition=Q(ended_at__isnull=True), name="own_route_once"
            ),
        ]
