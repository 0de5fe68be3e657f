"""The family's own decisions: offers, meetings, the network, what prepares them, and the family's plan."""

from kith.decisions.models.family_plan import AuthorityAnswer, FamilyPlan, FamilyPlanLine, Monitor
from kith.decisions.models.meeting import FamilyMeeting, Feedback, ReviewMeeting, RiskTold, Stage
from kith.decisions.models.network import (
    Invitation,
    InvitationAnswer,
    NetworkPerson,
    NeverReason,
    Prepared,
    PrivateCheck,
)
from kith.decisions.models.offer import Exemption, MeetingFact, MeetingOffer, MeetingPerson, OfferAnswer

__all__ = [
    "AuthorityAnswer",
    "Exemption",
    "FamilyMeeting",
    "FamilyPlan",
    "FamilyPlanLine",
    "Feedback",
    "Invitation",
    "InvitationAnswer",
    "MeetingFact",
    "MeetingOffer",
    "MeetingPerson",
    "Monitor",
    "NetworkPerson",
    "NeverReason",
    "OfferAnswer",
    "Prepared",
    "PrivateCheck",
    "ReviewMeeting",
    "RiskTold",
    "Stage",
]
