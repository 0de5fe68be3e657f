"""By what law a child is looked after, and who agreed to it. Several may stand at once, as the law lets them."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from kith.care.models.kinds import LegalKind
from kith.core.models_base import Record, tracked
from kith.core.ranges import DateRangeField, not_empty
from kith.people.models import Person

DURING_IS_ITS_DAYS = Q(during__isnull=True, ended_on__isnull=False, ended_on=F("began_on")) | Q(
    during__isnull=False, during__startswith=F("began_on")
)


@tracked()
class LegalBasis(Record):
    """One order, emergency power, remand or agreement, from the day it began up to the day it ended.

    They may overlap. The one status that the return reports for a night is derived from them (docs/adr/0206).
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="legal_bases")
    kind = models.CharField(max_length=2, choices=LegalKind.choices, help_text="By what law (LS).")
    began_on = models.DateField(help_text="The first day on which it stood.")
    ended_on = models.DateField(
        null=True,
        blank=True,
        help_text="The day on which it ended: no night of its own; blank while it stands.",
    )
    during = DateRangeField(null=True, blank=True, help_text="Its nights; blank if it held none.")
    ends_by = models.DateField(
        null=True, blank=True, help_text="The day by which the law or the court lets it run out, if it does."
    )
    court = models.CharField(max_length=120, blank=True, help_text="Which court made it, if one did.")
    order_number = models.CharField(max_length=40, blank=True, help_text="The court’s own number.")
    why_ended = models.CharField(max_length=300, blank=True, help_text="Why it ended.")

    class Meta:
        verbose_name_plural = "legal bases"
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on")),
                name="legal_basis_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(ends_by__isnull=True) | Q(ends_by__gte=F("began_on")),
                name="legal_basis_runs_out_after_it_begins",
            ),
            not_empty("during", "legal_basis_during_not_empty"),
            models.CheckConstraint(condition=DURING_IS_ITS_DAYS, name="legal_basis_during_is_its_days"),
        ]
        indexes = [models.Index(fields=["person", "-began_on"], name="legal_basis_of")]


class AgreedAs(models.TextChoices):
    PARENT = "parent", "a parent with parental responsibility"
    OTHER = "other", "somebody else with parental responsibility"
    YOUNG_PERSON = "self", "the young person, aged 16 or 17"


@tracked()
class Agreement(Record):
    """What one person says to a child being looked after by agreement: yes, no, and a yes taken back.

    Source: Children Act 1989 s20(7)-(11); Williams v Hackney [2018] UKSC 37.
    """

    basis = models.ForeignKey(LegalBasis, on_delete=models.PROTECT, related_name="agreements")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="care_agreements")
    whose = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        help_text="Whose agreement it is, where they are in the record.",
    )  # fmt: skip
    name = models.CharField(max_length=120, help_text="Whose agreement it is, by name.")
    given_as = models.CharField(max_length=6, choices=AgreedAs.choices, help_text="By what right they agree.")
    agrees = models.BooleanField(help_text="Whether they said yes.")
    on = models.DateField(help_text="The day on which they said so.")
    explained = models.CharField(
        max_length=500, help_text="How it was explained, and in which language or with which help."
    )
    capacity = models.BooleanField(
        help_text="Whether they could understand and decide that day; no yes counts where they could not."
    )
    may_end_it = models.BooleanField(
        help_text="Whether they were told that they may take the child home at any time."
    )
    in_writing = models.BooleanField(help_text="Whether it was written down and signed.")
    words = models.CharField(max_length=1000, blank=True, help_text="What they said, in their words.")
    taken_back_on = models.DateField(null=True, blank=True, help_text="The day on which they took it back.")
    taken_back_words = models.CharField(
        max_length=1000, blank=True, help_text="What they said then, in their words."
    )
    looked_at_on = models.DateField(
        null=True, blank=True, help_text="The day on which it was last looked at again with them."
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(taken_back_on__isnull=True) | Q(agrees=True, taken_back_on__gte=F("on")),
                name="agreement_taken_back_after",
            )
        ]
        indexes = [
            models.Index(fields=["person"], name="agreement_about"),
            models.Index(fields=["basis"], name="agreement_to"),
        ]
