"""Exploring family and friends: who was named, what came of each, and what was said against that."""

from kith.kinship.models.exploration import (
    Challenge,
    Exploration,
    Explored,
    MayAsk,
    NeverBecause,
    Outcome,
    WhyNot,
)

__all__ = ["Challenge", "Exploration", "Explored", "MayAsk", "NeverBecause", "Outcome", "WhyNot"]
