"""Easy read is easy: short sentences, one idea and one drawing a line, in each language, reached from the whole text."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from kith.design.reading_age import grade
from kith.pages.easy.pictures import PICTURES, picture
from kith.pages.easy.topics import Topic, topics
from tests.support import make
from tests.support.visit import signed_in

# Year 4 of an American school is read at nine. Easy read is to be easier than that, and the whole of it much easier.
HARDEST, OF_A_TEXT = 5.5, 3.0
EASY = list(topics().values())


def test_the_formula_tells_hard_words_from_easy_ones() -> None:
    assert grade("The cat sat on the mat. It was a fat cat.") < 1
    assert grade("Multidisciplinary assessment facilitates proportionate statutory intervention.") > 15


@pytest.mark.parametrize("topic", EASY, ids=lambda each: each.name)
def test_every_text_reads_below_the_age_of_nine(topic: Topic) -> None:
    assert grade(" ".join(line.says for line in topic.lines)) <= OF_A_TEXT
    hard = {line.says: round(grade(line.says), 1) for line in topic.lines if grade(line.says) > HARDEST}
    assert not hard


@pytest.mark.parametrize("topic", EASY, ids=lambda each: each.name)
def test_a_line_is_short(topic: Topic) -> None:
    for line in topic.lines:
        assert max(len(each.split()) for each in re.split(r"[.?!]", line.says)) <= 14, line.says


def test_every_drawing_is_used_and_is_of_strokes_alone() -> None:
    used = {line.picture for topic in EASY for line in topic.lines}
    assert used == set(PICTURES)
    for name in PICTURES:
        soup = BeautifulSoup(picture(name), "html.parser")
        assert {tag.name for tag in soup.find_all(True)} <= {"svg", "path", "rect", "circle"}
        assert not soup.get_text(strip=True)
        assert soup.svg is not None
        assert soup.svg["aria-hidden"] == "true"


@pytest.mark.database
@pytest.mark.parametrize("asked", ["", "?language=ar"])
def test_each_line_stands_beside_its_drawing(asked: str) -> None:
    for topic in EASY:
        page = BeautifulSoup(Client().get(f"/easy-read/{topic.name}/{asked}").content, "html.parser")
        lines = page.select(".kith-easy__line")
        assert len(lines) == len(topic.lines)
        assert all(len(line.select("svg")) == 1 and line.p and line.p.get_text(strip=True) for line in lines)
        assert page.title is not None
        assert page.title.get_text() in {"Information", "معلومات"}


@pytest.mark.database
def test_each_is_a_press_from_its_whole_text_and_back() -> None:
    parent = make.account("parent")
    make.door(parent, make.person("Mara"))
    client = signed_in(parent)
    whole = {"asking": "/help/", "meeting": "/my/meetings/", "plan": "/my/plan/", "who-sees": "/my/looked/",
             "rights": "/my/advice/", "complain": "/my/complain/"}  # fmt: skip
    assert set(whole) == set(topics())
    for name, address in whole.items():
        there = BeautifulSoup(client.get(address).content, "html.parser")
        assert there.select(f'main a[href="/easy-read/{name}/"]'), address
        easy = BeautifulSoup(client.get(f"/easy-read/{name}/").content, "html.parser")
        assert easy.select(f'main a[href="{address}"]'), name
    assert client.get("/easy-read/nothing/").status_code == 404
    # A visitor is led to no page that asks who they are.
    visitor = BeautifulSoup(Client().get("/easy-read/plan/").content, "html.parser")
    assert not visitor.select('main a[href^="/my/"]')
