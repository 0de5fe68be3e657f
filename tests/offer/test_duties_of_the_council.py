"""What the law asks of the council's own offers: published, asked about, looked at again; no person's duty."""

from __future__ import annotations

from datetime import date

import pytest
from django.test.utils import override_settings
from django.utils import timezone

from kith.core.acting import acting
from kith.law import council, providers
from kith.law.council import THE_COUNCIL
from kith.law.coverage import Coverage, Covered
from kith.law.facts import Fact
from kith.law.register import effective_register
from kith.law.waiting import waiting
from kith.offer.duties import DUTIES, LIVE, standings
from kith.offer.models import OfferKind
from tests.offer.offers_world import published
from tests.offer.world import officer
from tests.support import make
from tests.support.visit import signed_in

pytestmark = pytest.mark.database
ALL = Coverage.of(Covered(kind) for kind in LIVE)
DUE = Fact("kinship_offer_due", THE_COUNCIL, date(2026, 6, 29), ref="kinship")


def version(number: int, on: date) -> list[Fact]:
    return [
        Fact(f"kinship_offer_{kind}", THE_COUNCIL, on, ref=f"kinship {number}")
        for kind in ("published", "drafted")
    ]


def asked(number: int, on: date) -> Fact:
    return Fact("kinship_offer_consulted", THE_COUNCIL, on, ref=f"kinship {number}")


def states(facts: list[Fact], day: date, coverage: Coverage = ALL) -> dict[str, str]:
    found = council.stand(facts, effective_register(day), DUTIES[OfferKind.KINSHIP], day, coverage)
    return {each.duty.id: each.state for each in found}


def test_an_offer_that_was_never_published_is_owed_and_one_that_was_is_kept() -> None:
    day = date(2026, 9, 1)
    assert states([DUE], day) == {"KC-06": "owed", "KC-07": "not known", "KC-08": "not known"}
    first = version(1, date(2026, 7, 1))
    assert states([DUE, *first], day) == {"KC-06": "kept", "KC-07": "owed", "KC-08": "due"}
    assert states([DUE, *first, asked(1, date(2026, 5, 2))], day)["KC-07"] == "kept"


def test_who_was_asked_about_the_first_version_does_not_stand_for_the_second() -> None:
    facts = [DUE, *version(1, date(2026, 7, 1)), asked(1, date(2026, 5, 2)), *version(2, date(2026, 10, 1))]
    assert states(facts, date(2026, 11, 1))["KC-07"] == "owed"
    assert states([*facts, asked(2, date(2026, 9, 1))], date(2026, 11, 1))["KC-07"] == "kept"


def test_it_is_looked_at_again_within_twelve_months_of_the_last_time() -> None:
    facts = [DUE, *version(1, date(2026, 7, 1))]
    assert states(facts, date(2027, 7, 1))["KC-08"] == "due"
    assert states(facts, date(2027, 7, 2))["KC-08"] == "late"
    assert states([*facts, *version(2, date(2027, 7, 20))], date(2027, 8, 1))["KC-08"] == "due"


def test_what_may_have_been_done_before_the_record_began_is_not_said_to_be_owed() -> None:
    since = Coverage.of(Covered(kind, date(2026, 10, 1)) for kind in LIVE)
    assert states([DUE], date(2026, 11, 1), since)["KC-06"] == "not known"
    assert states([DUE], date(2026, 11, 1), Coverage())["KC-06"] == "not known"


@override_settings(LIVE_FROM=date(2026, 1, 5))
def test_they_wait_for_nothing_once_the_council_works_in_kith() -> None:
    today = timezone.localdate()
    register = effective_register(today)
    wanted = [register[duty] for duties in DUTIES.values() for duty in duties]
    assert len(wanted) == 4
    assert list(waiting(wanted, providers.coverage(today))) == []


@override_settings(LIVE_FROM=date(2026, 1, 5))
def test_the_desk_of_the_offers_says_how_each_stands() -> None:
    account = officer()
    client = signed_in(account)
    page = client.get("/offers/keep/").content.decode()
    assert "Not done" in page
    published(account)
    today = timezone.localdate()
    page = client.get("/offers/keep/").content.decode()
    assert "Next by" in page
    for reader in (account, make.account("director")):
        with acting(make.actor(reader), read_only=True):
            told = [each.state for each in standings(today)[OfferKind.KINSHIP]]
        assert told == ["kept", "kept", "due"], reader.role
