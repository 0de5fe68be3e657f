"""How long words are kept: what nobody ended is listed, goes on or goes, and never while a date is ahead."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, connections, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kith.advice.actions.answering import give_back, take
from kith.advice.actions.writing import write_answer
from kith.advice.keeping.actions import destroy_soon, end_left, list_left, set_keep_rule
from kith.advice.keeping.rule import LEFT_DAYS, TOLD_DAYS, rule_on, span
from kith.advice.models import Chat, ChatLine, Contact, ContactWords, KeepRule
from kith.advice.roles import DOOR, KEEPER
from kith.advice.tasks import forget_old
from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from tests.advice.people import OWNER, actor, adviser, asked, signed_in
from tests.support.worker import worker_login

pytestmark = pytest.mark.database
WORDS = {"question": "They want to place him with strangers"}


def ago(days: int, **more: Any) -> UUID:
    """Somebody asked so many days ago, and nothing has happened since."""
    contact = asked(words=more.pop("words", WORDS), **more)
    then = timezone.now() - timedelta(days=days)
    Contact.objects.using(OWNER).filter(id=contact).update(asked_at=then, moved_at=then)
    return contact


def of(contact: UUID) -> Contact:
    return Contact.objects.using(OWNER).get(id=contact)


def words_left(contact: UUID) -> int:
    return ContactWords.objects.using(OWNER).filter(contact=contact).count()


def a_night() -> None:
    """The task as it runs."""
    with worker_login():
        forget_old.work(by=KEEPER, persons=[])


def its_day_comes(contact: UUID) -> None:
    Contact.objects.using(OWNER).filter(id=contact).update(leaving_on=timezone.localdate())


def test_what_nobody_ended_stands_on_the_desks_list_and_is_destroyed_on_its_day() -> None:
    contact, newer = ago(LEFT_DAYS - TOLD_DAYS + 1), ago(LEFT_DAYS - TOLD_DAYS - 1)
    reference = of(contact).reference
    a_night()
    today = timezone.localdate()
    assert (of(contact).leaving_on, of(newer).leaving_on) == (today + timedelta(days=TOLD_DAYS), None)
    assert words_left(contact) == 1
    noor = signed_in(adviser())
    desk = BeautifulSoup(noor.get("/desk/").content, "html.parser").get_text(" ")
    assert "Left, and soon destroyed" in desk
    assert desk.index("Left, and soon destroyed") < desk.rindex(reference)
    assert "it is ended as left" in noor.get(f"/desk/asked/{contact}/").content.decode()
    its_day_comes(contact)
    a_night()
    gone = of(contact)
    assert (gone.state, gone.unmet_reason, gone.alternative) == ("unmet", "left", "forgotten")
    assert gone.forgotten_at is not None
    assert gone.reference != reference
    assert words_left(contact) == 0
    assert words_left(newer) == 1
    assert "Nobody has that reference" in noor.post("/desk/find", {"reference": reference}).content.decode()
    assert "soon destroyed" not in noor.get("/desk/").content.decode()


def test_it_is_listed_first_however_long_it_lay() -> None:
    contact = ago(2000)
    a_night()
    assert of(contact).leaving_on == timezone.localdate() + timedelta(days=TOLD_DAYS)
    a_night()
    assert words_left(contact) == 1
    assert of(contact).ended_at is None


@pytest.mark.parametrize("back", ["reference", "answer", "adviser", "taken", "answered"])
def test_whoever_comes_back_or_still_answers_has_it_go_on(back: str) -> None:
    contact = ago(LEFT_DAYS, word="purple teapot", words=WORDS)
    noor = adviser()
    if back == "answered":
        Contact.objects.using(OWNER).filter(id=contact).update(
            state="taken", taken_by=noor.id, taken_at=timezone.now() - timedelta(days=LEFT_DAYS)
        )
    a_night()
    its_day_comes(contact)
    reference = of(contact).reference
    if back == "reference":
        assert signed_in(noor).post("/desk/find", {"reference": reference}).status_code == 302
    elif back == "answer":
        page = Client().post("/answer/", {"reference": reference, "word": "Purple  Teapot"})
        assert "have not answered yet" in page.content.decode()
    elif back == "adviser":
        sent = signed_in(noor).post(f"/desk/asked/{contact}/", {"does": "go_on"})
        assert sent.status_code == 302
    elif back == "taken":
        with acting(actor(noor)):
            take(by=actor(noor), contact=contact)
    else:
        with acting(actor(noor)):
            write_answer(by=actor(noor), contact=contact, words="Ask for the plan in writing.")
    a_night()
    found = of(contact)
    assert (found.leaving_on, found.ended_at) == (None, None)
    assert found.moved_at > timezone.now() - timedelta(minutes=5)
    assert words_left(contact) >= 1


@pytest.mark.parametrize("ahead", ["court", "call", "email"])
def test_nothing_goes_while_a_date_a_call_or_an_email_is_ahead(ahead: str) -> None:
    contact = ago(LEFT_DAYS * 2)
    now = timezone.now()
    to_come: dict[str, dict[str, Any]] = {
        "court": {"deadline_kind": "court", "deadline_on": timezone.localdate()},
        "call": {"may_ring": True, "ring_from": now, "ring_until": now + timedelta(hours=1)},
        "email": {"may_email": True, "email_hours": "any", "email_due_at": now + timedelta(hours=1)},
    }
    Contact.objects.using(OWNER).filter(id=contact).update(**to_come[ahead])
    a_night()
    assert of(contact).leaving_on is None
    # Listed before the date was known, and its day is here: it does not go either.
    its_day_comes(contact)
    with worker_login(), acting(KEEPER):
        assert end_left(by=KEEPER) == 0
    assert words_left(contact) == 1


def test_what_became_of_it_is_said_truly() -> None:
    noor = adviser()
    with_answer, on_the_line = ago(LEFT_DAYS, word="purple teapot"), ago(LEFT_DAYS, channel="phone", words={})
    with acting(actor(noor)):
        take(by=actor(noor), contact=with_answer)
        write_answer(by=actor(noor), contact=with_answer, words="Ask for reasons in writing.")
        take(by=actor(noor), contact=on_the_line)
        give_back(by=actor(noor), contact=on_the_line, no_answer=False)
    then = timezone.now() - timedelta(days=LEFT_DAYS)
    for each in (with_answer, on_the_line):
        Contact.objects.using(OWNER).filter(id=each).update(moved_at=then, leaving_on=timezone.localdate())
    a_night()
    assert (of(with_answer).state, of(with_answer).outcome) == ("answered", "not_known")
    assert of(on_the_line).state == "abandoned"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    silent=st.integers(0, 800),
    listed=st.none() | st.integers(-60, 60),
    due=st.none() | st.integers(-400, 400),
)
def test_no_words_go_that_were_not_listed_silent_and_without_a_date(
    silent: int, listed: int | None, due: int | None
) -> None:
    today = timezone.localdate()
    contact = ago(silent)
    Contact.objects.using(OWNER).filter(id=contact).update(
        leaving_on=None if listed is None else today + timedelta(days=listed),
        deadline_kind="court" if due is not None else "",
        deadline_on=None if due is None else today + timedelta(days=due),
    )
    a_night()
    may_go = (
        listed is not None and listed <= 0 and silent >= LEFT_DAYS - TOLD_DAYS and (due is None or due < 0)
    )
    assert (words_left(contact) == 0) == may_go
    if of(contact).leaving_on is None and not may_go:
        assert silent < LEFT_DAYS - TOLD_DAYS or (due is not None and due >= 0)


def test_a_chat_in_which_nobody_writes_ends_though_its_page_stays_open() -> None:
    old, still, talks = (_chat(hours) for hours in (13, 11, 13))
    ChatLine.objects.using(OWNER).create(id=uuid4(), chat=talks, number=1, at=timezone.now(), sealed=b"x")
    from kith.advice.chat.actions import sweep

    with worker_login(), acting(KEEPER):
        assert sweep(by=KEEPER) == 1
    states = {each: Chat.objects.using(OWNER).get(id=each.id).state for each in (old, still, talks)}
    assert list(states.values()) == ["ended", "waiting", "waiting"]
    assert Contact.objects.using(OWNER).get(id=old.contact_id).state == "abandoned"


def _chat(hours: int) -> Chat:
    contact = asked(channel="webchat")
    began = timezone.now() - timedelta(hours=hours)
    return Chat.objects.using(OWNER).create(secret=uuid4().hex, contact_id=contact, began_at=began)


def test_a_manager_writes_a_rule_from_a_day_on_and_everybody_reads_it() -> None:
    gwen = signed_in(adviser("manager", "Gwen Aldous"))
    assert "1 year" in Client().get("/kept/").content.decode()
    later = timezone.localdate() + timedelta(days=40)
    sent = gwen.post("/desk/keeping/", _rule(later, 180, 91, 21))
    assert sent.status_code == 302
    page = Client().get("/kept/").content.decode()
    assert "1 year" in page
    assert "26 weeks" in page
    assert "180 days after an answer, and 13 weeks where nothing happens" in page
    with acting(DOOR):
        assert rule_on(later).ended_days == 180
        assert rule_on(later - timedelta(days=1)).since is None
    contact = asked()
    assert of(contact).forget_on == timezone.localdate() + timedelta(days=365)
    gwen.post("/desk/keeping/", _rule(timezone.localdate(), 90, 91, 21))
    assert of(asked()).forget_on == timezone.localdate() + timedelta(days=90)
    assert of(contact).forget_on == timezone.localdate() + timedelta(days=365)


def test_a_rule_that_cannot_be_is_refused_with_what_to_mend_and_nothing_typed_is_lost() -> None:
    gwen = adviser("manager", "Gwen Aldous")
    today = timezone.localdate()
    page = signed_in(gwen).post("/desk/keeping/", _rule(today, 29, 91, 21)).content.decode()
    assert "Give a number of days from 30 to 2555" in page
    assert 'value="91"' in page
    page = (
        signed_in(gwen).post("/desk/keeping/", _rule(today - timedelta(days=1), 90, 91, 21)).content.decode()
    )
    assert "That day is over" in page
    page = signed_in(gwen).post("/desk/keeping/", _rule(today, 90, 60, 60)).content.decode()
    assert "cannot be listed for longer" in page
    assert not KeepRule.objects.using(OWNER).exists()
    with pytest.raises(NotPermittedError), acting(actor(noor := adviser())):
        set_keep_rule(by=actor(noor), since=today, ended_days=90, left_days=91, told_days=21)
    with pytest.raises(IntegrityError), transaction.atomic(using=OWNER):
        KeepRule.objects.using(OWNER).create(since=today, ended_days=1, left_days=1, told_days=1)
    with pytest.raises(CannotBeError), acting(actor(gwen)):
        set_keep_rule(by=actor(gwen), since=today, ended_days=90, left_days=55, told_days=21)


def _rule(since: date, ended: int, left: int, told: int) -> dict[str, object]:
    day = {"since_day": since.day, "since_month": since.month, "since_year": since.year}
    return day | {"ended_days": ended, "left_days": left, "told_days": told}


@pytest.mark.parametrize("ended", [False, True])
def test_whoever_asks_for_it_has_it_destroyed_the_next_night(ended: bool) -> None:
    contact = asked(
        words=WORDS, word="purple teapot", deadline_kind="court", deadline_on=timezone.localdate()
    )
    noor = signed_in(adviser())
    if ended:
        noor.post(f"/desk/asked/{contact}/", {"does": "went"})
    assert noor.get(f"/desk/asked/{contact}/destroy").status_code == 302
    assert of(contact).forget_on > timezone.localdate()
    assert noor.post(f"/desk/asked/{contact}/destroy").status_code == 302
    a_night()
    assert (of(contact).state, words_left(contact)) == ("abandoned", 0)
    assert of(contact).answer_key == ""
    gone = noor.get(f"/desk/asked/{contact}/").content.decode()
    assert "It was destroyed on" in gone
    assert "Destroy it" not in gone
    with pytest.raises(NotPermittedError), acting(actor(bea := adviser())):
        destroy_soon(by=actor(bea), contact=contact)


def test_what_else_they_were_told_of_stands_in_no_history() -> None:
    contact = asked(words=WORDS)
    noor = signed_in(adviser())
    noor.post(
        f"/desk/asked/{contact}/",
        {"does": "unmet", "reason": "not_ours", "alternative": "her aunt Zinnobrecht in Dunmoor"},
    )
    assert of(contact).alternative == "her aunt Zinnobrecht in Dunmoor"
    Contact.objects.using(OWNER).filter(id=contact).update(forget_on=timezone.localdate())
    a_night()
    assert of(contact).alternative == "forgotten"
    with connections[OWNER].cursor() as cursor:
        cursor.execute("SELECT string_agg(e::text, ' ') FROM advice_contactevent e")
        assert "Zinnobrecht" not in str(cursor.fetchone()[0])


def test_it_asks_little_and_says_spans_as_people_do() -> None:
    assert [span(each) for each in (365, 730, 182, 7, 40, 1)] == [
        "1 year", "2 years", "26 weeks", "1 week", "40 days", "1 day",
    ]  # fmt: skip
    with CaptureQueriesContext(connections["default"]) as asks:
        Client().get("/kept/")
    assert len([each for each in asks if "advice_keeprule" in each["sql"]]) == 2
    with worker_login(), acting(KEEPER):
        assert list_left(by=KEEPER) == 0
