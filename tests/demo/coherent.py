"""What must be true of any family, however it was made."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from uuid import UUID

from kith.demo.shapes import DemoEpisode, DemoFamily
from kith.demo.working_days import add_years, age_on


def faults(family: DemoFamily, today: date) -> list[str]:
    """Every way in which a family contradicts itself; empty when it is coherent."""
    return [
        *_births(family, today),
        *_care(family, today),
        *_help(family, today),
        *_workers(family, today),
        *_homes(family),
        *_story(family, today),
    ]


def _births(family: DemoFamily, today: date) -> list[str]:
    out = []
    people = {person.id: person for person in family.people}
    born = sorted(people[child].dob or today for child in family.children)
    for older, younger in zip(born, born[1:], strict=False):
        if 0 < (younger - older).days < 280:
            out.append(f"siblings born {older} and {younger}")
    for tie in family.relationships:
        child, other = people[tie.person].dob, people[tie.other].dob
        if tie.kind == "mother" and child and other and not 14 <= age_on(other, child) <= 50:
            out.append(f"a mother of {age_on(other, child)}")
    for child_id in family.children:
        dob, kind = people[child_id].dob, people[child_id].dob_kind
        if dob and (dob > today) != (kind == "expected"):
            out.append(f"born {dob} but {kind}")
    for person in family.people:
        if len({name.kind for name in person.names}) != len(person.names) or not person.name:
            out.append("two names of one kind")
    return out


def _care(family: DemoFamily, today: date) -> list[str]:
    out = []
    dob = {person.id: person.dob or today for person in family.people}
    stays: dict[UUID, list[DemoEpisode]] = defaultdict(list)
    for one in family.episodes:
        stays[one.person].append(one)
    for child, episodes in stays.items():
        if episodes[0].start < dob[child] or (episodes[-1].end or today) > add_years(dob[child], 18):
            out.append(f"in care from {episodes[0].start}, born {dob[child]}")
        for now, following in zip(episodes, episodes[1:], strict=False):
            if now.end != following.start or now.reason_ceased != "X1":
                out.append(f"a gap or overlap at {now.end}")
        if episodes[0].reason_new != "S" or any(one.reason_new == "S" for one in episodes[1:]):
            out.append("starts twice")
        for one in episodes:
            if one.end and one.end <= one.start:
                out.append(f"an empty episode on {one.start}")
            if one.placement == "P1" and one.legal_status not in {"C1", "C2", "E1"}:
                out.append("with a parent and no order")
            if one.placement in {"K3", "H5"} and age_on(dob[child], one.start) < 16:
                out.append(f"supported accommodation at {age_on(dob[child], one.start)}")
            if one.placement in {"A5", "A6"} and one.legal_status != "E1":
                out.append("placed for adoption with no placement order")
        first, last = episodes[0].start, episodes[-1].end or today
        for review in family.reviews:
            if review.person == child and review.held and not first <= review.held <= last:
                out.append(f"a review on {review.held}, out of care")
        for time in family.missing:
            if time.person == child and not (first <= time.start <= (time.end or today) <= last):
                out.append(f"missing from {time.start}, out of care")
    return out


def _help(family: DemoFamily, today: date) -> list[str]:
    out = []
    for referral in family.referrals:
        if referral.received > today or (referral.closed and referral.closed > today):
            out.append(f"a referral in the future: {referral.received} to {referral.closed}")
        if referral.closed and referral.closed < referral.received:
            out.append(f"closed {referral.closed} before it came {referral.received}")
    for one in family.assessments:
        if one.authorised and not one.referral_received <= one.authorised <= today:
            out.append(f"assessed {one.authorised}, referred {one.referral_received}")
    for plan in family.protection_plans:
        if (plan.end and plan.end < plan.start) or plan.start > today:
            out.append("a plan that ends before it starts")
        if any(not plan.start <= review <= (plan.end or today) for review in plan.reviews):
            out.append("a review out of the plan")
    for enquiry in family.enquiries:
        if enquiry.conference and not enquiry.started <= enquiry.conference <= today:
            out.append(f"a conference on {enquiry.conference}, begun {enquiry.started}")
    for child in family.children:
        periods = sorted(
            (one.received, one.closed or date.max) for one in family.referrals if one.person == child
        )
        for (_, closed), (received, _) in zip(periods, periods[1:], strict=False):
            if received < closed:
                out.append(f"two periods of need at once: {closed}, {received}")
    return out


def _workers(family: DemoFamily, today: date) -> list[str]:
    out = []
    by_role: dict[tuple[UUID, str], list[tuple[date, date]]] = defaultdict(list)
    for one in family.involvements:
        if one.start > today or (one.end and one.end <= one.start):
            out.append(f"involved {one.start} to {one.end}")
        by_role[one.person, one.role].append((one.start, one.end or date.max))
    for spans in by_role.values():
        spans.sort()
        if any(later[0] < earlier[1] for earlier, later in zip(spans, spans[1:], strict=False)):
            out.append("two workers in one role at once")
    for child in {one.person for one in family.episodes if one.end is None}:
        if not any(
            one.person == child and one.role == "social_worker" and one.end is None
            for one in family.involvements
        ):
            out.append("in care with no social worker")
    return out


def _homes(family: DemoFamily) -> list[str]:
    known = {address.id for address in family.addresses}
    out = [f"no address for {one.kind}" for one in family.residences if one.address not in known]
    nights: dict[UUID, list[tuple[date, date]]] = defaultdict(list)
    for one in family.residences:
        nights[one.person].append((one.start, one.end or date.max))
        if one.end and one.end <= one.start:
            out.append(f"lived nowhere from {one.start} to {one.end}")
    for spans in nights.values():
        spans.sort()
        if any(later[0] < earlier[1] for earlier, later in zip(spans, spans[1:], strict=False)):
            out.append(f"two homes on one night: {spans}")
    return out


def _story(family: DemoFamily, today: date) -> list[str]:
    out = []
    people = {person.id for person in family.people}
    for event in family.events:
        if event.on > today + timedelta(days=0):
            out.append(f"told before it happened: {event.on}")
        if not event.passages or any("{" in one.text or not one.text.strip() for one in event.passages):
            out.append(f"an unfinished text: {event.title}")
        if any(set(one.audience) - people for one in event.passages):
            out.append("released to somebody unknown")
    return out
