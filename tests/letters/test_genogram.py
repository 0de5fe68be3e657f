"""The family drawn for a paper: standard signs, the same in words, a picture in each file, and nobody who is kept."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import override_settings
from pypdf import PdfReader

from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.design.dates import today
from kith.design.drawing import PersonNode, Sex, Tie, TieKind, draw_network
from kith.design.drawing.homes import DASH, Place, round_home
from kith.letters.models import Letter
from kith.people.models import Person, PersonName, Relationship
from tests.letters.test_papers_from_the_record import file
from tests.letters.world import Apart, address, all_in_docx
from tests.story.set_up import story_set_up
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
MUM = PersonNode("m", "Mara", Sex.FEMALE)
DAD = PersonNode("d", "Rhys", Sex.MALE, died=True)
PARENTS = [Tie(TieKind.PARENT, "m", "a"), Tie(TieKind.PARENT, "d", "a")]


class Family(Apart):
    """With an unborn child, an adopted brother, a grandmother who died, and whoever is new in her life."""

    def __init__(self) -> None:
        super().__init__()
        self.nan, self.new = make.person("Edda", born=None), make.person("Wilf", born=None)
        self.baby = make.person("Baby", born=None)
        owner = Person.objects.using(make.OWNER)
        owner.filter(id=self.nan.id).update(died_on=today() - timedelta(days=900), sex="F")
        owner.filter(id=self.baby.id).update(born_on=today() + timedelta(days=60), birth_knowledge="expected")
        owner.filter(id__in=[self.mum.id, self.child.id]).update(sex="F")
        owner.filter(id__in=[self.dad.id, self.new.id, self.brother.id]).update(sex="M")
        make.tied(self.mum, self.nan, "mother")
        make.tied(self.child, self.nan, "grandparent")
        make.tied(self.child, self.brother, "sibling")
        make.tied(self.baby, self.mum, "mother")
        make.tied(self.baby, self.new, "father")
        make.tied(self.mum, self.new, "partner")
        make.tied(self.mum, self.dad, "former_partner")
        make.tied(self.child, self.baby, "half_sibling")
        make.tied(self.child, self.new, "step_parent")
        for each in (self.nan, self.new, self.baby):
            make.involved(self.lead, each)
        Relationship.objects.using(make.OWNER).filter(
            person=self.child, other__in=[self.mum, self.brother, self.new]
        ).update(lives_together=True)


@pytest.fixture
def family(tmp_path: Path) -> Iterator[Family]:
    with story_set_up(tmp_path), override_settings(ROOT_URLCONF="kith.config.urls"):
        yield Family()


def picture(letter: Letter) -> dict[str, object]:
    return next(part for part in letter.content if part["part"] == "picture")


def corners(drawn: str) -> list[tuple[float, float]]:
    line = re.search(rf'd="M([^"]+)z"[^>]*stroke-dasharray="{DASH}"', drawn)
    return [(float(x), float(y)) for x, y in (each.split() for each in line[1].split("L"))]  # type: ignore[index]


def inside(x: float, y: float, path: list[tuple[float, float]]) -> bool:
    """Whether a point lies within, by how often a level line from it crosses the path."""
    pairs = zip(path, [*path[1:], path[0]], strict=True)
    return sum((y1 > y) != (y2 > y) and x < x1 for (x1, y1), (_x2, y2) in pairs) % 2 == 1


def test_a_broken_line_goes_round_those_who_share_a_home_and_nobody_else() -> None:
    mum, dad = Place(0, 156.0, 10.0, 90.0, at_home=True), Place(0, 44.0, 10.0, 90.0, at_home=False)
    ada, aunt = Place(1, 100.0, 130.0, 200.0, at_home=True), Place(1, 212.0, 130.0, 200.0, at_home=False)
    path = corners(round_home([mum, dad, ada, aunt], 112.0))
    assert [inside(each.x, 50.0 + 100 * each.row, path) for each in (mum, ada, dad, aunt)] == [
        True,
        True,
        False,
        False,
    ]
    # With somebody else between them there is a line round each.
    between = [Place(0, 56.0 + 112 * n, 10.0, 90.0, at_home=n != 1) for n in range(3)]
    assert round_home(between, 112.0).count(DASH) == 2
    assert round_home([ada, dad], 112.0) == ""


def test_the_line_is_drawn_and_said_in_the_key_where_somebody_lives_with_her() -> None:
    ada = PersonNode("a", "Ada", Sex.FEMALE)
    with_mum = draw_network([ada, replace(MUM, lives_with=True), DAD], PARENTS, subject="a", homes=True).sheet
    assert (with_mum.count("<path") >= 1, f'stroke-dasharray="{DASH}"' in with_mum) == (True, True)
    assert "lives with Ada" in with_mum
    assert DASH not in draw_network([ada, MUM, DAD], PARENTS, subject="a", homes=True).sheet
    assert DASH not in draw_network([ada, replace(MUM, lives_with=True), DAD], PARENTS, subject="a").sheet


def test_the_drawing_bears_the_standard_signs_and_the_list_says_the_same(family: Family) -> None:
    letter = file(family, "genogram")
    body = signed_in(family.lead).get(address(family, letter.id)).content.decode()
    assert body.count("<circle") >= 3  # girls and women
    assert 'd="M' in body  # the unborn: a triangle
    for said in ("not yet born", "has died", "parted", "lives with Ada"):
        assert said in body, said
    points = next(part["points"] for part in letter.content if part["part"] == "points")
    told = "\n".join(points)
    for said in (
        "Mara Example: mother",
        "Edda Example: grandmother",
        "died",
        "Baby Example: half-brother or half-sister",
    ):
        assert said in told, said


def test_pdf_and_word_hold_the_picture_and_nothing_of_the_record_behind_it(family: Family) -> None:
    letter = file(family, "genogram")
    family.send(letter)
    client = signed_in(family.lead)
    pdf = client.get(address(family, letter.id, "letter.pdf")).content
    assert "Edda" in "".join(each.extract_text() for each in PdfReader(io.BytesIO(pdf)).pages)
    docx = client.get(address(family, letter.id, "letter.docx")).content
    with zipfile.ZipFile(io.BytesIO(docx)) as held:
        pictures = [name for name in held.namelist() if name.endswith(".png")]
        assert len(pictures) == 1
        made = held.read(pictures[0])
    assert made.startswith(b"\x89PNG")
    assert not re.search(rb"tEXt|iTXt|eXIf|tIME", made)
    assert "The family of Ada Example" in all_in_docx(docx)
    for each in (family.child.id, family.mum.id):
        assert str(each).encode() not in pdf + docx
    assert client.get(address(family, letter.id, "letter.docx")).content == docx
    assert client.get(address(family, letter.id, "letter.pdf")).content == pdf


def test_to_somebody_kept_apart_it_shows_nobody_new_and_nobodys_home(family: Family) -> None:
    family.keep_apart()
    letter = file(family, "genogram", copies=[str(family.dad.id)])
    shown = picture(letter)
    names = {each["name"] for each in shown["people"]}  # type: ignore[attr-defined]
    assert names == {"Ada Example", "Ben Example", "Mara Example", "Rhys Example"}
    assert not any(each["home"] for each in shown["people"])  # type: ignore[attr-defined]
    for kept in ("Wilf", "Baby", "Edda", "lives"):
        assert kept not in str(letter.content), kept
    family.send(letter)
    body = words_of(signed_in(family.lead).get(address(family, letter.id, "paper/")))
    assert ("Rhys" in body, "Wilf" in body) == (True, False)


def test_one_made_before_he_was_kept_apart_leaves_no_more(family: Family) -> None:
    letter = file(family, "genogram", copies=[str(family.dad.id)])
    family.keep_apart()
    with pytest.raises(NotPermittedError, match="who lives with whom"):
        family.send(letter)


def test_who_is_not_open_to_the_worker_is_not_drawn(family: Family) -> None:
    """A name that row level security keeps: the drawing says nobody stands there, not that somebody is kept."""
    worker = make.account("social_worker")
    for each in (family.child, family.mum):
        make.involved(worker, each)
    family.lead = worker
    with acting(make.actor(worker)):
        open_to = set(Person.objects.values_list("id", flat=True))
    letter = file(family, "genogram")
    names = {family.nan.id: "Edda", family.new.id: "Wilf", family.dad.id: "Rhys"}
    assert {name for person, name in names.items() if person in open_to} == {
        name for name in names.values() if name in str(letter.content)
    }


def test_names_in_scripts_of_every_kind_are_drawn_as_words(family: Family) -> None:
    PersonName.objects.using(make.OWNER).filter(person=family.nan).update(
        given="<svg onload=x>", family="\u202eעדה"
    )
    letter = file(family, "genogram")
    body = signed_in(family.lead).get(address(family, letter.id)).content.decode()
    assert "<svg onload" not in body
    assert "\u202e" not in body
    family.send(letter)
    assert signed_in(family.lead).get(address(family, letter.id, "letter.pdf")).content.startswith(b"%PDF")
