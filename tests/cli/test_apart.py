"""Beside each other, neither the council's process nor the store's was ever given what is the other's."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kith.cli.setup import env_of
from kith.core.origins import shared

# The command is another here; everything else is as `kith up --beside advice` does it.
SCRIPT = """
import os, sys, time
from kith.cli import apart
from kith.cli.setup import environment_of
place = sys.argv[1]
child = [sys.executable, "-c", "import time; time.sleep(60)"]
started = apart.start_beside("advice", host="127.0.0.1", port=8001, command=child)
apart._COMMAND = (sys.executable, __file__)
apart.begin_anew(environment_of(""), started=started)
with apart.running_beside():
    own = open("/proc/self/environ", "rb").read()
    # A breath, until the child runs its own program.
    pid = started.get(apart.STARTED) or os.popen("ps -o pid= --ppid %d" % os.getpid()).read().split()[0]
    time.sleep(0.5)
    open(place + ".own", "wb").write(own)
    open(place + ".store", "wb").write(open(f"/proc/{pid}/environ", "rb").read())
    open(place + ".pid", "w").write(pid)
"""
MINE = {"KITH_SECRET_KEY": "councils-own", "KITH_OIDC_SECRET": "councils-oidc", "KITH_HOSTS": "kith.example"}
THEIRS = {
    "ADVICE_SECRET_KEY": "stores-own",
    "ADVICE_DATABASE_URL": "postgresql://stores-login",
    "ADVICE_MASTER_KEY_FILE": "/keys/stores",
}


def test_what_a_process_was_started_with_holds_nothing_of_the_other(tmp_path: Path) -> None:
    script = tmp_path / "up.py"
    script.write_text(SCRIPT)
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("KITH_", "DATABASE_", "ADVICE_"))
    }
    root = str(Path(__file__).resolve().parents[2])
    env = kept | MINE | THEIRS | {"KITH_DATA": str(tmp_path / "var"), "PYTHONPATH": root}
    subprocess.run([sys.executable, str(script), str(tmp_path / "seen")], env=env, check=True, timeout=60)
    own, store = (tmp_path / "seen.own").read_text(), (tmp_path / "seen.store").read_text()
    for name, value in THEIRS.items():
        assert name not in own
        assert value not in own
        assert value in store
    for value in ("councils-own", "councils-oidc"):
        assert value in own
        assert value not in store
    # It ended with the council's.
    assert not Path(f"/proc/{(tmp_path / 'seen.pid').read_text()}").exists()


def test_the_store_is_told_the_councils_host_names_and_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in MINE.items():
        monkeypatch.setenv(name, value)
    told = env_of("advice")
    assert told["KITH_COUNCIL_HOSTS"] == "kith.example"
    assert not {"councils-own", "councils-oidc"} & set(told.values())


@pytest.mark.parametrize(
    ("mine", "others", "both"),
    [
        (["advice.example"], ["kith.example"], []),
        (["Advice.example."], ["advice.EXAMPLE:8000"], ["advice.EXAMPLE:8000"]),
        (["*"], ["kith.example"], ["kith.example"]),
        ([".kith.example"], ["kith.example"], ["kith.example"]),
        ([".kith.example"], ["advice.kith.example"], ["advice.kith.example"]),
        (["advice.kith.example"], [".kith.example"], [".kith.example"]),
        (["advice.kith.example"], ["kith.example"], []),
        (["127.0.0.1"], ["127.0.0.1"], ["127.0.0.1"]),
    ],
)
def test_a_host_name_that_both_would_answer_to_is_found(
    mine: list[str], others: list[str], both: list[str]
) -> None:
    assert shared(mine, others) == both


PLACES = [
    (
        "kith.config.settings",
        {"KITH_HOSTS": "kith.example", "KITH_ADVICE_URL": "https://kith.example:8443/"},
        False,
    ),
    (
        "kith.config.settings",
        {"KITH_HOSTS": "kith.example", "KITH_ADVICE_URL": "https://advice.example/"},
        True,
    ),
    ("kith.config.advice", {"KITH_HOSTS": "kith.example", "KITH_COUNCIL_HOSTS": "kith.example"}, False),
    ("kith.config.advice", {"KITH_HOSTS": "advice.example", "KITH_COUNCIL_HOSTS": "kith.example"}, True),
]


@pytest.mark.parametrize(("module", "env", "good"), PLACES)
def test_production_on_one_host_name_is_refused_and_cookies_are_for_their_host_alone(
    module: str, env: dict[str, str], good: bool, tmp_path: Path
) -> None:
    script = (
        "import django; django.setup()\n"
        "from django.conf import settings\n"
        "from django.core.management import call_command\n"
        "print(settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME)\n"
        "call_command('check', deploy=True, fail_level='ERROR', tags=['security'])\n"
    )
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("KITH_", "DATABASE_", "ADVICE_"))
    }
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=kept | env | {
            "DJANGO_SETTINGS_MODULE": module, "KITH_ENV": "production", "KITH_SECRET_KEY": "x" * 60,
            "KITH_DATA": str(tmp_path / "var"), "KITH_AS": "advice" if module.endswith("advice") else "kith",
            "DATABASE_URL": "postgresql://kith_app@/kith?host=/nonexistent",
            "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
        },
        check=False, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    names = done.stdout.split()
    assert len(names) == 2
    assert all(each.startswith("__Host-") for each in names)
    assert (done.returncode == 0) == good, done.stderr
    assert ("kith.E001" in done.stderr) != good
