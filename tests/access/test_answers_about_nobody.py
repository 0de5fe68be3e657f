"""A record that is kept from the asker answers as nobody does: same words and same work.

How long they take is measured by `kith bench --only alike`.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone
from psycopg.types.range import TimestamptzRange

from kith.access.models import Account, NotYetTold, Release
from kith.access.permissions import Permission
from kith.access.roles import ROLES
from kith.core.acting import acting
from kith.people.models import Person, PersonIdentity
from kith.story.models import Event
from tests.access.alike import blocks_read, shape_of
from tests.access.tries import reads
from tests.conftest import SERVER
from tests.support import make
from tests.support.visit import signed_in
from tests.walk.visits import visit

pytestmark = pytest.mark.database
DOOR = "SELECT canonical, state, how, linked FROM access_door(%s)"
KEPT = ("restricted", "sealed", "relocated")
# Of the blocks behind one answer, how many may differ: an index that finds a row reads the row as well.
FEW = 4
PAGES = ("", "about/", "story/", "access/")


def kept_and_nobody() -> dict[str, UUID]:
    """One record of each kind that is kept from everybody, somebody else's, and nobody."""
    found = {"nobody": uuid4(), "stranger": make.person("Bo").id}
    for kind in KEPT:
        found[kind] = make.person(kind.title()).id
        make.restricted(Person.objects.using(make.OWNER).get(id=found[kind]), kind)
    # The restricted one is linked to another record.
    since = TimestamptzRange(timezone.now() - timedelta(days=1), None, "[)")
    PersonIdentity.objects.using(make.OWNER).create(
        person=make.person("Twin"), canonical_id=found["restricted"], during=since, reason="x"
    )
    return found


@pytest.fixture
def worlds() -> tuple[dict[str, Account], dict[str, UUID]]:
    child = make.person("Ada")
    accounts = {role: make.account(role) for role in ("lead", "reviewing", "partner", "parent", "director")}
    for role, account in accounts.items():
        if role == "parent":
            make.door(account, child, "parent")
        elif role != "director":
            make.involved(account, child)
    return accounts, kept_and_nobody()


def absent_to(role: str) -> list[str]:
    asks = Permission.OPEN_WITH_REASON in ROLES[role].may
    return [*KEPT, *([] if asks else ["stranger"])]


def test_the_door_says_of_a_kept_record_what_it_says_of_nobody(
    worlds: tuple[dict[str, Account], dict[str, UUID]],
) -> None:
    accounts, ids = worlds
    for role, account in accounts.items():
        for kind in absent_to(role):
            assert reads(account, DOOR, [ids[kind]]) == [(ids[kind], "none", None, None)], (role, kind)
        assert reads(account, DOOR, [ids["nobody"]]) == [(ids["nobody"], "none", None, None)]


def test_the_door_lets_those_ask_who_may_give_a_reason_and_no_others() -> None:
    stranger = make.person("Bo")
    for role in ROLES:
        asks = reads(make.account(role), DOOR, [stranger.id])[0][1] == "ask"
        assert asks == (Permission.OPEN_WITH_REASON in ROLES[role].may), role


def test_the_door_does_the_same_work_for_a_kept_record_and_for_nobody(
    worlds: tuple[dict[str, Account], dict[str, UUID]],
) -> None:
    accounts, ids = worlds
    for role, account in accounts.items():
        none = blocks_read(account, DOOR, [ids["nobody"]])
        for kind in absent_to(role):
            assert abs(blocks_read(account, DOOR, [ids[kind]]) - none) <= FEW, (role, kind)


def test_pages_of_a_kept_record_answer_as_nobodys_in_the_same_statements(
    worlds: tuple[dict[str, Account], dict[str, UUID]],
) -> None:
    accounts, ids = worlds
    for role, account in accounts.items():
        browser = signed_in(account)
        for page in PAGES:
            none = visit(browser, f"/people/{ids['nobody']}/{page}")
            for kind in absent_to(role):
                kept = visit(browser, f"/people/{ids[kind]}/{page}")
                assert kept.told == none.told, (role, kind, page)
                assert shape_of(kept.statements) == shape_of(none.statements), (role, kind, page)


def test_whether_a_concern_is_open_is_for_those_whom_it_is_about_to_know() -> None:
    child, mother, lead = make.person("Ada"), make.person("Mara"), make.account("lead")
    stranger, door = make.account("parent"), make.account("parent")
    make.involved(lead, child)
    make.door(door, mother)
    now = timezone.now()
    shut, running = (
        NotYetTold.objects.using(make.OWNER).create(
            persons=[child.id], reason="x", since=now, ended_at=at, ended_by=lead.id if at else None
        )
        for at in (now, None)
    )
    asked = "SELECT kith_concern_open(%s)"
    for concern in (shut.id, running.id, uuid4()):
        assert reads(stranger, asked, [concern]) == [(True,)]
        assert reads(door, asked, [concern]) == [(True,)]
    assert [reads(lead, asked, [each]) for each in (shut.id, running.id)] == [[(False,)], [(True,)]]
    event = Event.objects.using(make.OWNER).create(kind="note", title="x", happened_at=now, covert=shut)
    Release.objects.using(make.OWNER).create(
        reader=mother, kind="event", item=event.id, prepared=True, released_at=now
    )
    assert reads(door, asked, [shut.id]) == [(False,)], "what arose from it was released since"
    with acting(make.actor(door)):
        assert Event.objects.filter(id=event.id).exists()
    # What other tests left dead in these tables lies in the way of some ids and not of others.
    SERVER.as_superuser(
        "VACUUM access_notyettold, access_release, access_dooraccess, access_involvement, story_event"
    )
    work = {blocks_read(stranger, asked, [each]) for each in (shut.id, running.id, uuid4())}
    assert max(work) - min(work) <= FEW


def test_functions_that_take_an_account_answer_of_the_asker_alone() -> None:
    mother, lead, door = make.person("Mara"), make.account("lead"), make.account("parent")
    make.door(door, mother)
    item = uuid4()
    Release.objects.using(make.OWNER).create(
        reader=mother, kind="event", item=item, prepared=True, released_at=timezone.now()
    )
    for ask, about in (("kith_released", item), ("kith_may_know_where", mother.id)):
        assert reads(door, f"SELECT {ask}(%s, %s)", [about, door.id]) == [(True,)]
        assert reads(lead, f"SELECT {ask}(%s, %s)", [about, door.id]) == [(False,)]


@pytest.mark.parametrize("kind", KEPT)
def test_whether_two_may_be_linked_says_of_a_kept_record_what_it_says_of_nobody(kind: str) -> None:
    child, hidden = make.person("Ada"), make.person("Cy")
    make.restricted(hidden, kind)
    for role in ("lead", "partner", "parent"):
        account = make.account(role)
        make.involved(account, child)
        asked = [
            reads(account, "SELECT people_may_link(%s, %s)", [child.id, one]) for one in (hidden.id, uuid4())
        ]
        assert asked == [[(False,)], [(False,)]]
