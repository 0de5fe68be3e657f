"""Every write of this room."""

from kith.kinship.actions.challenging import answer_challenge, challenge
from kith.kinship.actions.exploring import explore, name_somebody, settle_asking

__all__ = ["answer_challenge", "challenge", "explore", "name_somebody", "settle_asking"]
