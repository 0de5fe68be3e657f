"""Health checks, talks after being missing, parts of the care plan, what a child wants known, and what they keep."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.care.models.missing import MissingEpisode
from kith.core.models_base import Record, tracked
from kith.marked import marked
from kith.people.models import Person
from kith.story.models import Document


class CheckKind(models.TextChoices):
    FIRST = "first", marked("the first health assessment in care, by a doctor")
    AGAIN = "again", marked("a health assessment")
    DENTIST = "dentist", marked("teeth, by a dentist")
    EYES = "eyes", marked("eyes")
    IMMUNISED = "immunised", marked("immunisations up to date")
    FEELINGS = "feelings", marked("strengths and difficulties questionnaire")


@tracked()
class HealthCheck(Record):
    """One check of a looked-after child's health. Source: SI 2010/959 reg 7; SSDA903 guide, OC2."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="health_checks")
    kind = models.CharField(max_length=9, choices=CheckKind.choices)
    on = models.DateField(help_text="The day.")
    by_whom = models.CharField(max_length=120, blank=True, help_text="Who did it.")
    score = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Of the questionnaire: 0 to 40."
    )
    words = models.CharField(max_length=1000, blank=True, help_text="What came of it, in plain words.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__lte=40, kind="feelings"), name="health_check_score"
            )
        ]
        indexes = [models.Index(fields=["person", "-on"], name="health_check_of")]


@tracked()
class ReturnTalk(Record):
    """Somebody independent offers to talk with a child who was missing: why they went, what would help."""

    missing = models.OneToOneField(MissingEpisode, on_delete=models.PROTECT, related_name="talk")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="return_talks")
    offered_on = models.DateField(help_text="The day on which it was offered.")
    held_on = models.DateField(null=True, blank=True, help_text="The day on which they talked.")
    not_wanted = models.BooleanField(default=False, help_text="Whether the child did not want to.")
    by_whom = models.CharField(
        max_length=120, blank=True, help_text="Who: not their carer, not their worker."
    )
    words = models.CharField(max_length=2000, blank=True, help_text="What the child said, as they agreed.")
    what_next = models.CharField(max_length=1000, blank=True, help_text="What is done because of it.")
    plan_looked_at_on = models.DateField(
        null=True, blank=True, help_text="When the plan was looked at again."
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(held_on__isnull=True) | Q(held_on__gte=F("offered_on"), not_wanted=False),
                name="return_talk_held_after_offer",
            )
        ]


class PlanPart(models.TextChoices):
    PERMANENCE = "permanence", marked("Where they grow up, and with whom for good")
    HOME = "home", marked("This home, and why it is right")
    HEALTH = "health", marked("Health")
    SCHOOL = "school", marked("School and learning")
    FAMILY = "family", marked("Time with family, brothers, sisters and friends")
    IDENTITY = "identity", marked("Identity, faith, language and heritage")
    FEELINGS = "feelings", marked("Feelings, love and who is there for them")
    SKILLS = "skills", marked("Growing up: money, cooking, choices")
    IF_WRONG = "if_wrong", marked("If it goes wrong")
    CHILD = "child", marked("What the child wants")
    PARENTS = "parents", marked("What the parents want")
    OFFICER = "officer", marked("What the reviewing officer says")


@tracked()
class CarePlanPart(Record):
    """One part of the care plan beside the family's one plan; what it said before stays in its history.

    Source: SI 2010/959 reg 5 and Sch 1.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="care_plan_parts")
    part = models.CharField(max_length=10, choices=PlanPart.choices)
    words = models.CharField(max_length=4000, help_text="What is planned, in plain words.")
    on = models.DateField(help_text="Since when it says so.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "part"], name="care_plan_part_once")]


class Topic(models.TextChoices):
    KNOW = "know", marked("What I want people to know about me")
    WRONG = "wrong", marked("What people keep getting wrong about me")
    WHO = "who", marked("Who I am: my identity")
    FAITH = "faith", marked("What I believe")
    LANGUAGE = "language", marked("My languages")
    HERITAGE = "heritage", marked("Where my family comes from")
    LOVES = "loves", marked("Who loves me, and whom I love")
    GOOD = "good", marked("What makes a good day")
    HARD = "hard", marked("What helps when it is hard")


@tracked()
class AboutMe(Record):
    """One topic in a child's own words: the first thing that a new worker reads."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="about_me")
    topic = models.CharField(max_length=8, choices=Topic.choices)
    words = models.CharField(
        max_length=2000, blank=True, help_text="In the child’s own words; blank once taken back."
    )
    said_on = models.DateField(help_text="The day on which they said so.")

    class Meta:
        verbose_name_plural = "about me"
        constraints = [models.UniqueConstraint(fields=["person", "topic"], name="about_me_once")]


@tracked()
class Memory(Record):
    """Something a child keeps: words, and a picture where whoever is on it agreed. It moves with them and is theirs."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memories")
    title = models.CharField(max_length=120, help_text="What it is.")
    words = models.CharField(max_length=2000, blank=True, help_text="The story of it, in plain words.")
    happened = models.CharField(max_length=60, blank=True, help_text="When it was, as it is remembered.")
    picture = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="A picture, if any.",
    )
    who_agreed = models.CharField(
        max_length=300, blank=True, help_text="Who is on the picture, and that each agreed."
    )
    for_child = models.BooleanField(
        default=True,
        db_default=True,
        help_text="Whether the child sees it now; else it waits until they are ready.",
    )

    class Meta:
        verbose_name_plural = "memories"
        constraints = [
            models.CheckConstraint(
                condition=Q(picture__isnull=True) | ~Q(who_agreed=""), name="memory_picture_agreed"
            )
        ]
        indexes = [models.Index(fields=["person", "-recorded_at"], name="memory_of")]
