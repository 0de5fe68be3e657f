"""What happens around care and starts a clock of the law, and when what the law asks of it was done."""

from __future__ import annotations

from django.db import models

from kith.core.models_base import Record, tracked
from kith.people.models import Person


class MatterKind(models.TextChoices):
    """Each with what the law asks: SI 2010/959 and Acts as the register of duties names them."""

    NEW_HOME = "new_home", "a new home: whoever must know of it is told"
    ADVOCATE = "advocate", "an advocate is offered"
    VISIT = "visit", "somebody asks that they be visited"
    ENDED = "ended", "a home ended without notice: it is told in writing"
    PARENT = "parent", "to live with a parent under a care order: a nominated officer decides"
    PARENT_NOW = "parent_now", "with a parent before that parent is assessed: they are assessed"
    BREAKS = "breaks", "their short breaks are looked at again"
    DETAINED = "detained", "remanded to youth detention: a plan is made"
    TRANSFER = "transfer", "alone in this country, and allocated to us: they move here"
    PANEL = "panel", "the adoption panel recommended: the agency decides"
    GUARDIAN = "guardian", "special guardianship after care, in another council’s area: support passes on"
    DIED = "died", "they died: it is notified"


STARTS = {
    "visit": "visit_asked_for", "ended": "placement_ended_suddenly", "parent": "home_with_parent_proposed",
    "parent_now": "placed_with_parent_before_assessment", "detained": "remanded_to_detention",
    "transfer": "transfer_agreed", "panel": "adoption_panel_recommended",
    "guardian": "special_guardianship_after_care", "died": "child_in_care_died",
}  # fmt: skip
"""The kind of fact that the day of each is, where it starts a duty by itself."""
MEETS = {
    "new_home": "placement_notified", "advocate": "advocate_offered", "ended": "placement_end_notified",
    "parent": "home_with_parent_decided", "parent_now": "parent_assessment_done", "breaks": "short_break_review",
    "detained": "detention_plan_made", "transfer": "transfer_done", "panel": "adoption_agency_decided",
    "guardian": "support_passed_to_home_council", "died": "death_notified",
}  # fmt: skip
"""The kind of fact that doing it is. A visit is met by the visit itself, on the story."""


@tracked()
class CareMatter(Record):
    """One such thing about one child; behind no family door."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="care_matters")
    kind = models.CharField(max_length=10, choices=MatterKind.choices)
    on = models.DateField(help_text="The day on which it happened, or from which the law counts.")
    done_on = models.DateField(
        null=True, blank=True, help_text="The day on which what the law asks was done."
    )
    words = models.CharField(max_length=500, blank=True, help_text="What there is to know, in plain words.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "kind", "on"], name="care_matter_once_a_day"),
        ]
