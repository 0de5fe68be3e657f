"""Referrals, assessments, plans, enquiries and child protection plans, each tied to its referral."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kith.demo.dice import Dice
from kith.demo.loading.sheet import Sheet
from kith.demo.shapes.help import DemoBeforeCourt, DemoEnd

Referrals = dict[tuple[UUID, date], UUID]


POTS = {
    "Practical help for families": ("beds, fares, school clothes, a first month's rent", 4_000_000),
    "Section 17": ("what a child in need needs to stay at home", 1_500_000),
    "Winter": ("heating and a warm coat, from November to March", 600_000),
}


WHOLE = 1500  # children of the default demo


def pot_id(seed: int, name: str) -> UUID:
    """The id of money that the demo sets aside: the same for the same seed and name."""
    return Dice(seed, f"pot {name}", 0).new_id()


def load_money(sheet: Sheet, children: int) -> None:
    """Money set aside for practical help, in pence, for the year and its winter: once, with the first family.

    As much as 1,500 children's families need, and more for more.
    """
    begins = date(sheet.today.year - (sheet.today.month < 4), 4, 1)
    ends = date(begins.year + 1, 3, 31)
    for name, (pays_for, pence) in POTS.items():
        first = date(begins.year, 11, 1) if name == "Winter" else begins
        enough = pence * max(children, WHOLE) // WHOLE
        sheet.put("help_pot", pot_id(sheet.seed, name), name, pays_for, enough, first, ends)


def load_help(sheet: Sheet) -> Referrals:
    """Everything that the children in need census counts, and Family Help. Returns the referrals by person and day."""
    referrals = _referrals(sheet)
    for one in sheet.family.assessments:
        answers = referrals[one.person, one.referral_received]
        made = sheet.add("help_assessment", one.person, answers, one.started, one.authorised)
        for code in one.factors:
            sheet.add("help_assessmentfactor", one.person, made, code)
    for need in sheet.family.need_plans:
        follows = latest(referrals, need.person, need.start)
        sheet.add("help_childinneedplan", need.person, follows, need.start, need.end)
    for enquiry in sheet.family.enquiries:
        made, end = sheet.new_id(), enquiry.ended
        sheet.put(
            "protection_section47",
            made,
            enquiry.person,
            referrals[enquiry.person, enquiry.referral_received],
            enquiry.started,
            enquiry.conference_due,
            enquiry.conference,
            enquiry.conference_not_required,
            enquiry.started if end else None,
            end.decided if end else None,
            end.outcome if end else "",
            _offer(sheet, enquiry.person, made, end) if end else None,
        )
    for plan in sheet.family.protection_plans:
        made = sheet.add(
            "protection_childprotectionplan",
            plan.person,
            latest(referrals, plan.person, plan.start),
            plan.start,
            plan.end,
            plan.initial_category,
            plan.latest_category,
            plan.earlier,
        )
        for held in plan.reviews:
            sheet.add("protection_protectionplanreview", plan.person, made, held)

    for span in sheet.family.family_help:
        sheet.add(
            *("help_familyhelp", span.lead, sheet.family.id, span.request, span.started),
            *(span.ended, span.why_ended, span.words_at_end),
        )
        for bought in span.spent:
            sheet.add(
                *("help_practicalhelp", span.lead, sheet.family.id, bought.what, bought.pence),
                *(pot_id(sheet.seed, bought.pot), bought.on, bought.agreed_by),
            )
    for matter in sheet.family.before_court:
        _before_court(sheet, matter, latest(referrals, matter.person, matter.started))
    return referrals


def _offer(sheet: Sheet, person: UUID, enquiry: UUID, end: DemoEnd) -> UUID:
    return sheet.add(
        "help_helpoffer",
        end.worker,
        person,
        "after_enquiry",
        end.offered,
        end.decided,
        end.worker,
        end.answer,
        end.answered,
        end.words,
        enquiry,
    )


def _before_court(sheet: Sheet, one: DemoBeforeCourt, referral: UUID | None) -> None:
    asked = one.application
    made = sheet.add(
        "protection_preproceedings",
        one.person,
        referral,
        one.started,
        one.letter,
        one.meeting_offered,
        one.meeting_held,
        one.first_meeting,
        len(one.looked_again),
        one.decided or (asked.applied if asked else None),
        asked.applied if asked else None,
    )
    if asked:
        sheet.add(
            *(
                "protection_orderapplication",
                one.worker or sheet.family.involvements[0].worker,
                one.person,
                made,
                asked.kind,
            ),
            *(
                asked.applied,
                asked.stood,
                False,
                asked.hearing,
                asked.ended,
                asked.how_ended,
                asked.why_without,
            ),
        )
    for held in (*((one.first_meeting,) if one.first_meeting else ()), *one.looked_again):
        sheet.add("protection_preproceedingsmeeting", one.person, made, held)


def _referrals(sheet: Sheet) -> Referrals:
    return {
        (one.person, one.received): sheet.add(
            "help_referral",
            one.person,
            one.received,
            one.source,
            # What went no further has no need, and nothing to close (rule 8831 of the census).
            "" if one.no_further_action else one.need,
            None if one.no_further_action else one.closed,
            one.closure_reason,
            one.no_further_action,
        )
        for one in sheet.family.referrals
    }


def latest(referrals: Referrals, person: UUID, on: date) -> UUID | None:
    """The last referral of the person by that day; None where there was none."""
    days = [received for who, received in referrals if who == person and received <= on]
    return referrals[person, max(days)] if days else None
