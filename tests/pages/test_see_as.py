"""See it as this person will: a worker looks through a mother's eyes, and nothing acts."""

from __future__ import annotations

import re

import pytest

from kith.access.models import Look
from kith.core.acting import acting
from kith.story.models import About
from tests.decisions.world import World
from tests.story.test_story_not_yet_told import Household
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


def test_it_counts_what_is_not_shown_to_them_and_what_was_given_is_not_counted() -> None:
    home = Household()
    told, client = home.note("school"), signed_in(home.lead)
    home.note("the police")
    address = f"/people/{home.child.id}/see-as/{home.parent.id}/"

    def withheld() -> list[str]:
        return re.findall(
            r"(\d+ items? on this story (?:is|are) not shown) to them", words_of(client.get(address))
        )

    assert withheld() == ["2 items on this story are not shown"]
    home.release(told, home.mum)
    # That it was shared is written on the story as well, for staff.
    assert About.objects.using(make.OWNER).filter(person=home.child).count() == 3
    assert withheld() == ["2 items on this story are not shown"]
    home.release(home.note("the park"), home.mum)
    assert withheld() == ["3 items on this story are not shown"]
    seen = words_of(client.get(address))
    assert "About school" in seen
    assert "About the park" in seen
    assert "the police" not in seen
    other = make.account("parent")
    make.door(other, home.child, "parent")
    nothing = words_of(client.get(f"/people/{home.child.id}/see-as/{other.id}/"))
    assert "5 items on this story are not shown to them" in nothing


def test_the_log_says_who_looked_and_with_whose_eyes() -> None:
    home = Household()
    make.door(home.ex, home.child, "parent")
    client, auditor = signed_in(home.lead), make.account("auditor")
    client.get(f"/people/{home.child.id}/")
    for account in (home.parent, home.ex):
        assert client.get(f"/people/{home.child.id}/see-as/{account.id}/").status_code == 200
    with acting(make.actor(auditor)):
        looks = set(Look.objects.values_list("actor", "person", "page", "on_behalf_of"))
    assert looks == {
        (home.lead.id, home.child.id, "person", None),
        (home.lead.id, home.child.id, "see as", home.parent.id),
        (home.lead.id, home.child.id, "see as", home.ex.id),
    }
    assert "Seen as another person" in words_of(signed_in(auditor).get("/audit/looks/"))


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
