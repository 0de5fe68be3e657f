"""Every write of this room."""

from kith.bonds.actions.asking import answer_time, ask_for_time
from kith.bonds.actions.showing import show_time, take_back_time
from kith.bonds.actions.siblings import end_elsewhere, looked_after_elsewhere, say_why_apart
from kith.bonds.actions.time import (
    consider_time,
    end_limit,
    end_time,
    limit_time,
    meet_came,
    plan_time,
    set_meet,
)

__all__ = [
    "answer_time",
    "ask_for_time",
    "consider_time",
    "end_elsewhere",
    "end_limit",
    "end_time",
    "limit_time",
    "looked_after_elsewhere",
    "meet_came",
    "plan_time",
    "say_why_apart",
    "set_meet",
    "show_time",
    "take_back_time",
]
