"""A county of a few families that can be counted by hand: two areas, two teams, one quarter."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils import timezone

from kith.access.models import Account, Involvement, Team
from kith.core.acting import acting
from kith.help.models import HelpOffer, Referral
from kith.people.models import Family, Person
from kith.protection.models import Section47
from tests.support import make
from tests.support.worker import worker_login

DAY = date(2026, 11, 20)
QUARTER = date(2026, 10, 1)
ENDED = date(2026, 10, 20)


@dataclass
class County:
    """Two teams, a lead and a manager of each, and the children of the families that were looked into."""

    teams: dict[str, Team] = field(default_factory=dict)
    leads: dict[str, Account] = field(default_factory=dict)
    managers: dict[str, Account] = field(default_factory=dict)
    children: dict[str, list[Person]] = field(default_factory=dict)


def make_county() -> County:
    """Enquiries that came to nothing. North, AB1: 8 said yes, 7 said no, 6 had no offer. South, AB2: 9 yes, 2 none."""
    county = County()
    for name in ("north", "south"):
        county.teams[name] = make.team(name.title())
        county.leads[name] = make.account("lead", in_team=county.teams[name])
        county.managers[name] = make.account("manager", in_team=county.teams[name])
    for team, answer, many, code in (
        ("north", "accepted", 8, "WBRI"), ("north", "declined", 7, "WBRI"), ("north", "", 6, "WBRI"),
        ("south", "accepted", 9, "AIND"), ("south", "", 2, "BCRB"),
    ):  # fmt: skip
        made = [child_of(county, team, answer, f"{answer or 'none'}{n}", code) for n in range(many)]
        county.children[f"{team} {answer or 'none'}"] = made
    return county


def child_of(county: County, team: str, answer: str, name: str, code: str = "WBRI") -> Person:
    """One more child, the family's lead in that team, and an enquiry that ended so."""
    child = make.person(name.title(), team.title(), ethnicity=code)
    family = make.family(child)
    leads(county.leads[team], family)
    make.home(child, postcode={"north": "AB1 2CD", "south": "AB2 3EF"}[team])
    looked_into(child, answer)
    return child


def leads(account: Account, family: Family) -> None:
    Involvement.objects.using(make.OWNER).create(
        account=account, family=family, role="lead_practitioner",
        label_mask=int(account.role_class.opens), during=make.always(),
    )  # fmt: skip


def looked_into(child: Person, answer: str, on: date = ENDED) -> Section47:
    """An enquiry into harm that ended without a conference, with an offer and its answer; no offer for ''."""
    owner: Any = make.OWNER
    referral = Referral.objects.using(owner).create(person=child, referred_on=on)
    if not answer:
        return Section47.objects.using(owner).create(
            person=child, referral=referral, started_on=on, conference_not_required=True
        )
    offer = HelpOffer.objects.using(owner).create(
        person=child, why="after_enquiry", what="Help at home.", offered_on=on, answer=answer, answered_on=on,
        offered_by=make.account("social_worker"),
    )  # fmt: skip
    return Section47.objects.using(owner).create(
        person=child, referral=referral, started_on=on, decided_on=on, outcome="no_harm", help_offer=offer
    )


def count(day: date = DAY) -> int:
    """What the worker does at night."""
    from kith.insight.night import count_help
    from kith.law.tasks import COUNTER

    with worker_login(), acting(COUNTER):
        return count_help(by=COUNTER, day=day)


def now() -> Any:
    return timezone.now()
