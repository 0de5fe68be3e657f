"""What must be true of the year of help in any family."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from kith.demo.shapes import DemoFamily


def life_faults(family: DemoFamily, today: date) -> list[str]:
    """Every way in which a family's life contradicts itself; empty when it is coherent."""
    return [
        *_asked(family, today),
        *_helped(family, today),
        *_planned(family, today),
        *_met(family, today),
        *_before_court(family, today),
    ]


def _asked(family: DemoFamily, today: date) -> Iterator[str]:
    for one in family.requests:
        held = [each for each in one.givings if each.accepted and not each.ended and not each.refused]
        if len(held) != 1:
            yield f"a request on {len(held)} lists"
        decided = one.decision.at if one.decision else None
        moments = [each for each in (one.at, decided, one.told, one.closed) if each]
        if any(later < earlier for earlier, later in pairwise(moments)):
            yield f"a request whose days go backwards: {moments}"
        if any(moment.date() > today for moment in moments):
            yield "asked, decided, told or closed in the future"
        if one.closed and not (one.told and one.decision):
            yield "closed before somebody decided and told"
        if any(each.refused and not each.why for each in one.givings):
            yield "a no without a reason"


def _helped(family: DemoFamily, today: date) -> Iterator[str]:
    for one in family.family_help:
        if one.started > today or (one.ended and not one.started <= one.ended <= today):
            yield f"Family Help from {one.started} to {one.ended}"
        if bool(one.ended) != bool(one.why_ended):
            yield "an end without why"
    for enquiry in family.enquiries:
        end = enquiry.ended
        if end and not (enquiry.started <= end.decided <= end.answered <= today and enquiry.told_family):
            yield "an enquiry that ended before it was told"
    yield from _looked(family, today)
    yield from _changed(family, today)


def _looked(family: DemoFamily, today: date) -> Iterator[str]:
    for looking in family.life.lookings:
        days = [day for day in (looking.started, looking.finished, looking.agreed) if day]
        if days != sorted(days) or days[-1] > today or looking.agreed_by == looking.by:
            yield f"an assessment on {days}"
        if len({each.question for each in looking.answers}) != len(looking.answers):
            yield "one question twice"
    if sum(each.finished is None for each in family.life.lookings) > 1:
        yield "two assessments open"


def _changed(family: DemoFamily, today: date) -> Iterator[str]:
    for change in family.life.lead_changes:
        if change.old == change.new or not change.view or change.on > today:
            yield "a change of lead to the same, without a view, or to come"
        if not change.no_visit and not (change.goodbye and change.hello):
            yield "neither goodbye nor a reason"
    for need in family.life.needs:
        if need.since > today or (need.until and need.until < need.since):
            yield f"a need from {need.since} to {need.until}"
    for basis in family.life.bases:
        if basis.end and basis.end <= basis.start:
            yield f"a footing from {basis.start} to {basis.end}"
    for offer in family.life.help_offers:
        if not offer.on <= offer.answered <= today:
            yield "an offer answered before it was made"


def _planned(family: DemoFamily, today: date) -> Iterator[str]:
    for plan in family.plans:
        ends = plan.ended or today
        looks = [each.on for each in (*plan.looks, *((plan.look,) if plan.look else ()))]
        if looks != sorted(set(looks)) or any(not plan.start <= day <= ends for day in looks):
            yield f"a plan looked at on {looks}"
        if list(plan.agreed) != sorted(plan.agreed) or any(day > ends for day in plan.agreed):
            yield f"a plan agreed on {plan.agreed}"
        for basis, since, until in plan.bases:
            if until and until <= since:
                yield f"{basis} from {since} to {until}"
        for line in plan.lines:
            if line.first is None and len(plan.agreed) < 2:
                yield "a line of a later version where there is one version"
            days = [day for day in (line.done, line.not_done) if day]
            if len(days) > 1 or any(not plan.start <= day <= today for day in days):
                yield f"a step done on {days}"
            if line.not_done and not line.why_not:
                yield "a step that is not done, and no word why"
            if any(not plan.start <= each.on <= today for each in line.said):
                yield "said of a line that was not there"


def _met(family: DemoFamily, today: date) -> Iterator[str]:
    for offer in (*family.life.offers, *(one.offer for one in family.meetings)):
        people = [answer[0] for answer in offer.answers] + list(offer.unanswered)
        if len(set(people)) != len(people) or set(people) & set(offer.children):
            yield "offered to one person twice"
        if offer.offered > today or any(not offer.offered <= answer[2] <= today for answer in offer.answers):
            yield "answered before it was offered, or to come"
    for one in family.meetings:
        if not any(answer[1] == "accepted" for answer in one.answers):
            yield "a meeting to which nobody said yes"
        held = one.at.date()
        if bool(one.stages) != (held < today) and not family.story:
            yield f"held {bool(one.stages)} on {held}"
        if one.answered and one.answered < held:
            yield "answered before the plan"
        for kin in one.network:
            if kin.invited and not (kin.prepared and kin.prepared <= one.invited <= min(held, today)):
                yield f"invited on {one.invited}, ready on {kin.prepared}, held on {held}"


def _before_court(family: DemoFamily, today: date) -> Iterator[str]:
    for one in family.before_court:
        days = [one.started, one.letter, one.first_meeting, *one.looked_again, one.decided]
        known = [day for day in days if day]
        if known != sorted(known) or known[-1] > today:
            yield f"before court: {known}"
        asked = one.application
        if asked and (asked.stood == "missing" and not asked.why_without):
            yield "asked a court without the meeting and without saying why"
        if asked and (asked.applied > today or (asked.hearing and asked.hearing < asked.applied)):
            yield "heard before it was asked"
