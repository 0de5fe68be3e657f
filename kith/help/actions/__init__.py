"""Every write of this room."""

from kith.help.actions.askers import asker_saw, tell_asker
from kith.help.actions.assessing import agree_assessment, finish_assessment, save_answers, start_assessment
from kith.help.actions.deciding import decide_request
from kith.help.actions.families import (
    end_basis,
    end_family_help,
    give_practical_help,
    need_is_over,
    record_need,
    set_basis,
    start_family_help,
)
from kith.help.actions.holding import answer_giving, give_request, take_request
from kith.help.actions.leading import Farewell, change_lead, said_goodbye, talk_over_change
from kith.help.actions.offers import answer_offer, offer_help
from kith.help.actions.requests import close_request, match_person, say_family_told, say_told

__all__ = [
    "Farewell", "agree_assessment", "answer_giving", "answer_offer", "asker_saw", "change_lead", "close_request",
    "decide_request",
    "end_basis", "end_family_help", "finish_assessment", "give_practical_help", "give_request", "match_person",
    "need_is_over", "offer_help", "record_need", "said_goodbye", "save_answers", "say_family_told", "say_told",
    "set_basis", "start_assessment", "start_family_help", "take_request", "talk_over_change", "tell_asker",
]  # fmt: skip
