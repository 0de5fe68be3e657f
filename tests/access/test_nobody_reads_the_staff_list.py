"""A family account reads itself, and of the workers it was told of no more than name, role and telephone."""

from __future__ import annotations

import pytest
from django.utils import timezone

from kith.access.models import Account, DoorAccess, Involvement, NotYetTold, Release
from kith.access.working_with import workers_told
from kith.core.acting import acting
from kith.people.models import Person
from tests.access.tries import reads
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
FAMILY = ["parent", "young_person", "carer"]


def released(held: Involvement, to: Person) -> None:
    Release.objects.using(make.OWNER).create(
        reader=to, kind="involvement", item=held.id, prepared=True, released_at=timezone.now()
    )


def worker(name: str, child: Person, **more: object) -> Involvement:
    who = make.account("lead", display_name=name, phone="01632 960001", login=f"{name}@council.example")
    return make.involved(who, child, **more)


@pytest.mark.parametrize("role", FAMILY)
def test_a_family_account_reads_no_account_but_its_own(role: str) -> None:
    child, me = make.person("Ada"), make.account(role)
    make.door(me, child, "self")
    other = make.account("parent")
    make.door(other, child, "parent")
    released(worker("Wren", child), child)
    assert reads(me, "SELECT id FROM access_account") == [(me.id,)]
    assert reads(me, "SELECT login FROM access_accountevent") == []
    assert (
        reads(me, "SELECT a.login FROM access_involvement i JOIN access_account a ON a.id = i.account_id")
        == []
    )


def test_it_knows_of_those_workers_whom_it_was_told_of_and_nobody_else() -> None:
    child, me = make.person("Ada"), make.account("young_person")
    make.door(me, child)
    concern = NotYetTold.objects.using(make.OWNER).create(
        persons=[child.id], reason="x", since=timezone.now()
    )
    released(worker("Wren", child), child)
    worker("Untold", child)
    released(worker("Covert", child, arises_from=concern), child)
    released(worker("Elsewhere", make.person("Bo")), make.person("Cy"))
    assert reads(me, "SELECT name, role, phone FROM access_workers_told()") == [
        ("Wren", "lead_practitioner", "01632 960001")
    ]
    page = words_of(signed_in(me).get("/my/"))
    assert "Wren" in page
    assert "01632 960001" in page
    for hidden in ("Untold", "Covert", "Elsewhere", "council.example"):
        assert hidden not in page


def test_whoever_sees_as_a_family_account_reads_no_more_than_both_may() -> None:
    child, mother = make.person("Ada"), make.person("Mara")
    lead, me = make.account("lead", display_name="Lee"), make.account("parent")
    make.involved(lead, child)
    make.door(me, mother)
    make.door(me, child, "parent")
    released(worker("Wren", child), mother)
    released(worker("Elsewhere", make.person("Bo")), mother)
    with acting(make.actor(lead).seeing_as(me.id), read_only=True):
        assert [each.name for each in workers_told()] == ["Wren"]
        assert set(Account.objects.values_list("id", flat=True)) == {lead.id, me.id}
        assert DoorAccess.objects.filter(account=me).exists()


def test_staff_still_read_each_other_and_the_families_they_work_with() -> None:
    child, lead, other = make.person("Ada"), make.account("lead"), make.account("manager")
    mother, stranger = make.account("parent"), make.account("parent")
    make.involved(lead, child)
    make.door(mother, child, "parent")
    make.door(stranger, make.person("Bo"))
    seen = {found for (found,) in reads(lead, "SELECT id FROM access_account")}
    assert seen == {lead.id, other.id, mother.id}
