"""A closed page, a risk that was told and unread words stand on the Today of the manager and of duty too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import override_settings
from django.utils import timezone

from kith.access.models import Account, Release, RestrictionAllows, SafeContact
from kith.core.acting import acting
from kith.decisions import actions as decisions
from kith.decisions.models import RiskTold
from kith.pages.today.for_others import waits_for_others
from kith.people.models import Person
from kith.story import actions as story
from kith.story.marks import Marked
from kith.story.models import WordsSent
from tests.decisions.tale import Tale
from tests.story.set_up import story_set_up
from tests.support import make
from tests.support.visit import signed_in, without_tokens, words_of

pytestmark = pytest.mark.database
CLOSED = "somebody else may be reading their page"


class Away:
    """Ada, whose worker is away; the worker's manager, another team's, and one on duty."""

    def __init__(self) -> None:
        north = make.team("North")
        self.child = make.person("Ada", "Reed")
        self.young = make.account("young_person")
        make.door(self.young, self.child)
        self.worker = make.account("lead", in_team=north)
        held = make.involved(self.worker, self.child)
        Release.objects.using(make.OWNER).create(
            reader=self.child, kind="involvement", item=held.id, prepared=True, released_at=timezone.now()
        )
        self.manager = make.account("manager", in_team=north)
        self.other = make.account("manager", in_team=make.team("South"))
        self.duty = make.account("front_door")

    def closes(self) -> None:
        signed_in(self.young).post("/sign-out", {"ends": "closed"})

    def writes(self, days: int) -> UUID:
        by = make.actor(self.young)
        with acting(by):
            event = story.write_own_words(
                by=by, persons=[self.child.id], text=[Marked("only you may know")], whose="Ada",
                private=True, to=[self.worker.id],
            )  # fmt: skip
        sent = timezone.now() - timedelta(days=days)
        WordsSent.objects.using(make.OWNER).filter(event_id=event).update(
            recorded_at=sent, passes_at=sent + timedelta(days=1)
        )
        return event


@pytest.fixture
def away(tmp_path: Path) -> Iterator[Away]:
    with story_set_up(tmp_path), override_settings(ROOT_URLCONF="kith.config.urls"):
        yield Away()


def today_of(account: Account) -> str:
    return words_of(signed_in(account).get("/"))


def told(account: Account) -> dict[str, list[tuple[str, UUID | None]]]:
    with acting(make.actor(account)):
        found = waits_for_others(account)
    return {kind: [(each.name, each.person) for each in lines] for kind, lines in found.items()}


def restricted_to(child: Person, *allow: Account) -> None:
    limit = make.restricted(child, check_with="the duty manager")
    for each in allow:
        RestrictionAllows.objects.using(make.OWNER).create(restriction=limit, account=each)


def test_a_closed_page_stands_with_the_manager_and_with_duty_at_once(away: Away) -> None:
    for account in (away.manager, away.duty):
        assert CLOSED not in today_of(account)
    away.closes()
    for account in (away.manager, away.duty):
        page = signed_in(account).get("/")
        assert f"Ada Reed : {CLOSED}" in words_of(page)
        assert f'href="/people/{away.child.id}/closed-page/"' in page.content.decode()
    assert signed_in(away.manager).get(f"/people/{away.child.id}/closed-page/").status_code == 200
    for account in (away.other, make.account("director"), make.account("lead")):
        assert CLOSED not in today_of(account)


def test_once_it_is_open_again_it_is_on_nobodys_today(away: Away) -> None:
    away.closes()
    day = timezone.localdate()
    seen = {"seen_on_day": day.day, "seen_on_month": day.month, "seen_on_year": day.year, "how": "Alone."}
    signed_in(away.manager).post(f"/people/{away.child.id}/closed-page/", seen)
    assert told(away.manager) == told(away.duty) == {}


def test_of_a_restricted_record_duty_learns_whom_to_ring_and_no_name(away: Away) -> None:
    away.closes()
    restricted_to(away.child, away.worker)
    page = signed_in(away.duty).get("/")
    assert "Ring the duty manager now" in words_of(page)
    assert "Reed" not in words_of(page)
    assert str(away.child.id) not in page.content.decode()
    assert told(away.manager) == {}, "a manager who is not named learns nothing"


def test_a_manager_who_is_named_still_sees_it(away: Away) -> None:
    away.closes()
    restricted_to(away.child, away.worker, away.manager)
    assert told(away.manager) == {"closed": [("Ada Reed", away.child.id)]}


def test_a_managers_own_people_stand_there_once_and_not_twice(away: Away) -> None:
    away.closes()
    make.involved(away.manager, away.child)
    assert told(away.manager) == {}
    assert "closed it: get in touch safely" in today_of(away.manager)


def test_words_that_nobody_read_in_time_are_told_to_the_manager_without_the_words(away: Away) -> None:
    event = away.writes(days=0)
    assert told(away.manager) == {}, "the worker has a working day to read them"
    WordsSent.objects.using(make.OWNER).filter(event_id=event).update(
        recorded_at=timezone.now() - timedelta(days=4), passes_at=timezone.now() - timedelta(days=3)
    )
    page = today_of(away.manager)
    assert "Written to my team, and not read in time Ada Reed" in page
    assert "only you may know" not in page
    assert told(away.other) == {}
    with acting(make.actor(away.worker)):
        story.read_words(by=make.actor(away.worker), event=event)
    assert told(away.manager) == {}


def test_a_risk_that_nobody_took_stands_with_the_manager_who_may_take_it_and_with_duty() -> None:
    tale = Tale()
    tale.asks_coordinator()
    by = make.actor(tale.coordinator)
    with acting(by):
        decisions.tell_worker_at_risk(by=by, meeting=tale.own.id, words="He waits at the gate.")
    duty, manager = make.account("front_door"), tale.manager
    for account in (duty, manager):
        assert "told by the coordinator" in today_of(account)
        assert "He waits at the gate" not in today_of(account)
    risk = RiskTold.objects.using(make.OWNER).get()
    signed_in(manager).post(f"/meetings/risks/{risk.id}/seen")
    assert told(duty) == told(manager) == {}


def test_how_it_is_safe_to_reach_somebody_passes_to_the_manager_and_duty_after_a_working_day(
    away: Away,
) -> None:
    said = signed_in(away.young).post("/my/safe-contact/", {"text": "no", "when_safe": "After school."})
    assert said.status_code == 302
    assert told(away.manager) == told(away.duty) == {}, "the worker has a working day to read it"
    row = SafeContact.objects.using(make.OWNER)
    row.update(said_at=timezone.now() - timedelta(days=5))
    for account in (away.manager, away.duty):
        page = today_of(account)
        assert "Ada Reed changed how it is safe to reach them" in page
        assert "It holds already" in page
        assert "After school" not in page
    for other in (away.other, make.account("director"), make.account("lead")):
        assert "changed how it is safe" not in today_of(other)
    to = f"/people/{away.child.id}/safe-contact/"
    assert signed_in(away.manager).post(to, {"said": str(row.get().id)}).status_code == 302
    assert told(away.manager) == told(away.duty) == {}


def test_of_somebody_with_whom_nobody_works_it_is_dutys_at_once(away: Away) -> None:
    gran = make.person("Nan", "Reed")
    theirs = make.account("parent")
    make.door(theirs, gran)
    assert signed_in(theirs).post("/my/safe-contact/", {"phone": "no"}).status_code == 302
    assert told(away.duty) == {"safe": [("Nan Reed", gran.id)]}
    assert told(away.manager) == {}
    assert "Nobody works with them." in today_of(away.duty)
    restricted_to(gran, away.worker)
    page = without_tokens(signed_in(away.duty).get("/"))
    assert "Ring <bdi>the duty manager</bdi> now" in page
    assert "Nan" not in page
    assert str(gran.id) not in page


@pytest.mark.parametrize("role", ["lead", "director", "partner", "admin", "parent", "auditor", "coordinator"])
def test_the_functions_answer_no_other_role(away: Away, role: str) -> None:
    away.closes()
    away.writes(days=4)
    signed_in(away.young).post("/my/safe-contact/", {"text": "no"})
    account = make.account(role)
    with acting(make.actor(account)), connection.cursor() as cursor:
        for function in (
            "access_closed_for_others", "story_unread_in_team", "decisions_risks_for_others",
            "access_said_safe_for_others",
        ):  # fmt: skip
            cursor.execute(f"SELECT count(*) FROM {function}()")
            assert cursor.fetchone() == (0,)
