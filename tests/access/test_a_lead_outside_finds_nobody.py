"""A lead who works for a school or a charity: the families they were given, and nobody else."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, connection

from kith.access.actions.reasons import give_reason
from kith.access.models import Account, Organisation, Reason, Team
from kith.access.models.grant import ReasonKind
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.people.models import Person
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


class Town:
    """Femi of Elm School leads for Ada; Rosa of the council for nobody here. Bo is somebody else's."""

    def __init__(self) -> None:
        school = Organisation.objects.using(make.OWNER).create(name="Elm School", kind="school")
        elms = Team.objects.using(make.OWNER).create(organisation=school, name="Elm School")
        self.femi = make.account("lead", in_team=elms, display_name="Femi Adu")
        self.tess = make.account("lead", organisation=school)
        self.rosa = make.account("lead", in_team=make.team())
        self.ada, self.bo = make.person("Ada", "Quillfeather"), make.person("Bo", "Quillfeather")
        make.involved(self.femi, self.ada)


@pytest.fixture
def town(kith_database: None) -> Town:
    return Town()


def found(account: Account) -> str:
    return words_of(signed_in(account).get("/people/?q=quillfeather"))


def test_they_find_their_own_and_nobody_else(town: Town) -> None:
    assert "Ada Quillfeather" in found(town.femi)
    assert "Bo Quillfeather" not in found(town.femi)
    assert "Bo Quillfeather" not in found(town.tess)
    assert "Bo Quillfeather" in found(town.rosa), "the council's lead finds both"


def test_another_record_is_as_if_nobody_were_there(town: Town) -> None:
    for account in (town.femi, town.tess):
        client = signed_in(account)
        nobody = client.get(f"/people/{town.femi.id}/")
        answer = client.get(f"/people/{town.bo.id}/")
        assert (answer.status_code, len(answer.content)) == (404, len(nobody.content))
    assert signed_in(town.rosa).get(f"/people/{town.bo.id}/").status_code == 200, (
        "the page that asks for a reason"
    )


def reason(account: Account, person: Person) -> Any:
    with acting(by := make.actor(account)):
        return give_reason(by=by, person=person.id, kind=ReasonKind.CONTACT, text="They rang.")


def test_no_reason_of_theirs_opens_a_record_by_any_way(town: Town) -> None:
    with pytest.raises(NotPermittedError):
        reason(town.femi, town.bo)
    held = reason(town.rosa, town.bo)
    row = Reason.objects.using(make.OWNER).filter(id=held.id).values().get()
    femi = make.actor(town.femi)
    with pytest.raises(DatabaseError, match="row-level security"), acting(femi):
        Reason.objects.create(
            **row | {"id": town.bo.id, "account_id": town.femi.id, "recorded_by": town.femi.id}
        )


def test_they_work_with_their_own_as_any_lead(town: Town) -> None:
    client = signed_in(town.femi)
    assert client.get(f"/people/{town.ada.id}/").status_code == 200
    assert client.get(f"/people/{town.ada.id}/story/note/").status_code == 200
    assert client.get(f"/people/{town.ada.id}/plan/").status_code == 200


def test_whom_they_may_not_find_they_may_not_name(town: Town) -> None:
    for account, may in ((town.femi, False), (town.rosa, True)):
        with acting(make.actor(account)), connection.cursor() as cursor:
            cursor.execute("SELECT people_may_name(%s)", [town.bo.id])
            assert cursor.fetchone() == (may,)
