"""Spans in which one duty gives way to another (placed for adoption), and its clock when they end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kith.law.chain import Link
from kith.law.facts import Fact
from kith.law.history import History
from kith.law.pause import due_of
from kith.law.register.duty import Duty


def around_spans(duty: Duty, trigger: Fact, link: Link, history: History) -> Iterator[Link]:
    """The link as it stands outside the spans that suspend the duty.

    A link that would start inside a span is left out; one that would fall due inside it is kept, to be
    excused. Once the span has ended, the clock starts again on that day, unless the trigger ended with it.
    """
    due = due_of(duty, trigger, link, history).day
    for span in history.matching(duty.suspended_by, None):
        end = span.until or date.max
        starts_inside = span.on <= link.starts < end
        due_inside = link.starts < span.on <= due < end
        if not (starts_inside or due_inside):
            continue
        met_after = link.met is None or link.met >= end
        if due_inside:
            yield replace(link, met=None) if met_after else link
        ongoing = trigger.until is None or end < trigger.until
        if span.until is not None and met_after and ongoing:
            yield replace(link, opens=end, starts=end, from_what="resumed")
        return
    yield link
