"""The state of one link of a chain on a day: met, late, due or excused, and with what force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kith.law.facts import Fact
from kith.law.history import History
from kith.law.obligation import Force, State
from kith.law.reasoning import plain
from kith.law.register.duty import Duty

OVER = "The law gives at least this time, and it is over: nothing more is due."
BINDING = ("in_force", "guidance", "prospective")


@dataclass(frozen=True, slots=True)
class Verdict:
    """The state, the words of the excuse if there is one, and the day from which nothing can meet it."""

    state: State
    excuse: str = ""
    closed: date | None = None


def judge(
    duty: Duty,
    trigger: Fact,
    history: History,
    *,
    opens: date,
    due: date,
    met: date | None,
    at_least: bool = False,
) -> Verdict:
    """The state as at the history's day. On its last day a duty is not yet late. Where the law gives `at_least` a time,
    that it is over is no lateness, and what is done after it is done in time.

    In order: met in time; excused by a fact; suspended by a span that began by the due day; ended with its
    trigger by the due day; met late; late; due.
    """
    ended = trigger.until
    if met is not None and (met <= due or at_least):
        return Verdict("met", closed=ended)
    excuse = _excuse(duty, trigger, history, opens, due) or _suspended(duty, history, due)
    if excuse:
        return Verdict("excused", excuse, ended)
    if met is not None:
        return Verdict("met_late", closed=ended)
    if ended is not None and ended <= due:
        when = "before this was due" if ended < due else "the day on which this was due"
        return Verdict("excused", f"It ended on {plain(ended)}, {when}.", ended)
    if at_least and history.as_at > due:
        return Verdict("excused", OVER, ended)
    return Verdict("late" if history.as_at > due else "due", closed=ended)


def force(duty: Duty, due: date, as_at: date) -> Force:
    """Whether the duty binds: by its status, and by its dates alone once they are known.

    Law and statutory guidance bind; local defaults and what is beyond the law advise. A rule that is not yet
    in force, or was not (or no longer) in force on the due day, advises too.
    """
    if duty.advisory or duty.status not in BINDING:
        return "advisory"
    if duty.commences_on is None:
        return "advisory" if duty.status == "prospective" else "required"
    begun = duty.commences_on <= min(due, as_at)
    return "required" if begun and (duty.ends_on is None or due < duty.ends_on) else "advisory"


def _excuse(duty: Duty, trigger: Fact, history: History, opens: date, due: date) -> str:
    for excuse in duty.excused_by:
        for fact in history.matching((excuse,), trigger.ref if duty.same_ref else None):
            if duty.same_ref or opens <= fact.on <= due:
                return excuse.says
    return ""


def _suspended(duty: Duty, history: History, due: date) -> str:
    for span in duty.suspended_by:
        for fact in history.matching((span,), None):
            if fact.on <= due and (fact.until is None or due < fact.until):
                return span.says
    return ""
