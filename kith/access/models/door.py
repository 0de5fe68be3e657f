"""The family door: whose account is whose, what was released to whom, and what is not yet told."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateTimeRangeField
from django.db import models
from django.db.models import F, Func, Q

from kith.access.models.account import Account
from kith.core.models_base import Record, tracked
from kith.core.ranges import RangeOperators, not_empty
from kith.people.models import Person

# The same range, in words that no query asks in. PostgreSQL takes it that next to no door is open now, and went through
# this index from end to end to find one account's.
_DURING = Func(
    F("during"), template="(%(expressions)s * '(,)'::tstzrange)", output_field=DateTimeRangeField()
)


class Capacity(models.TextChoices):
    SELF = "self", "is this person"
    PARENT = "parent", "is this child's parent"
    CARER = "carer", "cares for this child"
    KNOWS = "knows", "knows this person"


@tracked()
class DoorAccess(Record):
    """A family account, and a person whose name it may read. What else it reads is released by name."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="door")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="door")
    capacity = models.CharField(max_length=6, choices=Capacity.choices)
    during = DateTimeRangeField(help_text="When the account may come in by the door for this person.")

    class Meta:
        verbose_name_plural = "door access"
        constraints = [
            not_empty("during", "door_during_not_empty"),
            models.UniqueConstraint(fields=["account"], condition=Q(capacity="self"), name="door_one_self"),
            ExclusionConstraint(
                name="door_one_account_a_person",
                expressions=[("person", RangeOperators.EQUAL), (_DURING, RangeOperators.OVERLAPS)],
                condition=Q(capacity="self"),
            ),
        ]
        indexes = [models.Index(fields=["person"], name="door_person")]


@tracked()
class NotYetTold(Record):
    """A covert concern. Until it ends, nothing that arises from it reaches any family door."""

    persons = ArrayField(models.UUIDField(), help_text="The children and adults whom the concern is about.")
    reason = models.CharField(max_length=300, help_text="Why telling would not be safe now.")
    since = models.DateTimeField(help_text="When the concern began (UTC).")
    ended_at = models.DateTimeField(null=True, help_text="When the family was told, or a senior lifted it.")
    ended_by = models.UUIDField(null=True, help_text="The account that ended it.")
    who_was_told_what = models.TextField(blank=True, help_text="Who was told what, and when.")

    class Meta:
        verbose_name_plural = "not yet told"
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="not_yet_told_ended_by_and_at",
            )
        ]


class ReleasedKind(models.TextChoices):
    EVENT = "event", "something on the story"
    PASSAGE = "passage", "a passage"
    INVOLVEMENT = "involvement", "who works with us"
    DOCUMENT = "document", "a document"
    DUTY = "duty", "what is due"
    PLAN = "plan", "a part of the plan"
    MEETING = "meeting", "a family meeting"
    LETTER = "letter", "a letter"
    HELP = "help", "what became of asking for help"
    KINSHIP = "kinship", "care by family and friends"
    TIME = "time", "time together"
    CARE = "care", "being looked after"
    HOME = "home", "a home that is thought of"


@tracked()
class Release(Record):
    """One item, released by one worker to one named person, who was or was not prepared for it."""

    reader = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="released_to")
    kind = models.CharField(max_length=12, choices=ReleasedKind.choices)
    item = models.UUIDField(help_text="Id of the item.")
    prepared = models.BooleanField(help_text="That the reader is prepared for it; nothing stands without.")
    how_prepared = models.CharField(max_length=300, blank=True, help_text="How.")
    released_at = models.DateTimeField(help_text="When (UTC).")
    withdrawn_at = models.DateTimeField(null=True, help_text="When it was taken back, if it was.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item", "reader"], condition=Q(withdrawn_at__isnull=True), name="release_once"
            ),
            # Nothing is released before a worker has said that the reader is prepared for it.
            models.CheckConstraint(
                condition=Q(prepared=True) | Q(withdrawn_at__isnull=False), name="release_prepared"
            ),
        ]
        indexes = [models.Index(fields=["reader"], name="release_reader")]
