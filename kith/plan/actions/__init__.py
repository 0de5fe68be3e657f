"""Everything that is written of a plan."""

from kith.plan.actions.agreeing import agree_plan, review_plan
from kith.plan.actions.awaiting import await_step, saw_step
from kith.plan.actions.lines import (
    add_change,
    add_goal,
    add_step,
    add_strength,
    assign_step,
    drop_goal,
    finish_step,
    meet_change,
    reach_goal,
    reword_line,
    step_not_done,
)
from kith.plan.actions.plans import end_plan, set_basis, start_plan
from kith.plan.actions.saying import answer_line, say_progress
from kith.plan.actions.sharing import share_lines, share_with_organisation, take_back_line

__all__ = [
    "add_change",
    "add_goal",
    "add_step",
    "add_strength",
    "agree_plan",
    "answer_line",
    "assign_step",
    "await_step",
    "drop_goal",
    "end_plan",
    "finish_step",
    "meet_change",
    "reach_goal",
    "review_plan",
    "reword_line",
    "saw_step",
    "say_progress",
    "set_basis",
    "share_lines",
    "share_with_organisation",
    "start_plan",
    "step_not_done",
    "take_back_line",
]
