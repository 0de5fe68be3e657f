"""Forums: made-up names, holds for new members, limits, reports, and names that are taken out and kept nowhere."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from kith.advice.models import Member, Post, PostReport, Thread
from kith.advice.roles import DOOR
from kith.core.acting import acting
from tests.advice.seated import OWNER, account, actor, client_of
from tests.conftest import SERVER

pytestmark = pytest.mark.database
PLAIN = "we have a meeting soon and i do not know what to bring"
TELLING = "My son Tyler is at St Mary's Primary in Carrow, born 14 March 2019. tyler misses me."


def joined(name: str = "Blue Kettle") -> Client:
    client = Client()
    answer = client.post("/forum/join/", {"name": name, "password": "a long enough one"})
    assert answer.status_code == 302, answer.content
    return client


def trusted(name: str = "Green Kettle") -> Client:
    client = joined(name)
    Member.objects.using(OWNER).filter(name=name).update(
        allowed=3, joined_at=timezone.now() - timedelta(days=3)
    )
    return client


def asks(client: Client, words: str = PLAIN, title: str = "what to bring", **more: Any) -> Any:
    form = {"title": title, "words": words, "sending": str(uuid4())} | more
    return client.post("/forum/parents/new/", form)


def the_post() -> Post:
    return Post.objects.using(OWNER).select_related("thread").latest("at")


def moderator() -> Client:
    return client_of(account("moderator", "Sol Ikande"))


def board() -> str:
    return Client().get("/forum/parents/").content.decode()


def test_a_new_members_post_waits_and_only_its_writer_sees_it() -> None:
    client = joined()
    assert "A moderator looks at it first" in asks(client).content.decode()
    assert "what to bring" not in board()
    thread = the_post().thread_id
    assert Client().get(f"/forum/parents/{thread}/").status_code == 404
    assert "Only you see this" in client.get(f"/forum/parents/{thread}/").content.decode()
    moderator().post(f"/desk/forum/{the_post().id}/", {"do": "show"})
    assert "what to bring" in board()
    assert Member.objects.using(OWNER).get().allowed == 1


def test_after_three_posts_and_two_days_a_plain_post_is_there_at_once() -> None:
    assert "It is there" in asks(trusted()).content.decode()
    assert "what to bring" in board()


def test_a_childs_name_is_pointed_out_before_it_is_sent_and_held_if_it_is_sent_all_the_same() -> None:
    client = trusted()
    page = asks(client, TELLING).content.decode()
    assert Post.objects.using(OWNER).count() == 0
    for each in ("Tyler", "St Mary&#39;s Primary", "Carrow", "14 March 2019"):
        assert each in page
    assert "born 14 March" in page, "what was typed is still there"
    assert "A moderator looks at it first" in asks(client, TELLING, anyhow="yes").content.decode()
    assert the_post().state == "held"
    assert board().count("what to bring") == 0


def test_a_moderator_takes_the_name_out_everywhere_and_it_is_kept_nowhere() -> None:
    asks(trusted(), TELLING, title="tyler and the meeting", anyhow="yes")
    desk, post = moderator(), the_post()
    page = desk.get(f"/desk/forum/{post.id}/").content.decode()
    assert 'value="Tyler"' in page
    out = ["Tyler", "St Mary's Primary", "Carrow", "14 March 2019", "tyler"]
    assert (
        desk.post(f"/desk/forum/{post.id}/", {"do": "show", "out": out, "more": "misses me"}).status_code
        == 302
    )
    shown = Client().get(f"/forum/parents/{post.thread_id}/").content.decode()
    assert "My son [name] is at [school] in [place], born [day]. [name] [name]." in shown
    assert "A moderator took something out of this." in shown
    assert "[name] and the meeting" in board()
    everything = ""
    tables = SERVER.as_superuser(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
    ).fetchall()
    for (name,) in tables:
        everything += repr(SERVER.as_superuser(f'SELECT * FROM "{name}"').fetchall())
    assert "tyler" not in everything.lower()
    assert "St Mary" not in everything


@pytest.mark.parametrize("why", ["identifies", "unkind"])
def test_a_name_taken_out_later_goes_from_the_title_and_from_what_others_answered(why: str) -> None:
    writer, other = trusted(), trusted("Red Kettle")
    asks(writer, PLAIN, title="zinnobert and the meeting")
    first = the_post()
    other.post(
        f"/forum/parents/{first.thread_id}/", {"words": "zinnobert will be fine", "sending": str(uuid4())}
    )
    assert "zinnobert" in board()
    Client().post(f"/forum/report/{first.id}/", {"why": why, "words": "", "sending": str(uuid4())})
    desk = moderator()
    assert "zinnobert" in desk.get(f"/desk/forum/{first.id}/").content.decode()
    desk.post(f"/desk/forum/{first.id}/", {"do": "show", "more": "Zinnobert"})
    page = Client().get(f"/forum/parents/{first.thread_id}/").content.decode()
    assert "[name] and the meeting" in board()
    assert "[name] will be fine" in page
    assert "zinnobert" not in (page + board()).lower()


def test_a_post_that_is_taken_down_takes_its_title_with_it_and_leaves_what_others_answered() -> None:
    asks(trusted(), PLAIN, title="zinnobert and the meeting")
    first = the_post()
    answer = {"words": "bring somebody with you", "sending": str(uuid4())}
    trusted("Red Kettle").post(f"/forum/parents/{first.thread_id}/", answer)
    moderator().post(f"/desk/forum/{first.id}/", {"do": "down", "why": "It told who a child is."})
    page = Client().get(f"/forum/parents/{first.thread_id}/").content.decode()
    assert "bring somebody with you" in page
    assert "zinnobert" not in page + board()
    assert "[taken down]" in board()


def test_what_is_reported_as_telling_who_is_out_of_sight_at_once() -> None:
    asks(trusted())
    post = the_post()
    answer = Client().post(
        f"/forum/report/{post.id}/", {"why": "identifies", "words": "", "sending": str(uuid4())}
    )
    assert "Thank you" in answer.content.decode()
    assert PLAIN not in Client().get(f"/forum/parents/{post.thread_id}/").content.decode()
    desk = moderator()
    assert "It tells who a child or family is" in desk.get("/desk/forum/").content.decode()
    desk.post(f"/desk/forum/{post.id}/", {"do": "show"})
    assert PLAIN in Client().get(f"/forum/parents/{post.thread_id}/").content.decode()
    assert PostReport.objects.using(OWNER).get().done_at is not None


def test_reporting_nothing_looks_the_same() -> None:
    for post in (uuid4(), uuid4()):
        answer = Client().post(f"/forum/report/{post}/", {"why": "unkind", "words": "x"})
        assert "Thank you" in answer.content.decode()
    assert PostReport.objects.using(OWNER).count() == 0


def test_taken_down_its_words_are_gone_and_its_writer_reads_why() -> None:
    client = trusted()
    asks(client)
    post, desk = the_post(), moderator()
    refused = desk.post(f"/desk/forum/{post.id}/", {"do": "down", "why": " "})
    assert "Say why" in refused.content.decode()
    desk.post(f"/desk/forum/{post.id}/", {"do": "down", "why": "It was unkind."})
    post.refresh_from_db(using=OWNER)
    assert (post.state, post.words) == ("removed", "")
    assert "what to bring" not in board()
    assert Client().get(f"/forum/parents/{post.thread_id}/").status_code == 404
    assert "It was unkind." in client.get(f"/forum/parents/{post.thread_id}/").content.decode()


def test_a_blocked_member_sits_nowhere_and_writes_no_more() -> None:
    client = trusted()
    asks(client)
    moderator().post(f"/desk/forum/{the_post().id}/", {"do": "block", "why": ""})
    assert "Join with a made-up name" in client.get("/forum/").content.decode()
    client.post("/forum/sign-in/", {"name": "green kettle", "password": "a long enough one"})
    assert "You cannot write here any more" in asks(client, "other words entirely").content.decode()


def test_floods_and_the_same_words_again_are_stopped_with_the_words_kept() -> None:
    client = trusted()
    asks(client)
    again = asks(client)
    assert again.status_code == 429
    assert PLAIN in again.content.decode()
    answers = [asks(client, f"{PLAIN} {'x' * n}") for n in range(1, 7)]
    assert [each.status_code for each in answers] == [200] * 4 + [429] * 2
    assert Post.objects.using(OWNER).count() == 5


def test_sent_twice_it_is_one() -> None:
    client, token = trusted(), str(uuid4())
    for _ in range(2):
        asks(client, sending=token)
    assert Post.objects.using(OWNER).count() == 1


def test_boards_are_apart_and_a_thread_stands_on_its_own_alone() -> None:
    asks(trusted())
    thread = the_post().thread_id
    assert Client().get(f"/forum/kinship/{thread}/").status_code == 404
    assert "what to bring" not in Client().get("/forum/kinship/").content.decode()
    assert Client().get("/forum/nothing/").status_code == 404


def test_an_answer_stands_below_and_a_closed_thread_takes_none() -> None:
    client = trusted()
    asks(client)
    thread = the_post().thread_id
    other = trusted("Red Kettle")
    form = {"words": "bring somebody with you", "sending": str(uuid4())}
    assert other.post(f"/forum/parents/{thread}/", form).status_code == 302
    assert "bring somebody with you" in Client().get(f"/forum/parents/{thread}/").content.decode()
    moderator().post(f"/desk/forum/{the_post().id}/", {"do": "close"})
    late = client.post(f"/forum/parents/{thread}/", {"words": "one more thing", "sending": str(uuid4())})
    assert "Nobody can add to this any more" in late.content.decode()


@pytest.mark.parametrize(
    "name", ["Tyler Hughes", "me@home.example", "mum1987", "ab", "blue KETTLE", "B-l-u-e kettle"]
)
def test_a_real_taken_or_empty_name_is_refused(name: str) -> None:
    joined()
    answer = Client().post("/forum/join/", {"name": name, "password": "a long enough one"})
    assert answer.status_code == 200
    assert "govuk-error-summary" in answer.content.decode()
    assert Member.objects.using(OWNER).count() == 1


def test_one_comes_back_with_the_name_in_any_letters_and_not_with_a_wrong_password() -> None:
    joined()
    client = Client()
    wrong = client.post("/forum/sign-in/", {"name": "Blue Kettle", "password": "another one"})
    assert "do not belong together" in wrong.content.decode()
    assert (
        client.post("/forum/sign-in/", {"name": "blue kettle", "password": "a long enough one"}).status_code
        == 302
    )
    assert "You write as <bdi>Blue Kettle</bdi>" in client.get("/forum/").content.decode()
    client.post("/forum/sign-out")
    assert "You write as" not in client.get("/forum/").content.decode()


def test_guessing_is_stopped() -> None:
    joined()
    answers = [
        Client().post("/forum/sign-in/", {"name": "Blue Kettle", "password": f"wrong one {n}"}).status_code
        for n in range(10)
    ]
    assert answers[-1] == 429


def test_scripts_are_words() -> None:
    asks(trusted(), "<script>alert(1)</script> is what i saw", title="<img src=x>", anyhow="yes")
    desk, post = moderator(), the_post()
    pages = desk.get(f"/desk/forum/{post.id}/").content.decode() + desk.get("/desk/forum/").content.decode()
    desk.post(f"/desk/forum/{post.id}/", {"do": "show"})
    pages += Client().get(f"/forum/parents/{post.thread_id}/").content.decode() + board()
    assert "<script>alert" not in pages
    assert "<img src=x" not in pages


def test_the_door_and_advisers_read_no_table_of_the_forums() -> None:
    asks(joined())
    for who in (DOOR, actor(account("adviser")), actor(account("editor"))):
        with acting(who, read_only=True):
            for model in (Member, Thread, Post, PostReport):
                assert model.objects.count() == 0
    assert client_of(account("adviser")).get("/desk/forum/").status_code == 404


def test_no_trace_of_where_somebody_writes_from_is_kept() -> None:
    client = joined()
    asks(client, REMOTE_ADDR="203.0.113.9")
    with connection.cursor():
        held = repr(SERVER.as_superuser("SELECT * FROM advice_member").fetchall())
        held += repr(SERVER.as_superuser("SELECT * FROM advice_post").fetchall())
    assert "127.0.0.1" not in held
    assert client.cookies["seat"].value not in held
    assert "a long enough one" not in held
