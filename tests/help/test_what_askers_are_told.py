"""A worker of another service asked for help for a family: what they are told, and what they are never told."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError
from django.test.utils import override_settings
from django.utils import timezone

from kith.access.models import Account, NotYetTold, Organisation
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.help import actions
from kith.help.asking.ask import Asking, ask
from kith.help.models import AskerTold, HelpRequest, RequestPerson
from kith.help.queries.askers import asked_by_me, morning_line
from kith.law.tasks import MORNING
from tests.help.families import Mosses, does
from tests.support import make
from tests.support.visit import signed_in, words_of
from tests.support.worker import worker_login

pytestmark = pytest.mark.database
SAID = "Mara has a lead, and Ada has her bed."


class Asked(Mosses):
    """Femi of the school asked for the Mosses; Dee of the front door has it."""

    def __init__(self) -> None:
        super().__init__()
        self.femi = make.account("school", display_name="Femi School")
        self.dee = make.account("front_door", display_name="Dee Duty")
        self.request = asks(self.femi, "Ada is asleep in class.")
        does(self.dee, actions.take_request, request=self.request)

    def tells(self, **more: Any) -> AskerTold:
        return does(self.dee, actions.tell_asker, request=self.request, **more)  # type: ignore[no-any-return]

    def agreed(self) -> dict[str, Any]:
        return {"words": SAID, "agreed_on": timezone.localdate(), "agreed_by": "Mara"}


def asks(account: Account | None, what: str) -> UUID:
    made = uuid4()
    with acting(make.actor(account) if account else None, channel="web" if account else "sign-in"):
        ask(asked=made, asking=Asking(how="professional", what_is_hard=what))
    return made


def read(account: Account) -> list[tuple[UUID, str]]:
    with acting(make.actor(account)):
        return [(each.request, each.words) for each in asked_by_me() if each.told_at]


@pytest.fixture
def told(kith_database: None) -> Asked:
    return Asked()


def test_whoever_asked_reads_what_the_family_agrees_to_and_nothing_else_of_the_request(told: Asked) -> None:
    assert read(told.femi) == []
    told.tells(**told.agreed())
    assert read(told.femi) == [(told.request, SAID)]
    with acting(make.actor(told.femi)):
        assert not HelpRequest.objects.exists()
        assert not AskerTold.objects.exists()


def test_without_the_familys_agreement_there_is_thanks_and_no_word(told: Asked) -> None:
    for wrong in ({"words": SAID}, {"words": SAID, "agreed_by": "Mara"}, told.agreed() | {"agreed_by": ""}):
        with pytest.raises(NotPermittedError, match="who of the family"):
            told.tells(**wrong)
    told.tells()
    assert read(told.femi) == [(told.request, "")]


def test_the_database_takes_no_words_without_agreement(told: Asked) -> None:
    dee = make.actor(told.dee)
    with pytest.raises(DatabaseError, match="asker_told_as_the_family_agrees"), acting(dee):
        AskerTold.objects.create(request_id=told.request, words=SAID, recorded_by=dee.id)


def test_of_what_the_family_is_not_told_nothing_is_said_before_or_after(told: Asked) -> None:
    told.tells(**told.agreed())
    HelpRequest.objects.using(make.OWNER).filter(id=told.request).update(
        family_not_told_why="He would find out."
    )
    assert read(told.femi) == [(told.request, "")]
    with pytest.raises(NotPermittedError, match="thanks alone"):
        told.tells(**told.agreed())
    concern = NotYetTold.objects.using(make.OWNER).create(
        persons=[told.ada.id], reason="Not safe.", since=timezone.now()
    )
    HelpRequest.objects.using(make.OWNER).filter(id=told.request).update(
        family_not_told_why="", covert=concern
    )
    assert read(told.femi) == [(told.request, "")]


def test_words_told_before_a_record_was_restricted_are_told_no_more(told: Asked) -> None:
    told.tells(**told.agreed())
    RequestPerson.objects.using(make.OWNER).create(request_id=told.request, person=told.ada)
    make.restricted(told.ada)
    assert read(told.femi) == [(told.request, "")]


def test_nobody_else_reads_it_and_the_asker_cannot_tell_themselves(told: Asked) -> None:
    told.tells(**told.agreed())
    for role in ("school", "partner", "lead", "director", "front_door", "parent"):
        assert read(make.account(role)) == [], role
    with pytest.raises(NotPermittedError):
        does(told.femi, actions.tell_asker, request=told.request)
    femi = make.actor(told.femi)
    with pytest.raises(DatabaseError), acting(femi):
        AskerTold.objects.create(request_id=told.request, recorded_by=femi.id)


def test_who_asked_by_telephone_or_from_the_street_has_no_page(told: Asked) -> None:
    for asker in (told.dee, None):
        request = asks(asker, "By telephone.")
        does(told.dee, actions.take_request, request=request)
        with pytest.raises(NotPermittedError, match="has no page here"):
            does(told.dee, actions.tell_asker, request=request)


def test_a_morning_message_counts_what_is_new_and_names_nothing(told: Asked) -> None:
    before = timezone.now() - timedelta(hours=1)
    told.tells(**told.agreed())
    told.tells()
    with worker_login(), acting(MORNING):
        assert morning_line(told.femi.id, before) == "news of 1 thing that you asked for"
        assert morning_line(told.femi.id, timezone.now()) == ""
        assert morning_line(told.dee.id, before) == ""


def test_a_morning_message_goes_out_for_news_alone(told: Asked) -> None:
    from django.core import mail

    from kith.access.models import MorningMessage
    from kith.law.morning.mornings import begin_morning
    from kith.law.morning.send import send_morning

    MorningMessage.objects.using(make.OWNER).create(account=told.femi, wanted=True, recorded_by=told.femi.id)
    told.tells(**told.agreed())
    mail.outbox = []
    local = override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend")
    with local, worker_login():
        with acting(MORNING):
            [morning] = begin_morning(by=MORNING, day=timezone.localdate())
        with acting(MORNING):
            send_morning(by=MORNING, morning=morning)
    [sent] = mail.outbox
    assert sent.body.startswith("News of 1 thing that you asked for.")
    for secret in ("Mara", "Ada", "bed", "Moss", "Femi"):
        assert secret not in f"{sent.subject} {sent.body}"


def test_it_stands_on_today_from_the_asking_until_the_asker_has_seen_it(told: Asked) -> None:
    client = signed_in(told.femi)
    asked = words_of(client.get("/"))
    assert "You asked, and the front door has it" in asked
    told.tells(**told.agreed())
    AskerTold.objects.using(make.OWNER).update(recorded_at=timezone.now() - timedelta(days=100))
    today = words_of(client.get("/"))
    assert "something was done" in today, "however long they were away"
    assert "the front door has it" not in today
    client.post(f"/help/requests/{told.request}/saw")
    assert "something was done" not in words_of(client.get("/"))
    assert SAID in words_of(client.get("/help/asked/")), "it stays on its own page"
    told.tells()
    assert "thank you" in words_of(client.get("/")), "what is told anew is new"


def test_nobody_else_says_that_it_was_seen(told: Asked) -> None:
    told.tells(**told.agreed())
    other = make.account("school")
    with pytest.raises(NotPermittedError, match="nothing new"):
        does(other, actions.asker_saw, request=told.request)
    signed_in(told.dee).post(f"/help/requests/{told.request}/saw")
    assert AskerTold.objects.using(make.OWNER).get().seen_at is None


def test_a_lead_who_works_elsewhere_finds_it_on_today_too(told: Asked) -> None:
    elm = Organisation.objects.using(make.OWNER).create(name="Elm School", kind="school")
    tess = make.account("lead", organisation=elm)
    request = asks(tess, "A boy at Elm is hungry.")
    client = signed_in(tess)
    assert "You asked, and the front door has it" in words_of(client.get("/"))
    does(told.dee, actions.take_request, request=request)
    does(told.dee, actions.tell_asker, request=request)
    assert "thank you" in words_of(client.get("/"))
    assert "What I asked for" in words_of(client.get("/"))


def test_the_pages_say_it_on_today_and_in_full(told: Asked) -> None:
    client = signed_in(told.femi)
    assert "News of what you asked for" not in words_of(client.get("/"))
    told.tells(**told.agreed())
    today = words_of(client.get("/"))
    assert "something was done" in today
    assert "bed" not in today
    page = words_of(client.get("/help/asked/"))
    assert "You wrote: Ada is asleep in class." in page
    assert f"What was done: {SAID}" in page
    told.tells()
    page = words_of(client.get("/help/asked/"))
    assert "Thank you. It was looked at." in page
    assert SAID not in page


def test_the_front_door_tells_them_by_a_form_that_asks_for_the_familys_agreement(told: Asked) -> None:
    client = signed_in(told.dee)
    page = f"/help/requests/{told.request}/"
    assert "On the page of whoever asked" in words_of(client.get(page))
    refused = words_of(client.post(f"{page}asker", {"words": SAID}))
    assert "Say who of the family agreed" in refused
    assert not AskerTold.objects.using(make.OWNER).exists()
    day = timezone.localdate()
    sent = {
        "words": SAID,
        "agreed_by": "Mara",
        "agreed_on_day": day.day,
        "agreed_on_month": day.month,
        "agreed_on_year": day.year,
    }
    client.post(f"{page}asker", sent)
    assert SAID in words_of(client.get(page))
