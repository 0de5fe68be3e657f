"""The half of the measure that counts referrals, assessments, conferences and plans."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Protocol
from uuid import UUID

from kith.demo.calibration import days_in, weights
from kith.demo.groups import age_band, ethnic_group
from kith.demo.referring import SOURCES
from kith.demo.routes import OPEN_ROUTES
from kith.demo.shapes.bundle import DemoFamily
from kith.demo.shapes.help import DemoReferral
from kith.demo.shapes.people import DemoPerson
from kith.demo.working_days import age_on

SOURCE_GROUP = {code: group for group, table in SOURCES.items() for code in table.values}
YEAR = timedelta(days=365)


class Count(Protocol):
    """One more of a group's key."""

    def __call__(self, group: str, key: str, *, base: bool = True) -> None: ...


def band_of(group: str, days: int) -> str:
    """The band of a group of lengths that holds so many days; the last holds all beyond."""
    for band in weights(group).values:
        if days <= days_in(band)[1]:
            return band
    return weights(group).values[-1]


class NeedCounts:
    """Counts one family's facts of need and protection."""

    def __init__(self, today: date, count: Count) -> None:
        self.today, self.count = today, count

    def add(self, family: DemoFamily) -> None:
        """Count one family."""
        if family.route in OPEN_ROUTES:
            people = {person.id: person for person in family.people}
            for child in family.children:
                self._child(people[child], family)
        for referral in family.referrals:
            if referral.received > self.today - YEAR:
                self._referral(referral, family)
        for assessment in family.assessments:
            if assessment.authorised:
                on_time = assessment.authorised <= assessment.due
                self.count("assessment_in_time", "yes" if on_time else "no")
                for factor in assessment.factors:
                    self.count("factor", factor, base=False)
                self.count("factor", "assessments")
        for conference in family.conferences:
            if conference.kind == "initial":
                self.count("conference_in_time", "yes" if conference.held <= conference.due else "no")
        for plan in family.protection_plans:
            self.count("plan_again", "yes" if plan.earlier else "no")
            self.count("plan_category", plan.initial_category)
            if plan.end is None:
                self.count("plan_duration", band_of("plan_duration", (self.today - plan.start).days))

    def _child(self, person: DemoPerson, family: DemoFamily) -> None:
        if person.dob is None:
            return
        age = age_on(person.dob, self.today)
        band = "unborn" if person.dob > self.today else "16+" if age >= 16 else age_band(age)
        self.count("need_age", band)
        self.count("need_sex", person.sex)
        if ethnic_group(person.ethnicity) != "Unknown":
            self.count("need_ethnicity", ethnic_group(person.ethnicity))
        self.count("disability", "yes" if person.disabilities else "no")
        if person.disabilities:
            for kind in person.disabilities:
                self.count("disability_kind", kind, base=False)
            self.count("disability_kind", "any")
        mine = [one for one in family.referrals if one.person == person.id and one.closed is None]
        if mine:
            self.count("need_code", mine[-1].need)
            self.count("need_duration", band_of("need_duration", (self.today - mine[-1].received).days))

    def _referral(self, referral: DemoReferral, family: DemoFamily) -> None:
        self.count("referral_source", SOURCE_GROUP[referral.source])
        self.count("referral_month", str(referral.received.month))
        earlier = any(before(referral.person, other, referral.received) for other in family.referrals)
        self.count("rereferral", "yes" if earlier else "no")
        self.count(
            "referral_outcome",
            "no further action"
            if referral.no_further_action
            else "assessed, not in need"
            if referral.closure_reason in {"RC8", "RC9"}
            else "help",
        )


def before(person: UUID, other: DemoReferral, received: date) -> bool:
    """Whether another referral of the same person came in the twelve months before."""
    return other.person == person and received - YEAR <= other.received < received
