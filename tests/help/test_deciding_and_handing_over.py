"""The front door: decides by a rule, refuses nobody without more, hands over, tells by a safe way, and counts bounces."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test.utils import override_settings
from django.utils import timezone

from kith.access.models import Account
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.help import actions
from kith.help.models import HelpRequest, Referral, ThresholdDecision
from kith.help.queries.requests import front_door
from kith.story.models import Event
from tests.help.asked import answer, asked, give, holder, take
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("whole_house")]


@pytest.fixture
def whole_house() -> Any:
    with override_settings(ROOT_URLCONF="kith.config.urls"):
        yield


@pytest.fixture
def duty() -> Account:
    return make.account("front_door", display_name="Dee Duty")


def does(account: Account, act: Any, **facts: Any) -> Any:
    with acting(make.actor(account)):
        return act(by=make.actor(account), **facts)


def decides(account: Account, request: UUID, **more: Any) -> ThresholdDecision:
    given = {
        "facts": ["asks_itself", "mental_health", "money_home"],
        "version": "2026-11",
        "tier": "family_help",
    }
    made: ThresholdDecision = does(account, actions.decide_request, request=request, **(given | more))
    return made


def test_a_decision_cites_the_rule_and_its_version(duty: Account) -> None:
    made = decides(duty, asked())
    assert (made.tier, made.by_rule, made.rules, made.rule_set) == (
        "family_help",
        "family_help",
        ["F2"],
        "2026-11",
    )


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"tier": "advice"}, "The published rules say otherwise"),
        ({"facts": [], "tier": "advice", "reason": "No."}, "Nobody is sent away"),
        ({"facts": [], "tier": "community", "reason": "No.", "letter": "Thanks"}, "Nobody is sent away"),
        ({"facts": ["weather"]}, "have changed meanwhile"),
        ({"version": "1999"}, "have changed meanwhile"),
    ],
)
def test_no_decision_without_what_it_owes(duty: Account, more: dict[str, Any], says: str) -> None:
    with pytest.raises(NotPermittedError, match=says):
        decides(duty, asked(), **more)


def test_more_help_than_the_rules_say_needs_only_a_reason(duty: Account) -> None:
    made = decides(duty, asked(), facts=[], tier="protection", reason="What her daughter said on the phone.")
    assert (made.tier, made.by_rule, made.rules) == ("protection", "advice", ["A1"])


def test_nobody_decides_without_the_role(duty: Account) -> None:
    request, lead = asked(), make.account("lead")
    answer(lead, give(duty, request, lead), True)
    with pytest.raises(NotPermittedError, match="you cannot decide"):
        decides(lead, request)


def test_on_the_page_the_rules_speak_first_and_the_letter_is_drawn_up(duty: Account) -> None:
    request, client = asked(safe_to=("call",)), signed_in(duty)
    address = f"/help/requests/{request}/decide/"
    looked = client.post(address, {"step": "look", "facts": ["money_home"], "reason": "One thing is hard."})
    page = words_of(looked)
    for words in (
        "The rules say: Help near home",
        "Rule C1",
        "Dear Mara",
        "One thing is hard.",
        "0808 801 0366",
    ):
        assert words in page
    assert ThresholdDecision.objects.using(make.OWNER).count() == 0
    bare = client.post(address, {"facts": ["money_home"], "tier": "community"})
    for words in ("Say why", "what they can do or have instead", "Write the letter"):
        assert words in words_of(bare)
    whole = {
        "facts": ["money_home"],
        "tier": "community",
        "reason": "r",
        "alternative": "The hub",
        "letter": "Hi Mara",
    }
    assert client.post(address, whole | {"sending": str(uuid4())}).status_code == 302
    page = words_of(client.get(f"/help/requests/{request}/"))
    for words in ("Rule C1 of version 2026-11", "The hub", "by Dee Duty"):
        assert words in page
    assert "Hi Mara" in words_of(client.get(f"/help/requests/{request}/letter/"))


def test_whoever_asked_is_told_only_by_a_way_that_they_called_safe(duty: Account) -> None:
    request = asked(safe_to=("call",))
    with pytest.raises(NotPermittedError, match="Decide first"):
        does(duty, actions.say_told, request=request, how="call")
    decides(duty, request)
    with pytest.raises(NotPermittedError, match="safe way"):
        does(duty, actions.say_told, request=request, how="letter")
    page = words_of(signed_in(duty).get(f"/help/requests/{request}/"))
    assert "A call" in page
    assert "A letter" not in page
    does(duty, actions.say_told, request=request, how="call")


def test_family_help_is_not_done_with_while_only_the_front_door_has_it(duty: Account) -> None:
    request, lead = asked(safe_to=("call",)), make.account("lead")
    with pytest.raises(NotPermittedError, match="First decide"):
        does(duty, actions.close_request, request=request)
    decides(duty, request)
    does(duty, actions.say_told, request=request, how="call")
    for hold in (lambda: None, lambda: take(duty, request)):
        hold()
        with pytest.raises(NotPermittedError, match="Nobody who will help"):
            does(duty, actions.close_request, request=request)
    answer(lead, give(duty, request, lead), True)
    does(lead, actions.close_request, request=request)
    assert HelpRequest.objects.using(make.OWNER).get().closed_at is not None
    with acting(make.actor(duty)):
        assert front_door() == []


def test_late_is_told_by_working_days_and_urgent_comes_first(duty: Account) -> None:
    old, urgent, new = asked(), asked(urgent=True), asked()
    HelpRequest.objects.using(make.OWNER).filter(id=old).update(asked_at=timezone.now() - timedelta(days=6))
    with acting(make.actor(duty)):
        lines = front_door()
    assert [each.id for each in lines] == [urgent, old, new]
    assert [each.late for each in lines] == [False, True, False]


def test_a_handover_by_the_pages_and_two_noes_come_to_the_managers_today(duty: Account) -> None:
    request, manager = asked(), make.account("manager")
    client, boss = signed_in(duty), signed_in(manager)
    client.post(f"/help/requests/{request}/take", {"sending": str(uuid4())})
    assert holder(request) == duty.id
    for number in (1, 2):
        worker = make.account("lead", display_name=f"Sam {number}")
        found = words_of(client.get(f"/help/requests/{request}/hand-over/?q=sam"))
        assert f"Sam {number}" in found
        sent = client.post(
            f"/help/requests/{request}/hand-over/?worker={worker.id}",
            {"words": "A mother", "sending": str(uuid4())},
        )
        assert sent.status_code == 302
        theirs = signed_in(worker)
        today = theirs.get("/").content.decode()
        assert "Asked of me: will I take this on?" in today
        address = f"/help/given/{UUID(today.split('/help/given/')[1][:36])}/"
        assert client.get(address).status_code == 404, "nobody answers for another"
        assert "Say why not" in words_of(theirs.post(address, {"answer": "no"}))
        assert (
            theirs.post(address, {"answer": "no", "why": "We are full", "sending": str(uuid4())}).status_code
            == 302
        )
        assert holder(request) == duty.id
        assert ("sent from one to the next" in words_of(boss.get("/"))) is (number == 2)
    page = words_of(client.get(f"/help/requests/{request}/"))
    assert page.count("said no: We are full") == 2


def test_it_is_about_somebody_only_once_a_worker_to_whom_they_are_open_says_so(duty: Account) -> None:
    request, child = asked(), make.person("Ada")
    with pytest.raises(NotPermittedError, match="not open to you"):
        does(duty, actions.match_person, request=request, person=child.id)
    make.involved(duty, child, role="screener")
    does(duty, actions.match_person, request=request, person=child.id, referral=True)
    came = timezone.localdate(HelpRequest.objects.using(make.OWNER).get().asked_at)
    assert Referral.objects.using(make.OWNER).get().referred_on == came
    assert Event.objects.using(make.OWNER).get().title == "Somebody asked for help"
    decides(duty, request)
    assert Event.objects.using(make.OWNER).count() == 2


def test_what_somebody_else_asked_belongs_to_a_concern_that_is_not_told(duty: Account) -> None:
    from kith.story.actions import start_not_yet_told

    child = make.person("Ada")
    make.involved(duty, child, role="screener")
    concern = does(duty, start_not_yet_told, persons=[child.id], reason="Not safe.", since=timezone.now())
    theirs, hers = asked(how="professional"), asked(how="self")
    for request in (theirs, hers):
        does(duty, actions.match_person, request=request, person=child.id)
        decides(duty, request)
    found = dict(HelpRequest.objects.using(make.OWNER).values_list("id", "covert_id"))
    assert found == {theirs: getattr(concern, "id", concern), hers: None}
    about = Event.objects.using(make.OWNER).filter(action__startswith="help.")
    assert about.filter(covert_id=found[theirs]).count() == 2
    assert about.filter(covert_id=None).count() == 2


def test_a_match_by_the_page_leaves_a_look_and_an_unknown_id_does_nothing(duty: Account) -> None:
    request, child, client = asked(), make.person("Ada", "Moss"), signed_in(duty)
    make.involved(duty, child, role="screener")
    address = f"/help/requests/{request}/people/"
    assert "Ada Moss" in words_of(client.get(f"{address}?q=moss"))
    assert "Choose one of the people" in words_of(client.post(address, {"person": "x"}))
    assert client.post(address, {"person": str(child.id), "sending": str(uuid4())}).status_code == 302
    assert "Ada Moss" in words_of(client.get(f"/help/requests/{request}/"))


def test_pages_of_the_front_door_take_few_statements(duty: Account) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    request, child, client = asked(), make.person("Ada"), signed_in(duty)
    make.involved(duty, child, role="screener")
    does(duty, actions.match_person, request=request, person=child.id)
    decides(duty, request)
    for address in ("/help/requests/", f"/help/requests/{request}/"):
        with CaptureQueriesContext(connection) as caught:
            assert client.get(address).status_code == 200
        assert len(caught) <= 20, address


def test_an_offer_of_help_is_recorded_with_its_answer_and_told() -> None:
    worker, child = make.account("social_worker"), make.person("Ada")
    make.involved(worker, child, role="social_worker")
    day = date(2026, 1, 5)
    made = does(
        worker,
        actions.offer_help,
        person=child.id,
        what="Somebody to talk to",
        why="after_enquiry",
        on=day,
        enquiry=uuid4(),
    )
    does(worker, actions.answer_offer, offer=made.id, answer="later", on=day, words="when he starts school")
    does(worker, actions.answer_offer, offer=made.id, answer="accepted", on=date(2026, 2, 5))
    for wrong, says in (
        ({"answer": "declined", "on": date(2026, 3, 5)}, "answered already"),
        ({"answer": "declined", "on": date(2025, 1, 1)}, "before the offer"),
    ):
        with pytest.raises(NotPermittedError, match=says):
            does(worker, actions.answer_offer, offer=made.id, **wrong)
    with pytest.raises(NotPermittedError, match="Say what"):
        does(worker, actions.offer_help, person=child.id, what=" ", why="stage", on=day)
    assert Event.objects.using(make.OWNER).count() == 3
