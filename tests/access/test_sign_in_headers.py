"""What every answer bears, what production refuses, and what logs do not hold."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

from kith.core.logs import NoPersonalData
from tests.support import make
from tests.support.visit import signed_in

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "KITH_ENV": "production",
    "KITH_SECRET_KEY": "v" * 20 + "9Xq7Lm2Rt5Wz8Kp4Jn6Hd3Gf1Sa0Qe-Yu_Io.Pc",
    "KITH_HOSTS": "kith.council.example",
}


@pytest.mark.database
@pytest.mark.parametrize("address", ["/sign-in", "/", "/nowhere", "/people/?q=ada"])
def test_no_page_is_kept_says_where_it_came_from_or_runs_what_is_not_ours(address: str) -> None:
    for client in (Client(), signed_in(make.account("lead"))):
        headers = client.get(address).headers
        assert "no-store" in headers["Cache-Control"]
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["X-Content-Type-Options"] == "nosniff"
        policy = dict(part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";"))
        assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
        assert {
            policy[of] for of in ("script-src", "style-src", "img-src", "form-action", "connect-src")
        } == {"'self'"}


def run(code: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, **PRODUCTION, **more},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_production_settings_pass_the_deployment_checks() -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=ROOT,
        env={**os.environ, **PRODUCTION},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_production_needs_a_second_step_secure_cookies_and_a_given_secret() -> None:
    said = run(
        "import django; from django.conf import settings as s; django.setup();"
        "print(s.KITH_REQUIRE_SECOND_FACTOR, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.DEBUG)"
    )
    assert said.stdout.split() == ["True", "True", "True", "False"], said.stderr
    refused = run("import django; django.setup()", KITH_SECRET_KEY="")
    assert refused.returncode != 0
    assert "KITH_SECRET_KEY must be set" in refused.stderr


def test_single_sign_on_by_settings_widens_where_forms_may_go_by_that_host_alone() -> None:
    said = run(
        "from kith.config.security import CONTENT_SECURITY_POLICY as c; print(*c['DIRECTIVES']['form-action'])",
        KITH_OIDC_SERVER_URL="https://login.council.example/tenant/v2.0",
        KITH_OIDC_CLIENT_ID="kith",
    )
    assert said.stdout.split() == ["'self'", "https://login.council.example"], said.stderr


@pytest.mark.database
def test_logs_hold_no_query(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger()
    keeps = NoPersonalData()
    with caplog.at_level(logging.DEBUG):
        Client().get("/people/?q=Ada+Example")
        Client().get("/nowhere?q=Ada+Example")
        Client().post(
            "/sign-in?next=/people/%3Fq%3DAda", {"login": "Ada Example", "password": "secret-words"}
        )
    written = [record for record in caplog.records if keeps.filter(record)]
    for record in written:
        assert "Ada" not in record.getMessage()
        assert "secret-words" not in record.getMessage()
    assert logger.handlers
