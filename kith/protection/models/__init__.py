"""Protection: enquiries, conferences, child protection plans with their reviews, and what is done before court."""

from kith.protection.models.application import MeetingStood, OrderApplication, OrderKind
from kith.protection.models.enquiry import EnquiryOutcome, Section47
from kith.protection.models.plan import ChildProtectionPlan, ProtectionPlanReview
from kith.protection.models.pre_proceedings import PreProceedings, PreProceedingsMeeting

__all__ = [
    "ChildProtectionPlan",
    "EnquiryOutcome",
    "MeetingStood",
    "OrderApplication",
    "OrderKind",
    "PreProceedings",
    "PreProceedingsMeeting",
    "ProtectionPlanReview",
    "Section47",
]
