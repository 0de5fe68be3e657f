"""Help for children in need: referrals, assessments with what they found, and plans."""

from kith.help.models.assessment import Assessment, AssessmentFactor
from kith.help.models.plan import ChildInNeedPlan
from kith.help.models.referral import Referral

__all__ = ["Assessment", "AssessmentFactor", "ChildInNeedPlan", "Referral"]
