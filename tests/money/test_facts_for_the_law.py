"""Awards light their duties: agreed and written down, paid to a special guardian, looked at again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from kith.core.acting import acting
from kith.kinship.models import Award, Caring
from kith.money.models import MoneyFact
from tests.support import make

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("kith_database")]
BEGAN = date(2025, 5, 1)


def caring(kind: str = "sgo") -> Caring:
    child, carer = make.person("Tess"), make.person("Bea", born=date(1980, 1, 1))
    return Caring.objects.using(make.OWNER).create(
        child=child, carer=carer, kind=kind, since=BEGAN, known_on=BEGAN
    )


def awarded(of: Caring, from_on: date, **facts: Any) -> Award:
    told: dict[str, Any] = {
        "rules": "1",
        "facts": {},
        "lines": [],
        "reason": "As published.",
        "weekly_pence": 150_00,
    }
    return Award.objects.using(make.OWNER).create(
        caring=of, from_on=from_on, review_on=from_on + timedelta(days=365), **(told | facts)
    )


def told(child: UUID) -> set[tuple[str, date, date | None]]:
    lead = make.account("lead")
    from kith.people.models import Person

    make.involved(lead, Person.objects.using(make.OWNER).get(id=child))
    with acting(make.actor(lead)):
        return set(MoneyFact.objects.filter(person=child).values_list("kind", "happened_on", "until"))


def test_an_award_is_agreed_then_written_down_and_an_allowance_lasts_until_the_last_award_ends() -> None:
    care = caring()
    first = awarded(care, BEGAN)
    kinds = {(kind, until) for kind, _day, until in told(care.child_id)}
    assert kinds == {("agreed", None), ("guardian", None)}
    Award.objects.using(make.OWNER).filter(id=first.id).update(agreement_on=date(2025, 5, 9))
    assert ("written", date(2025, 5, 9), None) in told(care.child_id)
    Award.objects.using(make.OWNER).filter(id=first.id).update(until=date(2026, 5, 1), ended="replaced")
    again = awarded(care, date(2026, 5, 1))
    found = told(care.child_id)
    assert ("guardian", BEGAN, None) in found
    assert sum(kind == "reviewed" for kind, *_ in found) == 1
    Award.objects.using(make.OWNER).filter(id=again.id).update(until=date(2026, 9, 1), ended="grown")
    assert ("guardian", BEGAN, date(2026, 9, 1)) in told(care.child_id)


def test_an_award_without_special_guardianship_starts_no_yearly_review() -> None:
    care = caring("cao")
    awarded(care, BEGAN)
    assert {kind for kind, *_ in told(care.child_id)} == {"agreed"}


def test_a_stranger_reads_none_of_it() -> None:
    awarded(caring(), BEGAN)
    with acting(make.actor(make.account("lead"))):
        assert not MoneyFact.objects.exists()
