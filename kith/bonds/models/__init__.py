"""Bonds: brothers and sisters, time with those one loves, Lifelong Links, going home."""

from kith.bonds.models.fact import BondFact, BondKind
from kith.bonds.models.siblings import (
    ApartBecause,
    LookedAfterElsewhere,
    Reunite,
    SiblingNights,
    WhyApart,
)
from kith.bonds.models.time import (
    Allows,
    AskAnswer,
    Every,
    How,
    LimitKind,
    Meet,
    Stands,
    Tie,
    TimeAsk,
    TimeConsidered,
    TimeLimit,
    TimePlan,
    TimeWith,
    WhyMissed,
)

__all__ = [
    "Allows",
    "ApartBecause",
    "AskAnswer",
    "BondFact",
    "BondKind",
    "Every",
    "How",
    "LimitKind",
    "LookedAfterElsewhere",
    "Meet",
    "Reunite",
    "SiblingNights",
    "Stands",
    "Tie",
    "TimeAsk",
    "TimeConsidered",
    "TimeLimit",
    "TimePlan",
    "TimeWith",
    "WhyApart",
    "WhyMissed",
]
