"""What a coordinator told of somebody at risk, until a worker has it: for Today."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from kith.core.reads import IDS
from kith.decisions.models import RiskTold
from kith.decisions.models.offer import MeetingPart


def risks_read() -> QuerySet[RiskTold, Any]:
    """(id, event, child, moment) of what was told of these children and nobody has said that they have, oldest first."""
    found = RiskTold.objects.filter(
        seen_at__isnull=True, offer__people__person_id__among=IDS, offer__people__part=MeetingPart.CHILD
    )
    return found.order_by("told_at").values_list("id", "told_id", "offer__people__person_id", "told_at")
