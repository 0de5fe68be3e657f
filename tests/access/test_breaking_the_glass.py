"""A reason, by SQL as well: a day, what the role opens, never what no reason opens, and the manager is told."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from kith.access.actions.reasons import reasons_to_see
from kith.access.models import Account, Grant
from kith.access.roles import ROLES
from kith.core.acting import acting
from kith.core.labels import Label
from kith.people.actions import create_person
from kith.people.models import Person
from kith.story.models import About, Event, Passage
from tests.access.tries import reads, tries
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
INSERT = (
    "INSERT INTO access_reason (id, recorded_at, source, account_id, person_id, kind, text, label_mask, during,"
    " seen_by_manager_at)"
    " VALUES (gen_random_uuid(), now(), 'worker', %s, %s, %s, %s, %s, tstzrange(now(), {until}), {seen})"
)
DAY = "now() + interval '24 hours'"


def gives(
    who: Account, person: Person, *, kind: str = "purpose", text: str = "x", mask: int = 1, **said: Any
) -> bool:
    statement = INSERT.format(until=said.get("until", DAY), seen=said.get("seen", "NULL"))
    return tries(who, statement, [who.id, person.id, kind, text, mask])


def kept_from_reasons(child: Person) -> None:
    now = timezone.now()
    for label in (Label.ADOPTION_SEALED, Label.LEGAL_PRIVILEGE, Label.POLICE_SENSITIVE, Label.NORMAL):
        event = Event.objects.using(make.OWNER).create(
            kind="note", title=f"About {label.name}", happened_at=now, label=label.value
        )
        About.objects.using(make.OWNER).create(event=event, person=child, happened_at=now)
        sealed = label in {Label.ADOPTION_SEALED, Label.LEGAL_PRIVILEGE}
        Passage.objects.using(make.OWNER).create(
            event=event,
            position=0,
            label=label.value,
            text="" if sealed else "x",
            sealed=b"x" if sealed else None,
        )


@pytest.mark.parametrize("role", ["director", "lead", "manager"])
def test_no_reason_opens_sealed_adoption_or_legal_advice(role: str) -> None:
    child, who = make.person("Ada"), make.account(role)
    kept_from_reasons(child)
    for label in (
        Label.ADOPTION_SEALED,
        Label.LEGAL_PRIVILEGE,
        Label.LADO,
        Label.COUNSELLING,
        Label.CHILD_PRIVATE,
    ):
        assert not gives(who, child, mask=int(label) | 1), label
    assert gives(who, child, mask=int(ROLES[role].opens & ~Label.LEGAL_PRIVILEGE))
    assert reads(who, "SELECT title FROM story_event") == [("About NORMAL",)]
    assert reads(who, "SELECT label FROM story_passage") == [(1,)]


def test_over_http_the_directors_reason_opens_the_record_without_legal_advice() -> None:
    child, director = make.person("Ada"), make.account("director")
    kept_from_reasons(child)
    browser = signed_in(director)
    browser.post(
        f"/people/{child.id}/reason",
        {"kind": "contact", "text": "A complaint", "next": f"/people/{child.id}/story/"},
    )
    story = words_of(browser.get(f"/people/{child.id}/story/"))
    assert "About NORMAL" in story
    for hidden in ("LEGAL_PRIVILEGE", "ADOPTION_SEALED", "POLICE_SENSITIVE"):
        assert hidden not in story
    with acting(make.actor(director)):
        assert not Grant.objects.get(person=child.id).label_mask & Label.LEGAL_PRIVILEGE


def test_a_reason_opens_no_more_than_the_role_does() -> None:
    child, lead = make.person("Ada"), make.account("lead")
    assert not gives(lead, child, mask=int(Label.POLICE_SENSITIVE) | 1)
    assert not gives(lead, child, mask=int(Label.STAFF_RESTRICTED) | 1)


def test_a_reason_lasts_a_day_and_is_in_words() -> None:
    child, director = make.person("Ada"), make.account("director")
    for until in ("NULL", "'infinity'", "now() + interval '25 hours'"):
        assert not gives(director, child, until=until), until
    assert not gives(director, child, text="  ")
    assert gives(director, child)


def test_no_reason_passes_the_manager_by() -> None:
    team = make.team()
    child, lead = make.person("Ada"), make.account("lead", in_team=team)
    manager = make.account("manager", in_team=team)
    assert not gives(lead, child, seen="now()")
    assert not gives(lead, child, kind="created"), "somebody else added them"
    assert gives(lead, child, kind="cover")
    with acting(make.actor(manager)):
        assert [each.person for each in reasons_to_see(by=make.actor(manager))] == [child.id]


def test_whoever_adds_a_person_still_opens_their_record() -> None:
    lead = make.account("lead")
    with acting(make.actor(lead)):
        made = create_person(
            by=make.actor(lead), given="Ada", family="New", born_on=None, birth_knowledge="unknown", seen=""
        )
        assert Grant.objects.filter(person=made.id, level=2).exists()


def test_a_manager_gives_nobody_more_than_their_role_opens() -> None:
    child, manager, partner = make.person("Ada"), make.account("manager"), make.account("partner")
    make.involved(manager, child)
    gives_work = (
        "INSERT INTO access_involvement (id, recorded_at, source, account_id, person_id, role, label_mask, during,"
        " reason_ended) VALUES (gen_random_uuid(), now(), 'worker', %s, %s, 'partner', %s, '[2020-01-01,)', '')"
    )
    for who, mask in ((manager, 8191), (manager, 128), (partner, int(Label.HEALTH) | 1)):
        assert not tries(manager, gives_work, [who.id, child.id, mask])
    assert tries(manager, gives_work, [partner.id, child.id, 1])
    assert not tries(manager, "UPDATE access_involvement SET label_mask = 8191")


def test_the_database_knows_what_each_role_opens() -> None:
    with connection.cursor() as cursor:
        for code, role in ROLES.items():
            cursor.execute("SELECT access_role_opens(%s)", [code])
            assert cursor.fetchone() == (int(role.opens),), code
