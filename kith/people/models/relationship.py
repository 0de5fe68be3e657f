"""How people are tied to each other, in the field's kinds and in the child's own words."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.core.ranges import DateRangeField, not_empty
from kith.people.models.person import Person


class RelationshipKind(models.TextChoices):
    """What `other` is to `person`. The inverse of each is in `kith.people.kinship_words`."""

    MOTHER = "mother", "mother"
    FATHER = "father", "father"
    PARENT = "parent", "parent"
    STEP_PARENT = "step_parent", "step-parent"
    ADOPTIVE_PARENT = "adoptive_parent", "adoptive parent"
    CHILD = "child", "child"
    STEP_CHILD = "step_child", "step-child"
    SIBLING = "sibling", "brother or sister"
    HALF_SIBLING = "half_sibling", "half-brother or half-sister"
    STEP_SIBLING = "step_sibling", "step-brother or step-sister"
    TWIN = "twin", "twin"
    GRANDPARENT = "grandparent", "grandparent"
    GRANDCHILD = "grandchild", "grandchild"
    AUNT_UNCLE = "aunt_uncle", "aunt or uncle"
    NIECE_NEPHEW = "niece_nephew", "niece or nephew"
    COUSIN = "cousin", "cousin"
    RELATIVE = "relative", "other relative"
    PARTNER = "partner", "partner"
    SPOUSE = "spouse", "husband, wife or civil partner"
    FORMER_PARTNER = "former_partner", "former partner"
    GODPARENT = "godparent", "godparent"
    CULTURAL_KIN = "cultural_kin", "kin by culture or faith"
    FRIEND = "friend", "friend"
    NEIGHBOUR = "neighbour", "neighbour"
    FOSTER_CARER = "foster_carer", "foster carer"
    FOSTER_CHILD = "foster_child", "child fostered"
    FOSTER_SIBLING = "foster_sibling", "foster brother or sister"
    SPECIAL_GUARDIAN = "special_guardian", "special guardian"
    WARD = "ward", "child under special guardianship"
    MENTOR = "mentor", "mentor, coach or youth worker"
    SCHOOL_FRIEND = "school_friend", "friend from school"
    OTHER = "other", "somebody who matters"


class Closeness(models.IntegerChoices):
    """How close, as the person says it; drawn as rings."""

    VERY_CLOSE = 1, "very close"
    CLOSE = 2, "close"
    KNOWN = 3, "knows"
    DISTANT = 4, "distant or lost touch"


@tracked()
class Relationship(Record):
    """`other` is this to `person`, over a range; the other side is a row of its own."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="relationships")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="relationships_to")
    kind = models.CharField(
        max_length=20, choices=RelationshipKind.choices, help_text="What the other is to the person."
    )
    in_their_words = models.CharField(
        max_length=200,
        blank=True,
        help_text="The tie in the person's own words: 'my nan who isn't my real nan'.",
    )
    closeness = models.SmallIntegerField(
        choices=Closeness.choices, null=True, blank=True, help_text="How close, as the person says."
    )
    lives_together = models.BooleanField(
        null=True, help_text="Whether they share a home; blank where not known."
    )
    parental_responsibility = models.BooleanField(
        null=True,
        help_text="Whether the other holds parental responsibility for the person (Children Act 1989 s3).",
    )
    responsibility_from = models.CharField(
        max_length=120,
        blank=True,
        help_text="Where that responsibility comes from: birth, registration, order.",
    )
    during = DateRangeField(help_text="When the tie held; open-ended where it still does.")

    class Meta:
        constraints = [
            not_empty("during", "relationship_during_not_empty"),
            models.CheckConstraint(condition=~Q(person=F("other")), name="relationship_is_between_two"),
        ]
        indexes = [
            models.Index(fields=["person"], name="relationship_person"),
            models.Index(fields=["other"], name="relationship_other"),
        ]
