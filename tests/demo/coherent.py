"""What must be true of any family, however it was made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from uuid import UUID

from kith.demo.shapes import DemoFamily
from kith.demo.working_days import age_on
from tests.demo.coherent_care import care_faults
from tests.demo.coherent_lives import life_faults

Span = tuple[date, date]


def faults(family: DemoFamily, today: date) -> list[str]:
    """Every way in which a family contradicts itself; empty when it is coherent."""
    return [
        *_births(family, today),
        *care_faults(family, today),
        *_need(family, today),
        *_protection(family, today),
        *_workers(family, today),
        *_homes(family),
        *_story(family, today),
        *life_faults(family, today),
    ]


def overlaps(spans: Iterable[Span]) -> bool:
    """Whether any two of the [start, end) spans share a day."""
    return any(later[0] < earlier[1] for earlier, later in pairwise(sorted(spans)))


def _births(family: DemoFamily, today: date) -> Iterator[str]:
    people = {person.id: person for person in family.people}
    born = sorted(people[child].dob or today for child in family.children)
    for older, younger in pairwise(born):
        if 0 < (younger - older).days < 280:
            yield f"siblings born {older} and {younger}"
    for tie in family.relationships:
        child, other = people[tie.person].dob, people[tie.other].dob
        if tie.kind == "mother" and child and other and not 14 <= age_on(other, child) <= 50:
            yield f"a mother of {age_on(other, child)}"
    for child_id in family.children:
        dob, kind = people[child_id].dob, people[child_id].dob_kind
        if dob and (dob > today) != (kind == "expected"):
            yield f"born {dob} but {kind}"
    for person in family.people:
        if len({name.kind for name in person.names}) != len(person.names) or not person.name:
            yield "two names of one kind"


def _need(family: DemoFamily, today: date) -> Iterator[str]:
    periods: dict[UUID, list[Span]] = defaultdict(list)
    for referral in family.referrals:
        periods[referral.person].append((referral.received, referral.closed or date.max))
        if referral.received > today or (referral.closed and referral.closed > today):
            yield f"a referral in the future: {referral.received} to {referral.closed}"
        if referral.closed and referral.closed < referral.received:
            yield f"closed {referral.closed} before it came {referral.received}"
    if any(overlaps(spans) for spans in periods.values()):
        yield "two periods of need at once"
    for one in family.assessments:
        if one.authorised and not one.referral_received <= one.authorised <= today:
            yield f"assessed {one.authorised}, referred {one.referral_received}"
    for plan in family.need_plans:
        if plan.start > today or (plan.end and plan.end <= plan.start):
            yield f"a need plan from {plan.start} to {plan.end}"


def _protection(family: DemoFamily, today: date) -> Iterator[str]:
    for plan in family.protection_plans:
        if (plan.end and plan.end < plan.start) or plan.start > today:
            yield "a plan that ends before it starts"
        if any(not plan.start <= review <= (plan.end or today) for review in plan.reviews):
            yield "a review out of the plan"
    for enquiry in family.enquiries:
        if enquiry.started > today or enquiry.started < enquiry.referral_received:
            yield f"an enquiry on {enquiry.started}, referred {enquiry.referral_received}"
        if enquiry.conference and not enquiry.started <= enquiry.conference <= today:
            yield f"a conference on {enquiry.conference}, begun {enquiry.started}"


def _workers(family: DemoFamily, today: date) -> Iterator[str]:
    by_role: dict[tuple[UUID, str], list[Span]] = defaultdict(list)
    for one in family.involvements:
        if one.start > today or (one.end and one.end <= one.start):
            yield f"involved {one.start} to {one.end}"
        by_role[one.person, one.role].append((one.start, one.end or date.max))
    if any(overlaps(spans) for spans in by_role.values()):
        yield "two workers in one role at once"
    now = {one.person for one in family.involvements if one.role == "social_worker" and one.end is None}
    if {one.person for one in family.episodes if one.end is None} - now:
        yield "in care with no social worker"


def _homes(family: DemoFamily) -> Iterator[str]:
    known = {address.id for address in family.addresses}
    nights: dict[UUID, list[Span]] = defaultdict(list)
    for one in family.residences:
        nights[one.person].append((one.start, one.end or date.max))
        if one.address not in known:
            yield f"no address for a {one.kind}"
        if one.end and one.end <= one.start:
            yield f"lived nowhere from {one.start} to {one.end}"
    if any(overlaps(spans) for spans in nights.values()):
        yield "two homes on one night"


def _story(family: DemoFamily, today: date) -> Iterator[str]:
    people = {person.id for person in family.people}
    for event in family.events:
        if event.on > today:
            yield f"told before it happened: {event.on}"
        if not event.passages or any("{" in one.text or not one.text.strip() for one in event.passages):
            yield f"an unfinished text: {event.title}"
        if any(set(one.audience) - people for one in event.passages):
            yield "released to somebody unknown"
