"""Needs of adults, practical help with money, and offers of help."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.access.models import Account, NotYetTold
from kith.core.labels import Label
from kith.core.models_base import Record, tracked
from kith.people.models import Family, Person


class NeedKind(models.TextChoices):
    DOMESTIC_ABUSE = "domestic_abuse", "safety from abuse at home"
    DRUGS = "drugs", "drugs"
    ALCOHOL = "alcohol", "alcohol"
    MENTAL_HEALTH = "mental_health", "how they feel (mental health)"
    MONEY = "money", "money and debt"
    HOUSING = "housing", "a place to live"
    DISABILITY = "disability", "a disability or illness"
    LEARNING = "learning", "reading, learning or language"
    CARING = "caring", "caring for somebody else"
    OTHER = "other", "something else"


NEED_LABELS = [
    (Label.NORMAL.value, "everybody who works with them"),
    (Label.HEALTH.value, "who may see health"),
]


@tracked()
class AdultNeed(Record):
    """Something an adult of the family needs help with. No score: a need, since when, until when."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="adult_needs")
    kind = models.CharField(max_length=14, choices=NeedKind.choices, help_text="What kind of need.")
    words = models.CharField(max_length=2000, blank=True, help_text="In their own words, where they said it.")
    since = models.DateField(help_text="Since when it is known.")
    until = models.DateField(null=True, help_text="The last day, once it is no more.")
    label = models.IntegerField(
        choices=NEED_LABELS, default=Label.NORMAL.value, help_text="Who may read it: kith.core.labels.Label."
    )
    covert = models.ForeignKey(
        NotYetTold,
        on_delete=models.PROTECT,
        null=True,
        help_text="The concern that it comes from, while they are not told of it.",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="adult_need_until_after"
            )
        ]
        indexes = [models.Index(fields=["person"], name="adult_need_person")]


class Pot(Record):
    """Money set aside for practical help: a council's own, of nobody's facts."""

    name = models.CharField(max_length=120, unique=True, help_text="What the money is called.")
    pays_for = models.CharField(max_length=300, help_text="What it may be spent on, in plain words.")
    pence = models.BigIntegerField(help_text="How much there is, in pence.")
    from_on = models.DateField(help_text="The first day on which it may be spent.")
    until_on = models.DateField(null=True, help_text="The last day on which it may be spent.")

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pence__gte=0), name="pot_not_below_nothing")]

    def __str__(self) -> str:
        return self.name


@tracked()
class PracticalHelp(Record):
    """Something bought or paid for a family (Children Act 1989 s17(6)). Help, never a condition."""

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="practical_help")
    what = models.CharField(max_length=200, help_text="What it was: a bed, a fare, a month's rent.")
    pence = models.BigIntegerField(help_text="What it cost, in pence.")
    pot = models.ForeignKey(
        Pot, on_delete=models.PROTECT, related_name="spent", help_text="Which money paid."
    )
    on = models.DateField(help_text="The day on which it was given.")
    agreed_by = models.ForeignKey(
        Account, on_delete=models.PROTECT, related_name="practical_help_agreed", help_text="Who agreed to it."
    )

    class Meta:
        verbose_name_plural = "practical help"
        constraints = [
            models.CheckConstraint(condition=Q(pence__gt=0), name="practical_help_costs_something")
        ]
        indexes = [models.Index(fields=["family", "-on"], name="practical_help_family")]


class OfferWhy(models.TextChoices):
    AFTER_ENQUIRY = "after_enquiry", "after an enquiry into harm"
    STEP_DOWN = "step_down", "as other help ends"
    STAGE = "stage", "at a new stage"


class OfferAnswer(models.TextChoices):
    ACCEPTED = "accepted", "yes"
    DECLINED = "declined", "no"
    LATER = "later", "not now"


@tracked()
class HelpOffer(Record):
    """An offer of help and its answer. An enquiry into harm without a plan does not end without one."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="help_offers")
    family = models.ForeignKey(Family, on_delete=models.PROTECT, null=True, related_name="help_offers")
    why = models.CharField(max_length=13, choices=OfferWhy.choices, help_text="On what occasion.")
    what = models.CharField(max_length=2000, help_text="What was offered, in plain words.")
    offered_on = models.DateField(help_text="The day on which it was offered.")
    offered_by = models.ForeignKey(
        Account, on_delete=models.PROTECT, related_name="help_offered", help_text="Who offered it."
    )
    answer = models.CharField(
        max_length=8, blank=True, choices=OfferAnswer.choices, help_text="The answer, once given."
    )
    answered_on = models.DateField(null=True, help_text="The day of the answer.")
    words = models.CharField(max_length=2000, blank=True, help_text="The answer in the family's own words.")
    enquiry = models.UUIDField(
        null=True, help_text="The enquiry into harm that it follows (its id, a floor above)."
    )
    covert = models.ForeignKey(
        NotYetTold,
        on_delete=models.PROTECT,
        null=True,
        help_text="The concern that it comes from, while they are not told of it.",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=False) | Q(family__isnull=False), name="help_offer_to_somebody"
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_on__isnull=True)
                | ~Q(answer="") & Q(answered_on__gte=F("offered_on")),
                name="help_offer_answered_on",
            ),
        ]
        indexes = [
            models.Index(fields=["person"], name="help_offer_person"),
            models.Index(fields=["family"], name="help_offer_family"),
            models.Index(fields=["enquiry"], name="help_offer_enquiry"),
        ]
