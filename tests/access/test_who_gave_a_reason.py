"""Opening a record without an involvement: a reason, 24 hours, the manager is told."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from psycopg.types.range import TimestamptzRange

from kith.access.actions.reasons import give_reason, reasons_to_see, see_reason
from kith.access.models import Look, Reason
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.core.labels import Label
from kith.people.models import Person
from tests.access.looking_back import page, signed_in
from tests.support import make
from tests.support.visit import words_of

pytestmark = pytest.mark.database
WHY = {"kind": "cover", "text": "Covering for Sam today"}


def seen(actor: object) -> set[object]:
    with acting(actor):  # type: ignore[arg-type]
        return set(Person.objects.values_list("id", flat=True))


def test_who_may_find_but_not_open_is_asked_why_and_then_opens_for_a_day() -> None:
    child, worker = make.person("Ada"), make.account("social_worker", in_team=make.team())
    with signed_in(worker) as client:
        asked = client.get(f"/people/{child.id}/access/")
        assert "You are not working with this person" in words_of(asked)
        assert "Ada" not in words_of(asked)
        answer = client.post(f"/people/{child.id}/reason", {**WHY, "next": f"/people/{child.id}/access/"})
        assert (answer.status_code, answer["Location"]) == (302, f"/people/{child.id}/access/")
        shown = words_of(client.get(f"/people/{child.id}/access/"))
        assert "Who has looked" in shown
        again = words_of(client.get(f"/people/{child.id}/access/"))
    assert "I am covering for a colleague: Covering for Sam today" in again
    assert "Opened with a reason" in again
    with acting(make.actor(worker)):
        [one] = Reason.objects.all()
        assert one.during.upper - one.during.lower == timedelta(hours=24)
        assert one.label_mask & int(Label.LEGAL_PRIVILEGE | Label.ADOPTION_SEALED | Label.CHILD_PRIVATE) == 0
        assert Look.objects.filter(actor=worker.id).exists()


def test_the_manager_of_the_team_is_told_until_it_was_seen() -> None:
    team = make.team()
    child, worker = make.person("Ada"), make.account("social_worker", in_team=team, display_name="Sam Cover")
    manager, other = (
        make.account("manager", in_team=team),
        make.account("manager", in_team=make.team("South")),
    )
    with acting(make.actor(worker)):
        give_reason(by=make.actor(worker), person=child.id, kind="cover", text="Covering")
    with acting(make.actor(other)):
        assert reasons_to_see(by=make.actor(other)) == []
    with acting(make.actor(manager)):
        [told] = reasons_to_see(by=make.actor(manager))
        assert (told.worker, told.kind, told.text) == (
            "Sam Cover",
            "I am covering for a colleague",
            "Covering",
        )
    with signed_in(other) as client:
        assert client.post(f"/reasons/{told.id}/seen").status_code == 404
    with signed_in(manager) as client:
        assert client.get(f"/reasons/{told.id}/seen").status_code == 404
        assert (
            client.post(f"/reasons/{told.id}/seen", {"next": "https://elsewhere.example/"})["Location"] == "/"
        )
    with acting(make.actor(manager)):
        assert reasons_to_see(by=make.actor(manager)) == []
    with acting(make.actor(worker)), pytest.raises(NotPermittedError):
        see_reason(by=make.actor(worker), reason=told.id)


@pytest.mark.parametrize("kind", ["restricted", "sealed", "relocated"])
def test_no_reason_opens_a_restricted_record_and_the_answer_is_as_for_nobody(kind: str) -> None:
    child, worker = make.person("Ada"), make.account("social_worker")
    make.restricted(child, kind)
    with signed_in(worker) as client:
        answers = [client.post(f"/people/{who}/reason", WHY) for who in (child.id, uuid4())]
        answers += [client.get(f"/people/{who}/reason") for who in (child.id, uuid4())]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    with acting(make.actor(worker)), pytest.raises(NotPermittedError, match="A reason does not open this"):
        give_reason(by=make.actor(worker), person=child.id, kind="cover", text="Please")
    assert seen(make.actor(worker)) == set()


@pytest.mark.parametrize("role", ["reviewing", "partner", "analyst", "auditor", "admin", "returns", "parent"])
def test_roles_that_may_not_give_a_reason_get_404(role: str) -> None:
    child, account = make.person("Ada"), make.account(role)
    with signed_in(account) as client:
        assert client.post(f"/people/{child.id}/reason", WHY).status_code == 404
    assert page(account, f"/people/{child.id}/access/").status_code == 404
    with acting(make.actor(account)), pytest.raises(NotPermittedError):
        give_reason(by=make.actor(account), person=child.id, kind="cover", text="Please")


def test_a_reason_without_words_is_asked_again_and_nothing_opens() -> None:
    child, worker = make.person("Ada"), make.account("social_worker")
    with signed_in(worker) as client:
        answer = client.post(f"/people/{child.id}/reason", {"kind": "cover", "text": "   "})
    assert answer.status_code == 200
    assert "Something needs putting right" in words_of(answer)
    assert seen(make.actor(worker)) == set()


def test_after_a_day_the_record_is_closed_again() -> None:
    child, worker = make.person("Ada"), make.account("social_worker")
    begun = timezone.now() - timedelta(hours=25)
    with acting(make.actor(worker)):
        given = give_reason(by=make.actor(worker), person=child.id, kind="cover", text="Covering")
    assert child.id in seen(make.actor(worker))
    Reason.objects.using(make.OWNER).filter(id=given.id).update(
        during=TimestamptzRange(begun, begun + timedelta(hours=24), "[)")
    )
    assert seen(make.actor(worker)) == set()
    assert "You are not working with this person" in words_of(page(worker, f"/people/{child.id}/access/"))
