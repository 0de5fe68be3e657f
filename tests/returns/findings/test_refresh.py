"""A finding comes with what makes it, goes with what mends it, and comes again as the same one."""

from __future__ import annotations

import datetime as dt
import re
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, connections
from django.test import override_settings
from django.utils import timezone
from psycopg.types.range import DateRange, TimestamptzRange

from kith.care.models import CareLeaverContact, Episode, EpisodePlace
from kith.core.acting import acting
from kith.people.actions import record_disability, record_identifier, record_language
from kith.people.models import Disability, Identifier, Person, PersonIdentity
from kith.returns.codes import ReturnKind
from kith.returns.findings import live as live_module
from kith.returns.findings.after import BOTH, TELLS
from kith.returns.findings.years import KINDS, years_live
from kith.returns.models import Finding, ToCheck
from kith.returns.tasks import CHECKER
from kith.returns.writing import window_of
from tests.returns.findings.finding import (
    NO_DISABILITY,
    TODAY,
    check_all,
    check_waiting,
    codes,
    explained,
    looked_after,
    referred,
    run_queue,
    the,
    worker,
)
from tests.support import make
from tests.support.worker import worker_login

HEALTH_OF_THE_YEAR = "191"
NO_EPISODE_THIS_YEAR_OR_LAST = "1002"
NOT_ON_OFSTEDS_LISTS = "1008"
AN_EMERGENCY_ORDER_TOO_LONG = "362"
pytestmark = pytest.mark.database


def test_an_action_that_mends_clears_it_and_one_that_spoils_brings_it_back_as_the_same() -> None:
    child = referred()
    lead = worker(child)
    check_all()
    first = the(NO_DISABILITY, child)
    assert (first.first_seen, first.severity, first.kind, first.year) == (TODAY, "error", "cin", "2026-27")
    explained(lead, first.id, "Nobody asked yet.")
    with acting(make.actor(lead)):
        record_disability(by=make.actor(lead), person=child.id, code="NONE")
    assert run_queue() == ["returns.check_open"]
    cleared = the(NO_DISABILITY, child)
    assert cleared.cleared_on is not None
    assert cleared.explanation == "Nobody asked yet."
    Disability.objects.using(make.OWNER).all().delete()
    ToCheck.objects.using(make.OWNER).create(person_id=child.id)
    again = TODAY + dt.timedelta(days=30)
    check_waiting(again)
    back = the(NO_DISABILITY, child)
    assert (back.id, back.first_seen, back.cleared_on) == (first.id, again, None)
    assert back.explanation == "Nobody asked yet."


def test_only_whoever_an_action_concerns_is_checked_again() -> None:
    child, other = referred("Ada"), referred("Bo")
    lead = worker(child, other)
    with acting(make.actor(lead)):
        record_disability(by=make.actor(lead), person=child.id, code="HAND")
    Disability.objects.using(make.OWNER).all().delete()
    run_queue()
    assert NO_DISABILITY in codes(child)
    assert codes(other) == set()


def test_a_change_of_one_return_has_that_one_checked_again_and_not_the_other() -> None:
    child = referred()
    lead = worker(child)
    with acting(make.actor(lead)):
        record_disability(by=make.actor(lead), person=child.id, code="NONE")
    assert [each.kind for each in ToCheck.objects.using(make.OWNER).all()] == ["cin"]
    started = dt.date(2026, 5, 4)
    Episode.objects.using(make.OWNER).create(
        person=child, started_on=started, during=DateRange(started, None, "[)"), reason_new_episode="S",
        legal_status="Q9", need="N1", placement_type="U4", provider="PR1",
    )  # fmt: skip
    run_queue()
    assert kinds_of(child) == {"cin"}
    with acting(make.actor(lead)):
        record_identifier(by=make.actor(lead), person=child.id, scheme="upn", value="H801200001001")
    assert [each.kind for each in ToCheck.objects.using(make.OWNER).all()] == [BOTH]
    run_queue()
    assert kinds_of(child) == {"ssda903", "cin"}


def test_what_is_in_no_return_has_nobody_checked_again() -> None:
    child = referred()
    lead = worker(child)
    with acting(make.actor(lead)):
        record_language(by=make.actor(lead), person=child.id, language="Polish", use="first")
    assert run_queue() == []


@pytest.mark.parametrize("kind", KINDS)
def test_each_table_that_a_return_is_written_from_is_watched(
    kind: ReturnKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    child, asked = referred(), []
    taken = live_module.arrow
    monkeypatch.setattr(live_module, "arrow", lambda sql, names: asked.append(sql) or taken(sql, names))
    with worker_login(), acting(CHECKER), connection.execute_wrapper(partial(noted, asked)):
        live_module.live(kind, window_of("2026-27", today=TODAY), [child.id])
        with connection.cursor() as cursor:
            read = {name for sql in asked for name in tables_of(cursor, sql)}
    facts = {name for name in read if name.partition("_")[0] in ("people", "care", "help", "protection")}
    # That a home is protected blanks what is sent, and nothing that is checked.
    assert facts - {"people_address"} == {*TELLS[BOTH], *TELLS[kind]}


def kinds_of(child: Person) -> set[str]:
    return set(Finding.objects.using(make.OWNER).filter(person=child).values_list("kind", flat=True))


def noted(asked: list[str], execute: Any, sql: str, params: Any, *others: Any) -> Any:
    """Keep what a table is made from, with its parameters filled in, and make it."""
    _, made, query = sql.partition(" AS\n")
    if made and sql.lstrip().startswith("CREATE TEMP TABLE"):
        asked.append(others[1]["cursor"].mogrify(query, params) if params else query)
    return execute(sql, params, *others)


def tables_of(cursor: Any, sql: str) -> list[str]:
    cursor.execute(f"EXPLAIN (FORMAT json) {sql}")
    return re.findall(r"'Relation Name': '(\w+)'", str(cursor.fetchall()))


def test_many_actions_are_one_check() -> None:
    child = referred()
    lead = worker(child)
    for code in ("HAND", "LD"):
        with acting(make.actor(lead)):
            record_disability(by=make.actor(lead), person=child.id, code=code)
    assert ToCheck.objects.using(make.OWNER).count() == 2
    assert check_waiting() == len(codes(child))
    assert ToCheck.objects.using(make.OWNER).count() == 0


def test_what_looks_across_children_is_left_to_the_night() -> None:
    one, other = referred("Ada"), referred("Bo")
    for each in (one, other):
        Identifier.objects.using(make.OWNER).create(person=each, scheme="upn", value="H801200001001")
        ToCheck.objects.using(make.OWNER).create(person_id=each.id)
    check_waiting()
    assert "1520" not in codes(one)
    check_all()
    assert "1520" in codes(one) & codes(other)
    ToCheck.objects.using(make.OWNER).create(person_id=one.id)
    check_waiting()
    assert "1520" in codes(one)


def test_what_is_asked_for_the_whole_year_is_asked_from_january_on() -> None:
    child = looked_after(since=dt.date(2020, 5, 4))
    check_all(dt.date(2026, 12, 31))
    assert HEALTH_OF_THE_YEAR not in codes(child)
    check_all(dt.date(2027, 1, 1))
    assert HEALTH_OF_THE_YEAR in codes(child)


def test_in_spring_the_year_that_is_sent_is_checked_too_if_its_rules_are_held() -> None:
    year = [each.year for each in years_live("cin", dt.date(2026, 6, 1))]
    assert year == ["2026-27", "2025-26"]
    assert [each.year for each in years_live("cin", dt.date(2026, 8, 1))] == ["2026-27"]
    assert years_live("cin", dt.date(2031, 8, 1)) == []


def test_what_a_year_that_was_sent_left_open_is_cleared() -> None:
    child = referred()
    check_all(dt.date(2026, 7, 31))
    before = the_year_before(child)
    check_all(dt.date(2026, 8, 1))
    assert Finding.objects.using(make.OWNER).get(id=before.id).cleared_on == dt.date(2026, 8, 1)
    assert NO_DISABILITY in codes(child)


def the_year_before(child: Person) -> Finding:
    """A finding of the year before, as it would have been found in July."""
    found = the(NO_DISABILITY, child)
    found.pk, found.year = uuid4(), "2025-26"
    found.save(using=make.OWNER, force_insert=True)
    return found


def test_a_rule_that_is_asked_no_more_leaves_nothing_behind() -> None:
    child = referred()
    check_all()
    gone = the(NO_DISABILITY, child)
    Finding.objects.using(make.OWNER).filter(id=gone.id).update(code="0000")
    check_all()
    assert codes(child) >= {NO_DISABILITY}
    assert "0000" not in codes(child)


def test_it_says_which_fact_it_is() -> None:
    child = looked_after()
    check_all()
    found = Finding.objects.using(make.OWNER).filter(person=child, fact_table="care_episode").first()
    assert found is not None
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute("SELECT id FROM care_episode")
        assert cursor.fetchone() == (found.fact_id,)
    assert (found.on_day, found.child) == (dt.date(2026, 5, 4), "Bo")


def test_a_night_with_nothing_new_writes_no_history() -> None:
    referred()
    assert check_all() == check_all(TODAY + dt.timedelta(days=1))
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM returns_findingevent")
        assert cursor.fetchone() == (0,)


def test_restricted_people_are_checked_as_all_others() -> None:
    child = referred()
    make.restricted(child)
    check_all()
    assert NO_DISABILITY in codes(child)


def test_a_linked_record_is_checked_with_its_person() -> None:
    child, twin = referred("Ada"), make.person("Ada")
    since = TimestamptzRange(timezone.now(), None, "[)")
    PersonIdentity.objects.using(make.OWNER).create(
        person=twin, canonical=child, reason="Same mother.", during=since
    )
    ToCheck.objects.using(make.OWNER).create(person_id=twin.id)
    check_waiting()
    assert NO_DISABILITY in codes(child)


def test_nobody_is_late_for_a_day_that_has_not_come() -> None:
    since = TODAY - dt.timedelta(days=10)
    child = looked_after("Cy", since)
    Episode.objects.using(make.OWNER).filter(person=child).update(legal_status="L2")
    check_all()
    assert AN_EMERGENCY_ORDER_TOO_LONG not in codes(child)
    check_all(since + dt.timedelta(days=21))
    assert AN_EMERGENCY_ORDER_TOO_LONG not in codes(child)
    check_all(since + dt.timedelta(days=22))
    assert AN_EMERGENCY_ORDER_TOO_LONG in codes(child)


def test_rules_that_compare_with_last_year_are_asked_of_the_record_as_of_that_year() -> None:
    never, left = (make.person(name, born=dt.date(2009, 5, 1)) for name in ("Di", "Ed"))
    spell = (dt.date(2025, 5, 4), dt.date(2026, 2, 1))
    Episode.objects.using(make.OWNER).create(
        person=left, started_on=spell[0], ceased_on=spell[1], during=DateRange(*spell, "[)"), reason_new_episode="S",
        legal_status="V2", need="N1", placement_type="U4", provider="PR1", reason_ceased="E5",
    )  # fmt: skip
    for each in (never, left):
        CareLeaverContact.objects.using(make.OWNER).create(
            person=each, collection_year="2026-27", in_touch="YES", activity="F2", accommodation="B1"
        )
    check_all()
    assert NO_EPISODE_THIS_YEAR_OR_LAST in codes(never)
    assert NO_EPISODE_THIS_YEAR_OR_LAST not in codes(left)


def test_ofsteds_lists_are_those_that_the_council_gave(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    child = looked_after()
    episode = Episode.objects.using(make.OWNER).get(person=child)
    EpisodePlace.objects.using(make.OWNER).create(episode=episode, person=child, urn="1234567")
    check_all()
    assert NOT_ON_OFSTEDS_LISTS not in codes(child)
    lists = tmp_path / "providers.csv"
    lists.write_text("URN,POSTCODE\n7654321,AB1 2CD\n")
    with override_settings(PROVIDERS=(str(lists),)):
        check_all()
        assert NOT_ON_OFSTEDS_LISTS in codes(child)
        lists.unlink()
        check_all()
        assert "cannot be read" in caplog.text
        assert NOT_ON_OFSTEDS_LISTS in codes(child)
        lists.write_text("URN,POSTCODE\n1234567,AB1 2CD\n")
        ToCheck.objects.using(make.OWNER).create(person_id=child.id)
        check_waiting()
        assert NOT_ON_OFSTEDS_LISTS not in codes(child)
        episode.place.urn = "2222222"
        episode.place.save(using=make.OWNER)
        ToCheck.objects.using(make.OWNER).create(person_id=child.id, kind="ssda903")
        check_waiting()
        assert NOT_ON_OFSTEDS_LISTS in codes(child)
