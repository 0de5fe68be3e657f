"""Who reads a finding: whoever may open all that it tells, and the returns officer; nobody else, and boards no names."""

from __future__ import annotations

import pytest
from django.db import DatabaseError

from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.core.labels import Label
from kith.returns.findings.explaining import CannotExplainError, explain, take_explanation_back
from kith.returns.models import Finding, FindingFigure
from tests.returns.findings.finding import (
    NO_DISABILITY,
    answered,
    check_all,
    looked_after,
    referred,
    seen_by,
    the,
    worker,
)
from tests.support import make

pytestmark = pytest.mark.database


def test_the_child_s_worker_and_the_officer_read_it_and_no_other_worker() -> None:
    child, other = referred("Ada"), make.person("Bo")
    lead, stranger = worker(child), worker(other)
    check_all()
    assert NO_DISABILITY in seen_by(lead)
    assert NO_DISABILITY in seen_by(make.account("returns"))
    for account in (stranger, make.account("analyst"), make.account("director"), make.account("admin")):
        assert seen_by(account) == set()
    with acting(None):
        assert Finding.objects.count() == 0


@pytest.mark.parametrize("role", ["parent", "young_person", "carer"])
def test_no_family_reads_any(role: str) -> None:
    child = referred()
    account = make.account(role)
    make.door(account, child, "self" if role == "young_person" else "parent")
    check_all()
    assert seen_by(account) == set()


def test_whoever_may_not_read_of_health_or_of_where_they_live_reads_no_such_finding() -> None:
    child = looked_after()
    answered(child, sdq_score=99)
    all_of_it = worker(child)
    some = make.account("social_worker")
    make.involved(some, child, label_mask=Label.NORMAL.value)
    check_all()
    theirs = seen_by(some)
    assert theirs
    closed = seen_by(all_of_it) - theirs
    labels = dict(Finding.objects.using(make.OWNER).values_list("code", "label"))
    assert {labels[code] for code in theirs} == {Label.NORMAL.value}
    assert any(labels[code] & Label.HEALTH.value for code in closed)
    assert any(labels[code] & Label.ADDRESS_PROTECTED.value for code in closed)


def test_of_a_restricted_record_the_officer_reads_nothing_and_no_figure_tells() -> None:
    child = referred()
    lead = worker(child)
    make.restricted(child)
    check_all()
    assert NO_DISABILITY not in seen_by(make.account("returns"))
    assert NO_DISABILITY not in seen_by(lead)
    assert not FindingFigure.objects.using(make.OWNER).filter(code=NO_DISABILITY).exists()


def test_a_reason_is_all_that_a_worker_can_write() -> None:
    child = referred()
    lead = worker(child)
    check_all()
    found = the(NO_DISABILITY, child)
    for change in ("severity = 'query'", "cleared_on = current_date", "person_id = NULL"):
        with pytest.raises(DatabaseError), acting(make.actor(lead)):
            _run(f"UPDATE returns_finding SET {change}")
    with pytest.raises(DatabaseError), acting(make.actor(lead)):
        _run("INSERT INTO returns_finding SELECT * FROM returns_finding")
    partner = make.account("partner")
    make.involved(partner, child, role="partner")
    with acting(make.actor(partner)), pytest.raises(NotPermittedError):
        explain(by=make.actor(partner), finding=found.id, reason="Because.")
    assert the(NO_DISABILITY, child).explanation == ""


def test_a_reason_is_given_changed_and_taken_back_and_history_keeps_it() -> None:
    child = referred()
    lead, officer = worker(child), make.account("returns")
    check_all()
    found = the(NO_DISABILITY, child)
    with acting(make.actor(lead)):
        explain(by=make.actor(lead), finding=found.id, reason="  Nobody\nasked. ")
    assert the(NO_DISABILITY, child).explanation == "Nobody asked."
    with acting(make.actor(officer)):
        explain(by=make.actor(officer), finding=found.id, reason="Asked, no answer.")
    assert the(NO_DISABILITY, child).explained_by == officer.id
    with acting(make.actor(officer)):
        take_explanation_back(by=make.actor(officer), finding=found.id)
    assert the(NO_DISABILITY, child).explained_at is None
    with acting(make.actor(lead)):
        said = _run("SELECT explanation FROM returns_findingevent ORDER BY pgh_id")
    assert said == [("",), ("Nobody asked.",), ("Asked, no answer.",)]


@pytest.mark.parametrize("reason", ["", "  \n ", "x" * 1001])
def test_no_reason_and_one_too_long_are_refused(reason: str) -> None:
    child = referred()
    lead = worker(child)
    check_all()
    with acting(make.actor(lead)), pytest.raises(CannotExplainError):
        explain(by=make.actor(lead), finding=the(NO_DISABILITY, child).id, reason=reason)


def test_another_s_finding_is_as_one_that_is_not_there() -> None:
    child = referred()
    stranger = worker(make.person("Bo"))
    check_all()
    with acting(make.actor(stranger)), pytest.raises(CannotExplainError, match="no such finding"):
        explain(by=make.actor(stranger), finding=the(NO_DISABILITY, child).id, reason="Because.")


def _run(sql: str) -> list[tuple[object, ...]]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall()) if cursor.description else []
