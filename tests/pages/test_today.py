"""Today: who needs me, and what did I promise?"""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from kith.access.models import Involvement
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


def test_a_manager_is_told_of_records_opened_with_a_reason_and_says_so() -> None:
    north = make.team("North")
    child = make.person("Ada")
    worker, manager = make.account("lead", in_team=north), make.account("manager", in_team=north)
    visitor = signed_in(worker)
    sent = visitor.post(
        f"/people/{child.id}/reason",
        {"kind": "cover", "text": "Covering for Sam today", "next": f"/people/{child.id}/"},
    )
    assert sent.status_code == 302
    assert visitor.get(f"/people/{child.id}/").status_code == 200
    boss = signed_in(manager)
    assert "Covering for Sam today" in words_of(boss.get("/"))
    page = boss.get("/").content.decode()
    address = page.split('action="/reasons/')[1].split('"')[0]
    assert boss.post(f"/reasons/{address}").status_code == 302
    assert "Covering for Sam today" not in words_of(boss.get("/"))


def test_another_teams_manager_is_not_told() -> None:
    child = make.person("Ada")
    worker = make.account("lead", in_team=make.team("North"))
    other = make.account("manager", in_team=make.team("South"))
    signed_in(worker).post(
        f"/people/{child.id}/reason", {"kind": "cover", "text": "Covering for Sam", "next": "/"}
    )
    assert "Covering for Sam" not in words_of(signed_in(other).get("/"))


def test_a_manager_sees_how_many_people_each_of_the_team_works_with_now() -> None:
    north = make.team("North")
    manager, here, gone = (
        make.account("manager", in_team=north),
        make.account("lead", display_name="Noor Here", in_team=north),
        make.account("lead", display_name="Jo Gone", in_team=north, is_active=False),
    )
    child, brother, cousin = make.person("Ada"), make.person("Bo"), make.person("Cy")
    Involvement.objects.using(make.OWNER).create(
        account=here, family=make.family(child, brother), role="lead_practitioner",
        label_mask=int(here.role_class.opens), during=make.always(),
    )  # fmt: skip
    for each in (child, brother, cousin):
        make.involved(here if each is not cousin else gone, each)
        make.involved(manager, each)
    words = words_of(signed_in(manager).get("/"))
    assert "Noor Here : 2 people" in words  # each once, by the family and besides
    assert "Jo Gone :" not in words


def test_it_says_when_the_next_thing_is_due_and_not_how_many_there_are_at_some_time() -> None:
    from kith.help.models import Referral
    from kith.returns.models import LoadedFile

    LoadedFile.objects.using(make.OWNER).create(run=uuid4(), name="-", kind="demo", collection_year="2015-16")

    child, other, lead = make.person("Ada"), make.person("Bo"), make.account("lead")
    for each, days_ago in ((child, 5), (other, 400)):
        make.involved(lead, each)
        on = timezone.localdate() - timedelta(days=days_ago)
        Referral.objects.using(make.OWNER).create(person=each, referred_on=on)
    words = words_of(signed_in(lead).get("/"))
    assert re.search(r"next due \d+ [A-Z][a-z]+ \d{4}", words)
    assert "1 thing late" in words
    assert "thing due" not in words


def test_a_manager_sees_what_is_late_in_the_own_team_and_nothing_of_whoever_is_closed_to_them() -> None:
    from kith.help.models import Referral
    from kith.returns.models import LoadedFile

    LoadedFile.objects.using(make.OWNER).create(run=uuid4(), name="-", kind="demo", collection_year="2015-16")
    north = make.team("North")
    manager, lead = (make.account(role, in_team=north) for role in ("manager", "lead"))
    elsewhere = make.account("manager", in_team=make.team("South"))
    late, soon, closed = (make.person(name) for name in ("Ada", "Bo", "Cy"))
    for each, days_ago in ((late, 400), (soon, 5), (closed, 400)):
        make.involved(lead, each)
        Referral.objects.using(make.OWNER).create(
            person=each, referred_on=timezone.localdate() - timedelta(days=days_ago)
        )
    make.restricted(closed)
    visitor = signed_in(manager)
    assert "What is late in my team" in words_of(visitor.get("/"))
    words = words_of(visitor.get("/team/"))
    assert f"Ada Example {lead.display_name} Child and family assessment finished for Ada" in words
    assert "Bo" not in words
    assert "Cy" not in words
    assert "Nothing is late in your team" in words_of(signed_in(elsewhere).get("/team/"))
    assert "late in my team" not in words_of(signed_in(lead).get("/"))


def test_what_is_late_stands_before_what_is_due_and_is_late_in_words() -> None:
    from kith.help.models import Referral
    from kith.returns.models import LoadedFile

    LoadedFile.objects.using(make.OWNER).create(run=uuid4(), name="-", kind="demo", collection_year="2015-16")
    lead = make.account("lead")
    for name, days_ago in (("Bo", 61), ("Ada", 400)):
        child = make.person(name)
        make.involved(lead, child)
        Referral.objects.using(make.OWNER).create(
            person=child, referred_on=timezone.localdate() - timedelta(days=days_ago)
        )
    words = words_of(signed_in(lead).get("/"))
    assert " Late " in words
    assert words.index(" Late ") < words.index("Ada Example")
    assert words.index("Ada Example") < words.index("Bo Example")
