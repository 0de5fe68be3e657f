"""Kinship: who could care and what came of it, who does, what they were told, and what they are paid."""

from kith.kinship.models.approval import ApprovalEnd, ApprovalExtension, ExtensionKind, TemporaryApproval
from kith.kinship.models.assessing import (
    AssessedAdult,
    AssessmentOutcome,
    FullAssessment,
    OwnAnswer,
    Route,
    Said,
)
from kith.kinship.models.award import Award, AwardEnd, NoticeAnswer, ReductionNotice
from kith.kinship.models.caring import Caring, CaringKind, CheckIn, MayDecide
from kith.kinship.models.exploration import (
    Challenge,
    Exploration,
    Explored,
    MayAsk,
    NeverBecause,
    Outcome,
    WhyNot,
)
from kith.kinship.models.fact import KinFact, KinHappened
from kith.kinship.models.gathering import Gathering, GatheringAsk, GatheringKind, PlaceAnswer
from kith.kinship.models.guardianship import GuardianshipNotice, SupportReview
from kith.kinship.models.looking import (
    AdultCheck,
    CheckKind,
    CheckResult,
    FirstLook,
    LookAdult,
    LookChallenge,
    LookOutcome,
    LookReason,
    ToldReason,
)
from kith.kinship.models.support import (
    NeedToKnow,
    Request,
    RequestAnswer,
    RequestKind,
    SupportLine,
    SupportNeed,
)

__all__ = [
    "AdultCheck",
    "ApprovalEnd",
    "ApprovalExtension",
    "AssessedAdult",
    "AssessmentOutcome",
    "Award",
    "AwardEnd",
    "Caring",
    "CaringKind",
    "Challenge",
    "CheckIn",
    "CheckKind",
    "CheckResult",
    "Exploration",
    "Explored",
    "ExtensionKind",
    "FirstLook",
    "FullAssessment",
    "Gathering",
    "GatheringAsk",
    "GatheringKind",
    "GuardianshipNotice",
    "KinFact",
    "KinHappened",
    "LookAdult",
    "LookChallenge",
    "LookOutcome",
    "LookReason",
    "MayAsk",
    "MayDecide",
    "NeedToKnow",
    "NeverBecause",
    "NoticeAnswer",
    "Outcome",
    "OwnAnswer",
    "PlaceAnswer",
    "ReductionNotice",
    "Request",
    "RequestAnswer",
    "RequestKind",
    "Route",
    "Said",
    "SupportLine",
    "SupportNeed",
    "SupportReview",
    "TemporaryApproval",
    "ToldReason",
    "WhyNot",
]  # fmt: skip
