"""The one plan: its lines, what is said of them, what was agreed, and what was shared with partners."""

from kith.plan.models.agreed import PlanReview, PlanVersion
from kith.plan.models.awaited import Awaited
from kith.plan.models.fact import PlanFact, PlanHappened
from kith.plan.models.lines import OURS, Change, DoesIt, Goal, PlanLine, Step, Strength
from kith.plan.models.plan import Basis, Part, Plan, PlanBasis, PlanPerson
from kith.plan.models.said import Answer, How, PlanShare, Progress, Side

__all__ = [
    "OURS",
    "Answer",
    "Awaited",
    "Basis",
    "Change",
    "DoesIt",
    "Goal",
    "How",
    "Part",
    "Plan",
    "PlanBasis",
    "PlanFact",
    "PlanHappened",
    "PlanLine",
    "PlanPerson",
    "PlanReview",
    "PlanShare",
    "PlanVersion",
    "Progress",
    "Side",
    "Step",
    "Strength",
]
