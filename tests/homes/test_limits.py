"""Who lives in a home, who must not, and for whom carers may pass the usual limit: on pages, and asked of the law."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from kith.access.models import Account
from kith.core.action import CannotBeError, NotPermittedError
from kith.homes import actions
from kith.homes.models import Exclusion, Exemption, Home, Member
from kith.homes.queries.limits import limits_of
from tests.homes import register
from tests.homes.finding import Finding, born, today
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


class Limits(Finding):
    """Ada, nine, looks for a home; three strangers live at Elm End, which is approved for five."""

    def __init__(self) -> None:
        super().__init__(make.person("Ada", "Quill", born=born(9, -40)))
        self.elm = register.a_home(name="Elm End", places=5, free=2)
        self.search_id = self.looks()
        self.among(self.search_id, "2_own")
        self.base = f"/people/{self.child.id}/find-a-home/"

    def sends(self, address: str, told: dict[str, Any], by: Account | None = None) -> Any:
        return signed_in(by or self.worker).post(address, told)


@pytest.fixture
def limits(kith_database: None) -> Limits:
    return Limits()


def day(name: str, on: date) -> dict[str, str]:
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}


def test_a_fourth_child_may_come_once_a_manager_exempts_her_by_name(limits: Limits) -> None:
    with pytest.raises(CannotBeError, match="More than three would live there"):
        limits.lists(limits.search_id, limits.elm)
    told = {"home": limits.elm.reference.lower(), "reason": "They know her. Until Easter."}
    told |= day("starts_on", today()) | day("ends_on", today() + timedelta(days=60))
    assert limits.sends(f"{limits.base}usual-limit/", told).status_code == 404, "a manager decides"
    assert limits.sends(f"{limits.base}usual-limit/", told, limits.manager).status_code == 302
    page = words_of(signed_in(limits.manager).get(limits.base))
    assert f"Carers may pass the usual limit: {limits.elm.reference}" in page
    limits.lists(limits.search_id, limits.elm)


def test_an_exemption_that_ended_lets_nobody_in(limits: Limits) -> None:
    let = limits.does(
        actions.exempt, limits.manager, home=limits.elm.id, child=limits.child.id, starts_on=date(2026, 1, 5),
        reason="They know her.",
    )  # fmt: skip
    limits.does(actions.end_exemption, limits.manager, exemption=let, on=today())
    with pytest.raises(CannotBeError, match="More than three would live there"):
        limits.lists(limits.search_id, limits.elm)
    with pytest.raises(CannotBeError, match="write a later day"):
        limits.does(actions.end_exemption, limits.manager, exemption=let, on=date(2026, 1, 5))


def test_an_exemption_needs_a_reason_a_foster_home_and_days_in_order(limits: Limits) -> None:
    house = register.a_home("residential", name="Harbour View")
    for facts, why in (
        ({"reason": " "}, "Say why"),
        ({"home": house.id}, "usual limit is for foster homes"),
        ({"ends_on": today()}, "would end before that"),
        ({"starts_on": date(1991, 10, 13)}, "since 14 October 1991"),
    ):
        told: dict[str, Any] = {
            "home": limits.elm.id, "child": limits.child.id, "starts_on": today(), "reason": "She knows them.",
        }  # fmt: skip
        with pytest.raises(CannotBeError, match=why):
            limits.does(actions.exempt, limits.manager, **told | facts)
    assert not Exemption.objects.using(make.OWNER).exists()


def test_a_child_must_not_live_where_a_court_says_so_until_it_ends(limits: Limits) -> None:
    told = {"home": "F-9999", "what_says_so": "court", "said": "Not where his cousin lives."}
    told |= day("starts_on", today() - timedelta(days=2))
    back = limits.sends(f"{limits.base}never/", told).content.decode()
    assert "No home has this number. Look it up under Homes." in back
    assert "Not where his cousin lives." in back, "nothing typed is lost"
    right = register.a_home(name="The Lindens")
    assert limits.sends(f"{limits.base}never/", told | {"home": right.reference}).status_code == 302
    with pytest.raises(CannotBeError, match="Not where his cousin lives"):
        limits.lists(limits.search_id, right)
    (line,) = limits_of_child(limits)
    end = limits.sends(f"{limits.base}limits/{line.id}/", day("on", today()))
    assert end.status_code == 302
    assert limits_of_child(limits) == ()
    limits.lists(limits.search_id, right)


def test_no_child_may_come_while_a_home_is_barred_and_again_once_that_ends(limits: Limits) -> None:
    right = register.a_home(name="The Lindens")
    bar = limits.does(
        actions.exclude,
        home=right.id,
        what_says_so="safety",
        said="A fire.",
        starts_on=today() - timedelta(days=1),
    )
    assert "A fire." in words_of(signed_in(limits.worker).get(f"/homes/{right.id}/"))
    assert limits.sends(f"/homes/{right.id}/bar/{bar}/", day("on", today())).status_code == 302
    assert "A fire." not in words_of(signed_in(limits.worker).get(f"/homes/{right.id}/"))
    assert Exclusion.objects.using(make.OWNER).get(id=bar).ends_on == today()


def test_who_lives_there_is_found_by_name_and_leaves_again(limits: Limits) -> None:
    grace = make.person("Grace", "Okafor", born=date(1980, 4, 2))
    make.involved(limits.worker, grace)
    make.person("Grace", "Okonkwo")
    page = signed_in(limits.worker).get(f"/homes/{limits.elm.id}/who/", {"q": "Grace"}).content.decode()
    assert "Grace Okafor" in page
    assert "Okonkwo" not in page, "only of whom the record is open"
    told = {"q": "Grace", "person": str(grace.id), "part": "carer"} | day("since", date(2025, 3, 1))
    assert limits.sends(f"/homes/{limits.elm.id}/who/", told).status_code == 302
    again = words_of(limits.sends(f"/homes/{limits.elm.id}/who/", told))
    assert "They are written as living here already." in again
    member = Member.objects.using(make.OWNER).get()
    early = limits.sends(f"/homes/{limits.elm.id}/who/{member.id}/", day("on", date(2025, 3, 1)))
    assert "They came on 1 March 2025: write a later day." in words_of(early)
    done = limits.sends(f"/homes/{limits.elm.id}/who/{member.id}/", day("on", today()))
    assert done.status_code == 302
    assert "Grace Okafor" not in words_of(signed_in(limits.worker).get(f"/homes/{limits.elm.id}/"))


def test_what_a_home_is_like_is_changed_on_its_page(limits: Limits) -> None:
    form = signed_in(limits.worker).get(f"/homes/{limits.elm.id}/is-like/").content.decode()
    assert "checked" not in form
    told = {"skills": ["teenagers", "siblings"], "lives_here": ["dog"], "languages": ["pol"]}
    assert limits.sends(f"/homes/{limits.elm.id}/is-like/", told).status_code == 302
    changed = Home.objects.using(make.OWNER).get(id=limits.elm.id)
    assert (changed.skills, changed.lives_here, changed.languages) == (
        ["siblings", "teenagers"],
        ["dog"],
        ["pol"],
    )
    assert signed_in(limits.worker).get(f"/homes/{limits.elm.id}/is-like/").content.count(b" checked") == 4


def test_whoever_does_not_keep_the_register_writes_none_of_it(limits: Limits) -> None:
    director = make.account("director")
    for facts in (
        (
            actions.exclude,
            {"home": limits.elm.id, "what_says_so": "court", "said": "No.", "starts_on": today()},
        ),
        (actions.describe_home, {"home": limits.elm.id}),
    ):
        with pytest.raises(NotPermittedError):
            limits.does(facts[0], director, **facts[1])
    assert signed_in(director).get(f"/homes/{limits.elm.id}/who/").status_code == 404


def limits_of_child(limits: Limits) -> Any:
    return limits.does(lambda by: limits_of([limits.child.id], today()))
