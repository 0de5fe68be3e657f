"""Two corrections of one event at once: one stands, the other is told plainly and loses nothing typed."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import IntegrityError, connections, transaction
from django.test import Client

from kith.access.models import Account
from kith.core.acting import acting
from kith.people.models import Person
from kith.story import actions
from kith.story.marks import Marked
from kith.story.models import Event
from tests.story.seen import page, signed_in
from tests.support import make
from tests.support.at_once import at_once

pytestmark = pytest.mark.database
AT = datetime(2026, 11, 17, 15, 30, tzinfo=UTC)


@pytest.fixture
def ada() -> Person:
    return make.person("Ada")


def worker(ada: Person, name: str) -> Account:
    account = make.account("lead", display_name=name)
    make.involved(account, ada)
    return account


def note(by: Account, ada: Person) -> UUID:
    with acting(make.actor(by)):
        return actions.write_note(
            by=make.actor(by), persons=[ada.id], title="School", text=[Marked("She went.")], happened_at=AT
        )


def correction(account: Account, address: str, words: str) -> tuple[int, str]:
    client = Client()
    client.cookies = signed_in(account).cookies
    answer = client.post(address, {"title": "School", "text": words, "why": "The day was wrong."})
    return answer.status_code, answer.content.decode()


def test_of_two_corrections_at_once_one_stands_and_the_other_loses_nothing(ada: Person) -> None:
    rosa, sam = worker(ada, "Rosa Lindqvist"), worker(ada, "Sam Okoro")
    event = note(rosa, ada)
    address = f"/people/{ada.id}/story/{event}/correct/"
    said = {"Rosa Lindqvist": "She went on Monday.", "Sam Okoro": "She went on Tuesday."}
    answers = at_once(
        *(lambda one=one: correction(one, address, said[one.display_name]) for one in (rosa, sam))
    )
    assert sorted(status for status, _ in answers) == [302, 409]
    (newer,) = Event.objects.using(make.OWNER).filter(replaces_id=event)
    ((_, told),) = (each for each in answers if each[0] == 409)
    loser = next(name for name in said if name != newer.written_by_name)
    assert f"{newer.written_by_name}</bdi> put this right while you wrote" in told
    assert f">\n{said[loser]}</textarea>" in told, "what was typed stands in its box"
    assert said[newer.written_by_name] in told, "and the other's words are there to read"
    theirs = next(each for each in (rosa, sam) if each.display_name == loser)
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM access_look WHERE actor = %s AND person = %s", [theirs.id, ada.id]
        )
        assert cursor.fetchone() == (1,), "a page that shows what another wrote is a look at the record"
    # Sent again from that page, it puts the newer one right.
    again = f"/people/{ada.id}/story/{newer.id}/correct/"
    assert f'action="{again}"' in told
    assert correction(sam if loser == "Sam Okoro" else rosa, again, said[loser])[0] == 302
    assert Event.objects.using(make.OWNER).filter(kind="note").count() == 3


def test_who_comes_to_put_right_what_was_put_right_is_led_to_the_newest(ada: Person) -> None:
    rosa = worker(ada, "Rosa Lindqvist")
    first = note(rosa, ada)
    address = f"/people/{ada.id}/story/{first}/correct/"
    correction(rosa, address, "Second.")
    second = Event.objects.using(make.OWNER).get(replaces_id=first)
    correction(rosa, f"/people/{ada.id}/story/{second.id}/correct/", "Third.")
    third = Event.objects.using(make.OWNER).get(replaces=second)
    answer = signed_in(rosa).get(address)
    assert answer["Location"] == f"/people/{ada.id}/story/{third.id}/correct/"
    assert "Third." in page(signed_in(rosa), answer["Location"])


def test_the_database_itself_refuses_a_second_correction(ada: Person) -> None:
    rosa = worker(ada, "Rosa Lindqvist")
    event = note(rosa, ada)
    correction(rosa, f"/people/{ada.id}/story/{event}/correct/", "Second.")
    with pytest.raises(IntegrityError, match="event_replaced_once"), transaction.atomic(using=make.OWNER):
        Event.objects.using(make.OWNER).create(kind="note", title="x", happened_at=AT, replaces_id=event)


def test_what_was_corrected_twice_before_this_rule_becomes_a_row(ada: Person) -> None:
    from importlib import import_module

    in_a_row = import_module(
        f"{actions.__name__.rsplit('.', 1)[0]}.migrations.0030_put_right_in_a_row"
    ).IN_A_ROW
    first = note(worker(ada, "Rosa Lindqvist"), ada)
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute("DROP INDEX event_replaced_once")
        try:
            made = [
                Event.objects.using(make.OWNER).create(
                    kind="note",
                    title=f"{n}",
                    happened_at=AT,
                    recorded_at=AT.replace(hour=n),
                    replaces_id=first,
                )
                for n in (1, 2, 3)
            ]
            cursor.execute(in_a_row)
            links = [
                each.replaces_id
                for each in Event.objects.using(make.OWNER)
                .filter(id__in=[m.id for m in made])
                .order_by("recorded_at")
            ]
            assert links == [first, made[0].id, made[1].id]
        finally:
            cursor.execute(
                "CREATE UNIQUE INDEX event_replaced_once ON story_event (replaces_id) WHERE replaces_id IS NOT NULL"
            )
