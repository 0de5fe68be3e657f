"""Letters by GOV.UK Notify: printed and posted once, asked after, and never lost in silence."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db.utils import DatabaseError
from django.utils import timezone
from pypdf import PdfReader

from kith.access.family_accounts.queries import post_is_opened_by_others, shared_channels
from kith.access.models import AskedInPrivate
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.design.dates import today
from kith.letters import actions
from kith.letters.models import Delivery, Letter, Sending
from kith.letters.reaching import ways_to
from kith.letters.tasks import POSTMAN
from kith.people.models import ContactPoint
from tests.letters.world import SAFE_STREET, SCHOOL, Apart, address
from tests.support import make
from tests.support.notify import FakeNotify, notify_answers
from tests.support.visit import signed_in, words_of
from tests.support.worker import worker_login

pytestmark = pytest.mark.database
LETTER = "/v2/notifications/letter"


@pytest.fixture
def street() -> Apart:
    return Apart()


@pytest.fixture
def fake() -> Iterator[FakeNotify]:
    with notify_answers() as answers:
        yield answers


def posted(street: Apart, words: str = "We met.") -> tuple[Letter, Delivery]:
    letter = street.letter(words, to=street.mum, to_name="Mara Example")
    sending = street.send(letter, way="notify")
    return letter, Delivery.objects.using(make.OWNER).get(sending_id=sending.id)


def carried(delivery: Delivery, *, now: datetime | None = None) -> Delivery:
    """As the worker's process does it; `now` in place of the clock."""
    with worker_login(), acting(POSTMAN):
        actions.carry_on(by=POSTMAN, delivery=delivery.id, now=now)
    return Delivery.objects.using(make.OWNER).get(id=delivery.id)


def later(delivery: Delivery, **by: Any) -> datetime:
    return (delivery.next_at or timezone.now()) + timedelta(**by)


def test_nothing_goes_by_notify_unless_it_is_set_up(street: Apart) -> None:
    with acting(make.actor(street.lead)):
        assert {each.way for each in ways_to([street.mum.id])} == {"hand", "post"}
    with notify_answers(postage=""), acting(make.actor(street.lead)):
        assert {each.way for each in ways_to([street.mum.id])} == {"hand", "post"}


def test_an_address_that_notify_cannot_print_is_posted_by_us(street: Apart, fake: FakeNotify) -> None:
    bo = make.person("Cy", born=None)
    make.involved(street.lead, bo)
    make.home(bo, "c/o The Boat\nby the second bridge", "")
    long = make.person("Di", born=None)
    make.involved(street.lead, long)
    make.home(long, "A line that is longer than the window of an envelope is wide", "ZZ1 1ZZ")
    with acting(make.actor(street.lead)):
        assert {each.way for each in ways_to([bo.id])} == {"hand", "post"}
        assert {each.way for each in ways_to([long.id])} == {"hand", "post"}
        assert {each.way for each in ways_to([street.mum.id])} == {"hand", "post", "notify"}


def test_it_goes_once_as_it_was_seen_and_its_page_says_how_it_stands(street: Apart, fake: FakeNotify) -> None:
    letter, waits = posted(street)
    client = signed_in(street.lead)
    assert "not sent yet" in words_of(client.get(address(street, letter.id)))
    taken = carried(waits)
    assert (taken.state, taken.why, taken.tries) == ("accepted", "", 1)
    (sent,) = fake.sent
    assert (sent["type"], sent["reference"]) == ("letter", str(waits.id))
    assert sent["pdf"] == client.get(address(street, letter.id, "letter.pdf")).content
    assert "taken by GOV.UK Notify" in words_of(client.get(address(street, letter.id)))
    fake.statuses[sent["id"]] = "received"
    done = carried(taken, now=later(taken))
    assert (done.state, done.next_at) == ("delivered", None)
    assert "delivered" in words_of(client.get(address(street, letter.id)))
    assert "printed and posted by GOV.UK Notify" in words_of(client.get(f"/people/{street.child.id}/story/"))
    carried(done, now=later(taken, days=1))
    assert len(fake.sent) == 1


def test_its_address_stands_in_the_window_and_nothing_else_above_the_body(
    street: Apart, fake: FakeNotify
) -> None:
    _letter, waits = posted(street)
    carried(waits)
    page = PdfReader(io.BytesIO(fake.sent[0]["pdf"])).pages[0]
    seen: list[tuple[float, float, str]] = []

    def note(words: str, cm: Any, tm: Any, _font: Any, _size: Any) -> None:
        """In mm from the left and from the top."""
        if words.strip():
            x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            seen.append((x / 72 * 25.4, 297 - y / 72 * 25.4, words.strip()))

    page.extract_text(visitor_text=note)
    window = [words for x, y, words in seen if 24.6 <= x <= 120 and 39.5 <= y <= 66.3]
    assert ("Mara Example" in " ".join(window), SAFE_STREET in " ".join(window)) == (True, True)
    stray = [each for each in seen if each[1] < 95 and each[2] not in window and each[0] < 125]
    assert stray == []
    assert any("We met." in words for _x, y, words in seen if y > 95)


BAD = {
    "busy": (429, {"errors": [{"error": "TooManyRequestsError", "message": "x"}]}),
    "unreachable": (500, {"errors": [{"error": "Exception", "message": "x"}]}),
    "nonsense": (200, b"<html>"),
    "key": (403, {"errors": [{"error": "AuthError", "message": "Invalid token"}]}),
}


@pytest.mark.parametrize(("why", "answer"), BAD.items(), ids=BAD)
def test_what_may_pass_is_tried_again_and_then_goes_once(
    street: Apart, fake: FakeNotify, why: str, answer: object
) -> None:
    _letter, waits = posted(street)
    fake.answers = ["well", answer]
    held = carried(waits)
    assert (held.state, held.why, held.tries, len(fake.sent)) == ("waits", why, 1, 0)
    assert held.next_at is not None
    assert held.next_at > timezone.now() + timedelta(seconds=30)
    carried(held)
    assert fake.sent == []
    assert carried(held, now=later(held)).state == "accepted"
    assert len(fake.sent) == 1


@pytest.mark.parametrize("lost", ["lose", (201, b"not json")])
def test_an_answer_that_was_lost_sends_no_second_letter(
    street: Apart, fake: FakeNotify, lost: object
) -> None:
    _letter, waits = posted(street)
    if lost == "lose":
        fake.answers = ["lose"]
    else:
        fake.answers = ["well", lost]
    held = carried(waits)
    assert held.state == "waits"
    if lost != "lose":
        # It was taken after all, though its answer could not be read.
        fake.take("letter", {"reference": str(waits.id), "content": ""})
    assert len(fake.sent) == 1
    assert carried(held, now=later(held)).state == "accepted"
    assert len(fake.sent) == 1


def test_a_try_that_was_rolled_back_here_sends_no_second_letter(street: Apart, fake: FakeNotify) -> None:
    _letter, waits = posted(street)

    def cut_short() -> None:
        with worker_login(), acting(POSTMAN):
            actions.carry_on(by=POSTMAN, delivery=waits.id)
            raise RuntimeError("The power fails before it is written down.")

    with pytest.raises(RuntimeError):
        cut_short()
    still = Delivery.objects.using(make.OWNER).get(id=waits.id)
    assert (still.state, len(fake.sent)) == ("waits", 1)
    assert carried(still).state == "accepted"
    assert len(fake.sent) == 1


def test_what_is_refused_is_on_todays_page_until_a_worker_sees_to_it(street: Apart, fake: FakeNotify) -> None:
    letter, waits = posted(street)
    fake.answers = ["well", (400, {"errors": [{"error": "ValidationError", "message": SAFE_STREET}]})]
    failed = carried(waits)
    assert (failed.state, failed.why) == ("failed", "refused")
    client = signed_in(street.lead)
    today = words_of(client.get("/"))
    assert "Letter to Mara Example did not arrive" in today
    assert "would not take it" in today
    assert "did not arrive" in words_of(client.get(address(street, letter.id)))
    stranger = make.account("lead")
    assert "did not arrive" not in words_of(signed_in(stranger).get("/"))
    signed_in(stranger).post(address(street, letter.id, f"failed/{failed.id}/"))
    assert "did not arrive" in words_of(client.get("/"))
    assert client.post(address(street, letter.id, f"failed/{failed.id}/")).status_code == 302
    assert "did not arrive" not in words_of(client.get("/"))
    assert client.post(address(street, letter.id, f"failed/{failed.id}/")).status_code == 404


def test_a_colleague_of_the_same_people_finds_it_too(street: Apart, fake: FakeNotify) -> None:
    colleague = make.account("social_worker")
    for each in street.everybody:
        make.involved(colleague, each)
    _letter, waits = posted(street)
    fake.answers = ["well", (400, {"errors": []})]
    carried(waits)
    assert "did not arrive" in words_of(signed_in(colleague).get("/"))


def test_after_a_day_of_tries_a_person_is_told(street: Apart, fake: FakeNotify) -> None:
    _letter, waits = posted(street)
    fake.answers = [(503, b"")] * 2
    held = carried(waits)
    over = carried(held, now=waits.recorded_at + timedelta(hours=24, minutes=1))
    assert (over.state, over.why, over.tries) == ("failed", "unreachable", 2)


@pytest.mark.parametrize(
    ("status", "why"),
    [("permanent-failure", "no_such"), ("validation-failed", "layout"), ("cancelled", "cancelled")],
)
def test_what_notify_says_later_is_told(street: Apart, fake: FakeNotify, status: str, why: str) -> None:
    _letter, waits = posted(street)
    taken = carried(waits)
    fake.statuses[fake.sent[0]["id"]] = status
    failed = carried(taken, now=later(taken))
    assert (failed.state, failed.why) == ("failed", why)


def test_a_letter_of_which_nobody_says_anything_is_told_after_a_week(street: Apart, fake: FakeNotify) -> None:
    _letter, waits = posted(street)
    taken = carried(waits)
    still = carried(taken, now=later(taken))
    assert (still.state, still.next_at is not None) == ("accepted", True)
    silent = carried(still, now=taken.state_at + timedelta(days=8))
    assert (silent.state, silent.why) == ("failed", "no_word")


def test_whoever_is_kept_apart_before_it_goes_is_sent_nothing(street: Apart, fake: FakeNotify) -> None:
    letter = street.letter(f"Ada likes {SCHOOL}.", to=street.dad)
    sending = street.send(letter, way="notify")
    street.keep_apart()
    held = carried(Delivery.objects.using(make.OWNER).get(sending_id=sending.id))
    assert (held.state, held.why, fake.sent) == ("failed", "apart", [])


def test_a_workers_own_number_is_held_back_too(street: Apart, fake: FakeNotify) -> None:
    letter = street.letter("Ring 01632 960733.", to=street.dad)
    sending = street.send(letter, way="notify")
    street.keep_apart()
    held = carried(Delivery.objects.using(make.OWNER).get(sending_id=sending.id))
    assert (held.state, held.why, fake.sent) == ("failed", "apart", [])


def test_a_post_that_is_not_safe_any_more_is_held_back(street: Apart, fake: FakeNotify) -> None:
    _letter, waits = posted(street)
    ContactPoint.objects.using(make.OWNER).create(
        person=street.mum, channel="post", value="x", safety="unsafe", during=make.always()
    )
    held = carried(waits)
    assert (held.state, held.why, fake.sent) == ("failed", "unsafe", [])


def test_a_letter_given_to_be_posted_is_held_back_where_others_open_it_now(
    street: Apart, fake: FakeNotify
) -> None:
    _letter, waits = posted(street)
    street.says_who_sees_it(post="others")
    held = carried(waits)
    assert (held.state, held.why, fake.sent) == ("failed", "unsafe", [])


def test_no_post_is_offered_where_others_open_it_and_the_page_says_why(
    street: Apart, fake: FakeNotify
) -> None:
    letter = street.letter(to=street.mum, to_name="Mara Example")
    ContactPoint.objects.using(make.OWNER).create(
        person=street.mum, channel="post", value="1 Box Row", safety="safe", during=make.always()
    )
    client = signed_in(street.lead)
    why = "They said that somebody else sees their post, or may, or that it is not safe."
    street.says_who_sees_it(phone="others", email="others")
    with acting(make.actor(street.lead)):
        ways = {each.way: each for each in ways_to([street.mum.id])}
    assert set(ways) == {"hand", "post", "notify"}
    assert why not in words_of(client.get(address(street, letter.id)))
    street.says_who_sees_it(post="others")
    with acting(make.actor(street.lead)):
        assert {each.way for each in ways_to([street.mum.id])} == {"hand"}
    page = words_of(client.get(address(street, letter.id)))
    assert f"Not by post. {why} Nothing is sent there." in page
    assert client.get(address(street, letter.id, f"check/{ways['post'].key}/")).status_code == 404


def test_what_waits_for_our_own_post_is_marked_once_others_open_it(street: Apart) -> None:
    letter = street.letter(to=street.mum, to_name="Mara Example")
    street.send(letter, way="post")
    street.send(street.letter(), way="post")
    client, why = signed_in(street.lead), "Do not post this one. They said that somebody else sees"
    street.says_who_sees_it(post="others", asked_on=today() - timedelta(days=1))
    assert words_of(client.get("/letters/to-post/")).count(why) == 1
    street.says_who_sees_it()
    page = words_of(client.get("/letters/to-post/"))
    assert (why in page, page.count("I posted it today")) == (False, 2)


def test_switched_off_meanwhile_is_a_failure_that_is_told(street: Apart) -> None:
    with notify_answers():
        _letter, waits = posted(street)
    held = carried(waits)
    assert (held.state, held.why) == ("failed", "off")


def test_no_worker_gives_one_of_a_letter_that_is_not_theirs_nor_says_how_it_stands(
    street: Apart, fake: FakeNotify
) -> None:
    _letter, waits = posted(street)
    with acting(make.actor(street.lead)), pytest.raises(DatabaseError, match="permission denied"):
        Delivery.objects.filter(id=waits.id).update(state="delivered")
    other = make.account("lead")
    with acting(make.actor(other)):
        assert Delivery.objects.count() == 0
        with pytest.raises(NotPermittedError):
            actions.know_it_failed(by=make.actor(other), delivery=waits.id)
    for family in (street.mother, street.father, street.young):
        with acting(make.actor(family)):
            assert (Delivery.objects.count(), Sending.objects.count()) == (0, 0)


def test_what_waits_is_held_back_once_its_reader_says_on_their_page_that_post_is_not_safe(
    street: Apart, fake: FakeNotify
) -> None:
    _letter, waits = posted(street)
    street.send(street.letter(to=street.mum, to_name="Mara Example"), way="post")
    assert signed_in(street.mother).post("/my/safe-contact/", {"post": "no"}).status_code == 302
    held = carried(waits)
    assert (held.state, held.why, fake.sent) == ("failed", "unsafe", [])
    with acting(make.actor(street.lead)):
        assert {each.way for each in ways_to([street.mum.id])} == {"hand"}
    assert "Do not post this one" in words_of(signed_in(street.lead).get("/letters/to-post/"))


def test_an_overheard_answer_never_says_that_a_way_is_safe_again(street: Apart, fake: FakeNotify) -> None:
    """Alone: he opens her post. With him beside her: nobody does."""
    _letter, delivery = posted(street)
    street.says_who_sees_it(today() - timedelta(days=3), post="others")
    overheard = AskedInPrivate.objects.using(make.OWNER).get()
    overheard.pk, overheard.alone, overheard.post, overheard.asked_on = uuid4(), False, "alone", today()
    overheard.save(using=make.OWNER, force_insert=True)
    with acting(make.actor(street.lead)):
        assert shared_channels([street.mum.id]) == {"post"}
        assert post_is_opened_by_others([street.mum.id]) == {street.mum.id}
    assert (carried(delivery).state, carried(delivery).why) == ("failed", "unsafe")
    assert fake.sent == []
    street.says_who_sees_it(today())
    with acting(make.actor(street.lead)):
        assert shared_channels([street.mum.id]) == frozenset()
        assert post_is_opened_by_others([street.mum.id]) == frozenset()


def test_an_overheard_answer_may_say_that_a_way_is_not_safe(street: Apart, fake: FakeNotify) -> None:
    _letter, delivery = posted(street)
    street.says_who_sees_it(today() - timedelta(days=3))
    AskedInPrivate.objects.using(make.OWNER).update(alone=True)
    row = AskedInPrivate.objects.using(make.OWNER).get()
    row.pk, row.alone, row.post, row.asked_on = uuid4(), False, "others", today()
    row.save(using=make.OWNER, force_insert=True)
    with acting(make.actor(street.lead)):
        assert shared_channels([street.mum.id]) == {"post"}
    assert (carried(delivery).state, carried(delivery).why) == ("failed", "unsafe")
    assert fake.sent == []
