"""Finding a home for a child: what they need, the order in which it is looked for, and each home thought of.

Source: Children Act 1989 s22C(5)-(9); Care Planning, Placement and Case Review (England) Regulations 2010.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kith.access.models import NotYetTold
from kith.core.models_base import Record, tracked
from kith.homes.models.home import Home
from kith.homes.models.profile import Profile
from kith.people.models import Person


class Level(models.TextChoices):
    KIN = "1_kin", "family and friends"
    OWN = "2_own", "our own foster carers"
    REGION = "3_region", "foster carers of councils nearby"
    AGENCY = "4_agency", "foster carers of agencies"
    RESIDENTIAL = "5_home", "a children’s home, or supported accommodation"


@tracked()
class Search(Record):
    """That a home is looked for, for a child."""

    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="home_searches")
    profile = models.OneToOneField(Profile, on_delete=models.PROTECT, related_name="search")
    why = models.CharField(max_length=1000, help_text="Why a home is looked for.")
    child_wishes = models.CharField(
        max_length=1000, blank=True, help_text="What the child wishes, in their words."
    )
    parents_wish = models.CharField(
        max_length=1000, blank=True, help_text="What the parents wish, in theirs."
    )
    tonight = models.BooleanField(default=False, help_text="Whether a home is needed tonight.")
    ranked_on = models.DateField(
        null=True, help_text="The day the needs were ranked. Costs are hidden before."
    )
    covert = models.ForeignKey(
        NotYetTold,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="The concern not yet told from which it comes, if it does.",
    )
    closed_on = models.DateField(null=True, help_text="The day it ended.")
    closed_why = models.CharField(max_length=300, blank=True, help_text="How it ended.")

    class Meta:
        verbose_name_plural = "searches"
        constraints = [
            models.UniqueConstraint(
                fields=["child"], condition=Q(closed_on__isnull=True), name="search_one_open"
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True, closed_why="")
                | Q(closed_on__isnull=False) & ~Q(closed_why=""),
                name="search_closed_why",
            ),
        ]


class SearchStep(Record):
    """That one kind of home is looked among now, and why not, or no longer, among those before it."""

    search = models.ForeignKey(Search, on_delete=models.PROTECT, related_name="steps")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", help_text="The child.")
    level = models.CharField(max_length=8, choices=Level.choices)
    on = models.DateField(help_text="The day.")
    reason = models.CharField(max_length=1000, help_text="Why here, and why none was found before.")
    skipped = models.PositiveSmallIntegerField(
        default=0,
        help_text="How many people who could care had no outcome yet: tonight did not wait for them.",
    )

    class Meta:
        indexes = [models.Index(fields=["search", "-recorded_at"], name="search_step_last")]


@tracked()
class Need(Record):
    """Something that the home must meet for this child. Ranked before anybody looks at a cost."""

    search = models.ForeignKey(Search, on_delete=models.PROTECT, related_name="needs")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", help_text="The child.")
    words = models.CharField(max_length=300, help_text="The need, in words the child would agree with.")
    rank = models.PositiveSmallIntegerField(help_text="1 matters most.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["search", "rank"], name="need_rank_once")]


class State(models.TextChoices):
    SHORTLISTED = "shortlisted", "on the shortlist"
    ASKED = "asked", "asked"
    SAID_NO = "said_no", "said no"
    NOT_CHOSEN = "not_chosen", "not chosen"
    AGREED = "agreed", "agreed"


class WhyRefused(models.TextChoices):
    FULL = "full", "no room"
    CHILDREN_THERE = "there", "the children who live there"
    NEEDS = "needs", "they could not meet the needs"
    BEHAVIOUR = "risk", "worry about risk"
    STAFF = "staff", "not enough staff"
    CHILD_SAID_NO = "child", "the child said no"
    OTHER = "other", "something else"


@tracked()
class Choice(Record):
    """A home thought of for a child: from the shortlist to yes or no. From here on each knows who the other is."""

    search = models.ForeignKey(Search, on_delete=models.PROTECT, related_name="choices")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", help_text="The child.")
    home = models.ForeignKey(Home, on_delete=models.PROTECT, related_name="choices")
    state = models.CharField(max_length=11, choices=State.choices, default=State.SHORTLISTED)
    on = models.DateField(help_text="The day of this state.")
    why = models.CharField(max_length=1000, help_text="Why, in words.")
    why_no = models.CharField(max_length=5, choices=WhyRefused.choices, blank=True)
    level = models.CharField(max_length=8, choices=Level.choices, help_text="Where it was found.")
    impact = models.CharField(
        max_length=1000, blank=True, help_text="What it means for the children who live there already."
    )
    gaps = models.CharField(
        max_length=1000, blank=True, help_text="What it does not give, and what is done about it."
    )
    outside_terms_until = models.DateField(
        null=True,
        help_text="The last day of an emergency outside the carers’ terms (reg 23: six working days).",
    )
    outside_ended_on = models.DateField(
        null=True, help_text="The day on which that was made right: other terms, or another home."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["search", "home"], name="choice_once"),
            models.UniqueConstraint(fields=["search"], condition=Q(state="agreed"), name="choice_one_agreed"),
            models.CheckConstraint(
                condition=Q(state="said_no") & ~Q(why_no="") | ~Q(state="said_no") & Q(why_no=""),
                name="choice_why_no",
            ),
        ]


@tracked()
class Met(Record):
    """How this home meets one need of this child. A children's home is not chosen until each need has one."""

    choice = models.ForeignKey(Choice, on_delete=models.PROTECT, related_name="met")
    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="met")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", help_text="The child.")
    how = models.CharField(max_length=1000, help_text="How, by whom, from when.")

    class Meta:
        verbose_name_plural = "met"
        constraints = [models.UniqueConstraint(fields=["choice", "need"], name="met_once")]


class Speaker(models.TextChoices):
    CHILD = "child", "the child"
    CARERS = "carers", "the carers or the home"
    PARENTS = "parents", "a parent"
    THERE = "there", "a child who lives there"
    SIBLING = "sibling", "a brother or sister"


class Said(Record):
    """What somebody says to a choice, in their words, and what changed because of it. Added, never changed.

    With `shown` they wrote it themselves, at their own door; a worker answers that once, and they read the answer.
    """

    choice = models.ForeignKey(Choice, on_delete=models.PROTECT, related_name="said")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", help_text="The child.")
    who = models.CharField(max_length=7, choices=Speaker.choices)
    yes = models.BooleanField(null=True, help_text="Whether they say yes; blank where they say neither.")
    words = models.CharField(max_length=1000, help_text="In their words.")
    changed = models.CharField(max_length=500, blank=True, help_text="What changed because of it.")
    on = models.DateField(help_text="The day.")
    shown = models.ForeignKey(
        "homes.Shown",
        on_delete=models.PROTECT,
        null=True,
        related_name="said",
        help_text="What they were shown and answer, where they wrote it themselves.",
    )
    needs = models.CharField(max_length=1000, blank=True, help_text="What they would need to be able to.")
    author = models.CharField(max_length=120, blank=True, help_text="Who wrote it down, as they are called.")
    answer = models.CharField(max_length=1000, blank=True, help_text="What came of it, as they read it.")
    answered_on = models.DateField(null=True, help_text="The day of the answer.")
    answered_as = models.CharField(max_length=120, blank=True, help_text="Who answered, by name.")

    class Meta:
        verbose_name_plural = "said"
        indexes = [models.Index(fields=["choice"], name="said_of_choice")]
