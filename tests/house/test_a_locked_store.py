"""The council and the advice service side by side: no role, page, export, command, restore, log, process or login of
the council's reads what somebody told an adviser.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import psutil
import psycopg
import pytest
from playwright.sync_api import Browser, expect
from psycopg import sql

from kith.core.postgres import Cluster
from kith.core.stores import ADVICE
from kith.demo.accounts import DEMO_ACCOUNTS
from tests.house.running import KITH, ROOT, House, free_port, house
from tests.support.caller import Caller

SAID = "Zinnobrecht hearing"


@dataclass(frozen=True)
class Both:
    """The council, and the service that was started beside it."""

    council: House
    advice: str
    store: Path


@pytest.fixture(scope="module")
def both() -> Iterator[Both]:
    port = free_port()
    place = f"http://127.0.0.1:{port}/"
    with house(12, ADVICE_SERVICE_PHONE="01632 960199", KITH_ADVICE_URL=place) as made:
        store = made.data.with_name(f"{made.data.name}-advice")
        beside = House(store, port, made.env)
        with (made.data / "said-advice").open("wb") as out:
            command = [*KITH, "up", "--as", "advice", "--port", str(port)]
            running = subprocess.Popen(command, env=made.env, cwd=ROOT, stdout=out, stderr=out)
        try:
            made.start()
            beside.wait_for(200)
            given = {
                "how": "myself",
                "asker": "parent",
                "topic": "court",
                "question": SAID,
                "sending": str(uuid4()),
            }
            answer = Caller(beside.site).post("/write/", list(given.items()))
            assert "We have it" in answer.body
            yield Both(made, beside.site, store)
        finally:
            running.send_signal(signal.SIGTERM)
            running.wait(60)
            Cluster(store, store=ADVICE).stop()


def test_no_account_of_the_councils_signs_in_there_and_none_of_theirs_here(both: Both) -> None:
    for each in DEMO_ACCOUNTS:
        answer = Caller(both.advice).post(
            "/desk/sign-in", [("login", each.login), ("password", "family-first")]
        )
        assert (answer.status, "do not belong together" in answer.body) == (200, True), each.login
    assert Caller(both.council.site).sign_in("manager@nextstep.example").status != 302


def test_no_page_of_a_council_role_or_its_administrator_says_a_word_of_it(both: Both) -> None:
    for each in DEMO_ACCOUNTS:
        caller = Caller(both.council.site)
        assert caller.sign_in(each.login).status == 302
        for address in ("/", "/people/?q=Zinnobrecht", "/accounts/", "/audit/looks/", "/my/", "/advice/"):
            body = caller.get(address).body
            assert SAID not in body, (each.login, address)
        # The council's session is nothing at the service.
        there = Caller(both.advice)
        there.cookies = {**caller.cookies, "desk": caller.cookies["sessionid"]}
        assert there.get("/desk/").status == 302


def test_an_officer_goes_there_from_her_own_page_and_is_a_visitor_like_any_other(
    both: Both, browser: Browser
) -> None:
    """A story, in her own browser: she is signed in at the council, and tries the link, the desk and its addresses."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"{both.council.site}/sign-in")
    page.get_by_label("Email or sign-in name").fill("director@kithshire.example")
    page.get_by_label("Password").fill("family-first")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", name="Today")).to_be_visible()
    page.goto(f"{both.council.site}/advice/")
    expect(page.get_by_role("heading", name="Talk to someone independent")).to_be_visible()
    for address in ("/desk/", "/desk/asked/", "/desk/figures/", "/desk/chats/", "/desk/forum/"):
        answer = page.goto(both.advice + address)
        expect(page.locator("body")).not_to_contain_text("Zinnobrecht")
        assert answer is not None
        assert urlsplit(page.url).path == "/desk/sign-in" or answer.status == 404, page.url
    page.goto(f"{both.advice}/desk/sign-in")
    page.locator("input[name=login]").fill("director@kithshire.example")
    page.locator("input[name=password]").fill("family-first")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_text("do not belong together")).to_be_visible()
    page.goto(f"{both.council.site}/people/?q=Zinnobrecht")
    expect(page.get_by_role("main")).not_to_contain_text(SAID)


def test_a_mother_takes_her_name_there_herself_and_nothing_of_it_comes_back(
    both: Both, browser: Browser
) -> None:
    """A story at 320 pixels, without scripts: from her own page to the advice service, by her own choice."""
    page = browser.new_context(viewport={"width": 320, "height": 800}, java_script_enabled=False).new_page()
    page.goto(f"{both.council.site}/sign-in")
    page.locator("input[name=login]").fill("parent@kithshire.example")
    page.locator("input[name=password]").fill("family-first")
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.goto(f"{both.council.site}/my/advice/")
    sent: list[tuple[str, str]] = []
    page.on("request", lambda each: sent.append((each.method, each.url)) if each.method == "POST" else None)
    page.get_by_label("My name:").check()
    page.get_by_role("button", name="Write to them").click()
    expect(page.get_by_text("Nothing has reached us until you press Send")).to_be_visible()
    assert page.url.startswith(both.advice)
    name = page.get_by_label("What may we call you?")
    assert name.input_value()
    name.fill("Zinnobrecht Kay")
    for box, value in (("how", "myself"), ("asker", "parent"), ("topic", "court")):
        page.locator(f"input[name={box}][value={value}]").check()
    page.get_by_label("What do you want to know?").fill(SAID)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("We have it")).to_be_visible()
    assert [urlsplit(url).netloc for _, url in sent] == [urlsplit(both.advice).netloc] * 2
    # No record, audit, log or page of the council's is any other than if she had not gone (see also the tests below).
    with psycopg.connect(Cluster(both.council.data).urls().superuser) as root:
        for table in ("core_auditentry", "story_event", "access_signedin"):
            rows = root.execute(sql.SQL("SELECT t::text FROM {} t").format(sql.Identifier(table))).fetchall()
            assert rows
            assert not [row for (row,) in rows if "Zinnobrecht" in row or "with-me" in row], table


def test_no_command_or_export_of_the_councils_says_it(both: Both) -> None:
    lead = Caller(both.council.site)
    lead.sign_in("lead@kithshire.example")
    person = re.findall(r'href="/people/([0-9a-f-]{36})/"', lead.get("/").body)[0]
    for command in (("person", person), ("duties",), ("audit", "verify")):
        told = both.council.kith(*command)
        assert told.returncode == 0, told.stderr.decode()
        assert b"Zinnobrecht" not in told.stdout + told.stderr
    asked = both.council.kith("person", person, "--as", "manager@nextstep.example", "--reason", "x")
    assert asked.returncode == 2


def test_its_backup_is_not_restored_on_the_councils_side(both: Both, tmp_path: Path) -> None:
    out = tmp_path / "backup"
    made = both.council.kith("backup", "--as", "advice", "--out", str(out))
    assert made.returncode == 0, made.stderr.decode()
    assert b"Zinnobrecht" not in out.read_bytes()
    plain = both.council.kith("restore", str(out))
    assert (plain.returncode, len(plain.stderr.decode().splitlines())) == (2, 1)
    key = str(both.council.data.with_name(f"{both.council.data.name}-keys") / "master-key")
    env = both.council.env | {"ADVICE_DATA": str(tmp_path / "elsewhere"), "ADVICE_MASTER_KEY_FILE": key}
    tried = subprocess.run(
        [*KITH, "restore", "--as", "advice", str(out)], env=env, cwd=ROOT, capture_output=True, check=False
    )
    Cluster(tmp_path / "elsewhere", store=ADVICE).stop()
    assert tried.returncode == 2
    assert "only the house that made it opens it" in tried.stderr.decode()


def test_no_log_and_no_file_of_the_council_holds_it(both: Both) -> None:
    logs = [both.council.said, (both.council.data / "said-advice").read_text()]
    logs += [each.read_text("utf-8", "replace") for each in both.store.rglob("*.log")]
    assert "The advice service is at" in logs[1]
    assert not [each for each in logs if "Zinnobrecht" in each or "/write/?" in each]
    for path in both.council.data.rglob("*"):
        if path.is_file() and path.stat().st_size < 64 * 1024 * 1024:
            assert b"Zinnobrecht" not in path.read_bytes(), path


def test_no_process_of_the_councils_has_a_login_a_key_or_a_setting_of_it(both: Both) -> None:
    assert both.council.up is not None
    head = psutil.Process(both.council.up.pid)
    for process in (head, *head.children(recursive=True)):
        told = " ".join(
            f"{name}={value}" for name, value in process.environ().items() if name != "PYTHONPATH"
        )
        assert "advice_" not in told
        assert not [each for each in process.open_files() if str(both.store) in each.path]
    assert os.path.commonpath([both.store, both.council.data]) not in {
        str(both.store),
        str(both.council.data),
    }
