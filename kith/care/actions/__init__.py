"""What workers write down of being looked after."""

from kith.care.actions.correcting import correct_law, correct_stay
from kith.care.actions.homes import (
    Place,
    approve_leaving,
    come_into_care,
    leave_care,
    move,
    propose_leaving,
    say_where,
)
from kith.care.actions.laws import agree, begin_law, end_law, look_at_agreement, take_back
from kith.care.actions.places import doubts_about, record_place
from kith.care.actions.whereabouts import come_back, go_away, slept_elsewhere, slept_no_more

__all__ = [
    "Place", "agree", "approve_leaving", "begin_law", "come_back", "come_into_care", "correct_law", "correct_stay",
    "doubts_about", "end_law", "go_away", "leave_care", "look_at_agreement", "move", "propose_leaving", "record_place",
    "say_where", "slept_elsewhere", "slept_no_more", "take_back",
]  # fmt: skip
