"""A request for help is read by whoever has it and by the front door, and by nobody else, whatever they try."""

from __future__ import annotations

import pytest
from django.db import ProgrammingError, connection

from kith.access.roles import ROLES
from kith.core.acting import acting
from kith.help.models import HelpRequest, RequestHolder, RequestPerson, ThresholdDecision
from tests.help.asked import answer, as_, asked, give, take
from tests.support import make

pytestmark = pytest.mark.database
READERS = {"front_door", "manager"}
TABLES = (HelpRequest, RequestHolder, RequestPerson, ThresholdDecision)


@pytest.mark.parametrize("role", sorted(ROLES))
def test_only_the_front_door_reads_what_nobody_holds_yet(role: str) -> None:
    request, child = asked(), make.person("Ada")
    RequestPerson.objects.using(make.OWNER).create(request_id=request, person=child)
    account = make.account(role)
    if ROLES[role].family:
        make.door(account, child, "self" if role == "young_person" else "parent")
    elif ROLES[role].opens:
        make.involved(account, child)
    with acting(make.actor(account)):
        seen = [model.objects.count() for model in TABLES]
        history = [model.pgh_event_model.objects.count() for model in TABLES]
    assert seen == ([1, 1, 1, 0] if role in READERS else [0, 0, 0, 0])
    assert history == [0, 0, 0, 0]


def test_nobody_in_particular_asks_and_reads_nothing_back() -> None:
    request = asked()
    with acting(None, channel="sign-in"):
        assert [model.objects.count() for model in TABLES] == [0, 0, 0, 0]
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM help_front_door()")
            assert cursor.fetchone() == (0,)
            cursor.execute("SELECT count(*) FROM help_mine()")
            assert cursor.fetchone() == (0,)
    assert give(None, request, make.account("lead")) is None
    assert as_(None, "SELECT help_take(%s)", request) is False


def test_a_family_account_reads_nothing_even_where_a_worker_sees_as_it_does() -> None:
    asked()
    mother, duty = make.account("parent"), make.account("front_door")
    make.door(mother, make.person("Mara"))
    with acting(make.actor(duty).seeing_as(mother.id)):
        assert [model.objects.count() for model in TABLES] == [0, 0, 0, 0]


def test_a_charity_reads_it_once_it_has_said_yes_and_not_before_or_after() -> None:
    request, duty, charity = asked(), make.account("front_door"), make.account("partner")
    take(duty, request)
    giving = give(duty, request, charity, "A mother who would like company")

    def reads() -> tuple[int, list[str]]:
        with acting(make.actor(charity)):
            return HelpRequest.objects.count(), list(RequestHolder.objects.values_list("words", flat=True))

    assert reads() == (0, ["A mother who would like company"])
    assert answer(charity, giving, True)
    assert reads()[0] == 1
    back = give(charity, request, duty)
    assert reads()[0] == 1, "the giver has it until somebody says yes"
    assert answer(duty, back, True)
    assert reads() == (0, [])


def test_a_worker_of_the_council_reads_what_is_offered_to_them_by_name() -> None:
    request, duty, lead, other = asked(), *(make.account(each) for each in ("front_door", "lead", "lead"))
    give(duty, request, lead)
    for account, seen in ((lead, 1), (other, 0)):
        with acting(make.actor(account)):
            assert HelpRequest.objects.count() == seen


def test_a_request_about_somebody_restricted_gives_the_front_door_only_whom_to_ring() -> None:
    request, child, duty = asked(), make.person("Ada"), make.account("front_door")
    make.restricted(child)
    RequestPerson.objects.using(make.OWNER).create(request_id=request, person=child)
    with acting(make.actor(duty)), connection.cursor() as cursor:
        assert HelpRequest.objects.count() == 0
        cursor.execute("SELECT request, check_with, holder FROM help_front_door()")
        assert cursor.fetchall() == [(None, "the adoption team", "")]


def test_its_words_are_never_rewritten_and_no_row_is_written_past_the_functions() -> None:
    request, duty = asked(), make.account("front_door")
    tries = (
        "UPDATE help_helprequest SET what_is_hard = 'nothing'",
        f"INSERT INTO help_requestholder (id, recorded_at, source, request_id, given_at, words, why) VALUES"
        f" (gen_random_uuid(), now(), 'worker', '{request}', now(), '', '')",
        "DELETE FROM help_requestholder",
        "DELETE FROM help_helprequest",
    )
    for statement in tries:
        with pytest.raises(ProgrammingError), acting(make.actor(duty)), connection.cursor() as cursor:
            cursor.execute(statement)
    with acting(make.actor(duty)), connection.cursor() as cursor:
        cursor.execute("UPDATE help_requestholder SET ended_at = now()")
        assert cursor.rowcount == 0
    assert HelpRequest.objects.using(make.OWNER).get().what_is_hard == "i cannot sleep"


def test_only_the_front_door_decides_and_in_its_own_name() -> None:
    request, duty, lead = asked(), make.account("front_door"), make.account("lead")
    give(duty, request, lead)
    values = (
        f"INSERT INTO help_thresholddecision (id, recorded_at, source, request_id, tier, by_rule, rule_set, rules,"
        f" facts, decided_at, decided_by_id, reason, alternative, letter) VALUES (gen_random_uuid(), now(), 'worker',"
        f" '{request}', 'family_help', 'family_help', '1', ARRAY['R1'], ARRAY[]::text[], now(), %s, '', '', '')"
    )
    for account, named in ((lead, lead), (duty, lead)):
        with pytest.raises(ProgrammingError), acting(make.actor(account)), connection.cursor() as cursor:
            cursor.execute(values, [named.id])
    with acting(make.actor(duty)), connection.cursor() as cursor:
        cursor.execute(values, [duty.id])
    assert ThresholdDecision.objects.using(make.OWNER).count() == 1
