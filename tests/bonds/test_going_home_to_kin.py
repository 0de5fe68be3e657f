"""A child goes home to an aunt: she is shown the way by name, as a parent is, and nobody who is not grown-up kin."""

from __future__ import annotations

import pytest

from kith.core.action import CannotBeError
from tests.bonds.home import ago
from tests.bonds.test_going_home import Way
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


@pytest.fixture
def way(kith_database: None) -> Way:
    return Way()


def test_an_aunt_to_whom_a_child_goes_home_reads_it_and_answers(way: Way) -> None:
    aunt, hers = make.person("Bea", born=None), make.account("carer")
    make.door(hers, aunt)
    make.involved(way.lead, aunt)
    with pytest.raises(CannotBeError, match="none of them"):
        way.shows(aunt)
    make.tied(way.child, aunt, "aunt_uncle")
    assert way.mine(hers) == []
    way.shows(aunt)
    page = words_of(signed_in(hers).get("/my/steps/"))
    assert "A bed of her own" in page
    assert "moved out" not in page
    sent = {"says": "yes", "words": "There is a room for her."}
    assert signed_in(hers).post(f"/my/steps/{way.way}/", sent).status_code == 302
    client = signed_in(way.lead)
    assert "There is a room for her." in words_of(client.get(f"/people/{way.child.id}/going-home/"))
    seen = words_of(client.get(f"/people/{aunt.id}/see-as/{hers.id}/people/"))
    assert "A bed of her own" in seen
    # A cousin of fourteen is kin, and reads nothing of it.
    cousin = make.person("Al", born=ago(14 * 365))
    make.tied(way.child, cousin, "cousin")
    with pytest.raises(CannotBeError, match="none of them"):
        way.shows(cousin)
