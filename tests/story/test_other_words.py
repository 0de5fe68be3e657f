"""The list as the council has it: read by all staff, changed by whoever may, in their own name; hints for the writer."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest

from kith.access.models import Account
from kith.access.permissions import Permission
from kith.access.roles import ROLES
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.design.wording import Entry
from kith.people.models import Person
from kith.story import actions
from kith.story.marks import Marked
from kith.story.models import OtherWords
from kith.story.wording.actions import WordsRefusedError, add_words, change_words, end_words
from kith.story.wording.queries import history, in_use
from tests.access.tries import reads, tries
from tests.story.seen import page, signed_in
from tests.support import make

pytestmark = pytest.mark.database
OURS = Entry(
    "tick-box", ("tick box", "tick boxes"), (), "It is no way to help.", ("a question",), "Our families"
)
FORM = {
    "phrases": "tick box\r\ntick boxes",
    "why": "It is no way to help.",
    "instead": "a question",
    "source": "Our families",
    "reason": "They told us.",
}
INSERT = (
    "INSERT INTO story_otherwords (id, recorded_at, recorded_by, source, key, phrases, not_in, why, instead, cited,"
    " link, offered, reason) VALUES (gen_random_uuid(), now(), %s, 'worker', 'one', '{one}', '{}', 'why', '{two}',"
    " 'who', '', true, 'because')"
)


def keys() -> set[str]:
    return {each.key for each in in_use()}


def test_a_manager_adds_changes_ends_and_offers_again_and_all_of_it_stays_to_be_read() -> None:
    by = make.actor(make.account("manager", display_name="Mina Holt"))
    with acting(by):
        add_words(by=by, entry=OURS, reason="They told us.")
        assert "tick-box" in keys()
        add = {"by": by, "entry": OURS, "reason": "Again."}
        with pytest.raises(WordsRefusedError, match="in the list already"):
            add_words(**add)
        end_words(by=by, key="tick-box", reason="Nobody says it.")
        assert "tick-box" not in keys()
        with pytest.raises(WordsRefusedError, match="not offered"):
            end_words(by=by, key="tick-box", reason="Twice.")
        change_words(by=by, entry=OURS, reason="They do.")
        assert "tick-box" in keys()
        assert [(each.by, each.offered, each.reason) for each in history("tick-box")] == [
            ("Mina Holt", True, "They do."),
            ("Mina Holt", False, "Nobody says it."),
            ("Mina Holt", True, "They told us."),
        ]


def test_what_came_with_kith_is_changed_and_ended_as_our_own_is() -> None:
    by = make.actor(make.account("director"))
    with acting(by):
        end_words(by=by, key="hard-to-reach", reason="Ours now.")
        assert "hard-to-reach" not in keys()
        with pytest.raises(WordsRefusedError, match="too many"):
            change_words(
                by=by, entry=Entry("case", ("case",), (), "w", ("a", "b", "c", "d"), "s"), reason="r"
            )
        with pytest.raises(WordsRefusedError, match="Say why"):
            end_words(by=by, key="case", reason="  ")


@pytest.mark.parametrize("role", sorted(ROLES))
def test_the_list_is_written_by_the_roles_that_may_and_in_their_own_name(role: str) -> None:
    account, director = make.account(role), make.account("director")
    may = Permission.SET_WORDS in ROLES[role].may
    assert not tries(account, INSERT, [director.id])
    assert tries(account, INSERT, [account.id]) is may
    if not may:
        with acting(make.actor(account)), pytest.raises(NotPermittedError):
            add_words(by=make.actor(account), entry=OURS, reason="Why.")


def test_decisions_are_read_by_workers_and_rewritten_by_nobody() -> None:
    director = make.account("director")
    assert tries(director, INSERT, [director.id])
    assert reads(make.account("lead"), "SELECT key FROM story_otherwords") == [("one",)]
    assert not reads(make.account("parent"), "SELECT key FROM story_otherwords")
    assert not tries(director, "UPDATE story_otherwords SET why = 'x'")
    assert not tries(director, "DELETE FROM story_otherwords")
    assert OtherWords.objects.using(make.OWNER).count() == 1


def test_all_staff_read_the_list_and_only_some_are_led_to_change_it() -> None:
    lead, manager = signed_in(make.account("lead")), signed_in(make.account("manager"))
    read = page(lead, "/words/")
    assert "failed to protect" in read
    assert "History repeating" in read
    assert "Add words" not in read
    assert "Add words" in page(manager, "/words/")
    assert signed_in(make.account("parent")).get("/words/").status_code == 404


def test_the_browser_is_given_the_phrases_to_keep_and_nothing_of_anybody() -> None:
    answer = signed_in(make.account("lead")).get("/words/list.json")
    assert answer["Cache-Control"] == "private, max-age=900"
    assert "Cookie" in answer["Vary"]
    given = answer.json()["entries"]
    assert {"failed-to-protect", "case"} <= {each["key"] for each in given}
    assert {frozenset(each) for each in given} == {frozenset({"key", "phrases", "not_in", "why", "instead"})}
    assert signed_in(make.account("parent")).get("/words/list.json").status_code == 404


def test_words_are_added_on_a_page_and_what_was_typed_is_there_when_it_is_refused() -> None:
    client = signed_in(make.account("manager"))
    refused = client.post("/words/new/", FORM | {"instead": "a\r\nb\r\nc\r\nd"})
    said = refused.content.decode()
    assert "4 are too many. Give one to three other words." in said
    for typed in ("tick box\ntick boxes", "It is no way to help.", "They told us."):
        assert typed in said.replace("\r\n", "\n")
    assert client.post("/words/new/", FORM)["Location"] == "/words/"
    assert "tick box" in page(client, "/words/")
    assert "They told us." in page(client, "/words/tick-box/")
    assert client.post("/words/tick-box/end/", {"reason": "Gone."})["Location"] == "/words/"
    assert "tick-box" not in {each["key"] for each in client.get("/words/list.json").json()["entries"]}


def test_words_that_come_after_the_sign_in_has_ended_are_given_back() -> None:
    client = signed_in(make.account("manager"))
    client.cookies.clear()
    answer = client.post("/words/new/", FORM)
    assert answer.status_code == 403
    assert "It is no way to help." in answer.content.decode()


def noted(by: Account, ada: Person, text: str, whose: str = "") -> UUID:
    actor = make.actor(by)
    with acting(actor):
        return actions.write_note(
            by=actor,
            persons=[ada.id],
            title="A talk",
            text=[Marked(text, whose_words=whose)],
            happened_at=datetime(2026, 11, 17, 12, tzinfo=UTC),
        )


def test_who_wrote_a_note_is_shown_other_words_and_nobody_else_is() -> None:
    ada, lead, other = make.person("Ada"), make.account("lead"), make.account("social_worker")
    for each in (lead, other):
        make.involved(each, ada)
    address = f"/people/{ada.id}/story/{noted(lead, ada, 'Mum failed to protect her.')}/"
    mine = page(signed_in(lead), address)
    assert "You could say it another way" in mine
    assert "... hurt mum and frightened the children" in mine
    assert "Mum failed to protect her." in mine
    assert "another way" not in page(signed_in(other), address)


@pytest.mark.parametrize(
    ("text", "whose"), [("Mum failed to protect me.", "Ada"), ("She said: “Mum failed to protect me.”", "")]
)
def test_what_somebody_said_is_left_as_they_said_it(text: str, whose: str) -> None:
    ada, lead = make.person("Ada"), make.account("lead")
    make.involved(lead, ada)
    event = noted(lead, ada, text, whose)
    assert "another way" not in page(signed_in(lead), f"/people/{ada.id}/story/{event}/")
