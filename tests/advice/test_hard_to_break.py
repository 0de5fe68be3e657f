"""What a stranger with bad will tries: hiding posts, filling the chat, locking out a name, reading errors."""

from __future__ import annotations

import time
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import OperationalError, ProgrammingError, connection
from django.test import Client
from django.test.utils import override_settings
from django.utils import timezone

from kith.advice.chat.actions import ROOM
from kith.advice.chat.public import A_DAY
from kith.advice.forum import public as forum
from kith.advice.forum.telling import marks
from kith.advice.models import Chat, Look, Post, PostReport, Thread
from kith.advice.web.quiet import code_of
from kith.core.acting import acting
from tests.advice.seated import OWNER, account, actor, client_of
from tests.advice.test_chat import BEGIN, begun, say, the_chat
from tests.advice.test_forum import PLAIN, TELLING, asks, joined, moderator, the_post, trusted
from tests.conftest import SERVER

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("store_keys")]
SLOW = (
    "A’" * 2500,
    "Ab " * 1700,
    "a.b-c+" * 830,
    "court in Ab of the " * 260,
    "Ab Ab Ab Scho " * 350,
    "my son " * 700,
)


def reports(post: Post, why: str = "identifies", words: str = "", place: str = "203.0.113.5") -> None:
    form = {"why": why, "words": words, "sending": str(uuid4())}
    assert Client(REMOTE_ADDR=place).post(f"/forum/report/{post.id}/", form).status_code == 200


def shown(post: Post) -> bool:
    return PLAIN in Client().get(f"/forum/parents/{post.thread_id}/").content.decode()


def in_clear() -> str:
    """Everything that the database holds, as whoever stole it would read it."""
    tables = SERVER.as_superuser(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
    ).fetchall()
    return "".join(repr(SERVER.as_superuser(f'SELECT * FROM "{name}"').fetchall()) for (name,) in tables)


def test_what_a_moderator_let_stand_is_hidden_by_no_report_any_more() -> None:
    asks(trusted())
    post, desk = the_post(), moderator()
    reports(post)
    assert not shown(post)
    assert "what to bring" not in Client().get("/forum/parents/").content.decode(), "nor its title"
    desk.post(f"/desk/forum/{post.id}/", {"do": "show"})
    assert shown(post)
    assert "what to bring" in Client().get("/forum/parents/").content.decode()
    for n in range(8):
        reports(post, place=f"203.0.113.{n}")
    assert shown(post)
    assert PostReport.objects.using(OWNER).filter(done_at__isnull=True).count() == 5, "the queue has a bound"


def test_one_place_hides_five_posts_in_a_day_and_no_more() -> None:
    client = trusted()
    for n in range(7):
        asks(client, f"{PLAIN} {n}")
        Post.objects.using(OWNER).update(at=timezone.now() - timedelta(minutes=20 + n))
    for each in Post.objects.using(OWNER).order_by("at"):
        reports(each)
    assert Post.objects.using(OWNER).filter(state="held").count() == 5
    assert PostReport.objects.using(OWNER).count() == 7, "each is in the queue all the same"


def test_what_waits_stands_in_clear_nowhere_in_the_database() -> None:
    asks(joined(), TELLING, title="my Tyler at school", anyhow="yes")
    post = the_post()
    asks(trusted(), "a plain zinnoplain question of mine")
    other = the_post()
    reports(other, words="It is Tyler Zinnobrecht")
    everything = in_clear()
    for words in ("Tyler", "Zinnobrecht", "zinnoplain", "Carrow"):
        assert words not in everything
    assert Thread.objects.using(OWNER).filter(title__gt="").count() == 0
    desk = moderator()
    page = desk.get(f"/desk/forum/{post.id}/").content.decode()
    assert "Carrow" in page
    assert "my Tyler at school" in page
    page = desk.get(f"/desk/forum/{other.id}/").content.decode()
    assert "It is Tyler Zinnobrecht" in page
    assert "zinnoplain" in page


def test_words_of_somebody_who_sits_nowhere_are_not_looked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forum, "marks", lambda _text: pytest.fail("looked through"))
    page = asks(Client(), TELLING).content.decode()
    assert "You are signed out" in page
    assert "Tyler" in page, "what was typed is still there"


@pytest.mark.parametrize("text", SLOW, ids=range(len(SLOW)))
def test_a_post_made_to_be_slow_is_looked_through_as_fast_as_another(text: str) -> None:
    begun_at = time.process_time()
    marks(text[:5000])
    assert time.process_time() - begun_at < 0.1


def test_nobody_keeps_a_member_out_by_trying_their_name() -> None:
    joined("Blue Kettle")
    hers = {"name": "Blue Kettle", "password": "a long enough one"}
    there = Client(REMOTE_ADDR="203.0.113.9")
    for _ in range(8):
        there.post("/forum/sign-in/", hers | {"password": "not the right one"})
    assert there.post("/forum/sign-in/", hers).status_code == 429
    assert Client(REMOTE_ADDR="198.51.100.4").post("/forum/sign-in/", hers).status_code == 302


def test_one_place_cannot_fill_the_chat() -> None:
    assert A_DAY < ROOM
    begun()
    # As after a day's worth: the count of ten minutes begins anew meanwhile, the day's does not.
    SERVER.as_superuser("UPDATE advice_try SET tries = %s, since = since - interval '11 minutes'", [A_DAY])
    assert Client().post("/chat/", BEGIN | {"sending": str(uuid4())}).status_code == 429
    assert Chat.objects.using(OWNER).count() == 1
    elsewhere = Client(REMOTE_ADDR="198.51.100.4")
    assert elsewhere.post("/chat/", BEGIN | {"sending": str(uuid4())}).status_code == 302


def test_no_request_sweeps_the_chats() -> None:
    begun()
    Chat.objects.using(OWNER).update(heard_at=timezone.now() - timedelta(minutes=31))
    begun().post("/chat/now/do", {"do": "leave"})
    assert Chat.objects.using(OWNER).earliest("began_at").state == "waiting"
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        acting(actor(account("adviser"))),
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT advice_chat_sweep()")


def test_a_chat_that_is_watched_is_one_look_in_ten_minutes() -> None:
    caller = begun()
    desk, chat = client_of(account("adviser")), the_chat()
    for n in range(4):
        say(caller, f"Line {n}")
        assert desk.get(f"/desk/chats/{chat.id}/lines?after={n}&revision={n}").status_code == 200
    assert [each.page for each in Look.objects.using(OWNER).order_by("id")] == ["chat, later"]
    SERVER.as_superuser("UPDATE advice_look SET at = at - interval '11 minutes'")
    desk.get(f"/desk/chats/{chat.id}/lines?after=0&revision=0")
    assert Look.objects.using(OWNER).count() == 2


def test_no_error_gives_a_password_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_args: object, **_more: object) -> None:
        raise OperationalError("gone")

    form = {"name": "Blue Kettle", "password": "a long enough one"}
    late = Client(enforce_csrf_checks=True).post("/forum/join/", form)
    assert late.status_code == 403
    assert "a long enough one" not in late.content.decode()
    monkeypatch.setattr(forum.seats, "join", gone)
    answer = Client().post("/forum/join/", form)
    assert answer.status_code == 503
    assert "Blue Kettle" in answer.content.decode()
    assert "a long enough one" not in answer.content.decode()


def test_no_address_tells_what_is_read() -> None:
    page = Client().get("/letters/").content.decode() + Client().get("/where/").content.decode()
    for told in ("complain", "adoption", "conference", "in-court"):
        assert f"/{told}" not in page
    assert f"/letters/{code_of('complain')}/" in page
    assert Client().get("/letters/complain/").status_code == 404


@override_settings(SESSION_COOKIE_SECURE=True)
def test_over_https_every_cookie_is_bound_to_its_own_host() -> None:
    callers, members = begun(), joined("Red Kettle")
    for name, client in (("talk", callers), ("seat", members)):
        cookie = client.cookies[f"__Host-{name}"]
        assert (cookie["path"], bool(cookie["secure"]), cookie["domain"]) == ("/", True, "")
    assert callers.get("/away").cookies["__Host-talk"]["max-age"] == 0
