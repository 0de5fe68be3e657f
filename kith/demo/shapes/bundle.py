"""A family bundle: everything of one family, ready to be loaded in one go."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from kith.demo.shapes.asking import DemoRequest
from kith.demo.shapes.care import (
    DemoAdoption,
    DemoCareLeaverYear,
    DemoEpisode,
    DemoHealthYear,
    DemoKinCare,
    DemoLegalStatus,
    DemoMissing,
    DemoPreviousPermanence,
    DemoReview,
    DemoUnaccompanied,
)
from kith.demo.shapes.help import (
    DemoAssessment,
    DemoBeforeCourt,
    DemoConference,
    DemoFamilyHelp,
    DemoNeedPlan,
    DemoProtectionPlan,
    DemoReferral,
    DemoSection47,
)
from kith.demo.shapes.lives import DemoLife
from kith.demo.shapes.meeting import DemoMeeting
from kith.demo.shapes.people import (
    DemoAddress,
    DemoContactPoint,
    DemoPerson,
    DemoRelationship,
    DemoResidence,
)
from kith.demo.shapes.plan import DemoPlan
from kith.demo.shapes.story import DemoEvent, DemoInvolvement, DemoWorker


@dataclass(frozen=True, slots=True)
class DemoContradiction:
    """A return row that contradicts the record: to be held for settling, never to be loaded as fact."""

    person: UUID
    table: str
    row: tuple[tuple[str, str], ...]
    reason: str


@dataclass(frozen=True, slots=True)
class DemoFamily:
    """One family. joining: workers to be loaded before it (the first family of each workforce)."""

    id: UUID
    index: int
    name: str
    story: str
    route: str
    children: tuple[UUID, ...]
    joining: tuple[DemoWorker, ...]
    people: tuple[DemoPerson, ...]
    relationships: tuple[DemoRelationship, ...]
    addresses: tuple[DemoAddress, ...]
    residences: tuple[DemoResidence, ...]
    contacts: tuple[DemoContactPoint, ...]
    referrals: tuple[DemoReferral, ...]
    assessments: tuple[DemoAssessment, ...]
    enquiries: tuple[DemoSection47, ...]
    conferences: tuple[DemoConference, ...]
    need_plans: tuple[DemoNeedPlan, ...]
    protection_plans: tuple[DemoProtectionPlan, ...]
    episodes: tuple[DemoEpisode, ...]
    legal_statuses: tuple[DemoLegalStatus, ...]
    reviews: tuple[DemoReview, ...]
    missing: tuple[DemoMissing, ...]
    health_years: tuple[DemoHealthYear, ...]
    care_leaver_years: tuple[DemoCareLeaverYear, ...]
    adoptions: tuple[DemoAdoption, ...]
    previous_permanence: tuple[DemoPreviousPermanence, ...]
    unaccompanied: tuple[DemoUnaccompanied, ...]
    involvements: tuple[DemoInvolvement, ...]
    events: tuple[DemoEvent, ...]
    contradictions: tuple[DemoContradiction, ...]
    before_court: tuple[DemoBeforeCourt, ...] = ()
    plans: tuple[DemoPlan, ...] = ()
    meetings: tuple[DemoMeeting, ...] = ()
    requests: tuple[DemoRequest, ...] = ()
    family_help: tuple[DemoFamilyHelp, ...] = ()
    life: DemoLife = field(default_factory=DemoLife)
    kin_care: tuple[DemoKinCare, ...] = ()
