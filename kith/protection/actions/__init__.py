"""What workers write down of enquiries into harm, and of the time before court."""

from kith.protection.actions.before_court import (
    CODES,
    begin_pre_proceedings,
    decide_pre_proceedings,
    record_letter,
    record_meeting_before_court,
)

__all__ = [
    "CODES",
    "begin_pre_proceedings",
    "decide_pre_proceedings",
    "record_letter",
    "record_meeting_before_court",
]
