"""Lines that say where somebody lives are released to nobody who must not learn it, whoever releases them and how."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from psycopg.types.range import TimestamptzRange

from kith.core.acting import acting
from kith.people.models import ContactPoint, PersonIdentity
from kith.plan.actions import answer_line, say_progress, share_with_organisation
from tests.access.tries import reads
from tests.plan.street import Street
from tests.support import make

pytestmark = pytest.mark.database


def test_postgresql_itself_refuses_a_line_that_says_where_somebody_is() -> None:
    street = Street()
    make.home(street.mum, "4 Heron Close, Kithton", "ZZ9 9ZZ", protected=True)
    before = make.person("Mara", "Stone", born=None)
    since = timezone.now() - timedelta(days=9)
    PersonIdentity.objects.using(make.OWNER).create(
        person=before, canonical=street.mum, during=TimestamptzRange(since, None, "[)"), reason="One person."
    )
    make.home(before, "9 Quarry Row, Kithton", "ZZ8 8ZZ", protected=True)
    ContactPoint.objects.using(make.OWNER).create(
        person=street.child, channel="phone", value="01632 960 777", protected=True, during=make.always()
    )
    plan = street.plan()
    for words in (
        "Fetch them from 4, Heron Close.",
        "Post it to zz99zz",
        "Meet at 9 Quarry Row",
        "Ring 01632960777",
    ):
        line = street.step(plan, words)
        assert not street.release(line.id, street.dad), words
    assert street.release(street.step(plan, "Ring us on Friday").id, street.dad)
    assert street.release(street.step(plan, "The bed goes to 4 Heron Close").id, street.mum)


def test_who_causes_harm_learns_no_address_that_nobody_ruled_they_may_know() -> None:
    street = Street()
    make.home(street.mum, "7 Alder Way, Kithton", "ZZ7 7ZZ")
    plan = street.plan()
    line = street.step(plan, "Bring the bed to 7 Alder Way.")
    assert not street.release(line.id, street.dad)
    assert street.release(line.id, street.child)


def test_they_still_read_of_the_home_that_is_theirs_too() -> None:
    street = Street()
    for each in (street.mum, street.dad):
        make.home(each, "7 Alder Way, Kithton", "ZZ7 7ZZ")
    line = street.step(street.plan(), "Mend the roof of 7 Alder Way.")
    assert street.release(line.id, street.dad)


def test_a_school_beside_the_family_reads_the_shared_line_and_not_what_a_mother_answered_to_it() -> None:
    street = Street()
    make.involved(street.manager, street.child)
    plan = street.plan()
    line = street.step(plan, "Help with homework.")
    school = street.outside("school", "Beech Lane School")
    with acting(by := make.actor(street.lead)):
        share_with_organisation(by=by, plan=plan.id, items=[line.id], organisation=school.organisation_id)
    assert street.release(line.id, street.mum)
    with acting(by := make.actor(street.mother)):
        answer_line(by=by, item=line.id, words="He hurt me.", agrees=False)
        say_progress(by=by, item=line.id, how="stuck", words="I am afraid.")
    with acting(by := make.actor(school)):
        say_progress(by=by, item=line.id, how="well", words="He comes each week.")
    said = "SELECT words FROM plan_answer UNION SELECT words FROM plan_progress"
    assert reads(school, "SELECT words FROM plan_step") == [("Help with homework.",)]
    assert reads(school, said) == [("He comes each week.",)]
    assert len(reads(street.lead, said)) == 3
    assert len(reads(street.mother, said)) == 2
