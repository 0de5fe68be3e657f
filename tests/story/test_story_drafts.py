"""Drafts: nothing typed is lost, by anybody."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from kith.access.models import Account
from kith.core.acting import acting
from kith.people.models import Person
from kith.story import actions
from kith.story.models import Draft
from kith.story.queries import draft_text
from tests.story.seen import page, signed_in
from tests.support import make


@pytest.fixture
def ada() -> Person:
    return make.person("Ada")


@pytest.fixture
def lead(ada: Person) -> Account:
    account = make.account("lead", display_name="Rosa Lindqvist")
    make.involved(account, ada)
    return account


def save(client: Client, ada: Person, draft: UUID, revision: int, text: str) -> dict[str, Any]:
    answer = client.post(
        "/drafts/save/",
        {"draft": str(draft), "revision": str(revision), "person": str(ada.id), "form": "note", "text": text},
    )
    assert answer.status_code == 200, answer.content
    found: dict[str, Any] = answer.json()
    return found


def words(by: Account, draft: object) -> str:
    with acting(make.actor(by), read_only=True):
        found = draft_text(UUID(str(draft)))
    assert found is not None
    return found.fields["text"][0]


@pytest.mark.database
def test_a_draft_comes_back_in_another_browser_with_its_words(lead: Account, ada: Person) -> None:
    draft = uuid4()
    first = save(signed_in(lead), ada, draft, 0, "She said hel")
    save(signed_in(lead), ada, draft, int(str(first["revision"])), "She said hello\n[helth] half a mark")
    elsewhere = signed_in(lead)
    form = page(elsewhere, f"/people/{ada.id}/story/note/")
    assert "She said hello\n[helth] half a mark</textarea>" in form
    assert "This is the draft you left" in form
    assert "error-summary" not in form
    assert "She said hello" not in page(elsewhere, f"/people/{ada.id}/story/note/", new="")
    assert "Drafts you left" in page(elsewhere, f"/people/{ada.id}/story/")


@pytest.mark.database
def test_two_tabs_on_one_draft_are_told_and_neither_loses_words(lead: Account, ada: Person) -> None:
    draft, client = uuid4(), signed_in(lead)
    save(client, ada, draft, 0, "both began here")
    one = save(client, ada, draft, 1, "what the first tab wrote")
    other = save(client, ada, draft, 1, "what the second tab wrote")
    assert one["split"] is False
    assert other["split"] is True
    assert other["draft"] != str(draft)
    assert words(lead, draft) == "what the first tab wrote"
    assert words(lead, other["draft"]) == "what the second tab wrote"
    (told,) = other["others"]
    assert told["by"] == "Rosa Lindqvist"
    state = client.get(f"/drafts/{draft}/state/").json()
    assert [each["draft"] for each in state["others"]] == [other["draft"]], "the first tab is told as well"


@pytest.mark.database
def test_two_people_write_on_one_draft_and_each_keeps_their_words(lead: Account, ada: Person) -> None:
    nia = make.account("partner", display_name="Nia Price")
    make.involved(nia, ada, role="partner")
    draft, hers = uuid4(), signed_in(nia)
    save(signed_in(lead), ada, draft, 0, "Rosa began")
    assert hers.get(f"/drafts/{draft}/state/").json()["gone"] is True, "not hers until it is shared"
    signed_in(lead).post(f"/people/{ada.id}/story/note/share/", {"draft": str(draft), "account": str(nia.id)})
    assert "Rosa began" in page(hers, f"/people/{ada.id}/story/note/", draft=str(draft))
    save(signed_in(lead), ada, draft, 1, "Rosa went on")
    split = save(hers, ada, draft, 1, "Nia went on")
    assert split["split"] is True
    state = signed_in(lead).get(f"/drafts/{draft}/state/").json()
    assert [each["by"] for each in state["others"]] == ["Nia Price"]
    assert "Nia went on" in page(signed_in(lead), f"/people/{ada.id}/story/note/", draft=str(draft))


@pytest.mark.database
def test_finishing_on_top_of_what_somebody_else_saved_writes_nothing_yet(lead: Account, ada: Person) -> None:
    from kith.story.models import Event

    draft, client = uuid4(), signed_in(lead)
    save(client, ada, draft, 0, "one")
    save(client, ada, draft, 1, "two")
    answer = client.post(
        f"/people/{ada.id}/story/note/",
        {"draft": str(draft), "revision": "1", "do": "finish", "title": "t", "text": "three", "when_day": "1",
         "when_month": "2", "when_year": "2026", "at": ""},
    )  # fmt: skip
    assert "split" in answer["Location"]
    shown = client.get(answer["Location"]).content.decode()
    assert "saved in two places at once" in shown
    assert "three</textarea>" in shown
    assert "<bdi>two</bdi>" not in shown, "short scraps are not repeated"
    assert Event.objects.using(make.OWNER).count() == 0


@pytest.mark.database
def test_words_typed_on_a_draft_that_was_finished_elsewhere_are_kept(lead: Account, ada: Person) -> None:
    draft, client = uuid4(), signed_in(lead)
    save(client, ada, draft, 0, "one")
    with acting(make.actor(lead)):
        actions.discard_draft(by=make.actor(lead), draft=draft)
    kept = save(client, ada, draft, 1, "typed afterwards")
    assert kept["split"] is True
    assert words(lead, kept["draft"]) == "typed afterwards"


@pytest.mark.database
def test_a_draft_is_sealed_and_nobody_elses(lead: Account, ada: Person) -> None:
    draft = uuid4()
    save(signed_in(lead), ada, draft, 0, "a secret of hers")
    assert b"secret" not in bytes(Draft.objects.using(make.OWNER).get().sealed)
    other = make.account("lead")
    make.involved(other, ada)
    assert signed_in(other).get(f"/drafts/{draft}/state/").json()["gone"] is True
    taken = save(signed_in(other), ada, draft, 0, "the same id, by chance or by guess")
    assert taken["draft"] != str(draft)
    assert words(lead, draft) == "a secret of hers"


@pytest.mark.database
def test_saving_the_same_words_again_changes_nothing(lead: Account, ada: Person) -> None:
    draft, client = uuid4(), signed_in(lead)
    first = save(client, ada, draft, 0, "same")
    assert save(client, ada, draft, 1, "same")["revision"] == first["revision"]
    assert save(client, ada, draft, 0, "same")["split"] is False


@pytest.mark.database
@pytest.mark.parametrize("data", [{}, {"person": "x"}, {"form": "nothing"}])
def test_a_save_that_makes_no_sense_is_refused_in_plain_words(
    lead: Account, ada: Person, data: dict[str, str]
) -> None:
    given = {"draft": "rubbish", "revision": "-1", "person": str(ada.id), "form": "note"} | data
    answer = signed_in(lead).post("/drafts/save/", given)
    assert answer.status_code == (400 if data else 200)
    assert b"Traceback" not in answer.content


@pytest.mark.database
def test_a_visitor_who_was_signed_out_is_sent_to_sign_in(ada: Person) -> None:
    answer = Client().post("/drafts/save/", {"text": "x"})
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in")


@given(st.dictionaries(st.text(min_size=1), st.lists(st.text(), max_size=3), max_size=5))
def test_fields_come_back_from_a_draft_as_they_were_typed(fields: dict[str, list[str]]) -> None:
    from kith.story.typed import NOT_TYPED, as_data, typed

    kept = {name: values for name, values in fields.items() if name not in NOT_TYPED}
    assert typed(as_data(kept)) == kept


@pytest.mark.database
def test_a_shared_draft_is_finished_though_words_beside_it_are_hidden(lead: Account, ada: Person) -> None:
    from kith.story.models import Event

    nia, sam = make.account("partner", display_name="Nia"), make.account("social_worker", display_name="Sam")
    for each in (nia, sam):
        make.involved(each, ada, role=each.role)
    draft, rosa = uuid4(), signed_in(lead)
    save(rosa, ada, draft, 0, "Rosa began")
    rosa.post(f"/people/{ada.id}/story/note/share/", {"draft": str(draft), "account": str(nia.id)})
    save(rosa, ada, draft, 1, "Rosa went on")
    beside = save(signed_in(nia), ada, draft, 1, "Nia went on")
    rosa.post(f"/people/{ada.id}/story/note/share/", {"draft": str(draft), "account": str(sam.id)})
    answer = signed_in(sam).post(
        f"/people/{ada.id}/story/note/",
        {"draft": str(draft), "revision": "2", "do": "finish", "title": "t", "text": "Sam ended it",
         "when_day": "1", "when_month": "2", "when_year": "2026", "at": "", "who_was_there": ""},
    )  # fmt: skip
    assert answer.status_code == 302, answer.content
    assert Event.objects.using(make.OWNER).filter(title="t").count() == 1
    left = Draft.objects.using(make.OWNER).get()
    assert (str(left.id), left.split_from_id) == (beside["draft"], None)
    assert words(nia, left.id) == "Nia went on"
