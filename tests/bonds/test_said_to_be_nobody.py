"""Nobody kept apart is looked for by saying that they are not in the record; and the answer tells nobody who that is."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import connections

from kith.bonds.actions.links import LIKE
from kith.bonds.models import LinkPerson
from kith.core.action import CannotBeError
from kith.people.models import PersonName
from tests.access.tries import tries
from tests.bonds.test_lifelong_links import Links
from tests.support import make

pytestmark = pytest.mark.database


@pytest.fixture
def links(kith_database: None) -> Links:
    return Links()


def stranger(links: Links, given: str, family: str) -> UUID:
    """Somebody of the record, no kin of the child's, kept apart from the child."""
    other = make.person(given, family)
    links.apart(other.id)
    return UUID(str(other.id))


def stands(link: UUID) -> str:
    return LinkPerson.objects.using(make.OWNER).get(id=link).stands


def refused(links: Links, name: str, tie: str = "") -> str:
    link = links.asks(name, tie)
    with pytest.raises(CannotBeError) as why:
        links.looks(link)
    assert stands(link) == "wanted"
    assert why.value.field == "known"
    return why.value.message


@pytest.mark.parametrize("typed", ["Quillon Zed", "quillon", "Quilon Zedd", "Mr Zed", "QUILLON  zed"])
def test_whoever_is_kept_apart_is_not_nobody_however_they_are_called(links: Links, typed: str) -> None:
    stranger(links, "Quillon", "Zed")
    assert refused(links, typed) == LIKE


def test_it_says_the_same_of_kin_whom_every_worker_sees(links: Links) -> None:
    stranger(links, "Quillon", "Zed")
    kin = PersonName.objects.using(make.OWNER).get(person=links.mum, preferred=True)
    assert refused(links, "Quillon Zed") == refused(links, f"{kin.given} {kin.family}")
    for told in ("apart", "order", "ruling", "court"):
        assert told not in LIKE


@pytest.mark.parametrize(("name", "tie"), [("Dad", ""), ("Him", "my real dad"), ("My daddy", "")])
def test_a_father_called_dad_is_chosen_from_the_list(links: Links, name: str, tie: str) -> None:
    assert refused(links, name, tie) == LIKE


def test_a_manager_says_that_it_is_another(links: Links) -> None:
    stranger(links, "Quillon", "Zed")
    make.involved(links.manager, links.child)
    link = links.asks("Quillon Zed")
    with pytest.raises(CannotBeError) as why:
        links.looks(link, by=links.manager)
    assert why.value.field == "despite"
    links.looks(link, by=links.manager, despite="Another of that name: I rang the school.")
    assert stands(link) == "looking"


@pytest.mark.parametrize(
    ("name", "tie"),
    [
        ("Coach Ray", "my football coach"),
        ("Mrs Okafor", "friend of my mum"),
        ("Wren", "my old neighbour"),
        ("Aunt Bea", ""),
    ],
)
def test_whoever_is_called_like_nobody_is_looked_for_as_before(links: Links, name: str, tie: str) -> None:
    stranger(links, "Quillon", "Zed")
    link = links.asks(name, tie)
    links.looks(link)
    assert stands(link) == "looking"


def test_a_ruling_that_has_ended_bars_nobody(links: Links) -> None:
    other = stranger(links, "Quillon", "Zed")
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute(
            "UPDATE people_mayknow SET during = daterange(NULL, '2020-01-01') WHERE other_id = %s", [other]
        )
    link = links.asks("Quillon Zed")
    links.looks(link)
    assert stands(link) == "looking"


def test_the_database_refuses_it_whoever_writes_the_sql_and_answers_no_other_child(links: Links) -> None:
    stranger(links, "Quillon", "Zed")
    link = links.asks("Quillon Zed")
    assert not tries(links.lead, "UPDATE bonds_linkperson SET stands = 'looking' WHERE id = %s", [link])
    assert not tries(links.lead, "SELECT bonds_like_somebody(%s, 'Quillon Zed', '')", [links.child.id])
