"""What people type about homes that cannot be, or that hangs on one day: each has its own words, and nothing is lost."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from kith.core.action import CannotBeError
from kith.homes import actions
from kith.homes.models import Home, Profile
from kith.homes.queries.candidates import candidates
from kith.homes.queries.lawful import lawfully
from tests.homes import register
from tests.homes.finding import Finding, born, today
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


@pytest.fixture
def finding(kith_database: None) -> Finding:
    return Finding(
        make.person("Ada", "Quill", born=born(9, -40)), make.person("Ben", "Rowe", born=born(9, -40))
    )


@pytest.mark.parametrize("kind", ["twin", "half_sibling", "sibling", "step_sibling"])
def test_twins_and_half_brothers_are_asked_whether_they_look_together(finding: Finding, kind: str) -> None:
    ada, ben = finding.children
    make.tied(ben, ada, kind)
    finding.looks(ada)
    form = signed_in(finding.worker).get(f"/people/{ben.id}/find-a-home/start/").content.decode()
    assert f'<option value="{ada.id}"' in form
    finding.looks(ben, together_with=ada.id)
    assert Profile.objects.using(make.OWNER).values("together").distinct().count() == 1


def test_a_half_brother_for_whom_another_council_looks_is_said_plainly(finding: Finding) -> None:
    ada, ben = finding.children
    make.tied(ben, ada, "half_sibling")
    with pytest.raises(CannotBeError, match="if another council looks for one, agree it with them"):
        finding.looks(ben, together_with=ada.id)


def test_a_half_brother_of_another_name_counts_as_family_under_the_usual_limit(finding: Finding) -> None:
    ada, ben = finding.children
    others = [make.person(name, born=born(5 + n, -9)) for n, name in enumerate(("Cleo", "Dov"))]
    for child in others:
        make.involved(finding.worker, child)
        make.involved(finding.manager, child)
    home = register.a_home(name="The Lindens", places=4)
    first = finding.looks(ada)
    for child in (ben, *others):
        finding.looks(child, together_with=ada.id)
    for child in (ada, ben, *others):
        search = first if child is ada else finding.search_of(child)
        finding.among(search, "2_own")
        choice = finding.lists(search, home)
        finding.hears(choice)
        finding.agrees(choice)
    assert Home.objects.using(make.OWNER).get().free == 0


def test_a_registration_that_ends_on_a_day_holds_the_night_before_and_the_page_says_so(
    finding: Finding,
) -> None:
    ends = today() + timedelta(days=20)
    house = register.a_home("residential", name="Harbour View", places=2, ends_on=ends)
    law = lawfully_of(finding, house)
    assert law.terms_on(ends - timedelta(days=1)) is not None
    assert law.terms_on(ends) is None
    search = finding.looks()
    finding.does(actions.rank_needs, search=search, needs=["Sleep"])
    finding.among(search, "5_home")
    choice = finding.lists(search, house)
    page = words_of(signed_in(finding.worker).get(f"/people/{finding.child.id}/find-a-home/{choice}/"))
    assert "What lets children live here ends on" in page
    with pytest.raises(CannotBeError, match="Its registration with Ofsted ended on"):
        finding.does(actions.agree_home, choice=choice, why="It is near.", on=ends)


def test_of_two_terms_from_one_day_the_one_written_last_holds(finding: Finding) -> None:
    home = register.a_home(name="The Lindens", lawful=False)
    told: dict[str, Any] = {"home": home.id, "starts_on": date(2026, 3, 4), "why": "The panel."}
    finding.does(actions.approve_carers, finding.manager, places=3, **told)
    finding.does(actions.approve_carers, finding.manager, places=1, **told)
    assert lawfully_of(finding, home).terms_on(today()).places == 1
    (read,) = finding.does(lambda by: candidates(today()))
    assert read.law.terms_on(today()).places == 1


def test_a_price_changes_in_the_middle_of_a_week_and_not_twice_on_a_day(finding: Finding) -> None:
    home = register.a_home(name="The Lindens")
    wednesday = date(2026, 11, 18)
    for on, pounds in ((date(2026, 4, 6), 700), (wednesday, 730)):
        finding.does(
            actions.set_price, finding.manager, home=home.id, pounds_a_week=Decimal(pounds), in_contract=True,
            starts_on=on,
        )  # fmt: skip
    assert [
        (each.starts_on, each.ends_on) for each in home.prices.using(make.OWNER).order_by("starts_on")
    ] == [
        (date(2026, 4, 6), wednesday),
        (wednesday, None),
    ]
    with pytest.raises(CannotBeError, match="A price from that day is written already"):
        finding.does(
            actions.set_price, finding.manager, home=home.id, pounds_a_week=Decimal(740), in_contract=True,
            starts_on=wednesday,
        )  # fmt: skip


def test_half_a_postcode_is_no_postcode_and_nothing_typed_is_lost(finding: Finding) -> None:
    run_by = register.provider("Harbour Homes", "private")
    told = {
        "kind": "residential", "name": "Harbour View", "provider": str(run_by.id), "places": "4", "postcode": "KT9",
        "lines": "7 Orchard Rise", "opened_on_day": "1", "opened_on_month": "2", "opened_on_year": "2026",
    }  # fmt: skip
    back = signed_in(finding.worker).post("/homes/add/", told)
    assert back.status_code == 200
    assert "This is no whole postcode, such as KT9 4ZZ. Mend it, or leave it out." in words_of(back)
    assert "7 Orchard Rise" in back.content.decode()
    assert not Home.objects.using(make.OWNER).exists()


def lawfully_of(finding: Finding, home: Home) -> Any:
    return finding.does(lambda by: lawfully([home.id], today())[home.id])
