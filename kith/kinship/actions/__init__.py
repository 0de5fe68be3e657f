"""Every write of this room."""

from kith.kinship.actions.approving import agree_approval, approve_for_a_time, end_approval, give_more_time
from kith.kinship.actions.assessing import finish_assessment, start_assessment, take_down
from kith.kinship.actions.awarding import (
    agree_in_writing,
    award,
    decide_notice,
    end_award,
    give_notice,
    take_down_notice_answer,
)
from kith.kinship.actions.caring import (
    check_in,
    end_caring,
    give_offer,
    name_contact,
    record_caring,
    settle_decision,
)
from kith.kinship.actions.challenging import answer_challenge, challenge
from kith.kinship.actions.exploring import explore, name_somebody, settle_asking
from kith.kinship.actions.gathering import answer_place, ask_to_come, call_off, set_gathering
from kith.kinship.actions.guardianship import court_was_asked, look_at_support_again, take_notice
from kith.kinship.actions.looking import (
    add_reason,
    answer_look_challenge,
    ask_check,
    check_back,
    decide_look,
    start_look,
    take_down_challenge,
    write_view,
)
from kith.kinship.actions.own import (
    answer_my_assessment,
    answer_notice,
    ask_for,
    say_for_my_assessment,
    speak_against,
)
from kith.kinship.actions.releasing import show, take_back
from kith.kinship.actions.supporting import (
    add_support,
    answer_request,
    request_began,
    support_done,
    take_request,
    write_need_to_know,
)

__all__ = [
    "add_reason",
    "add_support",
    "agree_approval",
    "agree_in_writing",
    "answer_challenge",
    "answer_look_challenge",
    "answer_my_assessment",
    "answer_notice",
    "answer_place",
    "answer_request",
    "approve_for_a_time",
    "ask_check",
    "ask_for",
    "ask_to_come",
    "award",
    "call_off",
    "challenge",
    "check_back",
    "check_in",
    "court_was_asked",
    "decide_look",
    "decide_notice",
    "end_approval",
    "end_award",
    "end_caring",
    "explore",
    "finish_assessment",
    "give_more_time",
    "give_notice",
    "give_offer",
    "look_at_support_again",
    "name_contact",
    "name_somebody",
    "record_caring",
    "request_began",
    "say_for_my_assessment",
    "set_gathering",
    "settle_asking",
    "settle_decision",
    "show",
    "speak_against",
    "start_assessment",
    "start_look",
    "support_done",
    "take_back",
    "take_down",
    "take_down_challenge",
    "take_down_notice_answer",
    "take_notice",
    "take_request",
    "write_need_to_know",
    "write_view",
]  # fmt: skip
