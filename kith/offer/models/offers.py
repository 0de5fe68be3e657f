"""The local offers: a draft that is worked on, and versions that everybody reads and nobody changes."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.marked import marked

WORDS = 20_000


class OfferKind(models.TextChoices):
    """Each is a duty of its own: Children Act 1989 s22H; Children and Social Work Act 2017 s2."""

    KINSHIP = "kinship", marked("Kinship families")
    LEAVERS = "care-leavers", marked("Care leavers")


class Asked(models.TextChoices):
    """Whom the council asks before it publishes or changes an offer."""

    CHILDREN = "children", marked("Children and young people")
    CARERS = "carers", marked("Carers")
    FAMILIES = "families", marked("Parents and families")
    SPEAK_FOR = "speak_for", marked("Groups that speak for them")


@tracked()
class OfferDraft(Record):
    """One offer as it is being written. What everybody reads is a version made from it."""

    kind = models.CharField(max_length=12, choices=OfferKind.choices, unique=True, help_text="Which offer.")
    phone = models.CharField(max_length=40, blank=True, help_text="The number to ring about it.")
    hours = models.CharField(
        max_length=500, blank=True, help_text="When it is answered, a line for each span of days."
    )
    call_words = models.CharField(max_length=500, blank=True, help_text="Who answers, and what they can do.")


@tracked()
class OfferSection(Record):
    """What the offer says under one heading (kith/offer/offers/data/headings.toml)."""

    draft = models.ForeignKey(OfferDraft, on_delete=models.PROTECT, related_name="sections")
    code = models.CharField(max_length=20, help_text="The heading's code.")
    words = models.CharField(max_length=WORDS, blank=True, help_text="In plain words.")
    easy = models.CharField(
        max_length=WORDS, blank=True, help_text="In easy read: a line each, with the name of its drawing."
    )
    other = models.JSONField(
        default=dict, help_text="The same words in other languages, by the language's code."
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["draft", "code"], name="offer_section_once")]


@tracked()
class OfferPromise(Record):
    """Something that the council itself gives, with whom it is for: a rule of the personal offer."""

    draft = models.ForeignKey(OfferDraft, on_delete=models.PROTECT, related_name="promises")
    name = models.CharField(max_length=120, help_text="What it is, in a few words.")
    says = models.CharField(max_length=1000, help_text="What one gets, and how.")
    heading = models.CharField(max_length=20, help_text="The heading that it belongs under.")
    care = ArrayField(models.CharField(max_length=12), default=list, help_text="Kinds of care; none is all.")
    youngest = models.SmallIntegerField(default=0, help_text="Youngest age of the child or young person.")
    oldest = models.SmallIntegerField(default=25, help_text="Oldest age of the child or young person.")
    starts_on = models.DateField(null=True, help_text="The first day on which it is given.")
    ends_on = models.DateField(null=True, help_text="The last day on which it is given.")
    decided = models.CharField(max_length=300, help_text="Where it was decided: which paper, which meeting.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(oldest__gte=F("youngest"), youngest__gte=0), name="offer_promise_ages_in_order"
            ),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="offer_promise_ends_after_it_starts",
            ),
        ]


@tracked()
class OfferAsking(Record):
    """A time when people were asked about an offer: who, how, what they said, what was done. It names nobody."""

    kind = models.CharField(max_length=12, choices=OfferKind.choices, help_text="Which offer.")
    group = models.CharField(max_length=10, choices=Asked.choices, help_text="Who was asked.")
    way = models.CharField(max_length=200, help_text="How: a meeting, letters, a survey.")
    on = models.DateField(help_text="The day, or the last day.")
    people = models.SmallIntegerField(help_text="How many answered.")
    said = models.CharField(max_length=4000, help_text="What they said.")
    did = models.CharField(
        max_length=4000, blank=True, help_text="What was done about it, or why it was not."
    )
    version = models.SmallIntegerField(
        null=True, help_text="The version that was published with it; empty until then."
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(people__gte=0), name="offer_asking_counts_people"),
            models.CheckConstraint(
                condition=Q(version=None) | ~Q(did=""), name="offer_asking_published_with_an_answer"
            ),
        ]


class OfferVersion(models.Model):
    """A version as everybody reads it. Never changed, never taken away: the next one takes its place on its day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=12, choices=OfferKind.choices, help_text="Which offer.")
    number = models.SmallIntegerField(help_text="From 1 on.")
    starts_on = models.DateField(help_text="The first day on which it holds.")
    published_at = models.DateTimeField(help_text="When it was published (UTC).")
    document = models.JSONField(help_text="All of it, in the shape of kith.offer.offers.published.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "number"], name="offer_version_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="offer_version_from_one"),
        ]
