"""What workers write down of enquiries into harm, of plans that protect a child, and of the time before court."""

from kith.protection.actions.before_court import (
    CODES,
    begin_pre_proceedings,
    decide_pre_proceedings,
    record_letter,
    record_meeting_before_court,
)
from kith.protection.actions.corrections import correct_before_court, correct_enquiry
from kith.protection.actions.court import end_application, record_first_hearing
from kith.protection.actions.enquiries import (
    Offered,
    begin_enquiry,
    decide_enquiry,
    record_initial_conference,
)
from kith.protection.actions.plans import record_plan, record_plan_review

__all__ = [
    "CODES",
    "Offered",
    "begin_enquiry",
    "begin_pre_proceedings",
    "correct_before_court",
    "correct_enquiry",
    "decide_enquiry",
    "decide_pre_proceedings",
    "end_application",
    "record_first_hearing",
    "record_initial_conference",
    "record_letter",
    "record_meeting_before_court",
    "record_plan",
    "record_plan_review",
]
