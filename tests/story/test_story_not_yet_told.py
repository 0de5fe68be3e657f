"""What the family is not told of leaves no trace on any page of theirs, and nothing is theirs unreleased."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from kith.access.models import Account, Release
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.core.labels import Label
from kith.people.models import Person
from kith.story import actions
from kith.story.marks import Marked
from tests.story.seen import page, signed_in
from tests.support import make

pytestmark = pytest.mark.database
AT = datetime(2026, 11, 17, 15, 30, tzinfo=UTC)
TOKENS = re.compile(r'name="(?:csrfmiddlewaretoken|draft)" value="[^"]*"')
PAGES = ("/my/story/", "/my/words/")


class Household:
    """A mother, her child with an account, and the father who must learn nothing; one worker."""

    def __init__(self) -> None:
        self.child, self.mum, self.dad = (
            make.person("Ada"),
            make.person("Mara", born=None),
            make.person("Rhys", born=None),
        )
        make.tied(self.child, self.mum, "mother")
        make.tied(self.child, self.dad, "father")
        make.family(self.child, self.mum)
        self.lead = make.account("lead", display_name="Rosa Lindqvist", in_team=make.team())
        make.involved(self.lead, self.child)
        make.involved(self.lead, self.mum)
        self.parent, self.young, self.ex = (make.account(r) for r in ("parent", "young_person", "parent"))
        for account, person in ((self.parent, self.mum), (self.young, self.child), (self.ex, self.dad)):
            make.door(account, person)
        make.door(self.parent, self.child, "parent")

    def note(self, words: str, covert: UUID | None = None, label: Label = Label.NORMAL) -> UUID:
        with acting(make.actor(self.lead)):
            return actions.write_note(
                by=make.actor(self.lead),
                persons=[self.child.id],
                title=f"About {words}",
                text=[Marked(words), *([Marked("apart", label)] if label is not Label.NORMAL else [])],
                happened_at=AT,
                covert=covert,
            )

    def release(self, event: UUID, to: Person, **more: Sequence[UUID]) -> None:
        with acting(make.actor(self.lead)):
            actions.release(
                by=make.actor(self.lead),
                event=event,
                reader=to.id,
                prepared=True,
                how_prepared="Together.",
                **more,
            )

    def concern(self) -> UUID:
        with acting(make.actor(self.lead)):
            return actions.start_not_yet_told(
                by=make.actor(self.lead), persons=[self.child.id, self.mum.id], reason="Police ask.", since=AT
            )


@pytest.fixture
def home() -> Household:
    return Household()


def bytes_of(account: Account, *more: str) -> list[str]:
    client = signed_in(account)
    return [TOKENS.sub("", page(client, address)) for address in (*PAGES, *more)]


def test_family_pages_are_equal_to_the_byte_with_and_without_a_strategy_discussion(home: Household) -> None:
    told = home.note("school")
    home.release(told, home.mum)
    home.release(told, home.child)
    families = (home.parent, home.young, home.ex)
    shown = f"/my/story/{told}/"
    more = {account.id: (shown,) if account is not home.ex else () for account in families}
    before = {account.id: bytes_of(account, *more[account.id]) for account in families}
    concern = home.concern()
    hidden = home.note("strategy", covert=concern)
    protection = make.account("protection", display_name="Inspector Nobody")
    make.involved(protection, home.child, role="lead_protection", arises_from_id=concern)
    # Even a release that a fault let through opens nothing while the concern is open.
    for reader in (home.mum, home.child):
        Release.objects.using(make.OWNER).create(
            reader=reader,
            kind="event",
            item=hidden,
            prepared=True,
            how_prepared="x",
            released_at=timezone.now(),
        )
    after = {account.id: bytes_of(account, *more[account.id]) for account in families}
    assert after == before
    for account in families:
        client = signed_in(account)
        there = client.get(f"/my/story/{hidden}/")
        nothing = client.get(f"/my/story/{home.child.id}/")
        assert (there.status_code, there.content) == (404, nothing.content)


def test_nothing_that_arises_from_an_open_concern_can_be_released(home: Household) -> None:
    concern = home.concern()
    hidden = home.note("strategy", covert=concern)
    with pytest.raises(NotPermittedError, match="not told of yet"):
        home.release(hidden, home.mum)
    with acting(make.actor(home.lead)), pytest.raises(NotPermittedError, match="who was told what"):
        actions.end_not_yet_told(by=make.actor(home.lead), concern=concern, who_was_told_what=" ")
    with acting(make.actor(home.lead)):
        actions.end_not_yet_told(
            by=make.actor(home.lead), concern=concern, who_was_told_what="Mara, all of it, on Tuesday."
        )
    assert "About strategy" not in bytes_of(home.parent)[0], "telling releases nothing by itself"
    home.release(hidden, home.mum)
    assert "About strategy" in bytes_of(home.parent)[0]
    with acting(make.actor(home.lead)), pytest.raises(NotPermittedError, match="ended already"):
        actions.end_not_yet_told(by=make.actor(home.lead), concern=concern, who_was_told_what="Again.")


def test_an_item_reaches_the_named_person_alone_and_goes_when_it_is_taken_back(home: Household) -> None:
    event = home.note("school", label=Label.THIRD_PARTY)
    assert "About school" not in "".join(bytes_of(home.parent))
    home.release(event, home.mum)
    (_, _, item) = bytes_of(home.parent, f"/my/story/{event}/")
    assert "school" in item
    assert "apart" not in item, "what is kept apart does not go along"
    for other in (home.young, home.ex):
        assert "About school" not in "".join(bytes_of(other))
        assert signed_in(other).get(f"/my/story/{event}/").status_code == 404
    with acting(make.actor(home.lead)):
        actions.withdraw_release(by=make.actor(home.lead), event=event, reader=home.mum.id)
    assert "About school" not in "".join(bytes_of(home.parent))


def test_an_ex_partners_account_reaches_nothing(home: Household) -> None:
    event = home.note("the new school")
    home.release(event, home.mum)
    client = signed_in(home.ex)
    for address in (
        f"/people/{home.child.id}/story/",
        f"/people/{home.child.id}/story/{event}/",
        f"/people/{home.child.id}/story/csv",
        f"/people/{home.child.id}/story/note/",
        f"/my/story/{event}/",
    ):
        assert client.get(address).status_code == 404
    assert "school" not in "".join(bytes_of(home.ex))
    answer = client.post(
        "/my/words/save/",
        {"draft": str(event), "revision": "0", "form": "my_words", "person": str(home.child.id)},
    )
    assert answer.status_code == 403
    assert "not open to you" in answer.json()["refused"]


@pytest.mark.parametrize("label", [Label.POLICE_SENSITIVE, Label.LEGAL_PRIVILEGE, Label.ADDRESS_PROTECTED])
def test_what_others_rules_keep_is_released_by_nobody(home: Household, label: Label) -> None:
    event = home.note("school", label=label)
    from kith.story.models import Passage

    apart = Passage.objects.using(make.OWNER).get(event_id=event, label=label.value)
    with pytest.raises(NotPermittedError, match="kept by a rule"):
        home.release(event, home.mum, passages=[apart.id])


def test_a_childs_private_words_are_released_to_that_child_alone(home: Household) -> None:
    event = home.note("school", label=Label.CHILD_PRIVATE)
    from kith.story.models import Passage

    apart = Passage.objects.using(make.OWNER).get(event_id=event, label=Label.CHILD_PRIVATE.value)
    with pytest.raises(NotPermittedError, match="Only that child"):
        home.release(event, home.mum, passages=[apart.id])
    home.release(event, home.child, passages=[apart.id])
    assert "apart" in bytes_of(home.young, f"/my/story/{event}/")[2]


def test_a_young_persons_words_go_to_whom_they_choose_and_come_back_to_them(home: Household) -> None:
    colleague = make.account("lead", display_name="Somebody Else")
    make.involved(colleague, home.child)
    held = make.involved(home.lead, home.child, role="social_worker")
    Release.objects.using(make.OWNER).create(
        reader=home.child, kind="involvement", item=held.id, prepared=True, released_at=timezone.now()
    )
    client = signed_in(home.young)
    form = page(client, "/my/words/")
    for words in ("Rosa Lindqvist", "0800 1111", "999", "we have to act", "A court can also ask"):
        assert words in form
    assert "Somebody Else" not in form
    answer = client.post(
        "/my/words/",
        {
            "draft": str(home.child.id),
            "revision": "0",
            "do": "finish",
            "words": "i want to see nan",
            "who": str(home.lead.id),
        },
    )
    assert answer.status_code == 302, answer.content.decode()
    assert "i want to see nan" in page(client, "/my/words/")
    story = f"/people/{home.child.id}/story/"
    assert "i want to see nan" in page(signed_in(home.lead), story)
    assert "i want to see nan" not in page(signed_in(colleague), story)
    assert "i want to see nan" not in "".join(bytes_of(home.parent))


def test_a_mother_writes_about_her_child_and_those_who_work_with_the_child_read_it(home: Household) -> None:
    answer = signed_in(home.parent).post(
        "/my/words/",
        {"draft": str(home.mum.id), "revision": "0", "do": "finish", "words": "That is not what I said.",
         "who": "everybody", "about": [str(home.child.id)]},
    )  # fmt: skip
    assert answer.status_code == 302, answer.content.decode()
    assert "That is not what I said." in page(signed_in(home.lead), f"/people/{home.child.id}/story/")
    assert "That is not what I said." not in "".join(bytes_of(home.young))
    assert timezone.now() - timedelta(minutes=1) > AT
