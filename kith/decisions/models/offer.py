"""The offer of a family meeting: to whom, how it was explained, what each answered, and when none was made."""

from __future__ import annotations

from django.contrib.postgres.indexes import HashIndex
from django.db import models
from django.db.models import F, Q

from kith.access.models import Account, NotYetTold
from kith.core.models_base import Record, tracked
from kith.marked import marked
from kith.people.models import Family, Person


class MeetingKind(models.TextChoices):
    """Told apart, for only the first is what the evidence is about."""

    CONFERENCE = "conference", marked("family group conference")
    NETWORK = "network", marked("family network meeting")
    OTHER = "other", marked("another meeting with the family")


class OfferStage(models.TextChoices):
    EARLY = "early", "early, in Family Help"
    IN_NEED = "in_need", "while the child is in need (section 17)"
    PROTECTION = "protection", "while there is a child protection plan"
    BEFORE_COURT = "before_court", "before proceedings"
    AFTER = "after", "after proceedings began, or later"


@tracked()
class MeetingOffer(Record):
    """One offer of a meeting of the family's own. Never changed: another offer is another row."""

    family = models.ForeignKey(Family, on_delete=models.PROTECT, null=True, related_name="meeting_offers")
    kind = models.CharField(max_length=10, choices=MeetingKind.choices)
    offered_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="meetings_offered")
    offered_on = models.DateField(help_text="The day on which it was offered.")
    how_explained = models.CharField(
        max_length=500, help_text="How it was explained: by whom, in which language, with what to keep."
    )
    in_letter = models.BooleanField(
        default=False, help_text="Whether it stood in the letter before proceedings (s31ZA(6))."
    )
    stage = models.CharField(max_length=12, choices=OfferStage.choices)
    covert = models.ForeignKey(
        NotYetTold, on_delete=models.PROTECT, null=True, help_text="The concern it arises from, until told."
    )

    class Meta:
        indexes = [models.Index(fields=["family"], name="meeting_offer_family")]


class MeetingPart(models.TextChoices):
    CHILD = "child", "a child whom the meeting is about"
    OFFERED = "offered", "somebody to whom it was offered"


@tracked()
class MeetingPerson(Record):
    """Of whom an offer, and the meeting that comes of it, is: the root of who on the staff may read it."""

    offer = models.ForeignKey(MeetingOffer, on_delete=models.PROTECT, related_name="people")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="meetings")
    part = models.CharField(max_length=8, choices=MeetingPart.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["offer", "person"], name="meeting_person_once")]
        indexes = [models.Index(fields=["person"], name="meeting_person_person")]


class OfferAnswered(models.TextChoices):
    ACCEPTED = "accepted", marked("yes")
    DECLINED = "declined", marked("no")
    LATER = "later", marked("not now")


@tracked()
class OfferAnswer(Record):
    """What one person answered, in their words. A change of mind is a row more; the last one holds."""

    offer = models.ForeignKey(MeetingOffer, on_delete=models.PROTECT, related_name="answers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="meeting_answers")
    answer = models.CharField(max_length=8, choices=OfferAnswered.choices)
    answered_on = models.DateField(help_text="The day on which they answered.")
    words = models.CharField(max_length=1000, blank=True, help_text="What they said, in their own words.")

    class Meta:
        indexes = [models.Index(fields=["offer"], name="offer_answer_offer")]


@tracked()
class Exemption(Record):
    """No offer, for a meeting would be against this child's best interests: s31ZA(3) Children Act 1989."""

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, db_index=False, related_name="meeting_exemptions"
    )
    reason = models.CharField(
        max_length=2000, help_text="Why it would be against the child's best interests."
    )
    asked_by = models.ForeignKey(
        Account, on_delete=models.PROTECT, null=True, related_name="+", help_text="The worker who asked."
    )
    authorised_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="meetings_exempted")
    decided_on = models.DateField(help_text="The day on which it was decided.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(asked_by__isnull=True) | ~Q(asked_by=F("authorised_by")),
                name="exemption_takes_two",
            )
        ]
        indexes = [HashIndex(fields=["person"], name="exemption_by_person")]


class Happened(models.TextChoices):
    OFFERED = "offered", "a meeting was offered"
    ACCEPTED = "accepted", "somebody accepted"
    HELD = "held", "the meeting was held"
    PLANNED = "planned", "the family agreed its plan"
    ANSWERED = "answered", "the council answered every part of the plan"
    TO_CHECK = "to_check", "the meeting was held, and they are to be asked alone how it was"
    CHECKED = "checked", "they were asked alone after the meeting"
    OTHERS = "others", "the meeting was held, and whoever of it is in no record is to be asked alone"
    ASKED = "asked", "each of those was asked alone after the meeting"


@tracked()
class MeetingFact(Record):
    """A dated fact about a child, or an adult who was hurt, kept by triggers from other rows: for law and returns."""

    offer = models.ForeignKey(MeetingOffer, on_delete=models.PROTECT, related_name="facts")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="meeting_facts")
    kind = models.CharField(max_length=8, choices=Happened.choices)
    happened_on = models.DateField(help_text="The day on which it happened.")
    in_letter = models.BooleanField(
        default=False, help_text="Of an offer: whether it stood in the letter before proceedings."
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["offer", "person", "kind"], name="meeting_fact_once")]
        indexes = [HashIndex(fields=["person"], name="meeting_fact_by_person")]
