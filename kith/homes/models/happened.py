"""What happened in a foster home that has to be notified, and that it was.

Source: Fostering Services (England) Regulations 2011 reg 36 and Schedule 7; what happened stands in the child's
record, and not here.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kith.core.models_base import Record, tracked
from kith.homes.models.home import Home
from kith.people.models import Person


class Happening(models.TextChoices):
    """The events of Schedule 7, in our words."""

    DIED = "died", "a child who lived there died"
    ILL = "ill", "a child was seriously ill, or had a serious accident"
    INFECTION = "infection", "an illness that spreads and that a doctor thinks serious"
    EXPLOITED = "exploited", "a child is, or may be, sexually exploited"
    OFFENCE = "offence", "a child is said to have done a serious crime"
    POLICE = "police", "the police were called because of something serious with a child"
    RAN_AWAY = "ran_away", "a child ran away"
    COMPLAINT = "complaint", "a serious complaint about the carers"
    ENQUIRY = "enquiry", "a child protection enquiry about a child there began, or came to its end"
    BARRED = "barred", "somebody of the service was named to the barring service"


class Notified(models.TextChoices):
    """Whom Schedule 7 names, by the event."""

    OFSTED = "ofsted", "Ofsted"
    PLACING = "placing", "the council that looks after the child"
    AREA = "area", "the council of the area where the home is"
    POLICE = "police", "the police"
    STATE = "state", "the Secretary of State"
    HEALTH = "health", "the health board of the area"


@tracked()
class Happened(Record):
    """An event of a foster home that has to be notified. `told_on`: when all of them who must be told were."""

    home = models.ForeignKey(Home, on_delete=models.PROTECT, related_name="happened")
    child = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="The child whom it concerns; blank where it concerns the carers or the home.",
    )
    what = models.CharField(max_length=9, choices=Happening.choices)
    on = models.DateField(help_text="The day on which we came to know of it.")
    told_on = models.DateField(null=True, help_text="The day on which it was notified.")
    told = ArrayField(
        models.CharField(max_length=7, choices=Notified.choices),
        default=list,
        blank=True,
        help_text="Who was told.",
    )

    class Meta:
        verbose_name_plural = "happened"
        constraints = [
            models.CheckConstraint(
                condition=Q(told_on__isnull=True, told=[]) | Q(told_on__isnull=False) & ~Q(told=[]),
                name="happened_told_whom",
            ),
            models.CheckConstraint(
                condition=Q(told_on__isnull=True) | Q(told_on__gte=F("on")), name="happened_told_after"
            ),
        ]
        indexes = [models.Index(fields=["home", "-on"], name="happened_of_home")]
