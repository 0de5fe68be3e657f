"""Pages are strict about what they are given and say nothing that they should not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader, UndefinedError

from kith.design.assets import OWN_STATIC, missing_files, served_files
from kith.design.gallery import gallery_context
from kith.design.jinja import environment, template_folders

ERRORS = ["400", "403", "404", "429", "500", "503"]
SOURCES = [path for folder in template_folders() for path in folder.rglob("*.html")]


def test_a_forgotten_value_fails_loudly(pages: Environment) -> None:
    with pytest.raises(UndefinedError):
        pages.from_string("{{ nobody_gave_this }}").render()


def test_text_is_escaped_and_a_turned_name_stays_in_its_place(pages: Environment) -> None:
    page = pages.from_string(
        "{% from 'design/macros/people.html' import identity_bar %}{{ identity_bar(name, '3 years') }}"
    ).render(name="<script>alert(1)</script>\u202eenaJ")
    assert "<script" not in page
    assert "\u202e" not in page
    assert "<bdi>&lt;script&gt;" in page


def test_autoescape_and_strictness_cannot_be_switched_off() -> None:
    env = environment(autoescape=False)
    assert env.from_string("{{ x }}").render(x="<b>") == "&lt;b&gt;"


def test_pages_of_every_room_are_found_even_when_django_names_no_folder() -> None:
    env = environment(loader=FileSystemLoader([]))
    assert env.get_template("design/skeleton.html").name == "design/skeleton.html"
    assert env.get_template("govuk_frontend_jinja/components/button/macro.html").name


@pytest.mark.parametrize("code", ERRORS)
def test_an_error_page_takes_no_values_and_is_always_the_same(pages: Environment, code: str) -> None:
    template = pages.get_template(f"design/errors/{code}.html")
    assert template.render() == template.render(signed_in_as="Somebody", here="/people/")
    assert BeautifulSoup(template.render(), "html.parser").find("h1") is not None


def test_the_family_door_has_a_quiet_title_and_the_four_things_that_are_always_there(
    pages: Environment,
) -> None:
    soup = BeautifulSoup(pages.get_template("design/gallery_family.html").render(), "html.parser")
    assert soup.title is not None
    assert soup.title.get_text() == "My page"
    words = soup.get_text()
    for always in ("Exit this page", "Who has looked", "Talk to someone independent", "Complain"):
        assert always in words
    assert soup.select(".kith-safety") == []


def test_a_page_behind_the_family_door_has_nowhere_to_put_a_safety_notice(pages: Environment) -> None:
    source = "{% extends 'design/base_family.html' %}{% block safety %}Not for them{% endblock %}"
    assert "Not for them" not in pages.from_string(source).render()


@pytest.mark.parametrize("name", ["design/gallery.html", "design/gallery_family.html"])
def test_no_page_writes_script_style_or_handlers_into_itself(pages: Environment, name: str) -> None:
    soup = BeautifulSoup(pages.get_template(name).render(**gallery_context()), "html.parser")
    assert all(script.get("src") and not script.get_text() for script in soup.find_all("script"))
    assert soup.find_all("style") == []
    for tag in soup.find_all(True):
        assert not [key for key in tag.attrs if key == "style" or key.startswith(("on", "hx-on"))]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_template_gives_text_to_an_unescaped_html_parameter(path: Path) -> None:
    source = path.read_text("utf-8")
    assert not re.search(r"""['"](?:\w*Html|html)['"]\s*:""", source)
    assert "|safe" not in source.replace("|safe_text", "")
    assert "autoescape" not in source


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_word_that_families_dislike_is_on_no_page(path: Path) -> None:
    assert not re.search(r"\bcases?\b", path.read_text("utf-8"), re.IGNORECASE)


def test_every_file_that_a_page_asks_for_is_there() -> None:
    asked = {name for path in SOURCES for name in re.findall(r"static\('([^']+)'\)", path.read_text("utf-8"))}
    assert asked
    assert missing_files() == []
    assert not [name for name in asked if name not in served_files() and not _in_some_room(name)]


def test_no_font_crown_or_crest_of_the_library_is_served() -> None:
    assert not [name for name in served_files() if re.search("font[s/]|crown|crest|logo|images", name)]


def _in_some_room(name: str) -> bool:
    return any((folder / name).is_file() for folder in OWN_STATIC.parents[1].glob("*/static"))
