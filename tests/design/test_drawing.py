"""A drawing of who matters: right conventions, harmless text, and the same every time."""

from __future__ import annotations

import re
from datetime import date

import pytest
from bs4 import BeautifulSoup
from defusedxml.ElementTree import fromstring
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.design.drawing import Drawing, PersonNode, Sex, Tie, TieKind, draw_network
from kith.design.gallery import sample_drawing

NAMES = st.text(max_size=40)
KINDS = st.sampled_from(list(TieKind))


@st.composite
def networks(draw: st.DrawFn) -> tuple[list[PersonNode], list[Tie]]:
    """Any people with any ties: contradictions, circles and strangers included."""
    size = draw(st.integers(1, 60))
    people = [
        PersonNode(
            id=f"p{n}",
            name=draw(NAMES),
            sex=draw(st.sampled_from(list(Sex))),
            unborn=draw(st.booleans()),
            died=draw(st.booleans()),
            words=draw(st.text(max_size=10)),
            closeness=draw(st.none() | st.integers(-2, 9)),
        )
        for n in range(size)
    ]
    ends = st.integers(0, size).map(lambda n: f"p{n}")
    return people, draw(st.lists(st.builds(Tie, KINDS, ends, ends), max_size=90))


def drawings(drawing: Drawing) -> list[str]:
    return re.findall(r"<svg.*?</svg>", drawing.svg, re.DOTALL)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(networks())
def test_any_network_is_drawn_whole_harmless_and_the_same_each_time(
    network: tuple[list[PersonNode], list[Tie]],
) -> None:
    people, ties = network
    drawing = draw_network(people, ties, subject="p0")
    assert drawing == draw_network(people, ties, subject="p0")
    assert {line.id for line in drawing.as_list} == {p.id for p in people} - {"p0"}
    assert all(line.how for line in drawing.as_list)
    for svg in drawings(drawing):
        root = fromstring(svg)
        tags = {element.tag.split("}")[1] for element in root.iter()}
        assert tags <= {"svg", "title", "desc", "g", "text", "line", "rect", "circle", "path", "a"}
        assert not [
            name for element in root.iter() for name in element.attrib if name.startswith(("on", "style"))
        ]
        corners = ("x", "y", "cx", "cy", "x1", "y1", "x2", "y2")
        places = [element.get(corner) for element in root.iter() for corner in corners]
        assert all(-2 <= float(place) <= 100_000 for place in places if place is not None)


def test_typed_text_can_neither_run_nor_turn_the_words_round() -> None:
    name = "</text><script>alert(1)</script>\u202eenaJ"
    bad = PersonNode("b", name, words='" onload="x', href="javascript:alert(1)")
    away = PersonNode("c", "C", href="//elsewhere.example/")
    ties = [Tie(TieKind.PARENT, "b", "a"), Tie(TieKind.FRIEND, "c", "a")]
    drawing = draw_network([PersonNode("a", name), bad, away], ties, subject="a")
    assert "<script" not in drawing.svg
    assert "\u202e" not in drawing.svg
    soup = BeautifulSoup(drawing.svg, "html.parser")
    assert soup.find_all("a") == []
    assert [line.href for line in drawing.as_list] == ["", ""]


def shapes(svg: str, name: str) -> list[str]:
    """What is drawn in the group of one person, by tag."""
    soup = BeautifulSoup(svg, "html.parser")
    link = next(a for a in soup.find_all("a") if a["href"] == f"/{name}")
    return [tag.name for tag in link.find_all(["rect", "circle", "path", "line"])]


def test_each_person_has_the_shape_of_the_convention() -> None:
    people = [
        PersonNode("me", "Me", Sex.FEMALE, href="/me"),
        PersonNode("man", "Man", Sex.MALE, href="/man"),
        PersonNode("woman", "Woman", Sex.FEMALE, href="/woman", died=True),
        PersonNode("they", "They", Sex.NEITHER, href="/they"),
        PersonNode("baby", "Baby", Sex.FEMALE, href="/baby", unborn=True),
    ]
    ties = [
        Tie(TieKind.PARENT, parent, child) for parent in ("man", "woman") for child in ("me", "they", "baby")
    ]
    for svg in drawings(draw_network(people, ties, subject="me")):
        assert shapes(svg, "me") == ["circle", "circle"]
        assert shapes(svg, "man") == ["rect"]
        assert shapes(svg, "woman") == ["circle", "line", "line"]
        assert shapes(svg, "they") == ["path"]
        assert shapes(svg, "baby") == ["path"]


def test_the_list_says_how_each_is_related() -> None:
    how = {line.id: line.how for line in sample_drawing().as_list}
    assert how["mum"] == "mother"
    assert how["jay"] == "half-brother"
    assert how["nan"] == "kinship carer and grandmother"
    assert how["grace"] == "grandmother"
    assert how["ash"] == "aunt or uncle"
    assert how["dean"] == "partner of Kelly Reed"
    assert how["ade"] == "like family"


def test_half_is_not_said_when_a_parent_is_simply_not_known() -> None:
    people = [
        PersonNode("a", "A"),
        PersonNode("b", "B", Sex.MALE),
        PersonNode("m", "M"),
        PersonNode("f", "F"),
    ]
    ties = [Tie(TieKind.PARENT, "m", "a"), Tie(TieKind.PARENT, "m", "b"), Tie(TieKind.PARENT, "f", "a")]
    how = {line.id: line.how for line in draw_network(people, ties, subject="a").as_list}
    assert how["b"] == "brother"


def test_a_drawing_names_itself_and_its_ids_follow_the_key() -> None:
    drawing = draw_network([PersonNode("a", "Ana")], [], subject="a", key="second")
    for svg in drawings(drawing):
        soup = BeautifulSoup(svg, "html.parser")
        label = soup.find(id=str(soup.select("svg")[0]["aria-labelledby"]))
        assert label is not None
        assert label.get_text() == "Who matters to Ana"
        assert svg.count('id="second-') == 2


def test_a_family_too_wide_for_rows_is_drawn_down_the_page_only() -> None:
    people = [PersonNode("p", "Parent")] + [
        PersonNode(f"c{n}", f"Child {n}", born=date(2010, 1, 1)) for n in range(20)
    ]
    ties = [Tie(TieKind.PARENT, "p", f"c{n}") for n in range(20)]
    drawn = drawings(draw_network(people, ties, subject="c0"))
    assert len(drawn) == 1
    assert 'class="kith-drawing__tall"' in drawn[0]


@pytest.mark.parametrize("subject", ["nobody", "a"])
def test_people_who_do_not_add_up_are_refused(subject: str) -> None:
    people = [PersonNode("a", "A")] if subject == "nobody" else [PersonNode("a", "A"), PersonNode("a", "B")]
    with pytest.raises(ValueError, match=r"among its people|same id"):
        draw_network(people, [], subject=subject)
