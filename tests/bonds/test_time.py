"""Time with those one loves: planned, set, done, missed with why and another day, asked for and answered."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from kith.bonds import actions
from kith.bonds.models import BondFact, Meet, TimeAsk
from kith.bonds.queries.time import TimePage, time_page
from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from tests.bonds.home import ago, ahead, sleeps, today
from tests.bonds.test_time_is_safe import Times
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


@pytest.fixture
def times(kith_database: None) -> Times:
    return Times()


def page(times: Times) -> TimePage:
    with acting(make.actor(times.lead)):
        return time_page(times.ids)


def over(times: Times, plan: Any = None) -> Any:
    """A time of yesterday of which nobody has said anything yet."""
    return Meet.objects.using(make.OWNER).create(
        plan_id=plan or times.dads, at=timezone.now() - timedelta(days=1), place="The park"
    )


def facts(times: Times, kind: str, person: Any = None) -> list[Any]:
    rows = BondFact.objects.using(make.OWNER).filter(person=person or times.child, kind=kind)
    return [(each.happened_on, each.until) for each in rows]


def test_a_plan_says_when_next_and_of_what_is_over_asks_whether_it_happened(times: Times) -> None:
    over(times)
    (plan,) = page(times).plans
    assert plan.next is not None
    assert plan.next.place == "The Gallery café"
    assert [each.place for each in plan.to_say] == ["The park"]
    assert {each.name for each in plan.readers} == {"Ada Example", "Rhys Example"}
    assert "happen?" in words_of(signed_in(times.lead).get(times.page()))


@pytest.mark.parametrize(
    ("facts_of", "field"),
    [
        ({}, "why_missed"),
        ({"why_missed": "worker"}, "why_not_again"),
        ({"why_missed": "worker", "why_not_again": " "}, "why_not_again"),
        ({"why_missed": "worker", "instead_at": timezone.now() - timedelta(days=2)}, "instead_day"),
    ],
)
def test_a_time_missed_needs_why_and_another_day_or_why_there_is_none(
    times: Times, facts_of: dict[str, Any], field: str
) -> None:
    meet = over(times)
    with pytest.raises(CannotBeError) as refused:
        times.does(actions.meet_came, meet=meet.id, stands="missed", **facts_of)
    assert refused.value.field == field
    assert page(times).plans[0].to_say


def test_a_time_missed_is_rebooked_and_the_child_reads_when(times: Times) -> None:
    meet = over(times)
    again = timezone.now() + timedelta(days=2)
    times.does(actions.meet_came, meet=meet.id, stands="missed", why_missed="worker", instead_at=again)
    (plan,) = page(times).plans
    assert plan.missed == 1
    assert plan.next is not None
    assert plan.next.at == again
    (mine,) = times.seen(times.young).times
    assert mine.past[0].instead == again
    assert mine.past[0].why == "we had nobody to bring them or be there"


def test_the_database_keeps_no_time_missed_without_why_and_what_then(times: Times) -> None:
    from django.db import IntegrityError

    with pytest.raises(IntegrityError):
        Meet.objects.using(make.OWNER).filter(id=over(times).id).update(stands="missed")


def test_what_is_to_come_has_not_happened_and_what_happened_is_said_once(times: Times) -> None:
    with pytest.raises(CannotBeError, match="still to come"):
        times.does(actions.meet_came, meet=times.meet, stands="done")
    meet = over(times)
    times.does(actions.meet_came, meet=meet.id, stands="done", child_said="We fed ducks.")
    with pytest.raises(NotPermittedError):
        times.does(actions.meet_came, meet=meet.id, stands="done")
    assert page(times).plans[0].last is not None


def test_time_of_brothers_and_sisters_counts_for_each_and_keeps_the_promise(times: Times) -> None:
    plan = times.plans(times.brother.id, "Ben", tie="sibling")
    meet = over(times, plan)
    assert facts(times, "sibling_time") == []
    times.does(actions.meet_came, meet=meet.id, stands="done")
    expected = [(timezone.localdate(meet.at), None)]
    assert facts(times, "sibling_time") == expected
    assert facts(times, "sibling_time", times.brother) == expected
    # It stands on the brother's page too, with her name.
    with acting(make.actor(times.lead)):
        (his,) = time_page([times.brother.id]).plans
    assert his.names == "Ada Example"


def test_what_is_refused_as_urgent_runs_to_the_law_and_what_parts_them_is_told_to_it(times: Times) -> None:
    from kith.law.due import obligations

    sleeps(times.child, ago(20))
    sleeps(times.brother, ago(20), postcode="ZZ9 9ZZ")
    times.limits(kind="urgent", from_on=ago(3))
    with acting(make.actor(times.lead)):
        found = {each.duty: each for each in obligations(times.ids)}
    assert found["EM-05"].due == ahead(4)
    assert facts(times, "apart") == [(ago(20), None)]


def test_time_is_looked_at_at_a_review_by_the_reviewing_officer_too(times: Times) -> None:
    reviewing = make.account("reviewing")
    make.involved(reviewing, times.child)
    client = signed_in(reviewing)
    day = {f"on_{part}": str(getattr(today(), part)) for part in ("day", "month", "year")}
    sent = client.post(times.page("review/"), {"words": "Weekly, as she asks.", "child_said": "More."} | day)
    assert sent.status_code == 302
    assert "Weekly, as she asks." in words_of(client.get(times.page()))
    assert facts(times, "considered") == [(today(), None)]


def test_a_young_person_asks_on_her_own_page_and_reads_the_answer_with_its_reason(times: Times) -> None:
    young, worker = signed_in(times.young), signed_in(times.lead)
    assert young.post("/my/time/ask/", {"whom": ""}).status_code == 200
    assert (
        young.post("/my/time/ask/", {"whom": "my brother Ben", "words": "Every Sunday?"}).status_code == 302
    )
    assert "We answer by" in words_of(young.get("/my/time/"))
    staff = words_of(worker.get(times.page()))
    assert "asks to see my brother Ben" in staff
    ask = TimeAsk.objects.using(make.OWNER).get(child=times.child)
    address = times.page(f"asked/{ask.id}/")
    assert worker.post(address, {"answer": "some", "reason": ""}).status_code == 200
    assert (
        worker.post(address, {"answer": "some", "reason": "Every second Sunday, from May."}).status_code
        == 302
    )
    told = words_of(young.get("/my/time/"))
    assert "Every second Sunday, from May." in told
    assert "Rosa Lindqvist" in told
    assert worker.get(address).status_code == 404


def test_a_parent_asks_for_a_child_of_theirs_and_for_nobody_elses(times: Times) -> None:
    father = signed_in(times.father)
    assert "Ada" in words_of(father.get("/my/time/ask/"))
    sent = {"child": str(times.child.id), "whom": "Ada and me"}
    assert father.post("/my/time/ask/", sent).status_code == 302
    assert father.post("/my/time/ask/", sent | {"child": str(make.person("Other").id)}).status_code == 200
    assert TimeAsk.objects.using(make.OWNER).filter(asker=times.dad).count() == 1


def test_an_ask_that_waits_too_long_is_said_to_be_late(times: Times) -> None:
    TimeAsk.objects.using(make.OWNER).create(
        child=times.child, asker=times.child, whom="Nan", asked_on=ago(9), answer_by=ago(2), source="family"
    )
    assert page(times).asks[0].late
    assert "They were to be answered" in words_of(signed_in(times.lead).get(times.page()))


def test_the_pages_forms_plan_set_show_and_end(times: Times) -> None:
    client = signed_in(times.lead)
    day = {part: str(getattr(today(), part)) for part in ("day", "month", "year")}
    sent = {
        "people": [str(times.mum.id)], "other": "Nan Nora", "tie": "parent", "how": "call", "times": "1", "every": "week",
        "agreed_with": "Ada", **{f"orders_checked_on_{part}": value for part, value in day.items()},
    }  # fmt: skip
    assert client.post(times.page("plan/"), sent | {"people": [], "other": ""}).status_code == 200
    assert client.post(times.page("plan/"), sent).status_code == 302
    plan = next(each for each in page(times).plans if "Nora" in each.names)
    assert plan.names == "Mara Example, Nan Nora"
    next_day = {f"day_{part}": str(getattr(ahead(3), part)) for part in ("day", "month", "year")}
    assert client.post(times.page(f"{plan.id}/next/"), next_day | {"clock": "25:99"}).status_code == 200
    assert client.post(times.page(f"{plan.id}/next/"), next_day | {"clock": "15.30"}).status_code == 302
    show = {"reader": str(times.mum.id), "prepared": "yes", "how_prepared": "At home."}
    assert "This goes to" in words_of(client.post(times.page(f"{plan.id}/show/"), show))
    assert client.post(times.page(f"{plan.id}/show/"), show | {"sure": "1"}).status_code == 302
    assert "once a week" in words_of(signed_in(times.mother).get("/my/time/"))
    assert client.post(times.page(f"{plan.id}/show/"), {"take_back": str(times.mum.id)}).status_code == 302
    assert "once a week" not in words_of(signed_in(times.mother).get("/my/time/"))
    assert client.post(times.page(f"{plan.id}/end/"), {"why": "She rings herself now."}).status_code == 302
    assert plan.id not in {each.id for each in page(times).plans}


def test_seen_as_they_will_see_it_it_is_what_they_see(times: Times) -> None:
    address = f"/people/{times.child.id}/see-as/{times.father.id}/more/"
    page_of_his = words_of(signed_in(times.lead).get(address))
    assert "The Gallery café" in page_of_his
    times.limits()
    assert "The Gallery café" not in words_of(signed_in(times.lead).get(address))


def test_the_page_asks_little(times: Times) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for n in range(6):
        times.meets(times.dads, f"Place {n}")
        times.plans(None, f"Friend {n}", tie="friend")
    with acting(make.actor(times.lead)), CaptureQueriesContext(connection) as asked:
        time_page(times.ids)
    assert len(asked) <= 11
    with acting(make.actor(times.young)), CaptureQueriesContext(connection) as asked:
        times.seen(times.young)
    assert len(asked) <= 6
