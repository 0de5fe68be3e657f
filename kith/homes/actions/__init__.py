"""Everything that is written of homes, each as an action."""

from kith.homes.actions.agreeing import agree_home, end_outside
from kith.homes.actions.choosing import (
    answer_choice,
    say_of_choice,
    shortlist_home,
    show_need_met,
    weigh_choice,
)
from kith.homes.actions.enquiring import enquire, move_on, set_panel_rule, tie_enquiry
from kith.homes.actions.fostering import carers_leave, review_carers, say_done
from kith.homes.actions.happening import note_happened, say_notified
from kith.homes.actions.household import (
    add_member,
    end_exclusion,
    end_exemption,
    end_member,
    exclude,
    exempt,
)
from kith.homes.actions.own import say_mine, wish
from kith.homes.actions.permitting import (
    approve_carers,
    end_registration,
    record_inspection,
    register_home,
    set_price,
)
from kith.homes.actions.registering import add_home, add_provider, describe_home, tell_room
from kith.homes.actions.searching import close_search, look_among, look_for_home, rank_needs
from kith.homes.actions.showing import answer_said, show, take_back

__all__ = [
    "add_home",
    "add_member",
    "add_provider",
    "agree_home",
    "answer_choice",
    "answer_said",
    "approve_carers",
    "carers_leave",
    "close_search",
    "describe_home",
    "end_exclusion",
    "end_exemption",
    "end_member",
    "end_outside",
    "end_registration",
    "enquire",
    "exclude",
    "exempt",
    "look_among",
    "look_for_home",
    "move_on",
    "note_happened",
    "rank_needs",
    "record_inspection",
    "register_home",
    "review_carers",
    "say_done",
    "say_mine",
    "say_notified",
    "say_of_choice",
    "set_panel_rule",
    "set_price",
    "shortlist_home",
    "show",
    "show_need_met",
    "take_back",
    "tell_room",
    "tie_enquiry",
    "weigh_choice",
    "wish",
]
