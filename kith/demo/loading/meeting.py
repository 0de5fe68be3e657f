"""Family meetings of told families. What the law counts of them is kept by the database's own triggers."""

from __future__ import annotations

from uuid import UUID

from kith.demo.loading.asking import stamp
from kith.demo.loading.days import later
from kith.demo.loading.sheet import Sheet
from kith.demo.shapes.meeting import DemoMeeting, DemoOffer


def load_meetings(sheet: Sheet) -> None:
    """Offers, findings that none should be made, and meetings from the offer to the review that is planned."""
    for alone in sheet.family.life.offers:
        _offer(sheet, alone)
    for exempt in sheet.family.life.exempt:
        sheet.add(
            *("decisions_exemption", exempt.by, exempt.person, exempt.reason, exempt.asked_by),
            *(exempt.by, exempt.on),
        )
    for one in sheet.family.meetings:
        meeting = sheet.add(
            *("decisions_familymeeting", one.lead, _offer(sheet, one.offer), one.kind, one.coordinator),
            *(one.asked, one.why, one.safety, stamp(one.at), one.at.date() if one.stages else None),
            *(one.closed, one.why_closed),
        )
        network = [sheet.new_id() for _ in one.network]
        for place in range(len(network)):
            _kin(sheet, one, meeting, network, place)
        for stage, since, until in one.stages:
            sheet.add("decisions_stage", one.coordinator, meeting, stage, stamp(since), stamp(until))
        if one.parts:
            _plan(sheet, one, meeting, network)
        if one.review:
            held = one.review_held
            sheet.add("decisions_reviewmeeting", one.coordinator, meeting, one.review, held, one.came_of_it)
        for score, words, day in one.feedback:
            at = later(day, 900)
            sheet.add("decisions_feedback", one.coordinator, at, "demo", meeting, None, score, words)


def _offer(sheet: Sheet, one: DemoOffer) -> UUID:
    made = sheet.add(
        *("decisions_meetingoffer", one.lead, sheet.family.id, one.kind, one.lead, one.offered),
        *(one.how_explained, one.in_letter, one.stage),
    )
    for child in one.children:
        sheet.add("decisions_meetingperson", one.lead, made, child, "child")
    for person in (*(answer[0] for answer in one.answers), *one.unanswered):
        sheet.add("decisions_meetingperson", one.lead, made, person, "offered")
    for person, answer, day, words in one.answers:
        sheet.add("decisions_offeranswer", one.lead, made, person, answer, day, words)
    return made


def _kin(sheet: Sheet, one: DemoMeeting, meeting: UUID, network: list[UUID], place: int) -> None:
    kin = one.network[place]
    by, me = one.coordinator, network[place]
    sheet.put(
        *("decisions_networkperson", me, by, later(one.asked, 600 + place), "demo", meeting, kin.person),
        *(kin.name, kin.tie, kin.named_by, kin.part, kin.may_ask, kin.agreed_with),
        *(None if kin.only_if is None else network[kin.only_if], kin.only_if_agreed),
        *(kin.orders, kin.orders_with, ""),
    )
    if kin.never_because:
        sheet.add("decisions_neverreason", by, me, kin.never_because)
    if kin.prepared:
        sheet.add(
            *("decisions_prepared", by, me, kin.prepared, kin.notes, "together"),
            *(kin.travel, kin.needs, kin.advocate),
        )
    for when, day, could_say, words in kin.checks:
        sheet.add("decisions_privatecheck", by, me, when, day, could_say, False, words)
    if kin.invited:
        sent = sheet.add(
            *("decisions_invitation", by, me, kin.invited, stamp(one.at), one.place, kin.words, one.invited),
        )
        if kin.answer:
            sheet.add("decisions_invitationanswer", by, sent, kin.answer, one.invited, kin.say_before, "")


def _plan(sheet: Sheet, one: DemoMeeting, meeting: UUID, network: list[UUID]) -> None:
    by = one.coordinator
    plan = sheet.add("decisions_familyplan", by, meeting, 1, one.at.date())
    for place, part in enumerate(one.parts):
        carer = None if part.could_care is None else network[part.could_care]
        line = sheet.add("decisions_familyplanline", by, plan, place, part.words, carer)
        if one.answered:
            sheet.add(
                *("decisions_authorityanswer", one.manager, line, part.answer, part.reason, part.gives),
                *(one.manager, one.answered),
            )
    if one.monitor:
        who, what = one.monitor
        sheet.add("decisions_monitor", by, plan, network[who], what)
