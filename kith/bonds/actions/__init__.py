"""Every write of this room."""

from kith.bonds.actions.asking import answer_time, ask_for_time
from kith.bonds.actions.lifelong import (
    answer_links,
    ask_for_link,
    choose_bond,
    draw_again,
    draw_link,
    end_bond,
    other_chose,
    stop_links,
    undraw_link,
)
from kith.bonds.actions.links import (
    add_link,
    end_links,
    link_answered,
    link_found,
    link_met,
    link_not,
    links_answered,
    links_plan,
    look_for,
    offer_links,
)
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
    "add_link",
    "answer_links",
    "answer_time",
    "ask_for_link",
    "ask_for_time",
    "choose_bond",
    "consider_time",
    "draw_again",
    "draw_link",
    "end_bond",
    "end_elsewhere",
    "end_limit",
    "end_links",
    "end_time",
    "limit_time",
    "link_answered",
    "link_found",
    "link_met",
    "link_not",
    "links_answered",
    "links_plan",
    "look_for",
    "looked_after_elsewhere",
    "meet_came",
    "offer_links",
    "other_chose",
    "plan_time",
    "say_why_apart",
    "set_meet",
    "show_time",
    "stop_links",
    "take_back_time",
    "undraw_link",
]
