"""A row keeps the strictest label it ever bore: no version of it opens more easily than another."""

from __future__ import annotations

import pytest
from django.db import connection
from django.utils import timezone

from kith.access.models import Account, Release
from kith.core.acting import acting
from kith.core.labels import Label
from kith.people.models import Address
from kith.story.models import About, Event, Passage
from tests.core.seal.acts import Superuser
from tests.support import make

pytestmark = pytest.mark.database


def versions(reader: Account, table: str, column: str) -> set[str]:
    with acting(make.actor(reader)), connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table}")
        return {value for (value,) in cursor.fetchall()}


def test_an_address_protected_since_is_protected_in_its_history_too() -> None:
    child, lead, partner = make.person(), make.account("lead"), make.account("partner")
    make.involved(lead, child)
    make.involved(partner, child, role="partner")
    home = make.home(child, "1 Old Lane")
    home.lines = "2 New Lane"
    home.save(using=make.OWNER)
    assert versions(partner, "people_addressevent", "lines") == {"1 Old Lane"}
    home.protected = True
    home.save(using=make.OWNER)
    assert versions(partner, "people_addressevent", "lines") == set()
    assert versions(lead, "people_addressevent", "lines") == {"1 Old Lane", "2 New Lane"}


def test_an_address_no_longer_protected_keeps_its_history_closed() -> None:
    child, partner = make.person(), make.account("partner")
    make.involved(partner, child, role="partner")
    home = make.home(child, "The refuge", protected=True)
    for lines in ("Moved on", "And on"):
        home.protected = False
        home.lines = lines
        home.save(using=make.OWNER)
    with acting(make.actor(partner)):
        assert Address.objects.get().lines == "And on"
    assert versions(partner, "people_addressevent", "lines") == set()


def test_a_passage_that_was_private_once_opens_no_version_to_others() -> None:
    child, lead, doctor = make.person(), make.account("lead"), make.account("health")
    make.involved(lead, child)
    make.involved(doctor, child, role="health")
    event = Event.objects.using(make.OWNER).create(kind="note", happened_at=timezone.now(), title="A visit")
    About.objects.using(make.OWNER).create(event=event, person=child, happened_at=event.happened_at)
    passage = Passage.objects.using(make.OWNER).create(
        event=event, position=1, label=Label.HEALTH.value, text="First words"
    )
    passage.text = "Second words"
    passage.label = Label.FAMILY_ONLY.value
    passage.save(using=make.OWNER)
    passage.label = Label.HEALTH.value
    passage.text = "Third words"
    passage.save(using=make.OWNER)
    assert versions(doctor, "story_passageevent", "text") == set(), (
        "one version was not for health colleagues"
    )
    assert versions(lead, "story_passageevent", "text") == {"First words", "Second words"}


def test_a_family_reads_what_was_released_and_none_of_its_earlier_versions() -> None:
    child, account = make.person(), make.account("young_person")
    make.door(account, child)
    event = Event.objects.using(make.OWNER).create(
        kind="note", happened_at=timezone.now(), title="Careless words"
    )
    About.objects.using(make.OWNER).create(event=event, person=child, happened_at=event.happened_at)
    event.title = "Kinder words"
    event.save(using=make.OWNER)
    Release.objects.using(make.OWNER).create(
        reader=child, kind="event", item=event.id, prepared=True, released_at=timezone.now()
    )
    with acting(make.actor(account)):
        assert list(Event.objects.values_list("title", flat=True)) == ["Kinder words"]
    assert versions(account, "story_eventevent", "title") == set()


def test_every_history_table_under_security_is_guarded(superuser: Superuser) -> None:
    unguarded = """SELECT l.name FROM core_logs() l JOIN pg_class c ON c.oid = to_regclass(l.name)
        WHERE l.key = 'pgh_id' AND c.relrowsecurity AND NOT EXISTS (SELECT FROM pg_policies p
            WHERE p.tablename = l.name
              AND p.policyname = l.name || '_staff' AND p.permissive = 'RESTRICTIVE')"""
    assert superuser(unguarded) == []
    open_to_app = """SELECT l.name FROM core_logs() l JOIN pg_class c ON c.oid = to_regclass(l.name)
        WHERE NOT c.relrowsecurity AND has_table_privilege('kith_app', c.oid, 'SELECT')"""
    assert superuser(open_to_app) == []
