"""`kith up` as a whole: what its logs say, its database stopped beneath it, everything killed while it writes."""

from __future__ import annotations

import contextlib
import re
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import psutil
import pytest

from kith.core.postgres import Cluster
from kith.core.postgres.folder import turn
from kith.core.postgres.postmaster import find
from tests.house.running import House, free_port, house
from tests.support.caller import Caller

LEAD = "lead@kithshire.example"
WORDS = "She planted Zinnobrecht beans and laughed."


@pytest.fixture(scope="module")
def running() -> Iterator[House]:
    with house(children=12) as made:
        made.start()
        yield made


def signed_in(running: House, login: str = LEAD) -> Caller:
    caller = Caller(running.site, timeout=60)
    answer = caller.sign_in(login)
    assert answer.status == 302, (answer.status, answer.body[:300])
    return caller


def somebody(lead: Caller) -> str:
    """The address of somebody whom the lead works with."""
    return re.findall(r'href="(/people/[0-9a-f-]{36}/)"', lead.get("/").body)[0]


def note(person: str, title: str) -> list[tuple[str, str]]:
    draft = {
        "draft": str(uuid4()),
        "revision": "0",
        "person": person.split("/")[2],
        "form": "note",
        "do": "finish",
    }
    when = {"when_day": "1", "when_month": "2", "when_year": "2026"}
    return [*(draft | when).items(), ("title", title), ("text", WORDS)]


def test_no_line_of_any_log_holds_a_query_a_name_a_word_or_the_id_of_a_record(running: House) -> None:
    lead, parent = signed_in(running), signed_in(running, "parent@kithshire.example")
    person = somebody(lead)
    for address in (
        "/people/?q=Yarrowdale&page=Zinnobrecht",
        f"{person}?q=Zinnobrecht",
        f"{person}story/?kind=Zinnobrecht&before=Zinnobrecht_x",
        f"/people/{uuid4()}/?q=Zinnobrecht",
        "/Zinnobrecht/?Zinnobrecht",
        "/my/?Zinnobrecht=%00",
        "/people/?q=%ff%00Zinnobrecht",
    ):
        lead.get(address)
        parent.get(address)
    lead.post("/people/new/", [("given", "Zinnobrecht")], page=person)
    lead.post(f"{person}story/note/", note(person, "Zinnobrecht"))
    lead.post(f"{person}story/note/", [("title", "Zinnobrecht"), ("csrfmiddlewaretoken", "wrong")])
    Caller(running.site).sign_in("Zinnobrecht", "Zinnobrecht")
    assert Caller(running.site).get("/sign-in").status == 200
    said = running.said
    assert "Kith" in said, "nothing was caught at all"
    for secret in ("Zinnobrecht", "Yarrowdale", "q=", person.split("/")[2], LEAD.replace("@", "%40")):
        assert secret not in said, next(line for line in said.splitlines() if secret in line)[:300]


def test_a_second_one_on_the_same_data_is_refused_and_the_first_keeps_its_database(running: House) -> None:
    for port in (running.port, free_port()):
        second = running.kith("up", "--port", str(port))
        assert (second.returncode, second.stdout) == (2, b"")
        assert second.stderr.decode().splitlines() == [
            f"kith: Another kith up (process {running.up.pid if running.up else 0}) already serves {running.data}:"
            " stop it first, or set KITH_DATA to another folder."
        ]
        assert Caller(running.site).get("/healthz").status == 200


def test_a_database_stopped_beneath_it_is_told_plainly_and_started_again_by_itself(running: House) -> None:
    lead = signed_in(running)
    person = somebody(lead)
    page = lead.get(f"{person}story/note/")
    token = page.body.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    sent = [*note(person, "While it was away"), ("csrfmiddlewaretoken", token)]
    with turn(running.data):  # nobody can start it meanwhile
        server = psutil.Process(found.pid) if (found := find(running.data / "postgres" / "pgdata")) else None
        assert server is not None
        server.send_signal(signal.SIGINT)
        server.wait(30)
        with ThreadPoolExecutor(8) as pool:
            looking = [pool.submit(lead.get, address) for address in (person, "/my/", "/sign-in", "/healthz")]
            lost = pool.submit(lead.post, f"{person}story/note/", sent).result()
            answers = [each.result() for each in looking]
    # Who only asks for the sign-in page may be given it: it needs no database.
    assert [each.status for each in answers if each.status not in {200, 503}] == []
    assert (answers[0].status, answers[-1].status) == (503, 503)
    assert lost.status == 503
    assert WORDS in lost.body
    assert "Send it again" in lost.body
    deadline = time.monotonic() + 30
    while (saved := lead.post(f"{person}story/note/", sent)).status == 503 and time.monotonic() < deadline:
        time.sleep(0.5)
    assert saved.status == 302
    assert running.said.count("The database was gone. It has been started again.") == 1
    assert "While it was away" in lead.get(f"{person}story/").body


def test_everything_killed_at_once_while_it_writes_loses_nothing_that_was_told_to_be_saved(
    running: House,
) -> None:
    saved: list[str] = []
    stop = threading.Event()

    def write() -> None:
        # Wherever in its work the power cut finds a writer, it ends there.
        with contextlib.suppress(OSError):
            keep_writing()

    def keep_writing() -> None:
        lead = signed_in(running)
        person = somebody(lead)
        token = lead.get(f"{person}story/note/").body.partition('name="csrfmiddlewaretoken" value="')[2]
        n = 0
        while not stop.is_set():
            n += 1
            fields = [*note(person, f"Note {n}"), ("csrfmiddlewaretoken", token.partition('"')[0])]
            answer = lead.post(f"{person}story/note/", fields)
            if answer.status == 302:
                saved.append(answer.leads_to)

    writers = [threading.Thread(target=write) for _ in range(3)]
    for each in writers:
        each.start()
    deadline = time.monotonic() + 60
    while len(saved) < 15 and time.monotonic() < deadline:
        time.sleep(0.05)
    running.kill()
    stop.set()
    for each in writers:
        each.join(30)
    kept = list(saved)
    assert len(kept) >= 15
    running.start()
    lead = signed_in(running)
    for address in kept:
        answer = lead.get(address)
        assert (answer.status, WORDS in answer.body) == (200, True), address
    told = running.kith("audit", "verify")
    assert told.returncode == 0, told.stdout.decode() + told.stderr.decode()


def test_an_interrupt_ends_it_in_a_few_seconds_and_without_a_word(running: House) -> None:
    lead = signed_in(running)
    for _ in range(20):  # both web processes have spoken with the database
        assert lead.get("/").status == 200
    said = (running.data / "said").read_text("utf-8")
    took = running.interrupt()
    assert (running.data / "said").read_text("utf-8") == said
    assert took < 20  # when the server kills what has not ended
    assert not Cluster(running.data).is_running()
