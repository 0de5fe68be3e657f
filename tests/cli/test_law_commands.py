"""`kith law check` and `kith law waiting`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kith.cli.errors import plain_line
from kith.cli.main import app
from kith.law.register import RegisterError, load, shipped

KITH = [sys.executable, "-m", "kith.cli.main"]


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*KITH, *words], check=False, capture_output=True, text=True)


def test_the_shipped_register_is_sound_and_says_so_without_a_database() -> None:
    done = run("law", "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{len(shipped())} duties in {len(shipped().areas)} areas. Nothing is wrong.\n"


def test_a_faulty_folder_ends_in_one_with_file_line_and_remedy(tmp_path: Path) -> None:
    (tmp_path / "odd.toml").write_text(
        'area = "Odd"\n[[duty]]\nid = "ZZ-01"\ncolour = "red"\n', encoding="utf-8"
    )
    done = run("law", "check", str(tmp_path))
    assert done.returncode == 1
    assert "odd.toml, line 4: duty ZZ-01: colour: Extra inputs are not permitted" in done.stdout
    assert "odd.toml, line 2: duty ZZ-01: name: Field required. Add it." in done.stdout
    assert "Traceback" not in done.stderr


def test_a_folder_that_is_not_there_cannot_be_checked(tmp_path: Path) -> None:
    done = run("law", "check", str(tmp_path / "none"))
    assert done.returncode == 2
    assert done.stderr.startswith("kith: ")
    assert "is not a folder" in done.stderr


def test_a_register_that_cannot_be_used_ends_every_command_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "odd.toml").write_text('area = "Odd"\n[[duty]]\nid = "ZZ-01"\n', encoding="utf-8")
    with pytest.raises(RegisterError) as caught:
        load(tmp_path)
    line = plain_line(caught.value)
    assert "\n" not in line
    assert line.startswith("The register of duties cannot be used. odd.toml, line 2: duty ZZ-01: ")
    assert line.endswith("more faults: kith law check lists them.")


@pytest.mark.database
def test_duties_that_wait_are_listed_by_room() -> None:
    done = CliRunner().invoke(app, ["law", "waiting", "--room", "liberty", "--format", "json"])
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert {each["duty"] for each in found} >= {"DL-01", "DL-09"}
    assert all("liberty" in each["rooms"] for each in found)
    assert all(each["facts"] and each["name"] for each in found)
