"""What a family writes is read: by their worker, or by duty after one working day; and a concern shows in none of it."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import ProgrammingError
from django.test.utils import override_settings
from django.utils import timezone

from kith.access.actions.reasons import give_reason
from kith.access.models import Account, Reason, Release
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.core.actor import Actor
from kith.story import actions
from kith.story.marks import Marked
from kith.story.models import WordsRead, WordsSent
from kith.story.queries.words import passed_to_duty
from tests.story.seen import page, signed_in
from tests.support import make

pytestmark = pytest.mark.database
TOKENS = re.compile(r'name="(?:csrfmiddlewaretoken|draft)" value="[^"]*"')
WHOLE_HOUSE = override_settings(ROOT_URLCONF="kith.config.urls")


class Household:
    """A young person with an account, whose worker was told to them; a second worker; and one on duty."""

    def __init__(self) -> None:
        self.child = make.person("Ada")
        self.young = make.account("young_person")
        make.door(self.young, self.child)
        self.sam = make.account("lead", display_name="Sam Okoro", in_team=make.team())
        held = make.involved(self.sam, self.child)
        Release.objects.using(make.OWNER).create(
            reader=self.child, kind="involvement", item=held.id, prepared=True, released_at=timezone.now()
        )
        self.rosa = make.account("social_worker", display_name="Rosa Lindqvist")
        make.involved(self.rosa, self.child, role="social_worker")
        self.duty = make.account("front_door", display_name="Dee Duty")

    def writes(self, words: str = "i want to see nan", to: Account | None = None) -> UUID:
        with acting(make.actor(self.young)):
            return actions.write_own_words(
                by=make.actor(self.young),
                persons=[self.child.id],
                text=[Marked(words)],
                whose="Ada",
                private=to is not None,
                to=[to.id] if to else [],
            )

    def their_page(self) -> str:
        return TOKENS.sub("", page(signed_in(self.young), "/my/words/"))


@pytest.fixture
def home() -> Household:
    return Household()


def one_working_day_passes(event: UUID) -> None:
    then = timezone.now() - timedelta(days=4)
    WordsSent.objects.using(make.OWNER).filter(event_id=event).update(
        recorded_at=then, passes_at=then + timedelta(days=1)
    )


def reads(account: Account, event: UUID) -> None:
    with acting(make.actor(account)):
        actions.read_words(by=make.actor(account), event=event)


def waiting_for(actor: Actor) -> list[UUID]:
    with acting(actor):
        return [each.event for each in passed_to_duty()]


def test_who_reads_it_and_whom_to_ring_tonight_is_said_before_sending(home: Household) -> None:
    with override_settings(DUTY_PHONE="0808 157 0199"):
        form = home.their_page()
    for words in ("Sam Okoro</bdi> reads this Monday to Friday", "999", "0800 1111", "0808 157 0199",
                  "we have to act", "A court can also ask", "our duty team reads it"):  # fmt: skip
        assert words in form
    assert "Rosa Lindqvist" not in form, "nobody told the child of her"


def test_unread_words_pass_to_duty_after_one_working_day_and_not_before(home: Household) -> None:
    event = home.writes()
    assert waiting_for(make.actor(home.duty)) == []
    one_working_day_passes(event)
    assert waiting_for(make.actor(home.duty)) == [event]
    for other in (home.sam, home.rosa, home.young, make.account("manager"), make.account("director")):
        assert waiting_for(make.actor(other)) == [], other.role
    reads(home.sam, event)
    assert waiting_for(make.actor(home.duty)) == []


@WHOLE_HOUSE
def test_duty_opens_private_words_in_one_press_and_the_reason_is_kept(home: Household) -> None:
    event = home.writes("only sam may know this", to=home.sam)
    one_working_day_passes(event)
    client = signed_in(home.duty)
    today = page(client, "/")
    assert "Written to us, and not read in time" in today
    assert "Ada Example" in today
    assert "only sam" not in today, "the list tells who waits, not what they wrote"
    opened = client.post(f"/duty/words/{event}/")
    assert opened.status_code == 302
    assert "only sam may know this" in page(client, opened["Location"])
    assert "nobody had read it" in Reason.objects.using(make.OWNER).get(account=home.duty).text
    client.post(f"{opened['Location']}read/")
    assert "only sam may know this" in page(client, opened["Location"]), "whoever read it can go on"
    other = make.account("front_door", display_name="Another")
    assert waiting_for(make.actor(other)) == []
    assert "Read by our duty team" in home.their_page()


def test_before_they_pass_private_words_are_closed_to_duty_even_with_a_reason(home: Household) -> None:
    event = home.writes("only sam may know this", to=home.sam)
    client = signed_in(home.duty)
    assert client.post(f"/duty/words/{event}/").status_code == 404
    with acting(make.actor(home.duty)):
        give_reason(by=make.actor(home.duty), person=home.child.id, kind="contact", text="They rang us.")
    assert client.get(f"/people/{home.child.id}/story/{event}/").status_code == 404
    assert "only sam" not in page(client, f"/people/{home.child.id}/story/")


def test_a_worker_says_that_they_read_it_and_the_child_is_told_by_whom(home: Household) -> None:
    event = home.writes()
    assert "Not read yet." in home.their_page()
    address = f"/people/{home.child.id}/story/{event}/"
    client = signed_in(home.sam)
    assert "I have read this" in page(client, address)
    assert client.post(f"{address}read/").status_code == 302
    shown = page(client, address)
    assert "I have read this" not in shown
    assert "Sam Okoro" in shown
    assert "Read by <bdi>Sam Okoro</bdi> on" in home.their_page()


def test_a_worker_whom_the_child_was_not_told_of_is_not_named(home: Household) -> None:
    reads(home.rosa, home.writes())
    told = home.their_page()
    assert "Read by somebody who works with you on" in told
    assert "Rosa" not in told


def test_reading_because_of_a_concern_is_equal_to_the_byte_to_nobody_reading(home: Household) -> None:
    event = home.writes()
    before = home.their_page()
    with acting(make.actor(home.sam)):
        concern = actions.start_not_yet_told(
            by=make.actor(home.sam), persons=[home.child.id], reason="Police ask.", since=timezone.now()
        )
    covert = make.account("protection", display_name="Inspector Nobody")
    held = make.involved(covert, home.child, role="lead_protection", arises_from_id=concern)
    # Even where a fault released the worker, and even one on duty who comes before the words have passed.
    Release.objects.using(make.OWNER).create(
        reader=home.child, kind="involvement", item=held.id, prepared=True, released_at=timezone.now()
    )
    reads(covert, event)
    early = make.account("front_door")
    make.involved(early, home.child, role="screener", arises_from_id=concern)
    reads(early, event)
    assert home.their_page() == before
    with acting(make.actor(home.young)):
        assert not WordsRead.objects.exists()
        assert not WordsSent.objects.exists()
    # Nor does it stop the clock: whether duty comes would tell as well.
    one_working_day_passes(event)
    assert waiting_for(make.actor(home.duty)) == [event]
    with acting(make.actor(home.sam)):
        actions.end_not_yet_told(by=make.actor(home.sam), concern=concern, who_was_told_what="Ada, today.")
    assert "Not read yet." in home.their_page(), "telling brings no old reading to light"


def test_a_restricted_child_is_not_named_to_duty_and_is_not_forgotten(home: Household) -> None:
    event = home.writes()
    one_working_day_passes(event)
    make.restricted(home.child, "relocated", check_with="the safe homes team")
    with WHOLE_HOUSE:
        today = page(signed_in(home.duty), "/")
    assert "the safe homes team" in today
    assert "Ada" not in today
    assert str(home.child.id) not in today
    assert signed_in(home.duty).post(f"/duty/words/{event}/").status_code == 404


def test_nobody_reads_in_anothers_name_or_says_it_counts_when_it_does_not(home: Household) -> None:
    event = home.writes()
    school = make.account("school")
    make.involved(school, home.child, role="school")
    with acting(make.actor(school)), pytest.raises(NotPermittedError):
        actions.read_words(by=make.actor(school), event=event)
    stranger = make.account("lead")
    with acting(make.actor(stranger)), pytest.raises(NotPermittedError):
        actions.read_words(by=make.actor(stranger), event=event)
    for account, counts in ((home.sam, True), (home.rosa, False)):
        with pytest.raises(ProgrammingError, match="row-level security"), acting(make.actor(home.rosa)):
            WordsRead.objects.bulk_create([WordsRead(event_id=event, account=account, counts=counts)])
    with acting(make.actor(home.young)), pytest.raises(NotPermittedError):
        actions.read_words(by=make.actor(home.young), event=event)
    with pytest.raises(ProgrammingError, match="permission denied"), acting(make.actor(home.sam)):
        WordsSent.objects.update(passes_at=timezone.now() + timedelta(days=9))


@WHOLE_HOUSE
def test_today_shows_what_families_wrote_until_it_is_read(home: Household) -> None:
    event = home.writes()
    address = f"/people/{home.child.id}/story/{event}/"
    client = signed_in(home.sam)
    assert address in page(client, "/")
    client.post(f"{address}read/")
    assert address not in page(client, "/")


def test_a_drawing_or_a_voice_alone_can_be_sent_and_nothing_at_all_cannot(home: Household) -> None:
    client = signed_in(home.young)
    form = page(client, "/my/words/")
    assert re.search(r'name="drawing"[^>]* accept="image/\*" capture="environment"', form)
    assert re.search(r'name="voice"[^>]* accept="audio/\*" capture="user"', form)
    nothing = client.post("/my/words/", {"do": "finish", "words": " ", "who": "everybody"})
    assert "nothing here to send yet" in nothing.content.decode()
    voice = SimpleUploadedFile("me.amr", b"#!AMR\n" + bytes(range(128, 192)), "audio/amr")
    sent = client.post("/my/words/", {"do": "finish", "words": "", "who": "everybody", "voice": voice})
    assert sent.status_code == 302
    assert "me.amr" in page(client, "/my/words/")


def test_a_file_that_is_not_taken_costs_no_words(home: Household) -> None:
    lie = SimpleUploadedFile("me.png", b"<html><script>alert(1)</script>", "image/png")
    answer = signed_in(home.young).post(
        "/my/words/", {"do": "finish", "words": "look at this", "who": "everybody", "drawing": lie}
    )
    assert answer.status_code == 200
    assert "Choose it again" in answer.content.decode()
    assert ">\nlook at this</textarea>" in answer.content.decode()
