"""Before words go to somebody who is kept apart: what stands near those they are kept apart from is found in them."""

from __future__ import annotations

import pytest
from django.utils import timezone

from kith.access.apart import refuse_what_tells
from kith.access.models import Account, Involvement
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.people.models import Address, ContactPoint, MayKnow
from kith.plan.actions import share_lines
from kith.story.actions import release
from kith.story.models import About, Event, Passage
from tests.plan.street import Street, organisation
from tests.support import make

pytestmark = pytest.mark.database
FOUND = (
    ("We meet at 4 Heron Close.", "Heron Close"),
    ("Heron close is nice.", "Heron Close"),
    ("Post it to zz99zz.", "ZZ9 9ZZ"),
    ("Ring 01632-960 007.", "01632 960007"),
    ("Beech Lane School will ring.", "Beech Lane School"),
    ("Morwen Tully said so.", "Morwen Tully"),
    ("Only Morwen knows.", "Morwen"),
    ("He starts at Larch Nursery.", "Larch Nursery"),
    ("Her number is 01632 960044.", "01632 960044"),
    ("The Safe Start team comes.", "Safe Start"),
)
PLAIN = ("Owen and Ada ride their bikes.", "We ring on Sunday, will you?", "Rosa Lindqvist comes at ten.", "")


@pytest.fixture
def street() -> Street:
    """The mother and children have moved away; the father's own worker is the lead, Rosa Lindqvist."""
    found = Street()
    for each in (found.mum, found.child):
        make.home(each, "4 Heron Close, Kithton", "ZZ9 9ZZ", protected=True)
    make.home(found.dad, "9 Old Street", "ZZ1 1ZZ")
    Address.objects.using(make.OWNER).create(
        person=found.child,
        kind="school",
        lines="Larch Nursery, Mill Road",
        postcode="ZZ8 8ZZ",
        during=make.always(),
    )
    ContactPoint.objects.using(make.OWNER).create(
        person=found.mum, channel="phone", value="01632 960007", safety="safe", during=make.always()
    )
    theirs = make.account(
        "social_worker", display_name="Morwen Tully", phone="01632 960044", in_team=make.team("Safe Start")
    )
    make.involved(theirs, found.mum)
    school = make.account(
        "school", display_name="Head of Year", organisation=organisation("Beech Lane School", "school")
    )
    make.involved(school, found.child, role="school")
    return found


def keep_apart(street: Street) -> None:
    for each in (street.mum, street.child):
        MayKnow.objects.using(make.OWNER).create(
            person=each, other=street.dad, may=False, reason="He hurt her.", during=make.always()
        )


def refused(street: Street, words: str, *, to: object = None, by: Account | None = None) -> str:
    try:
        with acting(make.actor(by or street.lead)):
            refuse_what_tells((to or street.dad).id, [words])  # type: ignore[attr-defined]
    except NotPermittedError as error:
        return str(error)
    return ""


def test_whatever_stands_near_them_is_found_and_named_to_the_worker(street: Street) -> None:
    assert [words for words, _found in FOUND if refused(street, words)] == []
    keep_apart(street)
    for words, found in FOUND:
        assert f"“{found}”" in refused(street, words), words


def test_other_words_and_other_readers_are_let_through(street: Street) -> None:
    keep_apart(street)
    assert [words for words in PLAIN if refused(street, words)] == []
    assert [words for words, _found in FOUND if refused(street, words, to=street.mum)] == []


def test_what_was_theirs_together_once_is_no_secret(street: Street) -> None:
    Address.objects.using(make.OWNER).create(
        person=street.mum, kind="staying", lines="9 Old Street", postcode="ZZ1 1ZZ", during=make.always()
    )
    keep_apart(street)
    assert refused(street, "Fetch your things from 9 Old Street.") == ""


def test_a_family_account_and_a_stranger_are_told_of_nothing(street: Street) -> None:
    keep_apart(street)
    for other in (street.father, street.mother, make.account("lead")):
        assert refused(street, "Only Morwen knows.", by=other) == ""


def test_a_line_of_the_plan_is_held_back_by_the_action_and_by_the_database(street: Street) -> None:
    plan = street.plan()
    safe, tells = street.goal(plan, "Dad rings on Sunday."), street.goal(plan, "Dad rings Morwen first.")
    keep_apart(street)
    facts = {"reader": street.dad.id, "prepared": True, "how_prepared": "At the office."}
    with acting(make.actor(street.lead)), pytest.raises(NotPermittedError, match="Morwen"):
        share_lines(by=make.actor(street.lead), plan=plan.id, items=[safe.id, tells.id], **facts)
    assert not street.release(tells.id, street.dad)
    assert street.release(safe.id, street.dad)
    assert street.release(tells.id, street.mum)


def test_a_note_is_held_back_by_its_title_and_by_its_plain_words(street: Street) -> None:
    keep_apart(street)
    facts = {"prepared": True, "how_prepared": "At the office."}
    for title, words, let in (
        ("A call", "He asked after the bikes.", True),
        ("A call", "Morwen sat in.", False),
        ("At Beech Lane School", "He asked after the bikes.", False),
    ):
        event = _note(street, title, words)
        with acting(make.actor(street.lead)):
            if let:
                release(by=make.actor(street.lead), event=event.id, reader=street.dad.id, **facts)
                continue
            with pytest.raises(NotPermittedError, match="kept apart"):
                release(by=make.actor(street.lead), event=event.id, reader=street.dad.id, **facts)


def _note(street: Street, title: str, words: str) -> Event:
    at = timezone.now()
    event = Event.objects.using(make.OWNER).create(
        kind="note", action="story.note", happened_at=at, title=title, facts={"sections": ["text"]},
        recorded_by=street.lead.id,
    )  # fmt: skip
    About.objects.using(make.OWNER).create(event=event, person=street.child, happened_at=at)
    Passage.objects.using(make.OWNER).create(event=event, position=0, text=words)
    return event


def test_who_goes_to_the_same_school_is_not_of_the_household(street: Street) -> None:
    keep_apart(street)
    other = make.person("Zed")
    Address.objects.using(make.OWNER).create(
        person=other,
        kind="school",
        lines="Larch Nursery, Mill Road",
        postcode="ZZ8 8ZZ",
        during=make.always(),
    )
    make.home(other, "7 Poplar Row", "ZZ7 7ZZ")
    assert refused(street, "We meet at 7 Poplar Row.") == ""


def test_a_worker_whom_both_know_may_be_named(street: Street) -> None:
    keep_apart(street)
    theirs = Account.objects.using(make.OWNER).get(display_name="Morwen Tully")
    make.involved(theirs, street.dad)
    assert refused(street, "Only Morwen knows.") == ""
    assert Involvement.objects.using(make.OWNER).filter(account=theirs).count() == 2
