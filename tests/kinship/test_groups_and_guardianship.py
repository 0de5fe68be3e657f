"""Training and groups asked for behind a carer's own door; notice of special guardianship and support looked at again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.kinship import actions
from kith.kinship.gatherings import coming
from kith.kinship.models import Gathering, GatheringAsk, KinFact
from kith.kinship.register import register
from kith.law.due import obligations
from kith.law.months import add_months
from tests.kinship.kinfolk import Kinfolk, ago
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
PLACE = "The Quiet Room, 4 Mill Lane"


def group(kin: Kinfolk, **facts: Any) -> Any:
    told: dict[str, Any] = {
        "kind": "group", "title": "Grandparents’ tea", "at": timezone.now() + timedelta(days=9), "place": PLACE,
        "confidential": True, "childcare": True, "expenses": True,
    }  # fmt: skip
    return kin.does(actions.set_gathering, **(told | facts))


def test_where_a_group_meets_is_told_to_those_with_a_place_alone(kin_folk: Kinfolk) -> None:
    made = group(kin_folk)
    hers, his = signed_in(kin_folk.her), signed_in(kin_folk.him)
    page = words_of(hers.get("/my/groups/"))
    assert "Grandparents’ tea" in page
    assert "Children are looked after meanwhile." in page
    assert "Mill Lane" not in page
    sent = hers.post(f"/my/groups/{made}/", {"words": "A lift, please."}, follow=True)
    assert "No answer yet." in words_of(sent)
    assert hers.get(f"/my/groups/{made}/").status_code == 404
    staff = signed_in(kin_folk.lead)
    ask = GatheringAsk.objects.using(make.OWNER).get()
    assert "A lift, please." in words_of(staff.get("/kinship/groups/"))
    assert (
        staff.post(f"/kinship/groups/asks/{ask.id}/", {"answer": "yes", "reason": "See you."}).status_code
        == 302
    )
    assert "Mill Lane" in words_of(hers.get("/my/groups/"))
    assert "Mill Lane" not in words_of(his.get("/my/groups/"))


def test_a_no_has_a_reason_and_what_is_called_off_says_why(kin_folk: Kinfolk) -> None:
    made = group(kin_folk, confidential=False)
    with acting(make.actor(kin_folk.her)):
        ask = actions.ask_to_come(by=make.actor(kin_folk.her), gathering=made)
    with pytest.raises(CannotBeError, match="Say why"):
        kin_folk.does(actions.answer_place, ask=ask, answer="full")
    kin_folk.does(actions.answer_place, ask=ask, answer="full", reason="Next month again.")
    kin_folk.does(actions.call_off, gathering=made, why="The hall is flooded.")
    assert "The hall is flooded." in words_of(signed_in(kin_folk.her).get("/my/groups/"))
    assert "flooded" not in words_of(signed_in(kin_folk.him).get("/my/groups/"))


def test_nobody_but_a_carer_has_the_page_and_nobody_asks_for_another(kin_folk: Kinfolk) -> None:
    made = group(kin_folk)
    parent = make.account("parent")
    make.door(parent, make.person("Ann", born=None))
    assert signed_in(parent).get("/my/groups/").status_code == 404
    with acting(make.actor(parent)):
        assert coming() == []
        with pytest.raises(NotPermittedError):
            actions.ask_to_come(by=make.actor(parent), gathering=made)
    with acting(make.actor(kin_folk.her)):
        assert not Gathering.objects.exists()


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"title": " "}, "title"),
        ({"at": timezone.now() - timedelta(hours=1)}, "at"),
        ({"place": ""}, "place"),
    ],
)
def test_what_cannot_be_is_named(kin_folk: Kinfolk, facts: dict[str, Any], field: str) -> None:
    with pytest.raises(CannotBeError) as refused:
        group(kin_folk, **facts)
    assert refused.value.field == field


def test_a_group_is_set_on_a_page(kin_folk: Kinfolk) -> None:
    day = timezone.localdate() + timedelta(days=30)
    typed: dict[str, Any] = {"kind": "training", "title": "Sleep <b>", "at": "10:30"}
    typed |= {"day_day": day.day, "day_month": day.month, "day_year": day.year}
    client = signed_in(kin_folk.lead)
    assert client.post("/kinship/groups/new/", typed | {"at": "late"}).status_code == 200
    assert client.post("/kinship/groups/new/", typed).status_code == 302
    assert "Sleep <b>" in words_of(signed_in(kin_folk.her).get("/my/groups/"))


def supported(kin: Kinfolk, caring: UUID) -> None:
    actor = make.actor(kin.lead)
    with acting(actor):
        actions.add_support(
            by=actor, caring=caring, need="home", words="Beds.", what="Two beds", who="The team"
        )


def facts_of(kin: Kinfolk) -> set[tuple[str, Any, Any]]:
    rows = KinFact.objects.using(make.OWNER).filter(person=kin.child, kind__startswith="sg_")
    return {(each.kind, each.happened_on, each.until) for each in rows}


def test_notice_and_court_are_facts_of_the_child_and_the_court_is_not_asked_before(kin_folk: Kinfolk) -> None:
    notice = kin_folk.does(
        actions.take_notice, child=kin_folk.child.id, carer=kin_folk.nan.id, given_on=ago(100)
    )
    assert facts_of(kin_folk) == {("sg_notice", ago(100), None)}
    with pytest.raises(CannotBeError, match="before the notice"):
        kin_folk.does(actions.court_was_asked, notice=notice, on=ago(101))
    kin_folk.does(actions.court_was_asked, notice=notice, on=ago(5))
    assert facts_of(kin_folk) == {("sg_notice", ago(100), None), ("sg_asked", ago(5), None)}
    assert "The court was asked on" in words_of(signed_in(kin_folk.lead).get(kin_folk.page))


def test_both_duties_are_lit(kin_folk: Kinfolk) -> None:
    kin_folk.does(actions.take_notice, child=kin_folk.child.id, carer=kin_folk.nan.id, given_on=ago(10))
    supported(kin_folk, kin_folk.caring("sgo", since=ago(400)))
    with acting(make.actor(kin_folk.lead), read_only=True):
        found = {each.duty: each for each in obligations([kin_folk.child.id], as_at=ago(0))}
    assert found["KC-11"].starts == ago(10)
    assert (found["KC-12"].starts, found["KC-12"].state) == (ago(0), "due")
    assert found["KC-12"].due == add_months(ago(0), 12)


def test_support_under_an_order_lasts_to_its_end_and_is_looked_at_again(kin_folk: Kinfolk) -> None:
    caring = kin_folk.caring("sgo", since=ago(400))
    assert facts_of(kin_folk) == set()
    supported(kin_folk, caring)
    assert facts_of(kin_folk) == {("sg_supp", ago(0), None)}
    kin_folk.does(actions.look_at_support_again, caring=caring, on=ago(0), words="It helps.")
    kin_folk.does(actions.end_caring, caring=caring, on=ago(0), why="They are grown up.")
    assert facts_of(kin_folk) == {("sg_supp", ago(0), ago(0)), ("sg_looked", ago(0), None)}


def test_support_of_a_family_arrangement_starts_no_duty_of_special_guardianship(kin_folk: Kinfolk) -> None:
    caring = kin_folk.caring("family")
    supported(kin_folk, caring)
    kin_folk.does(actions.look_at_support_again, caring=caring, on=ago(0), words="It helps.")
    assert facts_of(kin_folk) == set()
    with acting(make.actor(kin_folk.lead)):
        (line,) = register()[0]
    assert line.never_in_care
