"""A form about a person that is sent twice is recorded once: nobody is added twice by a double tap."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from kith.people.models import Address, ContactPoint, Language, Person, PersonName, PersonNeed, Relationship
from kith.story.models import Event
from tests.support import make
from tests.support.at_once import at_once
from tests.support.visit import signed_in

pytestmark = pytest.mark.database


def token(client: Client, address: str) -> dict[str, str]:
    found = re.search(r'name="sending" value="([^"]*)"', client.get(address).content.decode())
    assert found, f"{address} draws no token"
    return {"sending": found[1]}


def send(client: Client, address: str, data: dict[str, Any]) -> Callable[[], str]:
    def sending() -> str:
        again = Client()
        again.cookies = client.cookies
        answer = again.post(address, data)
        assert answer.status_code == 302, (answer.status_code, answer.content.decode()[:3000])
        return str(answer["Location"])

    return sending


def test_nobody_is_added_twice_by_two_sendings_at_once() -> None:
    client = signed_in(make.account("lead"))
    drawn = token(client, "/people/new/?q=zoe+zimmer")
    facts = {"given": "Zoe", "family": "Zimmer", "birth_knowledge": "unknown", "sex": "F"} | drawn
    to = send(client, "/people/new/", facts)
    first, second = at_once(to, to)
    assert first == second
    assert Person.objects.using(make.OWNER).count() == 1
    # The same page, gone back to and sent with another name, is somebody else.
    other = send(client, "/people/new/", facts | {"given": "Yann", "family": "Yarrow"})()
    assert other != first
    assert Person.objects.using(make.OWNER).count() == 2


FORMS: list[tuple[str, dict[str, str], type[Any]]] = [
    ("name", {"kind": "known_as", "given": "Addie", "family": ""}, PersonName),
    ("address", {"lines": "2 Elsewhere", "postcode": "ZZ2 2ZZ", "kind": "other", "sure": "yes"}, Address),
    ("contact", {"channel": "email", "value": "a@example.org", "safety": "safe"}, ContactPoint),
    ("language", {"language": "Polish", "use": "first"}, Language),
    ("need", {"need": "Go slowly"}, PersonNeed),
]


@pytest.mark.parametrize(("what", "data", "model"), FORMS, ids=[each[0] for each in FORMS])
def test_a_fact_sent_twice_at_once_is_recorded_once(
    what: str, data: dict[str, str], model: type[Any]
) -> None:
    child, lead = make.person("Ada"), make.account("lead")
    make.involved(lead, child)
    client, address = signed_in(lead), f"/people/{child.id}/about/{what}/"
    page = client.get(address).content.decode()
    for name in re.findall(r'<select[^>]* name="(\w+)"', page):
        chosen = re.search(rf'name="{name}".*?<option value="([^"]+)"', page, re.S)
        if chosen and data.get(name) not in page:
            data = data | {name: chosen[1]}
    for name in re.findall(r'type="radio" value|name="(\w+)" type="radio"', page):
        value = re.search(rf'name="{name}" type="radio" value="([^"]+)"', page)
        if name and value and (name not in data or f'value="{data[name]}"' not in page):
            data = data | {name: value[1]}
    before = model.objects.using(make.OWNER).count()
    to = send(client, address, data | token(client, address))
    at_once(to, to)
    assert model.objects.using(make.OWNER).count() == before + 1
    assert Event.objects.using(make.OWNER).count() == 1
    # Drawn anew, the same words are meant.
    if model in (PersonNeed, ContactPoint):
        send(client, address, data | token(client, address))()
        assert model.objects.using(make.OWNER).count() == before + 2


def test_a_tie_sent_and_ended_twice_at_once_is_one_tie_ended_once() -> None:
    child, aunt, lead = make.person("Ada"), make.person("Bea"), make.account("lead")
    make.involved(lead, child)
    make.involved(lead, aunt)
    client = signed_in(lead)
    address = f"/people/{child.id}/about/tie/?other={aunt.id}"
    to = send(client, address, token(client, address) | {"other": str(aunt.id), "kind": "aunt_uncle"})
    at_once(to, to)
    ties = Relationship.objects.using(make.OWNER)
    assert ties.count() == 2, "the tie and its inverse"
    end = f"/people/{child.id}/about/tie/{ties.get(person=child).id}/end/"
    page = client.get(end).content.decode()
    days = dict(re.findall(r'name="(on\w+)" type="text"[^>]* value="(\d+)"', page))
    to = send(client, end, token(client, end) | days)
    first, second = at_once(to, to)
    assert first == second
    assert Event.objects.using(make.OWNER).filter(title="A tie came to an end").count() == 1
