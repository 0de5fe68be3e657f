"""Lifelong Links: finding the people who matter to a child who cannot go home, led by the child.

Source: Family Rights Group's Lifelong Links; no entitlement in law. Nobody's details reach a child before their yes.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kith.core.models_base import Record, tracked
from kith.marked import marked
from kith.people.models import Person


class LinksAnswer(models.TextChoices):
    YES = "yes", marked("Yes")
    NOT_NOW = "not_now", marked("Not now: ask me again")
    NO = "no", marked("No")


@tracked()
class LinksJourney(Record):
    """One offer of Lifelong Links to a child or care leaver, and what comes of it. The child may stop it at any time."""

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="links_journeys")
    offered_on = models.DateField(help_text="The day of the offer.")
    how = models.CharField(max_length=300, help_text="How it was explained to the child.")
    answer = models.CharField(max_length=7, choices=LinksAnswer.choices, blank=True)
    answered_on = models.DateField(null=True, blank=True, help_text="The day of the answer.")
    ask_again_on = models.DateField(null=True, blank=True, help_text="When to ask again, of a not now.")
    plan = models.CharField(max_length=2000, blank=True, help_text="The lasting plan, in the child's words.")
    plan_with = models.CharField(max_length=300, blank=True, help_text="Who agreed to it; the child first.")
    plan_on = models.DateField(null=True, blank=True, help_text="The day on which it was agreed.")
    ended_on = models.DateField(null=True, blank=True, help_text="The day on which our part ended.")
    why_ended = models.CharField(
        max_length=500, blank=True, help_text="Why: the child stopped it, or a year is over."
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_on__isnull=True)
                | ~Q(answer="") & Q(answered_on__isnull=False),
                name="links_answered_on",
            ),
            models.CheckConstraint(
                condition=~Q(answer="not_now") | Q(ask_again_on__isnull=False), name="links_asked_again"
            ),
            models.CheckConstraint(
                condition=Q(plan_on__isnull=True) | ~Q(plan="") & ~Q(plan_with=""), name="links_plan_with"
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | ~Q(why_ended=""), name="links_ended_why"
            ),
            models.UniqueConstraint(
                fields=["child"], condition=Q(ended_on__isnull=True), name="links_one_at_once"
            ),
        ]
        indexes = [models.Index(fields=["child"], name="links_child")]


class LinkStands(models.TextChoices):
    """How far it is, as workers write it. What the child reads of it is worked out by the database."""

    WANTED = "wanted", "asked for, nobody looks yet"
    LOOKING = "looking", "we are looking"
    FOUND = "found", "found, and not asked yet"
    NOT_SAFE = "not_safe", "not safe now"
    NOT_FOUND = "not_found", "could not be found"
    NO = "no", "they do not want to"
    YES = "yes", "they said yes"
    MET = "met", "they have met again"


@tracked()
class LinkPerson(Record):
    """Somebody whom the child would like to find again. Staff alone read what was found, until that person says yes."""

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="link_people")
    name = models.CharField(max_length=120, help_text="As the child calls them.")
    tie = models.CharField(
        max_length=120, blank=True, help_text="Who they were to the child, in the child's words."
    )
    by_child = models.BooleanField(
        default=False,
        help_text="Whether the child asked for them: then they read how far it is.",
    )
    known = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        help_text="Who they are in the record, if anybody: so that nobody kept apart is looked for.",
    )  # fmt: skip
    stands = models.CharField(max_length=9, choices=LinkStands.choices, default=LinkStands.WANTED.value)
    found = models.CharField(max_length=1000, blank=True, help_text="What was found, and where. Staff alone.")
    despite = models.CharField(
        max_length=500,
        blank=True,
        help_text="Why a manager let somebody kept apart be looked for all the same.",
    )
    despite_at = models.DateTimeField(null=True, blank=True, help_text="When the manager said so (UTC).")
    why = models.CharField(max_length=500, blank=True, help_text="Why not, as the child reads it once told.")
    told_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day the child was told why not; before, they read nothing of it.",
    )
    look_again_on = models.DateField(null=True, blank=True, help_text="When a not now is looked at again.")
    consent_on = models.DateField(null=True, blank=True, help_text="The day on which they said yes or no.")
    consent_how = models.CharField(max_length=300, blank=True, help_text="How they said so, and to whom.")
    shares = models.CharField(
        max_length=500, blank=True, help_text="What the child may know and how to reach them, as they agreed."
    )

    class Meta:
        constraints = [
            # No word of theirs without their yes.
            models.CheckConstraint(
                condition=Q(stands__in=("yes", "met"), consent_on__isnull=False) & ~Q(consent_how="")
                | ~Q(stands__in=("yes", "met")) & Q(shares=""),
                name="link_consent_first",
            ),
            models.CheckConstraint(
                condition=~Q(stands="not_safe") | ~Q(why="") & Q(look_again_on__isnull=False),
                name="link_not_safe_why",
            ),
            models.CheckConstraint(
                condition=Q(despite="", despite_at__isnull=True)
                | ~Q(despite="") & Q(despite_at__isnull=False),
                name="link_despite_at",
            ),
        ]
        indexes = [
            models.Index(fields=["child"], name="link_child"),
            models.Index(fields=["known"], name="link_known"),
        ]


class LinkWhen(models.TextChoices):
    BEFORE = "before", marked("At the beginning")
    AFTER = "after", marked("Now")


class Closeness(models.IntegerChoices):
    VERY = 1, marked("Very close to me")
    CLOSE = 2, marked("Close to me")
    KNOWN = 3, marked("I know them")


@tracked()
class LinkDrawn(Record):
    """One person of the child's own drawing of who matters, before or after; how close is the child's to say."""

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="links_drawn")
    when = models.CharField(max_length=6, choices=LinkWhen.choices)
    name = models.CharField(max_length=120, help_text="As the child calls them.")
    tie = models.CharField(max_length=120, blank=True, help_text="Who they are, in the child's words.")
    closeness = models.SmallIntegerField(
        choices=Closeness.choices, help_text="1 very close, 2 close, 3 known."
    )

    class Meta:
        verbose_name_plural = "links drawn"
        constraints = [
            models.CheckConstraint(condition=Q(closeness__gte=1, closeness__lte=3), name="link_drawn_close"),
            models.UniqueConstraint(fields=["child", "when", "name"], name="link_drawn_once"),
        ]


@tracked()
class LifelongBond(Record):
    """Two people choose each other for life. It stands only once both chose, and either may end it."""

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="lifelong_bonds")
    link = models.ForeignKey(
        LinkPerson, on_delete=models.PROTECT, null=True, blank=True, related_name="bonds",
        help_text="Who was found, if it is one of them.",
    )  # fmt: skip
    name = models.CharField(max_length=120, help_text="The other, as the child calls them.")
    child_words = models.CharField(
        max_length=500, blank=True, help_text="What it means to the child, in their words."
    )
    child_chose_on = models.DateField(null=True, blank=True, help_text="The day on which the child chose.")
    other_words = models.CharField(
        max_length=500, blank=True, help_text="What the other says, in their words."
    )
    other_how = models.CharField(max_length=300, blank=True, help_text="How the other said so, and to whom.")
    other_chose_on = models.DateField(null=True, blank=True, help_text="The day on which the other chose.")
    ended_on = models.DateField(null=True, blank=True, help_text="The day on which either ended it.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(child_chose_on__isnull=False) | Q(other_chose_on__isnull=False),
                name="lifelong_by_choice",
            ),
            models.CheckConstraint(
                condition=Q(other_chose_on__isnull=True) | ~Q(other_how=""), name="lifelong_other_how"
            ),
        ]
        indexes = [
            models.Index(fields=["child"], name="lifelong_bond_child"),
            models.Index(fields=["link"], name="lifelong_bond_link"),
        ]
