"""Time with people whom a child loves: the plan of it, each time, what stands in its way, and what was asked for.

Source: Children Act 1989 s34 and Sch 2 para 15, by which time with family and friends is promoted; s34(6), by which a
council may refuse it for up to seven days where that is urgent.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.access.models import NotYetTold
from kith.core.models_base import Record, tracked
from kith.marked import marked
from kith.people.models import Person


class Tie(models.TextChoices):
    SIBLING = "sibling", marked("Brother or sister")
    PARENT = "parent", marked("Mother or father")
    GRANDPARENT = "grandparent", marked("Grandparent")
    RELATIVE = "relative", marked("Other family")
    FRIEND = "friend", marked("Friend")
    OTHER = "other", marked("Somebody who matters")


class How(models.TextChoices):
    TOGETHER = "together", marked("Together")
    SUPERVISED = "supervised", marked("Together, with somebody there")
    CALL = "call", marked("By phone or video")
    LETTERS = "letters", marked("By letters and pictures")


class Every(models.TextChoices):
    WEEK = "week", marked("a week")
    MONTH = "month", marked("a month")
    YEAR = "year", marked("a year")


class LimitKind(models.TextChoices):
    COURT_REFUSED = "refused", "a court lets us refuse it (section 34(4))"
    COURT_SAYS = "says", "a court order says how it may be"
    FORBIDDEN = "forbidden", "a court forbids it (non-molestation, prohibited steps)"
    BAIL = "bail", "bail, or what the police or probation ask"
    URGENT = "urgent", "we refuse it as urgent, for seven days at most (section 34(6))"
    AGREED = "agreed", "it was agreed with them in writing"


class Allows(models.TextChoices):
    NOTHING = "nothing", "nothing"
    LETTERS = "letters", "letters and pictures alone"
    CALLS = "calls", "letters and calls"
    SUPERVISED = "supervised", "being together with somebody there, calls and letters"


@tracked()
class TimeLimit(Record):
    """What stands in the way of a child and somebody being together. It ends on a day, and is never taken out."""

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="time_limits")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=9, choices=LimitKind.choices)
    allows = models.CharField(max_length=10, choices=Allows.choices, help_text="What may be all the same.")
    words = models.CharField(max_length=1000, help_text="What it says, and where that was read.")
    from_on = models.DateField(help_text="The first day.")
    until = models.DateField(null=True, help_text="The first day on which it holds no more.")
    told_on = models.DateField(null=True, help_text="The day on which they were told in writing.")
    covert = models.ForeignKey(
        NotYetTold,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="The concern not yet told from which it comes, if it does.",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(child=F("other")), name="time_limit_between_two"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("from_on")), name="time_limit_ends_after"
            ),
        ]
        indexes = [
            models.Index(fields=["child"], name="time_limit_child"),
            models.Index(fields=["other"], name="time_limit_other"),
        ]


@tracked()
class TimePlan(Record):
    """How often a child spends time with somebody, and how. One plan may be for several brothers and sisters."""

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="time_plans")
    tie = models.CharField(max_length=11, choices=Tie.choices)
    how = models.CharField(max_length=10, choices=How.choices)
    times = models.SmallIntegerField(help_text="How many times.")
    every = models.CharField(max_length=5, choices=Every.choices, help_text="In what.")
    what = models.CharField(
        max_length=500, blank=True, help_text="What they like to do, in the child's words."
    )
    travel = models.CharField(
        max_length=500,
        blank=True,
        help_text="Who brings them, and who pays. The child and their carers read it.",
    )
    agreed_with = models.CharField(max_length=300, help_text="With whom it was made; the child first.")
    orders_checked_on = models.DateField(help_text="The day on which court orders were looked at.")
    from_on = models.DateField(help_text="From which day on.")
    ended_on = models.DateField(null=True, help_text="The first day on which it holds no more.")
    why_ended = models.CharField(max_length=500, blank=True, help_text="Why it ended.")
    covert = models.ForeignKey(
        NotYetTold,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="The concern not yet told from which it comes, if it does.",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(times__gte=1, times__lte=31), name="time_plan_times"),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | ~Q(why_ended=""), name="time_plan_ended_why"
            ),
        ]
        indexes = [models.Index(fields=["child"], name="time_plan_child")]


@tracked()
class TimeWith(Record):
    """One person whom a child spends the time with. They need be in no record."""

    plan = models.ForeignKey(TimePlan, on_delete=models.PROTECT, related_name="people")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=120, help_text="As the child calls them.")

    class Meta:
        indexes = [
            models.Index(fields=["plan"], name="time_with_plan"),
            models.Index(fields=["person"], name="time_with_person"),
        ]


class Stands(models.TextChoices):
    PLANNED = "planned", marked("planned")
    DONE = "done", marked("it happened")
    MISSED = "missed", marked("it did not happen")


class WhyMissed(models.TextChoices):
    WORKER = "worker", marked("we had nobody to bring them or be there")
    TRAVEL = "travel", marked("the travel did not work")
    CARER = "carer", marked("their home could not make it")
    ILL = "ill", marked("somebody was ill")
    OTHER_CAME_NOT = "not_come", marked("they did not come")
    CHILD = "child", marked("the child did not want to")
    SAFETY = "safety", marked("it would not have been right that day")
    SCHOOL = "school", marked("school or another plan was in the way")
    OTHER = "other", marked("something else")


@tracked()
class Meet(Record):
    """One time: when and where, whether it happened, and if not why and when instead."""

    plan = models.ForeignKey(TimePlan, on_delete=models.PROTECT, related_name="meets")
    at = models.DateTimeField(help_text="When it begins (UTC).")
    place = models.CharField(
        max_length=200, blank=True, help_text="Where, as everybody who comes may read it."
    )
    stands = models.CharField(max_length=7, choices=Stands.choices, default=Stands.PLANNED.value)
    why_missed = models.CharField(max_length=8, choices=WhyMissed.choices, blank=True)
    words = models.CharField(max_length=1000, blank=True, help_text="What happened, for staff.")
    child_said = models.CharField(max_length=1000, blank=True, help_text="How it was, in the child's words.")
    instead = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        related_name="instead_of",
        help_text="When it is instead.",
    )
    why_not_again = models.CharField(max_length=500, blank=True, help_text="Why there is no other day.")
    asked = models.UUIDField(null=True, editable=False, help_text="What was asked for, if it comes of that.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(stands="missed")
                | ~Q(why_missed="") & (Q(instead__isnull=False) | ~Q(why_not_again="")),
                name="meet_missed_why_and_again",
            ),
        ]
        indexes = [models.Index(fields=["plan", "-at"], name="meet_plan")]


class AskAnswer(models.TextChoices):
    YES = "yes", marked("Yes")
    SOME = "some", marked("Yes, in part")
    NO = "no", marked("No")


@tracked()
class TimeAsk(Record):
    """Somebody asks for time with somebody, from their own page or through a worker; and what was answered, and why."""

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="time_asks")
    asker = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    whom = models.CharField(max_length=120, help_text="Whom they want to see, or who wants to be seen.")
    words = models.CharField(max_length=1000, blank=True, help_text="What they ask, in their words.")
    asked_on = models.DateField(help_text="The day.")
    answer_by = models.DateField(help_text="By when it is answered.")
    answer = models.CharField(max_length=4, choices=AskAnswer.choices, blank=True)
    reason = models.CharField(max_length=1000, blank=True, help_text="Why, as the asker reads it.")
    answered_on = models.DateField(null=True, help_text="The day of the answer.")
    answered_as = models.CharField(max_length=120, blank=True, help_text="Who decided, by name.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_on__isnull=True)
                | ~Q(answer="") & ~Q(reason="") & Q(answered_on__isnull=False),
                name="time_ask_answered_why",
            )
        ]
        indexes = [
            models.Index(fields=["child"], name="time_ask_child"),
            models.Index(fields=["asker"], name="time_ask_asker"),
        ]


class TimeConsidered(Record):
    """At a review it was looked at who matters to a child, and whether they see them enough."""

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="time_considered")
    on = models.DateField(help_text="The day of the review, or the day it was looked at.")
    words = models.CharField(max_length=1000, help_text="What was decided.")
    child_said = models.CharField(
        max_length=1000, blank=True, help_text="What the child says, in their words."
    )

    class Meta:
        verbose_name_plural = "time considered"
        indexes = [models.Index(fields=["child", "-on"], name="time_considered_child")]
