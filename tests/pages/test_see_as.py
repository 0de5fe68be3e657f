"""See it as this person will: a worker looks through a mother's eyes, and nothing acts."""

from __future__ import annotations

import pytest

from tests.decisions.world import World
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


def test_a_worker_sees_the_mothers_page_and_how_much_she_does_not_see() -> None:
    child, mother = make.person("Ada"), make.person("Mara", born=None)
    make.tied(child, mother, "mother")
    account = make.account("parent", display_name="Mara Example")
    make.door(account, mother)
    make.door(account, child, "parent")
    lead = make.account("lead")
    make.involved(lead, child)
    make.involved(lead, mother)
    visitor = signed_in(lead)
    assert "Mara Example" in words_of(visitor.get(f"/people/{child.id}/see-as/"))
    page = visitor.get(f"/people/{child.id}/see-as/{account.id}/")
    assert page.status_code == 200
    assert "Hello Mara" in words_of(page)
    assert "0 items on this story are not shown" in words_of(page)


@pytest.mark.parametrize("role", ["parent", "carer", "young_person"])
def test_each_kind_of_reader_is_seen_in_all_their_rooms(role: str) -> None:
    lead, account, person = make.account("lead"), make.account(role), make.person("Kelly", born=None)
    make.involved(lead, person)
    make.door(account, person)
    client, at = signed_in(lead), f"/people/{person.id}/see-as/{account.id}/"
    for room in ("", "more/", "care/", "money/"):
        page = client.get(at + room)
        assert (room, page.status_code) == (room, 200)


def test_nobody_else_can_be_looked_through() -> None:
    child, lead, other = make.person(), make.account("lead"), make.account("parent")
    make.involved(lead, child)
    assert signed_in(lead).get(f"/people/{child.id}/see-as/{other.id}/").status_code == 404


def test_a_worker_sees_her_page_of_meetings_and_neither_her_invitation_nor_what_was_shown_to_others() -> None:
    world = World()
    plan, lines = world.plan("Nan sleeps over on Fridays.", "Rhys rings on Sundays.")
    for item in (world.offer.id, plan.id):
        world.release(item, world.mum)
    world.release(lines[0].id, world.mum)
    world.release(lines[1].id, world.dad)
    world.invite(world.n_mum, place="the library room")
    hers = words_of(signed_in(world.parent).get("/my/meetings/"))
    assert "the library room" in hers
    seen = words_of(signed_in(world.lead).get(f"/people/{world.child.id}/see-as/{world.parent.id}/more/"))
    for page in (hers, seen):
        assert "A meeting was offered to you" in page
        assert "Nan sleeps over on Fridays." in page
        assert "Rhys rings on Sundays." not in page
    assert "the library room" not in seen
    assert "between them and its coordinator" in seen
    none = words_of(signed_in(world.lead).get(f"/people/{world.child.id}/see-as/{world.young.id}/more/"))
    assert "When there is a meeting for your family, it will be here." in none
