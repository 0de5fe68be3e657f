"""What the documents name is there, and they keep the words of the house."""

from __future__ import annotations

import re
from importlib import import_module, util
from pathlib import Path
from pkgutil import iter_modules

import pytest
import typer

from kith.cli import commands as command_modules
from tests.docs.pages import ROOT, commands, documents, links, modules, paths

TITLES = ("Care Planning, Placement and Case Review (England) Regulations 2010",)
# Set by the commands themselves, or made from others: nobody gives them.
NOT_GIVEN = {"KITH_LOGIN", "KITH_EMBEDDED", "KITH_REQUIRE_SECOND_FACTOR"}
each_document = pytest.mark.parametrize("path", documents(), ids=lambda path: str(path.relative_to(ROOT)))


def known_commands() -> set[str]:
    """Every command of every command module, subcommands with the name of their group."""
    app = typer.Typer()
    for found in iter_modules(command_modules.__path__):
        import_module(f"kith.cli.commands.{found.name}").add_to(app)
    names = {each.name for each in app.registered_commands if each.name}
    for group in app.registered_groups:
        assert group.typer_instance is not None
        names |= {f"{group.name} {each.name}" for each in group.typer_instance.registered_commands}
        names |= {f"{group.name} {each.name}" for each in group.typer_instance.registered_groups}
    return names


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))


def test_the_readme_begins_with_the_two_commands() -> None:
    lines = [line.strip() for line in (ROOT / "README.md").read_text().splitlines() if line.strip()]
    assert lines[:3] == ["# Kith", "make run", "make test"]


@each_document
def test_every_kith_command_that_is_named_is_there(path: Path) -> None:
    known = known_commands()
    unknown = {
        said
        for said in commands(path.read_text(), "kith")
        if said not in known and said.split()[0] not in {name for name in known if " " not in name}
    }
    assert unknown == set()


@each_document
def test_every_make_target_that_is_named_is_there(path: Path) -> None:
    said = {each.split()[0] for each in commands(path.read_text(), "make")}
    assert said - make_targets() == set()


@each_document
def test_every_path_that_is_named_is_there(path: Path) -> None:
    text = path.read_text()
    missing = {said for said in paths(text) if not list(ROOT.glob(said))}
    missing |= {link for link in links(text) if not (path.parent / link).exists()}
    assert missing == set()


@each_document
def test_every_module_that_is_named_is_there(path: Path) -> None:
    assert {said for said in modules(path.read_text()) if not is_there(said)} == set()


def is_there(dotted: str) -> bool:
    """Whether a dotted name is a module, or something in one."""
    module, names = dotted, []
    while "." in module:
        try:
            if util.find_spec(module) is not None:
                break
        except ModuleNotFoundError:
            pass
        module, _, name = module.rpartition(".")
        names.insert(0, name)
    held: object = import_module(module)
    for name in names:
        if not hasattr(held, name):
            return False
        held = getattr(held, name)
    return True


@each_document
def test_no_document_uses_the_word_that_rhymes_with_base(path: Path) -> None:
    text = " ".join(path.read_text().split())
    for title in TITLES:
        text = text.replace(title, "")
    # Of letters, upper and lower, it may be said.
    text = re.sub(r"\b(upper|lower|in) case\b", "", text)
    assert re.findall(r"\b\w*\bcases?\b|\bcaseload\w*|\bcasework\w*", text, re.IGNORECASE) == []


def test_the_readme_names_every_setting_and_no_other() -> None:
    sources = [
        *(ROOT / "kith").rglob("*.py"),
        *(ROOT / "kith").rglob("*.sh"),
        *(ROOT / "tests").rglob("*.py"),
    ]
    read: set[str] = set()
    for path in [*sources, ROOT / "Makefile"]:
        read |= set(re.findall(r"(?<![\w.])KITH_[A-Z0-9_]*[A-Z0-9]", path.read_text()))
    named = set(re.findall(r"KITH_[A-Z0-9_]*[A-Z0-9]", (ROOT / "README.md").read_text()))
    assert named - read == set()
    given = {
        name
        for path in (ROOT / "kith").rglob("*.py")
        for name in re.findall(r'environ(?:\.get\(|\[)"(KITH_[A-Z0-9_]+)"', path.read_text())
    }
    assert given - NOT_GIVEN - named == set()


def test_every_decision_has_a_number_of_its_own_and_says_context_and_decision() -> None:
    decisions = sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))
    numbers = [path.name[:4] for path in decisions]
    assert len(set(numbers)) == len(numbers)
    for path in decisions:
        text = path.read_text().lower()
        assert [part for part in ("context", "decision") if part not in text] == [], path.name


def test_the_reading_of_documents_finds_what_is_wrong_in_them() -> None:
    text = (
        "# A\n\n    make nothing\n    .venv/bin/kith fly --far\n\nRun `kith audit mend` in `kith/no/where.py`"
        " (`kith.core.absent.thing`), see [this](gone.md).\n"
    )
    assert commands(text, "make") == {"nothing"}
    assert commands(text, "kith") == {"fly", "audit mend"}
    assert paths(text) == {"kith/no/where.py"}
    assert links(text) == {"gone.md"}
    assert [is_there(name) for name in (*modules(text), "kith.core.acting.acting")] == [False, True]


def test_every_name_in_the_vocabulary_is_in_the_code() -> None:
    rows = re.findall(r"^\| ([^|]+) \|", (ROOT / "docs" / "vocabulary.md").read_text(), re.MULTILINE)
    names = {name for row in rows for name in re.findall(r"\b[A-Z]\w+", row)}
    code = "\n".join(path.read_text() for path in (ROOT / "kith").rglob("*.py"))
    classes = set(re.findall(r"^class (\w+)", code, re.MULTILINE))
    assert names
    assert names - classes == set()
