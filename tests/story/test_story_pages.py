"""The staff's pages of the story: read, write, put right, release."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from kith.access.models import Account, Release
from kith.core.acting import acting
from kith.core.labels import Label
from kith.people.models import Person
from kith.story import actions
from kith.story.marks import Marked
from kith.story.models import About, Draft, Event, Passage
from tests.story.seen import page, signed_in
from tests.support import make

pytestmark = pytest.mark.database
DAY = {"when_day": "17", "when_month": "11", "when_year": "2026", "at": "15:30"}


@pytest.fixture
def ada() -> Person:
    return make.person("Ada")


@pytest.fixture
def bo(ada: Person) -> Person:
    bo = make.person("Bo")
    make.tied(ada, bo, "sibling")
    return bo


@pytest.fixture
def lead(ada: Person, bo: Person) -> Account:
    account = make.account("lead", display_name="Rosa Lindqvist")
    make.involved(account, ada)
    make.involved(account, bo)
    return account


def test_a_visit_is_written_in_six_fields_for_both_siblings(lead: Account, ada: Person, bo: Person) -> None:
    client = signed_in(lead)
    address = f"/people/{ada.id}/story/visit/"
    form = page(client, address)
    for words in (
        "Who did you see?",
        "In their words",
        "What I saw",
        "What we agreed",
        "Next time",
        "microphone",
    ):
        assert words in form
    answer = client.post(
        address,
        {
            "draft": str(uuid4()),
            "revision": "0",
            "do": "finish",
            "seen": [str(ada.id), str(bo.id)],
            "alone": "yes",
            "their_words": "[only about Ada] I like school\n\n[only about Bo] I do not",
            "saw": "The house was warm.\n\n[about somebody else] The neighbour shouted.",
            "agreed": "",
            "next_time": "Tuesday",
            **DAY,
        },
    )
    assert answer.status_code == 302, answer.content.decode()
    assert About.objects.using(make.OWNER).count() == 2
    passages = Passage.objects.using(make.OWNER).order_by("position")
    assert [(p.text, p.label, p.person_id) for p in passages] == [
        ("I like school", 1, ada.id),
        ("I do not", 1, bo.id),
        ("The house was warm.", 1, None),
        ("The neighbour shouted.", 4, None),
    ]
    whole = page(client, answer["Location"])
    assert "It is on the story" in whole
    assert "Only staff. Nobody of the family or network." in whole
    assert "About somebody else" in whole
    assert "The house was warm." in page(client, f"/people/{bo.id}/story/")


def test_words_of_the_one_who_was_seen_do_not_go_along_to_a_brother(
    lead: Account, ada: Person, bo: Person
) -> None:
    given = {"draft": str(uuid4()), "revision": "0", "do": "finish", "seen": [str(bo.id)], "alone": "yes"}
    more = {"their_words": "only mine", "saw": "", "agreed": "", "next_time": "", **DAY}
    signed_in(lead).post(f"/people/{ada.id}/story/visit/", given | more)
    (passage,) = Passage.objects.using(make.OWNER).all()
    assert (passage.person_id, passage.whose_words) == (bo.id, "Bo")


def test_a_mark_that_is_not_known_is_refused_and_the_words_are_kept(lead: Account, ada: Person) -> None:
    client = signed_in(lead)
    answer = client.post(
        f"/people/{ada.id}/story/note/",
        {
            "draft": str(uuid4()),
            "revision": "0",
            "do": "finish",
            "title": "x",
            "text": "[helth] words",
            **DAY,
        },
    )
    body = answer.content.decode()
    assert answer.status_code == 200
    assert "does not know the mark [helth]" in body
    assert "[helth] words</textarea>" in body
    assert Event.objects.using(make.OWNER).count() == 0
    assert Draft.objects.using(make.OWNER).count() == 1


def test_a_form_that_lacks_something_says_what_and_keeps_the_rest(lead: Account, ada: Person) -> None:
    answer = signed_in(lead).post(
        f"/people/{ada.id}/story/note/",
        {"draft": str(uuid4()), "revision": "0", "do": "finish", "title": "", "text": "Kept",
         "when_day": "30", "when_month": "2", "when_year": "2015", "at": "25:99"},
    )  # fmt: skip
    body = answer.content.decode()
    for words in ("still needs an answer", "must be a real date", "must be like 15:30", "Kept</textarea>"):
        assert words in body


def test_sharing_shows_what_they_will_see_and_asks_whether_they_are_prepared(
    lead: Account, ada: Person, bo: Person
) -> None:
    with acting(make.actor(lead)):
        event = actions.write_note(
            by=make.actor(lead),
            persons=[ada.id],
            title="A talk",
            text=[Marked("Plain words"), Marked("Somebody else's", Label.THIRD_PARTY)],
            happened_at=datetime(2026, 11, 17, tzinfo=UTC),
        )
    client = signed_in(lead)
    address = f"/people/{ada.id}/story/{event}/release/"
    assert "Bo Example" in page(client, address)
    preview = page(client, address, reader=str(ada.id))
    assert "Plain words" in preview
    assert client.post(address, {"reader": str(ada.id)}).status_code == 200
    assert Release.objects.using(make.OWNER).count() == 0
    refused = client.post(address, {"reader": str(ada.id), "prepared": "no", "how_prepared": "She asked."})
    assert "Prepare them first" in refused.content.decode()
    assert "She asked." in refused.content.decode()
    assert Release.objects.using(make.OWNER).count() == 0
    client.post(address, {"reader": str(ada.id), "prepared": "yes", "how_prepared": "She asked."})
    assert [(r.reader_id, r.item, r.prepared) for r in Release.objects.using(make.OWNER).all()] == [
        (ada.id, event, True)
    ]
    shown = page(client, f"/people/{ada.id}/story/{event}/")
    assert "Prepared: " in shown
    client.post(f"/people/{ada.id}/story/{event}/withdraw/", {"reader": str(ada.id)})
    assert Release.objects.using(make.OWNER).get().withdrawn_at is not None


def test_the_csv_holds_plain_words_only_and_no_formula(lead: Account, ada: Person) -> None:
    with acting(make.actor(lead)):
        actions.write_note(
            by=make.actor(lead),
            persons=[ada.id],
            title="=HYPERLINK(evil)",
            text=[Marked("Plain words"), Marked("The neighbour", Label.THIRD_PARTY)],
            happened_at=datetime(2026, 11, 17, tzinfo=UTC),
        )
    body = page(signed_in(lead), f"/people/{ada.id}/story/csv")
    assert "'=HYPERLINK" in body
    assert "Plain words" in body
    assert "neighbour" not in body
    partner = make.account("partner")
    make.involved(partner, ada, role="partner")
    assert signed_in(partner).get(f"/people/{ada.id}/story/csv").status_code == 404


def test_the_timeline_filters_by_kind_and_goes_on_page_by_page(lead: Account, ada: Person) -> None:
    with acting(make.actor(lead)):
        for number in range(53):
            actions.write_note(
                by=make.actor(lead),
                persons=[ada.id],
                title=f"Note {number:02}",
                text=[],
                happened_at=datetime(2026, 11, 17, 12, number % 3, tzinfo=UTC),
            )
    client = signed_in(lead)
    first = page(client, f"/people/{ada.id}/story/")
    older = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    second = client.get(f"/people/{ada.id}/story/{older}").content.decode()
    shown = [f"Note {n:02}" for n in range(53) if f"Note {n:02}" in first]
    rest = [f"Note {n:02}" for n in range(53) if f"Note {n:02}" in second]
    assert len(shown) == 50
    assert len(rest) == 3
    assert not set(shown) & set(rest)
    assert "Note 01" not in page(client, f"/people/{ada.id}/story/", kind="visit")
    assert page(client, f"/people/{ada.id}/story/", before="rubbish_x")


def test_somebody_elses_story_is_not_there(lead: Account, ada: Person) -> None:
    stranger = signed_in(make.account("partner"))
    for address in ("", "note/", f"{uuid4()}/", "csv", "document/", "not-told/"):
        assert stranger.get(f"/people/{ada.id}/story/{address}").status_code == 404


def test_an_event_is_reached_only_by_way_of_whom_it_is_about(lead: Account, ada: Person, bo: Person) -> None:
    with acting(make.actor(lead)):
        event = actions.write_note(
            by=make.actor(lead), persons=[ada.id], title="A talk", text=[], happened_at=datetime.now(UTC)
        )
    client = signed_in(lead)
    assert client.get(f"/people/{ada.id}/story/{event}/").status_code == 200
    assert client.get(f"/people/{bo.id}/story/{event}/").status_code == 404
