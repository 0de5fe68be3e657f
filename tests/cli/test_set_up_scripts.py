"""Set-up finds what it needs or says in one line which package is missing; as root on Debian it installs that."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.house.running import ROOT

CHROMIUM = ROOT / "kith" / "core" / "setup" / "chromium.sh"
VENV = ROOT / "kith" / "core" / "setup" / "venv.sh"


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A machine that has none but what a test puts there."""
    found = tmp_path / "bin"
    found.mkdir()
    return found


def put(tools: Path, name: str, script: str) -> None:
    (tools / name).write_text(f"#!/bin/sh\n{script}\n")
    (tools / name).chmod(0o755)


def ran(script: Path, tools: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", str(script)],
        env={"PATH": str(tools), **env},
        cwd=tools.parent,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_browser_that_is_there_is_named(tools: Path) -> None:
    put(tools, "google-chrome", "exit 0")
    assert ran(CHROMIUM, tools).stdout == f"{tools}/google-chrome\n"
    put(tools, "mine", "exit 0")
    assert ran(CHROMIUM, tools, KITH_CHROMIUM=str(tools / "mine")).stdout == f"{tools}/mine\n"


@pytest.mark.parametrize(("who", "debian"), [("1000", True), ("0", False)])
def test_without_one_the_package_is_named_in_one_line(tools: Path, who: str, debian: bool) -> None:
    put(tools, "id", f"echo {who}")
    if debian:
        put(tools, "apt-get", "echo an ordinary user installs nothing >&2; exit 7")
    done = ran(CHROMIUM, tools)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "No browser for the tests: install the package chromium.\n"


def test_as_root_on_debian_one_is_installed(tools: Path) -> None:
    put(tools, "id", "echo 0")
    put(tools, "chmod", '/bin/chmod "$@"')
    put(
        tools,
        "apt-get",
        f'case "$*" in *" chromium") echo "#!/bin/sh" > {tools}/chromium; chmod 755 {tools}/chromium;; esac',
    )
    done = ran(CHROMIUM, tools)
    assert (done.returncode, done.stdout) == (0, f"{tools}/chromium\n"), done.stderr


def test_a_python_that_is_too_old_is_no_python(tools: Path) -> None:
    put(tools, "python3", "exit 1")
    done = ran(VENV, tools)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Python 3.11 or later is not there: install the package python3.\n"


def test_a_python_without_venv_names_the_package_of_its_version(tools: Path) -> None:
    put(tools, "python3", 'case "$2" in *ensurepip*) exit 1;; *print*) echo 3.12;; esac')
    put(tools, "id", "echo 1000")
    done = ran(VENV, tools)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Python has no venv: install the package python3.12-venv.\n"
