"""The shapes of the demo: frozen facts, with no framework in them. A loader turns them into the record."""

from __future__ import annotations

from kith.demo.shapes.bundle import DemoContradiction, DemoFamily
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
    DemoConference,
    DemoNeedPlan,
    DemoProtectionPlan,
    DemoReferral,
    DemoSection47,
)
from kith.demo.shapes.people import (
    DemoAddress,
    DemoContactPoint,
    DemoIdentifier,
    DemoName,
    DemoPerson,
    DemoRelationship,
    DemoResidence,
)
from kith.demo.shapes.story import DemoEvent, DemoInvolvement, DemoPassage, DemoWorker

__all__ = [
    "DemoAddress",
    "DemoAdoption",
    "DemoAssessment",
    "DemoCareLeaverYear",
    "DemoConference",
    "DemoContactPoint",
    "DemoContradiction",
    "DemoEpisode",
    "DemoEvent",
    "DemoFamily",
    "DemoHealthYear",
    "DemoIdentifier",
    "DemoInvolvement",
    "DemoKinCare",
    "DemoLegalStatus",
    "DemoMissing",
    "DemoName",
    "DemoNeedPlan",
    "DemoPassage",
    "DemoPerson",
    "DemoPreviousPermanence",
    "DemoProtectionPlan",
    "DemoReferral",
    "DemoRelationship",
    "DemoResidence",
    "DemoReview",
    "DemoSection47",
    "DemoUnaccompanied",
    "DemoWorker",
]
