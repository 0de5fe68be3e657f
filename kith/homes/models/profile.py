"""What may be known, by those who look through homes, of a child who waits for one."""

from __future__ import annotations

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kith.core.models_base import Record, tracked
from kith.homes.models.home import codes


@tracked()
class Profile(Record):
    """What may be known of a child who waits for a home by those who look through homes: no name, nothing that tells one.

    What is reckoned with and never shown (birthday, whole kilometres) stands here too, so that many children can be
    thought of at once without opening any record.
    """

    reference = models.CharField(max_length=12, unique=True, help_text="What the child is called here.")
    together = models.UUIDField(
        default=uuid4, help_text="The same for brothers and sisters who look for one home together."
    )
    born_on = models.DateField(help_text="Reckoned with for ages. Never shown.")
    sex = models.CharField(max_length=1, blank=True, help_text="F, M or blank.")
    unaccompanied = models.BooleanField(
        default=False, help_text="Whether they came alone from another country."
    )
    trauma = models.BooleanField(default=False, help_text="Whether they carry complex trauma.")
    strengths = models.CharField(
        max_length=1000,
        help_text="Who they are, strengths first, written with the child. No names, no places.",
    )
    skills = codes("What a home must be good at for this child.")
    languages = codes("Languages that feel like home.")
    faiths = codes("Faith, if it matters to them.")
    cultures = codes("Heritage, if it matters to them.")
    likes = codes("Who and what the child would like to live with.")
    avoids = codes("Who and what the child, or their safety, asks to keep away from.")
    parents_like = codes("What the parents wish for, of the same list as what the child does.")
    home_east = models.IntegerField(null=True, help_text="Kilometres east of where home was. Never shown.")
    home_north = models.IntegerField(null=True, help_text="Kilometres north, as east. Never shown.")
    school_east = models.IntegerField(null=True, help_text="Kilometres east of the school. Never shown.")
    school_north = models.IntegerField(null=True, help_text="Kilometres north, as east. Never shown.")
    loved = ArrayField(
        models.IntegerField(),
        default=list,
        blank=True,
        help_text="East and north, in turn, of people the child loves. Never shown.",
    )
    asked_on = models.DateField(help_text="Since when a home is looked for.")
    by_when = models.DateField(null=True, help_text="The day by which it is needed.")
    found_on = models.DateField(null=True, help_text="The day it was found, or no longer looked for.")

    class Meta:
        indexes = [
            models.Index(fields=["asked_on"], condition=Q(found_on__isnull=True), name="profile_waiting")
        ]
