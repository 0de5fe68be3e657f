"""The decision that a child comes into care, and the end of being looked after."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kith.core.models_base import Record, tracked
from kith.people.models import Person


class DecidedAs(models.TextChoices):
    DIRECTOR = "director", "the director"
    NOMINATED = "nominated", "an officer named for this"
    MANAGER = "manager", "a manager on duty tonight"
    COURT = "court", "a court"
    POLICE = "police", "a police officer"


class Need(models.TextChoices):
    """The main need when care began. The value is the return's own code (CIN)."""

    HARM = "N1", "harm or neglect"
    DISABILITY = "N2", "the child’s disability"
    PARENT_ILL = "N3", "a parent’s illness or disability"
    STRESS = "N4", "a family in sudden trouble"
    FAMILY = "N5", "a family that finds parenting hard"
    BEHAVIOUR = "N6", "what the child does"
    MONEY = "N7", "too little money"
    ABSENT = "N8", "no parent is there"


@tracked()
class CareDecision(Record):
    """Who decided that the council looks after a child, on which day, why, and what each said to it.

    Source: Children Act 1989 ss20, 22(4)-(5); SI 2010/959 reg 4.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="care_decisions")
    decided_on = models.DateField(help_text="The day on which it was decided, and from which it holds.")
    decided_by = models.CharField(max_length=120, help_text="Who decided it, by name.")
    decided_as = models.CharField(
        max_length=9, choices=DecidedAs.choices, help_text="By what right they decided it."
    )
    tonight = models.BooleanField(
        default=False, help_text="Whether it was pressed as an emergency, and the rest was written later."
    )
    why = models.CharField(max_length=2000, blank=True, help_text="Why, in plain words.")
    offered_before = models.CharField(
        max_length=2000,
        blank=True,
        help_text="What the family was offered before, so that this was not needed.",
    )
    child_says = models.CharField(
        max_length=2000, blank=True, help_text="What the child says, in their words."
    )
    parents_say = models.CharField(
        max_length=2000, blank=True, help_text="What the parents say, in their words."
    )
    need = models.CharField(
        max_length=2, blank=True, choices=Need.choices, help_text="The main need when care began (CIN)."
    )

    class Meta:
        indexes = [models.Index(fields=["person", "-decided_on"], name="care_decision_of")]


class WhyLeft(models.TextChoices):
    """Why being looked after ended. The value is the return's own code (REC)."""

    HOME_PLANNED = "E4A", "went home, as planned"
    HOME_UNPLANNED = "E4B", "went home, not as planned"
    RELATIVE = "E13", "went to family who hold no parental responsibility"
    ARRANGEMENTS = "E41", "a child arrangements order"
    GUARDIAN_FOSTERED = "E45", "special guardianship: family who fostered them"
    GUARDIAN_FOSTERED_OTHER = "E46", "special guardianship: others who fostered them"
    GUARDIAN = "E47", "special guardianship: family who did not foster them"
    GUARDIAN_OTHER = "E48", "special guardianship: others who did not foster them"
    ADOPTED = "E11", "adopted, nobody against it"
    ADOPTED_CONTESTED = "E12", "adopted, a court going without the parents’ yes"
    ALONE_SUPPORTED = "E5", "lives independently, with support"
    ALONE = "E6", "lives independently, without support"
    STAYED = "E17", "turned 18 and stayed with their carers"
    ADULT_SERVICES = "E7", "went on to adult services"
    CUSTODY = "E9", "sentenced to custody"
    REMAND_ENDED = "E14", "the remand ended"
    ADULT = "E15", "found to be an adult"
    ABROAD = "E16", "moved abroad"
    OTHER_COUNCIL = "E3", "another council took over"
    DIED = "E2", "died"
    OTHER = "E8", "another reason"


@tracked()
class LeftCare(Record):
    """That the council stopped, or proposes to stop, looking after a child. Source: SI 2010/959 reg 39."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="left_care")
    proposed_on = models.DateField(help_text="The day on which it was proposed.")
    approved_on = models.DateField(
        null=True, blank=True, help_text="The day on which the right officer approved it."
    )
    approved_by = models.CharField(max_length=120, blank=True, help_text="Who approved it, by name.")
    left_on = models.DateField(
        null=True, blank=True, help_text="The day on which it ended; blank until then."
    )
    reason = models.CharField(max_length=3, blank=True, choices=WhyLeft.choices, help_text="Why (REC).")
    child_says = models.CharField(
        max_length=2000, blank=True, help_text="What the child says, in their words."
    )

    class Meta:
        verbose_name_plural = "left care"
        constraints = [
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | ~Q(reason=""), name="left_care_with_reason"
            ),
            models.CheckConstraint(
                condition=Q(approved_on__isnull=True) | ~Q(approved_by=""), name="left_care_approved_by"
            ),
        ]
        indexes = [models.Index(fields=["person", "-proposed_on"], name="left_care_of")]
