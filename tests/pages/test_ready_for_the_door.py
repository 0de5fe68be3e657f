"""Ready for the door: two lines each, kept for the day where that is safe, and useless to a finder of the phone."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from kith.access.models import Account
from kith.core.acting import acting
from kith.core.labels import Label
from kith.people.models import ContactPoint, Person
from kith.story import actions
from kith.story.marks import Marked
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


@pytest.fixture
def ada() -> Person:
    return make.person("Ada", "Example")


@pytest.fixture
def lead(ada: Person) -> Account:
    account = make.account("lead", display_name="Rosa Lindqvist")
    make.involved(account, ada)
    return account


def visit(by: Account, ada: Person, *agreed: Marked, days: int = 3, covert: UUID | None = None) -> UUID:
    with acting(make.actor(by)):
        return actions.record_visit(
            by=make.actor(by),
            persons=[ada.id],
            seen=[ada.id],
            alone="yes",
            sections={"saw": [Marked("A tidy room.")], "agreed": list(agreed)},
            next_time="Thursday after school",
            happened_at=timezone.now() - timedelta(days=days),
            covert=covert,
        )


def reach(ada: Person, safety: str, how: str, *, protected: bool = False) -> None:
    ContactPoint.objects.using(make.OWNER).create(
        person=ada, channel="phone", value="07700 900123", safety=safety, how_it_is_safe=how,
        protected=protected, during=make.always(),
    )  # fmt: skip


def page(lead: Account, ada: Person) -> tuple[str, str]:
    answer = signed_in(lead).get(f"/people/{ada.id}/ready/")
    assert answer.status_code == 200
    return words_of(answer), answer["Cache-Control"]


def test_the_last_visit_what_i_promised_and_what_not_to_say(ada: Person, lead: Account) -> None:
    visit(lead, ada, Marked("I bring the bus pass."), days=9)
    visit(lead, ada, Marked("I ask school about Friday."), Marked("Her aunt drinks.", Label.THIRD_PARTY))
    reach(ada, "care", "Text between nine and three only.")
    words, cache = page(lead, ada)
    for said in ("3 days ago", "Rosa Lindqvist", "Seen alone", "I bring the bus pass.", "I ask school about Friday.",
                 "Thursday after school", "Text between nine and three only."):  # fmt: skip
        assert said in words
    assert "aunt" not in words
    assert cache.startswith("private, max-age=")
    assert 0 <= int(cache.rpartition("=")[2]) <= 12 * 3600


def test_a_finder_of_the_phone_learns_no_surname_number_address_or_birthday(
    ada: Person, lead: Account
) -> None:
    visit(lead, ada, Marked("I bring the bus pass."))
    make.home(ada, "1 Nowhere Lane", "ZZ1 1ZZ")
    reach(ada, "care", "Text between nine and three only.")
    words, _ = page(lead, ada)
    for found in ("Example", "07700", "Nowhere", "ZZ1", "2015"):
        assert found not in words


def test_what_others_promised_stands_apart_from_what_i_did(ada: Person, lead: Account) -> None:
    sam = make.account("lead", display_name="Sam Okoro")
    make.involved(sam, ada)
    visit(sam, ada, Marked("Sam brings a bicycle."))
    words, _ = page(lead, ada)
    mine, _, others = words.partition("What others promised")
    assert "bicycle" not in mine
    assert "Sam brings a bicycle." in others
    assert "by Sam Okoro" in others


@pytest.mark.parametrize("why", ["concern", "address", "number", "never", "restricted"])
def test_nothing_is_kept_on_the_device_where_somebody_is_kept_safe_or_not_told(
    ada: Person, lead: Account, why: str
) -> None:
    if why == "concern":
        with acting(make.actor(lead)):
            concern = actions.start_not_yet_told(
                by=make.actor(lead), persons=[ada.id], reason="Police ask.", since=timezone.now()
            )
        visit(lead, ada, Marked("We meet the police."), days=1, covert=concern)
    elif why == "address":
        make.home(ada, protected=True)
    elif why in {"number", "never"}:
        reach(ada, "care" if why == "number" else "unsafe", "He reads her phone.", protected=why == "number")
    else:
        from kith.access.models import RestrictionAllows

        limit = make.restricted(ada)
        RestrictionAllows.objects.using(make.OWNER).create(restriction=limit, account=lead)
    words, cache = page(lead, ada)
    assert "Nothing special is recorded" not in words
    assert cache == "no-store"
    assert "does not keep this page" in words
    assert "police" not in words, "a covert visit is on no doorstep"


def test_signing_out_wipes_what_the_browser_kept_and_no_other_page_is_kept(
    ada: Person, lead: Account
) -> None:
    client = signed_in(lead)
    answer = client.get(f"/people/{ada.id}/ready/")
    assert "Cookie" in answer["Vary"], "a copy serves this very sign-in alone"
    assert client.get(f"/people/{ada.id}/")["Cache-Control"] == "no-store"
    assert client.post("/sign-out")["Clear-Site-Data"] == '"cache"'
