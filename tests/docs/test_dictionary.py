"""The data dictionary is made from the models, whole, and the same each time."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from django.apps import apps
from django.db import connections

from kith.cli.commands.docs.markdown import as_markdown
from kith.cli.commands.docs.policies import in_words, policies
from kith.cli.commands.docs.tables import tables
from kith.cli.commands.docs.web_page import as_html
from kith.core.labels import Label
from kith.core.rls import granted


def own_models() -> list[type]:
    return [
        model
        for config in apps.get_app_configs()
        if config.name.startswith("kith.")
        for model in config.get_models()
    ]


def sections() -> dict[str, str]:
    """The text under each table's heading, by table."""
    parts = as_markdown(tables()).split("\n### ")
    return {part.split("`")[1]: part for part in parts[1:]}


def test_every_field_of_every_model_is_in_it() -> None:
    found = sections()
    history = {model for model in own_models() if hasattr(model, "pgh_tracked_model")}
    missing = [
        f"{model._meta.db_table}.{field.name}"  # type: ignore[attr-defined]
        for model in own_models()
        if model not in history
        for field in model._meta.concrete_fields  # type: ignore[attr-defined]
        if f"| `{field.name}` |" not in found[model._meta.db_table]  # type: ignore[attr-defined]
    ]
    assert history
    assert missing == []


def test_every_history_table_stands_with_what_it_keeps() -> None:
    found, preamble = sections(), as_markdown(tables()).split("\n## ")[0]
    for model in own_models():
        live = getattr(model, "pgh_tracked_model", None)
        if live is None:
            continue
        assert f"`{model._meta.db_table}`" in found[live._meta.db_table]  # type: ignore[attr-defined]
        own = [each.name for each in model._meta.concrete_fields if each.name.startswith("pgh_")]  # type: ignore[attr-defined]
        assert [name for name in own if f"`{name}`" not in preamble] == []


def test_it_says_what_a_password_keeps_out_of_history() -> None:
    assert "without password, last_login" in sections()["access_account"]


def test_it_is_the_same_each_time() -> None:
    assert as_markdown(tables()) == as_markdown(tables())
    assert as_html(tables()) == as_html(tables())


def test_help_texts_codes_and_constraints_stand_in_it() -> None:
    missing = sections()["care_missingepisode"]
    assert "First day missing (MIS_START)." in missing
    assert "missing ends after it begins" in missing
    assert "mother" in sections()["people_relationship"]


def test_a_look_at_the_grants_is_said_in_words() -> None:
    rule = granted("x.person_id", label=Label.NORMAL.value | Label.HEALTH.value)
    assert in_words(rule) == "⟨the reader may open x.person_id, label normal or health⟩"
    assert "may find" in in_words(granted("x.person_id", level=1, who="kith_on_behalf_of()"))


def test_the_page_names_every_table_and_closes_what_it_opens() -> None:
    page = as_html(tables())
    opened: list[str] = []

    class Sections(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag == "section":
                opened.append(str(dict(attrs)["id"]))

        def handle_endtag(self, tag: str) -> None:
            if tag == "section":
                closed.append(tag)

    closed: list[str] = []
    Sections().feed(page)
    assert opened == [each.table for each in tables()]
    assert len(closed) == len(opened)


@pytest.mark.database
def test_the_policies_it_shows_are_those_that_the_database_holds() -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT tablename, policyname, cmd, permissive FROM pg_policies"
            " WHERE schemaname = 'public' AND 'kith_app' = ANY (roles)"
        )
        held: dict[str, set[tuple[str, str, bool]]] = {}
        for table, name, verb, permissive in cursor.fetchall():
            held.setdefault(table, set()).add((name, verb, permissive == "RESTRICTIVE"))
    read = policies()
    for table in tables():
        shown = {(each.name, each.verb, each.restrictive) for each in table.policies}
        assert shown == held.get(table.table, set()), table.table
        assert {name for name, entry in read.get(table.table, {}).items() if entry.who == "kith_app"} == {
            name for name, _verb, _restrictive in shown
        }
