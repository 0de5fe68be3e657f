"""Who keeps each service right, and that saving a form loses nothing that the form does not show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from kith.access.models import Account
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.offer import actions
from kith.offer.forms import initial_of
from kith.offer.keeping.queries import facts_of
from kith.offer.models import Held, Published, Service, Why
from kith.offer.shapes import ContactFacts, CostFacts, HoursFacts, PlaceFacts, ServiceFacts
from kith.offer.unseen import with_the_unseen
from tests.offer.test_keeping import FORM
from tests.offer.world import FAR, HALL, facts, officer, put, secret
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
RICH = facts(
    contacts=(ContactFacts("Rosa Amberley", "who runs it"),),
    places=(replace(HALL, latitude=53.2, longitude=-2.4, access=("No steps",)), replace(FAR, access=("A lift",))),
    hours=(HoursFacts((2,), time(9, 30), None, "until all are tired"),),
    costs=(CostFacts(Decimal(0), "for under 5s"), CostFacts(Decimal("2.50"), "for others")),
)  # fmt: skip


def boxes(client: Client, address: str) -> dict[str, str | list[str]]:
    """Every box of the form as the page shows it: what a browser sends when nobody changed anything."""
    form = BeautifulSoup(client.get(address).content, "html.parser").select("form[novalidate]")[-1]
    told: dict[str, str | list[str]] = {}
    for each in form.select("input[name], textarea[name]"):
        name, kind = str(each["name"]), each.get("type")
        if kind in {"checkbox", "radio"} and not each.has_attr("checked"):
            continue
        value = each.get_text().removeprefix("\n") if each.name == "textarea" else str(each.get("value", ""))
        told[name] = [*told.get(name, []), value] if kind == "checkbox" else value
    for each in form.select("select[name]"):
        chosen = each.select_one("option[selected]")
        told[str(each["name"])] = str(chosen["value"]) if chosen else ""
    return told


def as_it_is(service: object) -> ServiceFacts:
    with acting(make.actor(officer()), read_only=True):
        return facts_of(Service.objects.select_related("provider").get(id=service))


def test_saving_a_form_in_which_nothing_was_changed_changes_nothing() -> None:
    by = officer()
    tots = put(by, RICH)
    before, shown = as_it_is(tots), Published.objects.using(make.OWNER).get().document
    address = f"/directory/keep/services/{tots}/"
    client = signed_in(by)
    answer = client.post(address, boxes(client, address))
    assert answer.status_code == 302, words_of(answer)
    assert as_it_is(tots) == before
    assert Published.objects.using(make.OWNER).get().document == shown, "no mark, date or id of it moves"
    assert before.contacts == RICH.contacts
    page = words_of(Client().get(f"/directory/{tots}/"))
    for words in ("Rosa Amberley", "from 9:30am", "Free: for under 5s"):
        assert words in page, words


def test_what_was_changed_is_changed_and_the_rest_stays() -> None:
    by = officer()
    tots = put(by, RICH)
    address = f"/directory/keep/services/{tots}/"
    client = signed_in(by)
    told = boxes(client, address) | {
        "phones": "01632 960002",
        "places": "Elm Hall | 3 Kiln Garth | Pellbridge | KH6 1AA",
    }
    assert client.post(address, told).status_code == 302
    after = as_it_is(tots)
    assert [each.number for each in after.phones] == ["01632 960002"]
    (hall,) = after.places
    assert (hall.county, hall.latitude, hall.longitude) == ("Kithshire", 53.2, -2.4)
    assert after.contacts == RICH.contacts


def test_of_what_becomes_secret_nothing_unseen_is_kept() -> None:
    told = facts(confidential=True, places=(), url="", email="")
    kept = with_the_unseen(told, RICH)
    assert (kept.contacts, kept.places) == ((), ())
    moved = facts(places=(PlaceFacts("Elm Hall", "5 Other Row", "Pellbridge", "", "KH6 1AA"),))
    assert with_the_unseen(moved, RICH).places[0].latitude is None, "a point belongs to its own building"


def test_a_record_from_outside_keeps_the_day_on_which_it_was_checked_and_whom_to_ask_for() -> None:
    by = officer()
    told = replace(RICH, assured_on=date(2026, 10, 1))
    held = Held.objects.using(make.OWNER).create(
        why=Why.FORM, words="Rosa", came_at="2026-11-01T00:00Z", digest=told.digest(), facts=told.as_json()
    )
    address = f"/directory/keep/held/{held.id}/"
    client = signed_in(by)
    answer = client.post(address, boxes(client, address) | {"do": "take"})
    assert answer.status_code == 302, words_of(answer)
    row = Service.objects.using(make.OWNER).get()
    assert row.assured_on == date(2026, 10, 1)
    assert as_it_is(row.id).contacts == RICH.contacts
    assert row.owner_id == by.id, "whoever took it in keeps it"


def test_whoever_writes_a_service_down_keeps_it_until_another_does() -> None:
    by, other = officer(), officer()
    client, hers = signed_in(by), signed_in(other)
    client.post("/directory/keep/services/new/", FORM)
    row = Service.objects.using(make.OWNER).get()
    assert row.owner_id == by.id
    address = f"/directory/keep/services/{row.id}/"
    name = Account.objects.using(make.OWNER).get(id=by.id).display_name
    assert f"Kept right by {name}" in words_of(hers.get(address))
    assert "I keep it right from now on" not in words_of(client.get(address))
    hers.post(address, FORM | {"name": "Chess for all"})
    row.refresh_from_db()
    assert row.owner_id == by.id, "changing a word takes it from nobody"
    hers.post(f"{address}say", {"what": "own"})
    assert Service.objects.using(make.OWNER).get().owner_id == other.id
    assert "Chess for all" in words_of(hers.get("/directory/keep/services/?state=mine"))
    assert "Chess for all" not in words_of(client.get("/directory/keep/services/?state=mine"))
    assert "Mine to keep right : 1" in words_of(hers.get("/directory/keep/")).replace("right:", "right :")


def test_what_nobody_keeps_is_a_list_of_its_own() -> None:
    by = officer()
    tots = put(by, facts())
    Service.objects.using(make.OWNER).update(owner=None)
    page = words_of(signed_in(by).get("/directory/keep/services/?state=nobodys"))
    assert "Tots and Tea" in page
    assert "nobody keeps it right" in page
    lead = make.actor(make.account("lead"))
    with acting(lead), pytest.raises(NotPermittedError):
        actions.own_service(by=lead, service=tots)


def test_who_keeps_it_is_told_to_nobody_else() -> None:
    by = officer()
    refuge = put(by, secret())
    name = Account.objects.using(make.OWNER).get(id=by.id).display_name
    for address in (f"/directory/{refuge}/", f"/oruk/3.0/services/{refuge}"):
        assert name not in Client().get(address).content.decode()
    assert "owner" not in initial_of(RICH)
