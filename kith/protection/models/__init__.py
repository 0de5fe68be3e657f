"""Protection: enquiries, conferences, child protection plans with their reviews, pre-proceedings."""

from kith.protection.models.enquiry import Section47
from kith.protection.models.plan import ChildProtectionPlan, ProtectionPlanReview
from kith.protection.models.pre_proceedings import PreProceedings

__all__ = ["ChildProtectionPlan", "PreProceedings", "ProtectionPlanReview", "Section47"]
