"""Each adult of a household reads their own and nobody else's; the hostile parent reads nothing at all."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, transaction

from kith.access.models import Account
from kith.access.permissions import Permission
from kith.access.roles import ROLES
from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.kinship import actions
from kith.kinship.models import AdultCheck, LookChallenge, Request
from tests.access.tries import reads, tries
from tests.kinship.kinfolk import Kinfolk, ago, today
from tests.support import make

pytestmark = pytest.mark.database

TABLES = (
    "caring", "maydecide", "checkin", "firstlook", "lookadult", "lookreason", "toldreason", "lookchallenge",
    "adultcheck", "temporaryapproval", "approvalextension", "fullassessment", "assessedadult", "said", "ownanswer",
    "needtoknow", "supportline", "request", "award", "reductionnotice", "noticeanswer", "kinfact",
)  # fmt: skip
SECRET = "a caution for shoplifting in 1994 that he never told anybody about"


@pytest.fixture
def refused(kin_folk: Kinfolk) -> Kinfolk:
    """A no that rests on what came back of Grandad's check, told to each in words of their own."""
    kin = kin_folk
    kin.of_him = kin.does(actions.ask_check, adult=kin.grandad.id, kind="dbs", on=ago(9))  # type: ignore[attr-defined]
    kin.does(actions.check_back, check=kin.of_him, on=ago(5), result="stops", words=SECRET)  # type: ignore[attr-defined]
    look = kin.look()
    kin.does(actions.add_reason, look=look, words=f"He has {SECRET}.", concerns=kin.grandad.id)
    told = {kin.nan.id: "The household cannot be taken further now.", kin.grandad.id: f"You have {SECRET}."}
    kin.does(actions.decide_look, look=look, outcome="negative", on=today(), told=told)
    with acting(make.actor(kin.lead)):
        from kith.kinship.models import ToldReason

        kin.told = {row.person_id: row.id for row in ToldReason.objects.filter(look_id=look)}  # type: ignore[attr-defined]
    return kin


def bodies(kin: Kinfolk, account: Account) -> str:
    return str(kin.sees(account).items)


def test_a_refusal_that_rests_on_him_is_told_to_her_apart_and_never_says_it(refused: Kinfolk) -> None:
    told: dict[Any, Any] = refused.told  # type: ignore[attr-defined]
    assert bodies(refused, refused.her) == bodies(refused, refused.him) == "()"
    refused.shows(told[refused.nan.id])
    refused.shows(told[refused.grandad.id], refused.grandad)
    assert "cannot be taken further" in bodies(refused, refused.her)
    assert SECRET not in bodies(refused, refused.her)
    assert SECRET in bodies(refused, refused.him)
    assert "cannot be taken further" not in bodies(refused, refused.him)
    with pytest.raises(NotPermittedError):
        refused.shows(told[refused.grandad.id], refused.nan)


def test_her_door_is_the_same_to_the_byte_whatever_is_known_of_him(kin_folk: Kinfolk) -> None:
    kin = kin_folk
    caring = kin.caring()
    kin.shows(caring)
    before = bodies(kin, kin.her)
    check = kin.does(actions.ask_check, adult=kin.grandad.id, kind="health", on=ago(3))
    kin.does(actions.check_back, check=check, on=today(), result="talk", words=SECRET)
    look = kin.look()
    kin.does(actions.write_view, look=look, adult=kin.grandad.id, words="I am afraid for her.")
    kin.does(actions.add_reason, look=look, words=SECRET, concerns=kin.grandad.id)
    kin.does(
        actions.write_need_to_know, child=kin.child.id, words=SECRET, concerns=kin.mum.id, why_needed="x"
    )
    assert bodies(kin, kin.her) == before


def test_words_that_copy_what_rests_on_another_are_refused(kin_folk: Kinfolk) -> None:
    look = kin_folk.look()
    kin_folk.does(actions.add_reason, look=look, words=f"There is {SECRET}.", concerns=kin_folk.grandad.id)
    told = {kin_folk.nan.id: f"Because of {SECRET.upper()}!", kin_folk.grandad.id: "As we said."}
    with pytest.raises(CannotBeError, match="somebody else") as wrong:
        kin_folk.does(actions.decide_look, look=look, outcome="negative", on=today(), told=told)
    assert wrong.value.field == f"told_{kin_folk.nan.id}"
    with pytest.raises(CannotBeError, match="this adult is told"):
        kin_folk.does(actions.decide_look, look=look, outcome="negative", on=today(), told={})


def test_no_family_account_reads_a_row_and_no_stranger_nor_partner(refused: Kinfolk) -> None:
    kin = refused
    caring = kin.caring()
    kin.shows(caring)
    kin.awards(caring, ago(50))
    readers = (
        kin.her,
        kin.him,
        kin.mother,
        kin.father,
        kin.young,
        kin.outside("partner"),
        make.account("lead"),
    )
    for account in readers:
        for table in TABLES:
            for name in (f"kinship_{table}", f"kinship_{table}event"):
                assert reads(account, f"SELECT * FROM {name}") == [], (account.role, name)
    for account in (kin.mother, kin.father, kin.young):
        assert bodies(kin, account) == "()"


def test_a_worker_of_the_child_without_the_adult_reads_nothing_of_the_adult(refused: Kinfolk) -> None:
    other = make.account("social_worker")
    make.involved(other, refused.child)
    assert reads(other, "SELECT id FROM kinship_firstlook")
    for table in ("adultcheck", "lookreason", "toldreason", "lookadult"):
        assert reads(other, f"SELECT * FROM kinship_{table}") == []
        assert reads(other, f"SELECT * FROM kinship_{table}event") == []


def test_a_health_check_is_read_by_those_alone_who_may_see_health(kin_folk: Kinfolk) -> None:
    kin_folk.does(actions.ask_check, adult=kin_folk.nan.id, kind="health", on=ago(1))
    other = make.account("social_worker")
    make.involved(other, kin_folk.nan, label_mask=1)
    assert reads(other, "SELECT * FROM kinship_adultcheck") == []
    assert reads(kin_folk.lead, "SELECT * FROM kinship_adultcheck")


@pytest.mark.parametrize("role", sorted(ROLES))
def test_it_is_read_by_the_roles_that_answer_for_a_record_and_by_no_other(
    kin_folk: Kinfolk, role: str
) -> None:
    kin_folk.caring()
    account = make.account(role)
    make.involved(account, kin_folk.child)
    may = Permission.ANSWER_FOR in ROLES[role].may
    assert bool(reads(account, "SELECT id FROM kinship_caring")) is may
    assert bool(reads(account, "SELECT id FROM kinship_kinfact")) is may


def test_what_a_carer_needs_to_know_is_released_item_by_item_and_to_a_carer_alone(kin_folk: Kinfolk) -> None:
    kin = kin_folk
    kin.shows(caring := kin.caring())
    one = kin.does(actions.write_need_to_know, child=kin.child.id, words="He is afraid of dogs.")
    two = kin.does(
        actions.write_need_to_know, child=kin.child.id, words="Mum may be angry when she drinks.",
        concerns=kin.mum.id, why_needed="She may come to the door.",
    )  # fmt: skip
    kin.shows(one)
    assert [each.body for each in kin.sees(kin.her).of("know")] == [{"words": "He is afraid of dogs."}]
    for somebody in (kin.dad, kin.mum, kin.grandad):
        with pytest.raises(NotPermittedError):
            kin.shows(two, somebody)
    with pytest.raises(CannotBeError, match="cannot keep the child safe"):
        kin.does(actions.write_need_to_know, child=kin.child.id, words="x", concerns=kin.mum.id)
    kin.does(actions.take_back, item=one, reader=kin.nan.id)
    assert kin.sees(kin.her).of("know") == []
    kin.shows(one)
    kin.does(actions.end_caring, caring=caring, on=today(), why="She went home.")
    assert kin.sees(kin.her).of("know") == []


def test_what_would_tell_where_somebody_kept_apart_lives_is_not_shown(kin_folk: Kinfolk) -> None:
    kin = kin_folk
    make.home(kin.mum, "7 Secret Street", "ZZ9 9ZZ", protected=True)
    from kith.people.models import MayKnow

    MayKnow.objects.using(make.OWNER).create(
        person=kin.mum, other=kin.nan, may=False, reason="x", during=make.always()
    )
    kin.caring()
    item = kin.does(
        actions.write_need_to_know, child=kin.child.id, words="Her mum lives at 7 Secret Street.",
        concerns=kin.mum.id, why_needed="x",
    )  # fmt: skip
    with pytest.raises(NotPermittedError, match="kept apart"):
        kin.shows(item)


def test_a_carer_writes_of_their_own_alone_whatever_sql_they_run(refused: Kinfolk) -> None:
    kin = refused
    told: dict[Any, Any] = kin.told  # type: ignore[attr-defined]
    kin.shows(caring := kin.caring())
    kin.shows(told[kin.nan.id])
    mine = kin.does(actions.ask_for, kin.her, caring=caring, kind="rest", words="A weekend.", whose="Nora")
    assert [each.id for each in kin.sees(kin.her).of("request")] == [mine]
    assert kin.does(actions.speak_against, kin.her, told=told[kin.nan.id], words="It is wrong.", whose="Nora")
    with pytest.raises(NotPermittedError):
        kin.does(actions.ask_for, kin.him, caring=caring, kind="rest", words="x", whose="George")
    with pytest.raises(NotPermittedError):
        kin.does(actions.speak_against, kin.him, told=told[kin.nan.id], words="x", whose="George")
    row = {"kind": "rest", "kind_then": "family", "asked_on": today(), "source": "family"}
    for account, person in ((kin.him, kin.grandad), (kin.him, kin.nan), (kin.father, kin.dad)):
        with acting(make.actor(account)), pytest.raises(DatabaseError), transaction.atomic():
            Request(caring_id=caring, person_id=person.id, recorded_by=account.id, **row).save(
                force_insert=True
            )
    with acting(make.actor(kin.her)), pytest.raises(DatabaseError), transaction.atomic():
        LookChallenge(
            told_id=told[kin.grandad.id], person_id=kin.nan.id, words="x", on=today(), source="family",
            recorded_by=kin.her.id,
        ).save(force_insert=True)  # fmt: skip
    assert not tries(kin.her, "UPDATE kinship_request SET answer = 'yes'")
    with acting(make.actor(kin.her)), pytest.raises(DatabaseError), transaction.atomic():
        AdultCheck(person_id=kin.nan.id, kind="dbs", asked_on=today(), recorded_by=kin.her.id).save(
            force_insert=True
        )


def test_through_her_eyes_a_worker_sees_what_both_may_and_nothing_acts(kin_folk: Kinfolk) -> None:
    kin = kin_folk
    kin.shows(kin.caring())
    with acting(make.actor(kin.lead).seeing_as(kin.her.id), read_only=True):
        from kith.kinship.door import my_door

        assert [each.kind for each in my_door().items].count("caring") == 1
    stranger = make.account("lead")
    make.involved(stranger, kin.nan)
    with acting(make.actor(stranger).seeing_as(kin.her.id), read_only=True):
        assert my_door().items == ()
