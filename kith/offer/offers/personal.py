"""What one family is entitled to, worked out from a few answers. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from kith.design.language import said
from kith.offer.offers.choices import ASKED_AS, BAND_WORDS, BANDS, CARE, LEAVERS, NEEDS, WAS_IN_CARE, offer_of
from kith.offer.offers.headings import headings
from kith.offer.offers.rules import Rule, Status, rules


@dataclass(frozen=True, slots=True)
class Answers:
    """What was chosen: codes of `choices`. No ages, or no needs, is all of them."""

    care: str
    ages: tuple[str, ...] = ()
    before: str = ""
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entitled:
    """One thing: what it is, why this family has it, by which law. `theirs`: the words are the council's own."""

    id: str
    heading: str
    name: str
    says: str
    why: tuple[str, ...]
    law: str
    link: str
    status: Status
    amount: str
    only_if: str
    theirs: bool


@dataclass(frozen=True, slots=True)
class Yours:
    """What holds today, in the order of the offer's headings; and what Parliament passed that has not begun."""

    now: tuple[Entitled, ...]
    coming: tuple[Entitled, ...]
    unsure: bool


def worked_out(answers: Answers, promises: Iterable[Rule], day: date) -> Yours:
    """The personal offer on a day: the law's rules, and the council's own promises."""
    order = [each.code for each in headings(offer_of(answers.care))]
    found = [
        _entitled(rule, answers, day)
        for rule in (*rules(), *promises)
        if rule.holds(day) and _is_for(rule, answers)
    ]
    found.sort(key=lambda one: order.index(one.heading) if one.heading in order else len(order))
    return Yours(
        tuple(each for each in found if each.status != "prospective"),
        tuple(each for each in found if each.status == "prospective"),
        answers.care == "unsure",
    )


def _is_for(rule: Rule, answers: Answers) -> bool:
    return (
        _care(rule, answers.care)
        and bool(list(_ages(rule, answers)) or not answers.ages)
        and _before(rule, answers.before)
        and (rule.always or not answers.needs or _asked(rule) in answers.needs)
    )


def _care(rule: Rule, care: str) -> bool:
    if not rule.kinds:
        return True
    # Who does not know which it is gets what holds without any order, and is told to ring.
    return ("family" if care == "unsure" else care) in rule.kinds


def _before(rule: Rule, before: str) -> bool:
    """Whether a rule can be theirs. Not known, it is shown with its condition; asked of nobody, it is not."""
    if rule.before == "care":
        return before in {"yes", "unsure"}
    return rule.before != "other" or before != "yes"


def _ages(rule: Rule, answers: Answers) -> Iterator[str]:
    first, last = rule.ages
    for band in answers.ages:
        youngest, oldest = BANDS.get(band, (0, -1))
        if youngest <= last and first <= oldest:
            yield band


def _asked(rule: Rule) -> str:
    return rule.heading if rule.heading in NEEDS else ASKED_AS.get(rule.heading, "")


def _entitled(rule: Rule, answers: Answers, day: date) -> Entitled:
    theirs = rule.status == "local"
    sum_ = rule.amount(day)
    return Entitled(
        id=rule.id,
        heading=rule.heading,
        name=rule.name if theirs else said(rule.name),
        says=rule.says if theirs else said(rule.says),
        why=tuple(_why(rule, answers)),
        law=rule.law,
        link=rule.link,
        status=rule.status,
        amount="" if sum_ is None else f"£{sum_.pounds:,}, {said(sum_.of)}",
        only_if=gettext("Only if the child was in care just before.")
        if rule.before == "care" and answers.before == "unsure"
        else "",
        theirs=theirs,
    )


def _why(rule: Rule, answers: Answers) -> Iterator[str]:
    """The answers that it rests on, in their words."""
    yield said(CARE[answers.care][1])
    if rule.before == "care" and answers.before == "yes":
        yield said(WAS_IN_CARE)
    if bands := [said(BAND_WORDS[each]) for each in _ages(rule, answers)]:
        told = {"ages": ", ".join(bands)}
        yield (
            gettext("Your age: %(ages)s.") % told
            if answers.care in LEAVERS
            else gettext("Age of the child: %(ages)s.") % told
        )
    if not rule.always and _asked(rule) in answers.needs:
        yield gettext("You asked about: %(need)s.") % {"need": said(NEEDS[_asked(rule)])}
