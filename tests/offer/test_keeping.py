"""Those who keep the directory: what they see and do, and that nobody else does."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import connection, connections
from django.db.utils import DatabaseError, ProgrammingError
from django.test import Client

from kith.access.permissions import Permission
from kith.access.roles import ROLES
from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.offer import actions
from kith.offer.models import Contact, Held, Nudge, Provider, Published, Report, Service
from tests.offer.world import facts, officer, put, secret
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
KEEPERS = {code for code, role in ROLES.items() if Permission.KEEP_DIRECTORY in role.may}
FORM = {
    "name": "Chess Club",
    "provider": "Rook Trust",
    "confidential": "no",
    "needs": ["young"],
    "minimum_age": "7",
    "maximum_age": "11",
    "phones": "01632 960777, evenings",
    "hours": "Mondays 4pm-6pm, term time only",
    "places": "Elm Hall | 3 Kiln Garth | Pellbridge | kh61aa",
    "access": "No steps; hearing loop",
    "cost": "2.50",
    "languages": "English; Urdu",
    "area": "Pellbridge",
    "status": "active",
    "provider_email": "rook@chess.example",
}

SECRET = {"confidential": "yes", "places": "", "access": "hearing loop"}


def test_the_database_lets_those_keep_it_whose_role_may_and_nobody_else() -> None:
    by = officer()
    put(by, facts(), shown=False)
    put(by, facts("Shown", provider="Other"))
    for code in ROLES:
        with acting(make.actor(make.account(code))):
            assert (Service.objects.count() == 2) is (code in KEEPERS), code
            assert Published.objects.count() == 1, code
    with acting(None):
        assert [model.objects.count() for model in (Service, Provider, Report, Held, Nudge, Contact)] == [
            0
        ] * 6
        assert Published.objects.count() == 1


@pytest.mark.parametrize(
    "table", ["offer_published", "offer_spot", "offer_word", "offer_service", "offer_revision"]
)
def test_nobody_without_the_role_writes_what_is_public(table: str) -> None:
    put(officer(), facts())
    for who in (None, make.actor(make.account("lead")), make.actor(make.account("parent"))):
        changed = 0
        with acting(who), connection.cursor() as cursor:
            try:
                cursor.execute(f"DELETE FROM {table}")
                changed = cursor.rowcount
            except (ProgrammingError, DatabaseError):
                connection.set_rollback(True)
        assert changed == 0
    with connections["owner"].cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        assert cursor.fetchone()[0] > 0


@pytest.mark.parametrize("code", sorted(set(ROLES) - KEEPERS))
def test_actions_refuse_other_roles(code: str) -> None:
    tots = put(officer(), facts())
    by = make.actor(make.account(code))
    doing: list[Any] = [
        lambda: actions.save_service(by=by, facts=facts("X")),
        lambda: actions.publish_service(by=by, service=tots),
        lambda: actions.withdraw_service(by=by, service=tots),
        lambda: actions.assure_service(by=by, service=tots),
        lambda: actions.handle_report(by=by, report=uuid4(), outcome="x"),
        lambda: actions.refuse_held(by=by, held=uuid4()),
    ]
    for do in doing:
        with pytest.raises(NotPermittedError), acting(by):
            do()


def test_an_officer_adds_a_service_changes_it_and_shows_it() -> None:
    client = signed_in(officer())
    made = client.post("/directory/keep/services/new/", FORM)
    assert made.status_code == 302, words_of(made)
    row = Service.objects.using(make.OWNER).get()
    assert not row.published
    assert Client().get(f"/directory/{row.id}/").status_code == 404
    address = f"/directory/keep/services/{row.id}/"
    client.post(f"{address}say", {"what": "publish"})
    client.post(f"{address}say", {"what": "assure"})
    page = words_of(Client().get(f"/directory/{row.id}/"))
    for words in (
        "Monday, 4pm to 6pm, term time only",
        "KH6 1AA",
        "hearing loop",
        "£2.50",
        "7 to 11",
        "Urdu",
        "Checked on",
    ):
        assert words in page, words
    form = client.get(address).content.decode()
    for words in (
        "Elm Hall | 3 Kiln Garth | Pellbridge | KH6 1AA",
        "01632 960777, evenings",
        "Monday 16:00-18:00, term time only",
    ):
        assert words in form, words
    client.post(address, FORM | {"name": "Chess for all"})
    assert "Chess for all" in words_of(Client().get(f"/directory/{row.id}/"))
    client.post(f"{address}say", {"what": "withdraw"})
    assert Client().get(f"/directory/{row.id}/").status_code == 404
    assert client.post(f"{address}say", {"what": "burn"}).status_code == 404


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"hours": "Monday 25:00-26:00"}, "write hours like"),
        ({"places": "Elm Hall"}, "write a place like"),
        ({"phones": "ring me"}, "figures, spaces and brackets"),
        ({"url": "javascript:alert(1)"}, "no web address"),
        ({"minimum_age": "12", "maximum_age": "3"}, "below the youngest"),
        ({"name": ""}, "Answer this"),
        ({"confidential": "yes"}, "area and a telephone number alone"),
        (SECRET | {"phones": "01632 960777, come to KH6 1AA"}, "“KH6 1AA” tells where it is"),
        (SECRET | {"provider": "Rook Trust KH6 1AA"}, "“KH6 1AA” tells where it is"),
        (SECRET | {"cost": "pay at KH6 1AA"}, "“KH6 1AA” tells where it is"),
        ({"confidential": ""}, "must stay secret"),
        ({"name": "Rose Refuge"}, "may mean a place that must stay secret"),
        ({"cost": "free; -2"}, "0 or more pounds"),
        ({"cost": "nan"}, "0 or more pounds"),
        ({"provider_email": "nobody"}, "no email address"),
        ({"places": "A | B | C | nowhere"}, "written like KH1 1AA"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_typed_is_lost(more: dict[str, str], words: str) -> None:
    client = signed_in(officer())
    answer = client.post("/directory/keep/services/new/", FORM | more)
    assert answer.status_code == 200
    assert words in words_of(answer)
    assert "hearing loop" in answer.content.decode()
    assert not Service.objects.using(make.OWNER).exists()


def test_the_board_says_what_is_stale_soon_or_never_checked_and_what_was_told() -> None:
    by = officer()
    put(by, facts("Old", assured_on=date(2020, 1, 1)))
    put(by, facts("Never", provider="B", assured_on=None))
    put(by, secret())
    tots = put(by, facts("New", provider="C"), shown=False)
    Client().post("/directory/missing/", {"kind": "missing", "words": "chess"})
    cache.clear()
    client = signed_in(by)
    page = words_of(client.get("/directory/keep/"))
    for words in (
        "May be out of date : 1",
        "Never checked : 1",
        "Drafts, seen by nobody else : 1",
        "Places that stay secret : 1",
        "chess",
    ):
        assert words in page, words
    assert "Old" in words_of(client.get("/directory/keep/services/?state=stale"))
    assert "Never" not in words_of(client.get("/directory/keep/services/?state=stale")).replace(
        "Never checked", ""
    )
    assert str(tots) in client.get("/directory/keep/services/?state=draft").content.decode()
    assert str(tots) in client.get("/directory/keep/services/?state=all&q=new").content.decode()
    report = Report.objects.using(make.OWNER).get()
    client.post(f"/directory/keep/reports/{report.id}", {"outcome": ""})
    assert Report.objects.using(make.OWNER).get().handled_at is None
    client.post(f"/directory/keep/reports/{report.id}", {"outcome": "Added it"})
    assert Report.objects.using(make.OWNER).get().handled_by_id == by.id
    assert "chess" not in words_of(client.get("/directory/keep/"))


def test_that_a_secret_place_shows_stands_first_on_the_board() -> None:
    by = officer()
    tots = put(by, facts())
    Client().post("/directory/missing/", {"kind": "other", "words": "earlier"})
    Client().post(f"/directory/{tots}/wrong/", {"kind": "secret", "words": "later"})
    cache.clear()
    page = words_of(signed_in(by).get("/directory/keep/"))
    assert page.index("later") < page.index("earlier")
    assert "A secret place may show: look now" in page


def test_a_provider_asks_to_be_put_in_and_a_person_decides() -> None:
    visitor = Client()
    sent = visitor.post("/directory/add/", FORM | {"your_name": "Rosa, who runs it", "sending": str(uuid4())})
    assert "Somebody at the council looks at it" in words_of(sent)
    assert not Service.objects.using(make.OWNER).exists()
    held = Held.objects.using(make.OWNER).get()
    assert (held.why, held.words) == ("form", "Rosa, who runs it")
    client = signed_in(officer())
    assert "Chess Club" in words_of(client.get("/directory/keep/"))
    page = client.get(f"/directory/keep/held/{held.id}/").content.decode()
    assert 'value="Chess Club"' in page
    taken = client.post(f"/directory/keep/held/{held.id}/", FORM | {"do": "take", "sending": str(uuid4())})
    assert taken.status_code == 302
    row = Service.objects.using(make.OWNER).get()
    assert row.published
    assert client.get(f"/directory/keep/held/{held.id}/").status_code == 404, "decided once"
    cache.clear()


def test_a_form_sent_twice_is_held_once_and_a_refused_one_is_gone() -> None:
    token = str(uuid4())
    for _ in range(2):
        Client().post("/directory/add/", FORM | {"your_name": "Rosa", "sending": token})
    held = Held.objects.using(make.OWNER).get()
    signed_in(officer()).post(f"/directory/keep/held/{held.id}/", {"do": "refuse", "sending": str(uuid4())})
    assert Held.objects.using(make.OWNER).get().outcome == "refused"
    assert not Service.objects.using(make.OWNER).exists()
    cache.clear()


def test_what_sounds_secret_and_is_held_asks_anew_whether_its_place_is_secret() -> None:
    by = officer()
    told = facts("Rose Refuge")
    held = Held.objects.using(make.OWNER).create(
        came_at="2026-11-01T00:00:00Z",
        why="screened",
        digest=told.digest(),
        facts=told.as_json(),
        words="refuge",
    )
    client = signed_in(by)
    page = client.get(f"/directory/keep/held/{held.id}/").content.decode()
    assert 'name="confidential" type="radio" value="no" checked' not in page
    answer = client.post(
        f"/directory/keep/held/{held.id}/",
        FORM | {"name": "Rose Refuge", "do": "take", "sending": str(uuid4())},
    )
    assert "may mean a place that must stay secret" in words_of(answer)
    assert not Service.objects.using(make.OWNER).exists()
    with pytest.raises(CannotBeError), acting(make.actor(by)):
        actions.take_held(by=make.actor(by), held=held.id, facts=told)


def test_what_an_officer_ends_is_public_no_more_and_is_not_shown_by_taking_it_in() -> None:
    by = officer()
    tots = put(by, facts())
    ended = facts(status="defunct")
    held = Held.objects.using(make.OWNER).create(
        came_at="2026-11-01T00:00:00Z", why="form", digest=ended.digest(), facts=ended.as_json()
    )
    with acting(make.actor(by)):
        actions.save_service(by=make.actor(by), service=tots, facts=ended)
        actions.take_held(by=make.actor(by), held=held.id, facts=facts("Once", status="defunct"))
    assert not Published.objects.using(make.OWNER).exists()
    assert not Service.objects.using(make.OWNER).filter(published=True).exists()


def test_every_change_is_kept_with_what_it_replaced() -> None:
    by = officer()
    tots = put(by, facts())
    with acting(make.actor(by)):
        actions.save_service(by=make.actor(by), service=tots, facts=facts(description="Other words."))
        assert (
            "toddler"
            in Service.pgh_event_models["changed"].objects.filter(pgh_obj_id=tots).first().description
        )  # type: ignore[attr-defined]
