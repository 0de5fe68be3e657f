"""Bonds: brothers and sisters, time with those one loves, Lifelong Links, going home."""

from kith.bonds.models.fact import BondFact, BondKind
from kith.bonds.models.siblings import (
    ApartBecause,
    LookedAfterElsewhere,
    Reunite,
    SiblingNights,
    WhyApart,
)

__all__ = [
    "ApartBecause",
    "BondFact",
    "BondKind",
    "LookedAfterElsewhere",
    "Reunite",
    "SiblingNights",
    "WhyApart",
]
