"""Health and wellbeing of children looked after a year or more (OC2), one row for each collection year."""

from __future__ import annotations

from django.contrib.postgres.indexes import HashIndex
from django.db import models

from kith.core.models_base import Record, tracked
from kith.people.models import Person


@tracked()
class HealthYear(Record):
    """A looked-after child's health in one collection year: SDQ score and checks. Source: SSDA903, OC2."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="health_years")
    collection_year = models.CharField(
        max_length=7, help_text="Year to 31 March it is about, such as 2024-25."
    )
    sdq_score = models.SmallIntegerField(
        null=True, blank=True, help_text="Strengths and difficulties score, 0 to 40 (SDQ_SCORE)."
    )
    sdq_reason = models.CharField(
        max_length=12, blank=True, help_text="Why there is no score (SDQ_REASON), SDQ1 to SDQ5."
    )
    convicted = models.BooleanField(
        null=True, blank=True, help_text="Convicted, or given a final warning, in the year (CONVICTED)."
    )
    health_check = models.BooleanField(
        null=True, blank=True, help_text="Under five: development checks up to date (HEALTH_CHECK)."
    )
    immunisations = models.BooleanField(
        null=True, blank=True, help_text="Immunisations up to date (IMMUNISATIONS)."
    )
    teeth_check = models.BooleanField(
        null=True, blank=True, help_text="Teeth checked by a dentist (TEETH_CHECK)."
    )
    health_assessment = models.BooleanField(
        null=True, blank=True, help_text="Had the yearly health assessment (HEALTH_ASSESSMENT)."
    )
    substance_misuse = models.BooleanField(
        null=True, blank=True, help_text="Found to have a substance misuse problem (SUBSTANCE_MISUSE)."
    )
    intervention_received = models.BooleanField(
        null=True, blank=True, help_text="Got help for it (INTERVENTION_RECEIVED)."
    )
    intervention_offered = models.BooleanField(
        null=True, blank=True, help_text="Was offered help but did not take it up (INTERVENTION_OFFERED)."
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "collection_year"], name="health_year_once"),
        ]
        indexes = [HashIndex(fields=["person"], name="health_year_by_person")]
