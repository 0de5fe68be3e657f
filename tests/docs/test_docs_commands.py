"""The commands that make documents: what they write, and what they say when they cannot."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from kith.cli.commands import docs
from kith.cli.commands.docs.take_pictures import staff_pages
from kith.cli.errors import CannotError


def run(*words: str) -> str:
    """What a command writes to standard output. Raises what the command raises."""
    app = typer.Typer()
    docs.add_to(app)
    done = CliRunner().invoke(app, list(words))
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.stdout


def test_the_dictionary_goes_to_standard_output_or_to_a_file(tmp_path: Path) -> None:
    said = run("dictionary")
    assert said.startswith("# Data dictionary\n")
    assert run("dictionary", "--out", str(tmp_path / "d.md")) == ""
    assert (tmp_path / "d.md").read_text() == said
    assert run("dictionary", "--format", "html").startswith("<!DOCTYPE html>")


def test_a_folder_that_is_not_there_and_a_format_nobody_knows_are_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(CannotError, match="There is no folder"):
        run("dictionary", "--out", str(tmp_path / "absent" / "d.md"))
    with pytest.raises(CannotError, match="markdown or html"):
        run("dictionary", "--format", "pdf")


def test_without_a_browser_pictures_say_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KITH_CHROMIUM", str(tmp_path / "no-browser"))
    with pytest.raises(CannotError, match="install the package chromium"):
        run("pictures", "--out", str(tmp_path / "pictures"))


def test_pictures_are_taken_where_make_run_serves() -> None:
    said = subprocess.run(
        [sys.executable, "-m", "kith.cli.main", "pictures", "--help"],
        env=os.environ | {"PORT": "8071", "COLUMNS": "120"},
        check=True,
        capture_output=True,
        text=True,
    )
    assert "http://localhost:8071" in said.stdout


def test_the_four_staff_pages_have_their_names() -> None:
    pages = staff_pages("/people/1/", "O%27Neil")
    assert list(pages) == ["today", "find", "person", "who-has-looked"]
    assert pages["find"] == "/people/?q=O%27Neil"
    assert pages["who-has-looked"] == "/people/1/access/"
