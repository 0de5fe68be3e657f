"""Help: asking for it, what was decided, Family Help and what goes with it; referrals and assessments of the census."""

from kith.help.models.asker_told import AskerTold
from kith.help.models.assessment import Assessment, AssessmentFactor
from kith.help.models.decision import ThresholdDecision, Tier
from kith.help.models.fact import HelpFact, HelpHappened
from kith.help.models.family_assessment import AssessmentAnswer, FamilyAssessment
from kith.help.models.family_help import Basis, FamilyHelp, LeadChange, StatutoryBasis, WhyEnded
from kith.help.models.holder import RequestHolder
from kith.help.models.plan import ChildInNeedPlan
from kith.help.models.referral import Referral
from kith.help.models.request import HelpRequest, How, RequestPerson, SafeTo, Told
from kith.help.models.support import AdultNeed, HelpOffer, NeedKind, OfferAnswer, OfferWhy, Pot, PracticalHelp

__all__ = [
    "AdultNeed",
    "AskerTold",
    "Assessment",
    "AssessmentAnswer",
    "AssessmentFactor",
    "Basis",
    "ChildInNeedPlan",
    "FamilyAssessment",
    "FamilyHelp",
    "HelpFact",
    "HelpHappened",
    "HelpOffer",
    "HelpRequest",
    "How",
    "LeadChange",
    "NeedKind",
    "OfferAnswer",
    "OfferWhy",
    "Pot",
    "PracticalHelp",
    "Referral",
    "RequestHolder",
    "RequestPerson",
    "SafeTo",
    "StatutoryBasis",
    "ThresholdDecision",
    "Tier",
    "Told",
    "WhyEnded",
]
