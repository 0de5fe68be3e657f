"""How it is safe to reach somebody is theirs to say: it holds at once, and their workers are told and nobody else."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from kith.access.family_accounts.queries import post_is_opened_by_others, shared_channels, ways
from kith.access.models import AskedInPrivate, SafeContact
from kith.access.models.own_page import SeenBy
from kith.access.own_door.queries import safe_routes
from kith.access.own_door.routes import record_own_route, routes_of
from kith.core.acting import acting
from kith.design.dates import today
from kith.people.models import ContactPoint
from tests.access.codes_help import NUMBER, asked, carried, chosen, reach, said
from tests.access.tries import reads, tries
from tests.plan.street import Street
from tests.plan.test_plan_pages import plain
from tests.support import make
from tests.support.notify import notify_answers
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
WORD = "marmalade"
MINE = "/my/safe-contact/"


@pytest.fixture
def street() -> Street:
    return Street()


def says(client: Client, **answers: str) -> Any:
    answer = client.post(MINE, answers)
    assert answer.status_code == 302, words_of(answer)
    return answer


def shared(street: Street) -> set[str]:
    with acting(make.actor(street.lead)):
        return set(shared_channels([street.mum.id]))


def test_she_says_it_and_her_worker_is_told_on_today_until_it_is_read(street: Street) -> None:
    hers, worker = signed_in(street.mother), signed_in(street.lead)
    says(hers, phone="yes", post="no", when_safe="School days, before three.", check_word=WORD)
    page = words_of(hers.get(MINE))
    assert "School days, before three." in hers.get(MINE).content.decode()
    assert "You have a word." in page
    assert "Mara Example changed how it is safe to reach them" in words_of(worker.get("/"))
    theirs = f"/people/{street.mum.id}/safe-contact/"
    told = words_of(worker.get(theirs))
    for words in (
        "Never post to them.",
        "You may ring them, once you have asked them alone",
        WORD,
        "before three",
    ):
        assert words in told, words
    person = words_of(worker.get(f"/people/{street.mum.id}/"))
    assert "never post to them" in person
    assert "School days, before three." in person
    assert WORD not in person
    row = SafeContact.objects.using(make.OWNER).get()
    assert worker.post(theirs, {"said": str(row.id)}).status_code == 302
    assert "changed how it is safe" not in words_of(worker.get("/"))
    row.refresh_from_db()
    assert row.seen_by == street.lead.id


def test_a_no_holds_at_once_for_everything_that_is_sent(street: Street) -> None:
    said(street)
    text = reach(street.mum)
    reach(street.mum, "mara@example.org", "email", safety="care")
    with notify_answers() as fake, acting(make.actor(street.lead)):
        record_own_route(
            by=make.actor(street.lead),
            persons=[street.mum.id],
            contact=text.id,
            seen_on=today(),
            how="Her own.",
        )
    with notify_answers() as fake:
        chosen(signed_in(street.mother), text.id, fake)
        sent = len(fake.sent)
        says(signed_in(street.mother), text="no", email="no", post="no")
        asked(Client(), street.mother.login)
        carried()
        assert len(fake.sent) == sent
    assert shared(street) == {"text", "email", "post"}
    with acting(make.actor(street.lead)):
        assert routes_of([street.mum.id]) == []
        assert {each.safety for each in safe_routes([street.mum.id])} == {"never use"}
        assert post_is_opened_by_others([street.mum.id, street.dad.id]) == {street.mum.id}
        last = AskedInPrivate.objects.get()
        assert [each.value for each in ways(last, shared_channels([street.mum.id]))] == ["hand"]
        # A number that a worker writes down as safe afterwards is not used either.
    reach(street.mum, "07700 900777")
    with acting(make.actor(street.lead)):
        assert {each.safety for each in safe_routes([street.mum.id])} == {"never use"}
    for way in ("text", "email", "post"):
        assert reads(street.lead, "SELECT access_way_is_theirs(%s, %s)", [street.mum.id, way]) == [(False,)]
    page = words_of(signed_in(street.mother).get(MINE))
    assert f"{NUMBER} We do not use it." in page


def test_a_word_that_was_changed_on_the_page_is_not_the_one_to_ask_for(street: Street) -> None:
    """He reads her page, puts a word of his own there, and waits for the worker to ring."""
    hers, worker = signed_in(street.mother), signed_in(street.lead)
    theirs = f"/people/{street.mum.id}/safe-contact/"
    says(hers, text="no", check_word=WORD)
    assert "Nobody has checked yet that it is theirs." in words_of(worker.get(theirs))
    row = SafeContact.objects.using(make.OWNER).get()
    assert worker.post(theirs, {"said": str(row.id)}).status_code == 302
    assert f"It is {WORD}" in words_of(worker.get(theirs))
    says(hers, text="no", check_word="rose")
    told = words_of(worker.get(theirs))
    assert f"Ask them for the word that was read before. It is {WORD}" in told
    assert "Take it only from them, alone." in told
    assert "It is rose" not in told


def test_a_talk_in_private_changes_no_byte_of_her_page(street: Street) -> None:
    """He reads it with her: a line that changed would tell him that she talked."""
    reach(street.mum)
    reach(street.mum, "mara@example.org", "email", safety="care")
    hers = signed_in(street.mother)
    before = plain(hers.get(MINE).content)
    said(street, phone=SeenBy.OTHERS, post=SeenBy.OTHERS)
    assert plain(hers.get(MINE).content) == before
    ContactPoint.objects.using(make.OWNER).filter(person=street.mum).update(safety="unsafe")
    assert plain(hers.get(MINE).content) == before
    ContactPoint.objects.using(make.OWNER).create(
        person=street.mum, channel="text", value="07700 900555", protected=True, during=make.always()
    )
    assert plain(hers.get(MINE).content) == before


@pytest.mark.parametrize(
    "role", ["partner", "school", "health", "coordinator", "director", "auditor", "analyst"]
)
def test_nobody_outside_those_who_release_reads_it(street: Street, role: str) -> None:
    account = make.account(role)
    make.involved(account, street.mum)
    says(signed_in(street.mother), text="no", when_safe="While he is at work.", check_word=WORD)
    assert reads(account, "SELECT when_safe, check_word FROM access_safecontact") == []
    client = signed_in(account)
    for address in ("/", f"/people/{street.mum.id}/"):
        page = client.get(address).content.decode()
        assert "While he is at work" not in page
        assert "how it is safe to reach" not in page
    assert reads(street.lead, "SELECT check_word FROM access_safecontact") == [(WORD,)]


def test_a_yes_on_the_page_lifts_nothing_until_she_was_asked_alone(street: Street) -> None:
    hers = signed_in(street.mother)
    says(hers, text="no", post="no")
    says(hers, text="yes", post="yes")
    assert shared(street) == {"text", "post"}
    said(street, alone=False)
    assert shared(street) == {"text", "post"}
    said(street, post=SeenBy.OTHERS)
    assert shared(street) == {"post"}
    said(street)
    assert shared(street) == set()
    says(hers, text="no")
    assert shared(street) == {"text"}


def test_said_twice_is_said_once_and_the_word_stays_until_another(street: Street) -> None:
    hers = signed_in(street.mother)
    says(hers, text="no", check_word=WORD)
    says(hers, text="no")
    assert SafeContact.objects.using(make.OWNER).count() == 1
    says(hers, text="no", words="Ask for my word.")
    says(hers, text="no", words="Ask for my word.", check_word="thistle")
    kept = SafeContact.objects.using(make.OWNER).order_by("said_at").values_list("check_word", flat=True)
    assert list(kept) == [WORD, WORD, "thistle"]


def test_the_word_is_behind_no_door_and_nothing_is_told_to_the_family(street: Street) -> None:
    says(signed_in(street.mother), text="no", when_safe="While he is at work.", check_word=WORD)
    for account in street.doors:
        client = signed_in(account)
        for address in (MINE, "/my/", "/my/sign-in/", "/my/looked/", "/my/story/", "/my/workers/"):
            page = client.get(address).content.decode()
            assert WORD not in page, (account, address)
            assert ("While he is at work." in page) == (account == street.mother and address == MINE)
        assert reads(account, "SELECT id FROM access_safecontact") == []
        assert not tries(account, "UPDATE access_safecontact SET seen_at = now()")
        mine = reads(account, "SELECT when_safe FROM access_my_safe_contact()")
        assert mine == ([("While he is at work.",)] if account == street.mother else [])
        assert reads(account, "SELECT access_shared_ways(%s::uuid[])", [[street.mum.id]]) == [([],)]
    story = words_of(signed_in(street.lead).get(f"/people/{street.mum.id}/story/"))
    assert "safe to reach" not in story


def test_the_fathers_pages_are_the_same_to_the_byte_whether_she_said_anything(street: Street) -> None:
    from tests.access.test_ones_own_door import answer

    addresses = ("/my/", "/my/story/", "/my/looked/", MINE, "/my/meetings/", "/my/letters/")
    before = [answer(signed_in(street.father).get(each)) for each in addresses]
    says(signed_in(street.mother), text="no", phone="no", check_word=WORD)
    after = [answer(signed_in(street.father).get(each)) for each in addresses]
    assert [_bare(each) for each in before] == [_bare(each) for each in after]


def _bare(got: tuple[Any, ...]) -> tuple[Any, ...]:
    import re

    return got[0], re.sub(rb'(value|name)="[^"]*"', b"", got[2])


def test_no_other_worker_reads_it_and_nobody_writes_it_by_sql(street: Street) -> None:
    says(signed_in(street.mother), text="no", check_word=WORD)
    said_there = SafeContact.objects.using(make.OWNER).get()
    stranger = make.account("lead")
    # They are asked for a reason first, as at every page of the record.
    assert WORD not in signed_in(stranger).get(f"/people/{street.mum.id}/safe-contact/").content.decode()
    assert reads(stranger, "SELECT check_word FROM access_safecontact") == []
    for other in (stranger, street.lead, street.father, make.account("admin")):
        assert not tries(other, "UPDATE access_safecontact SET text = 'yes'")
        assert not tries(
            other,
            "INSERT INTO access_safecontact (id, person_id, said_at, phone, voicemail, text, email, post, when_safe,"
            " words, check_word) VALUES (gen_random_uuid(), %s, now(), '', '', 'yes', '', '', '', '', '')",
            [street.mum.id],
        )
    assert signed_in(street.father).post(MINE, {"text": "yes"}).status_code == 302
    said_there.refresh_from_db()
    assert (said_there.text, said_there.seen_at) == ("no", None)
    assert ContactPoint.objects.using(make.OWNER).count() == 0


def test_a_page_that_is_closed_says_nothing_more(street: Street) -> None:
    hers = signed_in(street.mother)
    signed_in(street.mother).post("/sign-out", {"ends": "closed"})
    assert hers.post(MINE, {"text": "yes"}).headers["Location"].startswith("/sign-in")
    assert not SafeContact.objects.using(make.OWNER).exists()
    page = signed_in(street.lead).get(f"/people/{street.mum.id}/closed-page/")
    assert "the word that tells you it is them" in words_of(page)


def test_what_is_wrong_is_told_and_what_was_typed_stays(street: Street) -> None:
    answer = signed_in(street.mother).post(MINE, {"text": "perhaps", "when_safe": "Before three."})
    assert answer.status_code == 200
    assert "Choose yes or no" in words_of(answer)
    assert "Before three." in answer.content.decode()
    assert not SafeContact.objects.using(make.OWNER).exists()
