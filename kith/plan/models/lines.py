"""The lines of a plan: goals, steps, strengths, and what has to change. Each is released by itself, by name."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kith.access.models import Account, NotYetTold
from kith.core.labels import LABEL_CHOICES, Label
from kith.core.models_base import Record, tracked
from kith.people.models import Person
from kith.plan.models.plan import Plan

# Words under these are kept encrypted on the story; a plan is no place for them.
_NOT_HERE = Label.LEGAL_PRIVILEGE | Label.ADOPTION_SEALED | Label.CHILD_PRIVATE
LINE_LABELS = [(value, name) for value, name in LABEL_CHOICES if not value & _NOT_HERE]
WORDS = 2000


class PlanLine(Record):
    """What every line has: the words, what they hold that not everybody may read, the concern they come from."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="%(class)ss")
    words = models.TextField(max_length=WORDS, help_text="The line itself, as it was said or agreed.")
    label = models.IntegerField(choices=LINE_LABELS, default=Label.NORMAL.value)
    covert = models.ForeignKey(
        NotYetTold,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="The concern it arises from, until told.",
    )

    class Meta:
        abstract = True


@tracked()
class Goal(PlanLine):
    """What should be different, in the words of whoever wants it."""

    whose = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="goals", help_text="For whom, if for one."
    )
    in_whose_words = models.CharField(max_length=120, blank=True, help_text="Who said it in these words.")
    reached_on = models.DateField(null=True, help_text="The day from which it was so.")
    dropped_on = models.DateField(null=True, help_text="The day on which it was let go.")
    why_dropped = models.CharField(max_length=300, blank=True, help_text="Why it was let go.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(label__in=[value for value, _ in LINE_LABELS]), name="goal_label_kept_here"
            )
        ]


class DoesIt(models.TextChoices):
    PARENT = "parent", "a parent or carer"
    NETWORK = "network", "family or network"
    YOUNG_PERSON = "young_person", "the child or young person"
    SERVICE = "service", "another service"
    COUNCIL = "council", "the council"
    # For staff alone, as the part that it goes with.
    CAUSES_HARM = "person_causing_harm", "the person causing harm"


OURS = frozenset({DoesIt.SERVICE.value, DoesIt.COUNCIL.value})
"""Steps that services owe the family."""


@tracked()
class Step(PlanLine):
    """Who does what by when; done or not, and why."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, null=True, related_name="steps")
    does_it = models.CharField(max_length=20, choices=DoesIt.choices)
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        related_name="steps",
        help_text="Who of the family does it.",
    )
    account = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, related_name="steps", help_text="Which worker does it."
    )
    service = models.CharField(
        max_length=120, blank=True, help_text="Which service does it. Never shown behind the family's door."
    )
    by_on = models.DateField(null=True, help_text="By which day.")
    keeps_safe = models.BooleanField(
        default=False,
        help_text="Whether somebody's safety rests on it. Never shown behind the family's door.",
    )
    done_on = models.DateField(null=True, help_text="The day on which it was done.")
    how_done = models.CharField(max_length=300, blank=True, help_text="What was done, in a line.")
    not_done_on = models.DateField(null=True, help_text="The day on which it was said that it is not done.")
    not_done_why = models.CharField(max_length=300, blank=True, help_text="Why it was not done.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(label__in=[value for value, _ in LINE_LABELS]), name="step_label_kept_here"
            ),
            models.CheckConstraint(
                condition=Q(done_on=None) | Q(not_done_on=None), name="step_done_or_not_done"
            ),
        ]


@tracked()
class Strength(PlanLine):
    """What goes well already, and who says or has it."""

    whose = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, related_name="strengths", help_text="Whose it is."
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(label__in=[value for value, _ in LINE_LABELS]), name="strength_label_kept_here"
            )
        ]


@tracked()
class Change(PlanLine):
    """What has to change for us to stop being involved."""

    met_on = models.DateField(null=True, help_text="The day from which it was so.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(label__in=[value for value, _ in LINE_LABELS]), name="change_label_kept_here"
            )
        ]
