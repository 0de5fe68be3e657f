"""Who could come: as the child and the family name them, who may be asked, and what keeps each of them safe.

All of it is the coordinator's. Workers read who may be asked; nobody else reads what prepares a person.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from kith.core.models_base import Record, tracked
from kith.decisions.models.meeting import FamilyMeeting
from kith.marked import marked
from kith.people.models import Person


class NetworkPart(models.TextChoices):
    CHILD = "child", "a child of the family"
    HARMED = "harmed", "an adult who has been hurt by somebody in the network"
    OTHER = "other", "somebody else who matters"


class MayAsk(models.TextChoices):
    NOT_YET = "not_yet", "not talked about yet"
    MAY = "may", "may be asked"
    ONLY_IF = "only_if", "only if somebody agrees"
    NEVER = "never", "never"


class Orders(models.TextChoices):
    """Whether a court order or bail stands in the way of asking this person."""

    NOT_CHECKED = "not_checked", "not checked yet"
    NONE = "none", "checked: nothing stands in the way"
    SOME = "some", "checked: there is an order or bail"


@tracked()
class NetworkPerson(Record):
    """Somebody who matters, by the name that the family uses. They need not be in any record."""

    meeting = models.ForeignKey(FamilyMeeting, on_delete=models.PROTECT, related_name="network")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=120, help_text="As the family calls them.")
    tie = models.CharField(
        max_length=80, blank=True, help_text="Who they are to the child, in the child's words."
    )
    named_by = models.CharField(max_length=120, blank=True, help_text="Who named them.")
    part = models.CharField(max_length=6, choices=NetworkPart.choices, default="other")
    may_ask = models.CharField(max_length=7, choices=MayAsk.choices, default="not_yet")
    agreed_with = models.CharField(
        max_length=200, blank=True, help_text="With whom that was settled: the child, the safe parent."
    )
    only_if = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="+", help_text="Who has to agree first."
    )
    only_if_agreed_on = models.DateField(null=True, help_text="The day on which they agreed.")
    orders = models.CharField(max_length=11, choices=Orders.choices, default="not_checked")
    orders_checked_with = models.CharField(
        max_length=200, blank=True, help_text="With whom court orders and bail were checked."
    )
    orders_allow = models.CharField(
        max_length=300, blank=True, help_text="If there is one: what it still allows them."
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(may_ask="only_if") | Q(only_if__isnull=False), name="only_if_whom"
            )
        ]
        indexes = [models.Index(fields=["meeting"], name="network_meeting")]


@tracked()
class NeverReason(Record):
    """One reason why somebody is never to be asked: none is changed. The coordinator and a manager read it."""

    network = models.ForeignKey(NetworkPerson, on_delete=models.PROTECT, related_name="never_because")
    reason = models.CharField(max_length=1000, help_text="In the words of whoever said it, if they wish.")


class SafeHow(models.TextChoices):
    TOGETHER = "together", "with the others"
    SEPARATE = "separate", "a meeting of their own, on another day or in another place"
    SHUTTLE = "shuttle", "apart: the coordinator goes between them"
    NOT_THERE = "not_there", "not there: their words are brought"


APART = frozenset({SafeHow.SEPARATE, SafeHow.SHUTTLE, SafeHow.NOT_THERE})


class Advocate(models.TextChoices):
    NOT_OFFERED = "not_offered", "not offered yet"
    OFFERED = "offered", "offered"
    ACCEPTED = "accepted", "yes"
    DECLINED = "declined", "no"


@tracked()
class Prepared(Record):
    """How one person was made ready. The coordinator alone reads it: no worker, no manager, no family."""

    network = models.OneToOneField(NetworkPerson, on_delete=models.PROTECT, related_name="prepared")
    prepared_on = models.DateField(null=True, help_text="When they were made ready; blank while it goes on.")
    notes = models.TextField(blank=True, help_text="What they said while getting ready.")
    safe_how = models.CharField(max_length=9, choices=SafeHow.choices, default="together")
    travel = models.CharField(max_length=200, blank=True, help_text="How they get there and home.")
    language = models.CharField(max_length=80, blank=True, help_text="Language, and who interprets.")
    needs = models.CharField(max_length=300, blank=True, help_text="What they need to take part.")
    advocate = models.CharField(max_length=11, choices=Advocate.choices, default="not_offered")

    class Meta:
        verbose_name_plural = "prepared"


class CheckWhen(models.TextChoices):
    BEFORE = "before", "before"
    AFTER = "after", "after"


class CouldSay(models.TextChoices):
    YES = "yes", "yes"
    PARTLY = "partly", "partly"
    NO = "no", "no"


@tracked()
class PrivateCheck(Record):
    """Asked alone: could you say what you wanted? Whoever takes their agreement back does so unseen."""

    network = models.ForeignKey(NetworkPerson, on_delete=models.PROTECT, related_name="private_checks")
    when = models.CharField(max_length=6, choices=CheckWhen.choices)
    asked_on = models.DateField(help_text="The day on which they were asked, alone.")
    could_say = models.CharField(max_length=6, choices=CouldSay.choices)
    withdrawn = models.BooleanField(default=False, help_text="Whether they take back that they agreed.")
    words = models.CharField(max_length=1000, blank=True, help_text="What they said.")


class InvitationWay(models.TextChoices):
    LETTER = "letter", "a letter"
    TEXT = "text", "a text"
    EMAIL = "email", "an email"
    IN_PERSON = "in_person", "said in person"
    PAGE = "page", "on their page"


@tracked()
class Invitation(Record):
    """What one person was told of the meeting: their own time and place, and nobody else's. Never changed."""

    network = models.ForeignKey(NetworkPerson, on_delete=models.PROTECT, related_name="invitations")
    way = models.CharField(max_length=9, choices=InvitationWay.choices)
    language = models.CharField(max_length=80, blank=True, help_text="The language it was given in.")
    come_at = models.DateTimeField(help_text="When this person is to come (UTC).")
    place = models.CharField(max_length=200, blank=True, help_text="Where this person is to come to.")
    words = models.CharField(max_length=600, blank=True, help_text="What the coordinator adds for them.")
    sent_on = models.DateField(help_text="The day on which it was sent or said.")

    class Meta:
        indexes = [models.Index(fields=["network"], name="invitation_network")]


class Coming(models.TextChoices):
    YES = "yes", marked("I will come")
    NO = "no", marked("I will not come")
    UNSURE = "unsure", marked("I do not know yet")


@tracked()
class InvitationAnswer(Record):
    """What somebody answered to their invitation. Nobody of the family sees another's; the last one holds."""

    invitation = models.ForeignKey(Invitation, on_delete=models.PROTECT, related_name="answers")
    answer = models.CharField(max_length=6, choices=Coming.choices, blank=True)
    answered_on = models.DateField(help_text="The day of the answer.")
    say_before = models.CharField(max_length=1000, blank=True, help_text="What they want said before.")
    asks_for = models.CharField(max_length=300, blank=True, help_text="Whom they would like to be there.")

    class Meta:
        indexes = [models.Index(fields=["invitation"], name="invitation_answer_of")]
