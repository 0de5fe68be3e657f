"""No disability was recorded, and then one was: the first is taken out, stays in the history, and the finding goes."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import connection

from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.people.actions import take_out_disability
from kith.people.models import Disability, Person
from tests.returns.findings.finding import check_all, codes, referred, run_queue, worker
from tests.returns.written import written
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
BOTH = "8790"


def with_both() -> tuple[Person, Disability]:
    child = referred()
    Disability.objects.using(make.OWNER).create(person=child, code="MOB", source="cin")
    return child, Disability.objects.using(make.OWNER).create(person=child, code="NONE", source="cin")


def test_the_finding_leads_there_and_goes() -> None:
    child, none = with_both()
    client = signed_in(worker(child))
    check_all()
    assert BOTH in codes(child)
    here = f"/people/{child.id}/about/disability/{none.id}/out/"
    assert here in client.get(f"/people/{child.id}/about/").content.decode()
    assert "No disability. It leaves what is recorded" in words_of(client.get(here))
    assert client.get(here).status_code == 200
    assert Disability.objects.using(make.OWNER).filter(id=none.id).exists()
    assert "It is taken out" in words_of(client.post(here, follow=True))
    run_queue()
    assert BOTH not in codes(child)
    assert written("cin")["Disabilities"] == [{"LAchildID": "Ada", "Disability": "MOB"}]
    history = Disability.pgh_event_model.objects.using(make.OWNER).filter(pgh_obj_id=none.id)
    assert [each.code for each in history] == ["NONE"]
    assert client.post(here).status_code == 404


@pytest.mark.parametrize("role", ["partner", "school", "health", "reviewing", "coordinator"])
def test_nobody_takes_out_what_they_could_not_write(role: str) -> None:
    child, none = with_both()
    account = worker(child, role=role)
    here = f"/people/{child.id}/about/disability/{none.id}/out/"
    assert signed_in(account).post(here).status_code == 404
    by = make.actor(account)
    with acting(by):
        with pytest.raises(NotPermittedError):
            take_out_disability(by=by, person=child.id, disability=none.id)
        # Nor by going round the action.
        with connection.cursor() as cursor:
            cursor.execute("SELECT people_take_out_disability(%s)", [none.id])
            assert cursor.fetchone() == (False,)
    assert Disability.objects.using(make.OWNER).filter(id=none.id).exists()


def test_nobody_s_is_reached_through_another_child() -> None:
    (child, none), other = with_both(), referred("Bo")
    account = worker(other)
    here = f"/people/{other.id}/about/disability/{none.id}/out/"
    assert signed_in(account).post(here).status_code == 404
    by = make.actor(account)
    for wrong in (none.id, uuid4()):
        with acting(by), pytest.raises(CannotBeError):
            take_out_disability(by=by, person=other.id, disability=wrong)
    assert Disability.objects.using(make.OWNER).filter(person=child).count() == 2


def test_the_app_deletes_no_row_of_the_table_itself() -> None:
    child, none = with_both()
    from django.db import DatabaseError

    by = make.actor(worker(child))
    with acting(by), connection.cursor() as cursor, pytest.raises(DatabaseError, match="permission denied"):
        cursor.execute("DELETE FROM people_disability WHERE id = %s", [none.id])
