"""Every write of this room, as a verb."""

from kith.decisions.actions.after import end_meeting, give_feedback, hold_review, plan_review
from kith.decisions.actions.asking import add_to_network, ask_coordinator, end_coordinating, seen_risk
from kith.decisions.actions.day import begin_stage, end_stage, hold_meeting, meet_apart, plan_day
from kith.decisions.actions.inviting import answer_for_them, answer_invitation, invite
from kith.decisions.actions.network import check_orders, name_person, only_if_agreed, settle_asking, take_back
from kith.decisions.actions.offers import answer_offer, exempt, offer_meeting, record_answer, share_offer
from kith.decisions.actions.plans import agree_plan, answer_plan, name_monitor, share_plan, write_plan
from kith.decisions.actions.preparing import check_privately, prepare, tell_worker_at_risk

__all__ = [
    "add_to_network",
    "agree_plan",
    "answer_for_them",
    "answer_invitation",
    "answer_offer",
    "answer_plan",
    "ask_coordinator",
    "begin_stage",
    "check_orders",
    "check_privately",
    "end_coordinating",
    "end_meeting",
    "end_stage",
    "exempt",
    "give_feedback",
    "hold_meeting",
    "hold_review",
    "invite",
    "meet_apart",
    "name_monitor",
    "name_person",
    "offer_meeting",
    "only_if_agreed",
    "plan_day",
    "plan_review",
    "prepare",
    "record_answer",
    "seen_risk",
    "settle_asking",
    "share_offer",
    "share_plan",
    "take_back",
    "tell_worker_at_risk",
    "write_plan",
]
