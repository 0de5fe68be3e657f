"""A child came in with a return, which holds no names. Its worker finds it by its local id and names it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kith.people.models import Identifier, Person
from tests.stories.conftest import Sit
from tests.support import make
from tests.support.desk import Desk

pytestmark = pytest.mark.database
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n"
EPISODES = (
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n"
    "KX4711,01/06/2024,S,C2,N1,U1,PR1,,,,AB1 0JD,AB1 0BD,\n"
)


def load_a_return(folder: Path) -> Person:
    from kith.returns.load.run import load
    from tests.support.worker import worker_login

    (folder / "header.csv").write_text(HEADER + "KX4711,2,14/02/2015,WBRI,UN1,,\n")
    (folder / "episodes.csv").write_text(EPISODES)
    with worker_login():
        load([folder])
    local = Identifier.objects.using(make.OWNER).get(value="KX4711")
    return Person.objects.using(make.OWNER).get(id=local.person_id)


def finds_the_child_by_its_number(worker: Desk) -> None:
    worker.go("/people/?q=kx4711")
    worker.sees("KX4711")
    worker.follow("Not yet named (KX4711)")
    worker.sees("No name is recorded yet")


def names_the_child(worker: Desk) -> None:
    worker.follow("Add a name")
    worker.follow("Record a name")
    worker.choose("name on official papers")
    worker.write("Given names", "Wren")
    worker.write("Family name", "Halloway")
    worker.choose("Use this name on pages and letters")
    worker.press("Save")
    worker.sees("That is recorded.")


def is_known_by_name(worker: Desk) -> None:
    worker.go("/people/?q=wren+halloway")
    worker.follow("Wren Halloway")
    worker.does_not_see("No name is recorded yet")
    worker.go("/people/?q=kx4711")
    worker.sees("Wren Halloway")


def test_a_child_without_a_name_shows_by_its_number_until_it_is_named(
    sit: Sit, scripts: bool, tmp_path: Path
) -> None:
    folder = tmp_path / "return"
    folder.mkdir()
    child = load_a_return(folder)
    lead = make.account("social_worker")
    make.involved(lead, child, role="social_worker")
    worker = sit(lead, scripts=scripts)
    finds_the_child_by_its_number(worker)
    names_the_child(worker)
    is_known_by_name(worker)
