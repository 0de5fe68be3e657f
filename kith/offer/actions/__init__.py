"""Every write of this room by somebody with an account; what anybody may do without one is in kith.offer.public."""

from kith.offer.actions.assuring import assure_service
from kith.offer.actions.deciding import refuse_held, same_as_held, take_held
from kith.offer.actions.feeds import begin_feed, end_feed, fail_feed
from kith.offer.actions.nudging import send_nudge
from kith.offer.actions.offering import (
    PromiseFacts,
    answer_asking,
    drop_promise,
    log_asking,
    publish_offer,
    set_call,
    write_promise,
    write_section,
)
from kith.offer.actions.owning import own_service
from kith.offer.actions.publishing import publish_service, withdraw_service
from kith.offer.actions.reports import handle_report
from kith.offer.actions.saving import save_service
from kith.offer.actions.taking import take_in

__all__ = [
    "PromiseFacts", "answer_asking", "assure_service", "begin_feed", "drop_promise", "end_feed", "fail_feed",
    "handle_report", "log_asking", "own_service", "publish_offer", "publish_service", "refuse_held", "same_as_held",
    "save_service", "send_nudge", "set_call", "take_held", "take_in", "withdraw_service", "write_promise",
    "write_section",
]  # fmt: skip
