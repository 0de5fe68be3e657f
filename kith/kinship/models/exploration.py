"""One person who could care for one child: who named them and in whose words, may they be asked, what came of it.

Source: Children Act 1989 s22C(6)-(7), by which relatives, friends and other connected persons come first; Kinship care:
statutory guidance for local authorities (October 2024), on exploring the network early.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.people.models import Person


class MayAsk(models.TextChoices):
    NOT_YET = "not_yet", "not talked about yet"
    MAY = "may", "may be asked"
    ONLY_IF = "only_if", "only if somebody agrees"
    NEVER = "never", "never to be asked"


@tracked()
class Exploration(Record):
    """Somebody who could care for a child, by the name that the family uses. They need be in no record.

    What comes from a family meeting's map is kept as it stands there, by trigger, and not written here.
    """

    child = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="explorations")
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="Who it is, where in the record.",
    )
    name = models.CharField(max_length=120, help_text="As the family calls them.")
    tie = models.CharField(
        max_length=80, blank=True, help_text="Who they are to the child, in the child's words."
    )
    named_by = models.CharField(max_length=120, blank=True, help_text="Who named them.")
    words = models.CharField(max_length=500, blank=True, help_text="What was said of them, in those words.")
    may_ask = models.CharField(max_length=7, choices=MayAsk.choices, default="not_yet")
    settled_with = models.CharField(max_length=200, blank=True, help_text="With whom that was settled.")
    only_if = models.CharField(
        max_length=120, blank=True, help_text="Who has to agree before they are asked."
    )
    only_if_agreed_on = models.DateField(null=True, help_text="The day on which they agreed.")
    could_care = models.BooleanField(
        default=False,
        db_default=False,
        help_text="Whether the family's agreed plan says that they could care.",
    )
    from_map = models.UUIDField(
        null=True,
        editable=False,
        help_text="Their place on the map of a family meeting, if they come from there.",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["child", "from_map"], name="exploration_of_map_once"),
            models.CheckConstraint(
                condition=~Q(may_ask="only_if") | ~Q(only_if=""), name="exploration_only_if_whom"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=True) | ~Q(person=F("child")), name="exploration_of_another"
            ),
        ]


@tracked()
class NeverBecause(Record):
    """One reason why somebody is never to be asked. Locked, each: whoever wrote it and a manager of the child read it."""

    exploration = models.ForeignKey(Exploration, on_delete=models.PROTECT, related_name="never_because")
    reason = models.CharField(max_length=1000, help_text="In the words of whoever said it, if they wish.")


class Outcome(models.TextChoices):
    ASKED = "asked", "was asked"
    YES = "yes", "said yes"
    NO = "no", "said no"
    NOT_ASKED = "not_asked", "was not asked"
    RULED_OUT = "ruled_out", "was ruled out"


class WhyNot(models.TextChoices):
    """Why somebody was not asked. What it would cost is none of them."""

    NOT_FOUND = "not_found", "they could not be found"
    CHILD_SAYS_NO = "child", "the child does not want it"
    ORDER = "order", "a court order or bail stands in the way"
    NOT_SAFE = "not_safe", "asking would not be safe"
    ILL = "ill", "they are too ill"
    OTHER = "other", "something else"


NEEDS_REASON = ("not_asked", "ruled_out")


class Explored(Record):
    """What came of it, on a day. Said anew, never changed: the last one holds."""

    exploration = models.ForeignKey(Exploration, on_delete=models.PROTECT, related_name="explored")
    outcome = models.CharField(max_length=9, choices=Outcome.choices)
    on = models.DateField(help_text="The day.")
    why_not = models.CharField(max_length=9, choices=WhyNot.choices, blank=True)
    reason = models.CharField(
        max_length=1000, blank=True, help_text="Why they were not asked or were ruled out."
    )
    words = models.CharField(max_length=1000, blank=True, help_text="What they said, in their words.")
    against_map = models.BooleanField(
        default=False, help_text="Whether they were asked although it was not settled that they may be."
    )

    class Meta:
        verbose_name_plural = "explored"
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome__in=NEEDS_REASON) | ~Q(reason=""), name="explored_with_reason"
            ),
            models.CheckConstraint(
                condition=Q(outcome="not_asked") & ~Q(why_not="") | ~Q(outcome="not_asked") & Q(why_not=""),
                name="explored_why_not",
            ),
        ]
        indexes = [models.Index(fields=["exploration", "-recorded_at"], name="explored_last")]


@tracked()
class Challenge(Record):
    """Somebody says that an outcome is wrong; and what was answered. Both stay as they were said."""

    explored = models.ForeignKey(Explored, on_delete=models.PROTECT, related_name="challenges")
    by_whom = models.CharField(
        max_length=120, help_text="Who says so: they themselves, the child, the family."
    )
    words = models.CharField(max_length=1000, help_text="What they say, in their words.")
    on = models.DateField(help_text="The day they said it.")
    answer = models.CharField(max_length=1000, blank=True, help_text="What was answered, and why.")
    answered_on = models.DateField(null=True, help_text="The day of the answer.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_on__isnull=True)
                | ~Q(answer="") & Q(answered_on__isnull=False),
                name="challenge_answered_on",
            )
        ]
        indexes = [models.Index(fields=["explored"], name="challenge_of")]
