"""A family while it is being made: lists to add to, then frozen into one bundle."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from kith.demo.dice import Dice
from kith.demo.shapes import care
from kith.demo.shapes import help as helping
from kith.demo.shapes import people as persons
from kith.demo.shapes import story as telling
from kith.demo.shapes.asking import DemoRequest
from kith.demo.shapes.bundle import DemoContradiction, DemoFamily
from kith.demo.shapes.lives import DemoLife
from kith.demo.shapes.meeting import DemoMeeting
from kith.demo.shapes.plan import DemoPlan
from kith.demo.workers import Workforce


@dataclass(slots=True)
class Child:
    """A child as the makers see them, beside the frozen person."""

    id: UUID
    place: int
    given: str
    dob: date
    sex: str
    ethnicity: str
    route: str
    need: str = "N1"
    disabilities: tuple[str, ...] = ()
    unaccompanied: bool = False
    born: bool = True


@dataclass(slots=True)
class Draft:
    """Everything of one family, open to be added to."""

    dice: Dice
    index: int
    today: date
    workforce: Workforce
    route: str
    story: str = ""
    name: str = ""
    joining: tuple[telling.DemoWorker, ...] = ()
    eldest_apart: bool = False  # the eldest has another father
    children: list[Child] = field(default_factory=list)
    mother: persons.DemoPerson | None = None
    father: persons.DemoPerson | None = None
    home: persons.DemoAddress | None = None
    people: list[persons.DemoPerson] = field(default_factory=list)
    relationships: list[persons.DemoRelationship] = field(default_factory=list)
    addresses: list[persons.DemoAddress] = field(default_factory=list)
    residences: list[persons.DemoResidence] = field(default_factory=list)
    contacts: list[persons.DemoContactPoint] = field(default_factory=list)
    referrals: list[helping.DemoReferral] = field(default_factory=list)
    assessments: list[helping.DemoAssessment] = field(default_factory=list)
    enquiries: list[helping.DemoSection47] = field(default_factory=list)
    conferences: list[helping.DemoConference] = field(default_factory=list)
    need_plans: list[helping.DemoNeedPlan] = field(default_factory=list)
    protection_plans: list[helping.DemoProtectionPlan] = field(default_factory=list)
    episodes: list[care.DemoEpisode] = field(default_factory=list)
    legal_statuses: list[care.DemoLegalStatus] = field(default_factory=list)
    reviews: list[care.DemoReview] = field(default_factory=list)
    missing: list[care.DemoMissing] = field(default_factory=list)
    health_years: list[care.DemoHealthYear] = field(default_factory=list)
    care_leaver_years: list[care.DemoCareLeaverYear] = field(default_factory=list)
    adoptions: list[care.DemoAdoption] = field(default_factory=list)
    previous_permanence: list[care.DemoPreviousPermanence] = field(default_factory=list)
    unaccompanied: list[care.DemoUnaccompanied] = field(default_factory=list)
    involvements: list[telling.DemoInvolvement] = field(default_factory=list)
    events: list[telling.DemoEvent] = field(default_factory=list)
    contradictions: list[DemoContradiction] = field(default_factory=list)
    before_court: list[helping.DemoBeforeCourt] = field(default_factory=list)
    plans: list[DemoPlan] = field(default_factory=list)
    meetings: list[DemoMeeting] = field(default_factory=list)
    requests: list[DemoRequest] = field(default_factory=list)
    family_help: list[helping.DemoFamilyHelp] = field(default_factory=list)
    lead_role: str = "family_help_lead"  # of which service the lead is
    life: DemoLife = field(default_factory=DemoLife)
    kin_care: list[care.DemoKinCare] = field(default_factory=list)

    def at_home(self) -> persons.DemoAddress:
        """The family home; every family has one before its pathway is made."""
        if self.home is None:
            raise ValueError("make the household before its pathway")
        return self.home

    def freeze(self) -> DemoFamily:
        """The bundle, unchangeable."""
        self.events.sort(key=lambda event: (event.on, event.id))
        return DemoFamily(
            self.dice.new_id(),
            self.index,
            self.name,
            self.story,
            self.route,
            tuple(child.id for child in self.children),
            self.joining,
            tuple(self.people),
            tuple(self.relationships),
            tuple(self.addresses),
            tuple(self.residences),
            tuple(self.contacts),
            tuple(self.referrals),
            tuple(self.assessments),
            tuple(self.enquiries),
            tuple(self.conferences),
            tuple(self.need_plans),
            tuple(self.protection_plans),
            tuple(self.episodes),
            tuple(self.legal_statuses),
            tuple(self.reviews),
            tuple(self.missing),
            tuple(self.health_years),
            tuple(self.care_leaver_years),
            tuple(self.adoptions),
            tuple(self.previous_permanence),
            tuple(self.unaccompanied),
            tuple(self.involvements),
            tuple(self.events),
            tuple(self.contradictions),
            tuple(self.before_court),
            tuple(self.plans),
            tuple(self.meetings),
            tuple(self.requests),
            tuple(self.family_help),
            self.life,
            tuple(self.kin_care),
        )
