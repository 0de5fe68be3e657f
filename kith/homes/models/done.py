"""What was done on the road of foster carers and after it, each on a day; and dated facts for the law."""

from __future__ import annotations

from django.contrib.postgres.indexes import HashIndex
from django.db import models
from django.db.models import Q

from kith.core.models_base import Record, tracked
from kith.homes.models.carers import Enquiry
from kith.homes.models.home import Home
from kith.people.models import Person


class What(models.TextChoices):
    """Of an enquiry, in the order in which it comes; the last are of a home. Papers, and the end of a record: of both."""

    ANSWERED = "answered", "their question was answered"
    CHECKS_IN = "checks_in", "all that stage one needs came in"
    STAGE_ONE = "stage_one", "it was decided whether they go on to stage two"
    PANEL_ON = "panel_on", "the day of the panel"
    PAPERS = "papers", "the papers for the panel were sent"
    MINUTES = "minutes", "the final minutes of the panel came in"
    DECIDED = "decided", "the decision maker decided"
    TOLD = "told", "they were told by word of mouth"
    WRITTEN = "written", "they were told in writing"
    REFUSAL = "refusal", "they were told in writing that it is likely to be no"
    ANSWER = "answer", "they answered that, or asked for an independent review"
    PAPERS_ASKED = "irm_asked", "we were told that they asked for an independent review"
    PAPERS_SENT = "irm_papers", "the papers for the independent review were sent"
    UNANNOUNCED = "unannounced", "a visit without warning"
    STANDARDS = "standards", "they met the training standards"
    DESTROYED = "destroyed", "the record of their fostering was destroyed"


OF_HOME = frozenset({What.UNANNOUNCED.value, What.STANDARDS.value})
OF_BOTH = frozenset({What.PAPERS_ASKED.value, What.PAPERS_SENT.value, What.DESTROYED.value})
"""Whoever is refused on the way, and carers whose approval is ended or changed, may ask for an independent review. The
record of both is kept for a time."""
APPLICANT_STOPPED = "foster_applicant_stopped"
LAW = {
    "answered": "foster_enquiry_answered", "checks_in": "foster_checks_in", "stage_one": "foster_stage_one_decided",
    "panel_on": "foster_panel_planned", "papers": "foster_panel_papers_sent", "minutes": "foster_panel_minutes",
    "decided": "foster_decision", "told": "foster_applicant_told", "written": "foster_applicant_written_to",
    "refusal": "foster_refusal_notice", "answer": "foster_representations",
    "irm_asked": "foster_review_papers_asked_for", "irm_papers": "foster_review_papers_sent",
    "unannounced": "foster_unannounced_visit", "standards": "foster_training_standards_met",
    "destroyed": "foster_record_destroyed",
}  # fmt: skip
"""The kind of fact that the law knows each by."""
STAGES = {
    "enquiry": "foster_enquiry", "applied": "foster_application", "panel": "foster_panel_recommended",
}  # fmt: skip
"""The same of a stage that was come to."""


@tracked()
class Done(Record):
    """Something was done for would-be carers, or for those who foster, on a day."""

    enquiry = models.ForeignKey(Enquiry, on_delete=models.PROTECT, null=True, related_name="done")
    home = models.ForeignKey(Home, on_delete=models.PROTECT, null=True, related_name="done")
    what = models.CharField(max_length=11, choices=What.choices)
    on = models.DateField(help_text="The day.")
    words = models.CharField(max_length=500, blank=True, help_text="What there is to say of it.")

    class Meta:
        verbose_name_plural = "done"
        constraints = [
            models.CheckConstraint(
                condition=Q(enquiry__isnull=True, home__isnull=False)
                | Q(enquiry__isnull=False, home__isnull=True),
                name="done_of_one",
            ),
            models.UniqueConstraint(fields=["enquiry", "what"], name="done_once_on_the_way"),
            models.UniqueConstraint(fields=["home", "what", "on"], name="done_once_a_day"),
        ]


@tracked()
class HomeFact(Record):
    """One fact about one person, a child or a carer; nobody writes it by hand. `matter`: what it belongs to."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, db_index=False, related_name="home_facts")
    of = models.UUIDField(help_text="The home or the search that it is worked out from.")
    matter = models.UUIDField(
        help_text="What it belongs to: the search, the enquiry, the review, the notice."
    )
    kind = models.CharField(max_length=40, help_text="The kind of fact, as the law names it.")
    happened_on = models.DateField(help_text="The day on which it happened or began.")
    until = models.DateField(null=True, help_text="The day on which it ended, of what lasts.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["matter", "person", "kind", "happened_on"], name="home_fact_once")
        ]
        indexes = [
            HashIndex(fields=["person"], name="home_fact_by_person"),
            models.Index(fields=["of"], name="home_fact_of"),
        ]
