"""Own words are used elsewhere as their writer was asked, each time; a parent's request for the file takes three."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from django.test import override_settings

from kith.access.models import Account, Release
from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.story import actions
from kith.story.actions import uses
from kith.story.marks import Marked
from kith.story.models import WordsUse
from kith.story.models.words_use import Say, Use
from tests.access.tries import reads as rows
from tests.access.tries import tries
from tests.story.set_up import story_set_up
from tests.story.test_words_reach_a_reader import Household
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
WORDS = "i want to see nan"
RELEASE = (
    "INSERT INTO access_release (id, recorded_at, recorded_by, source, reader_id, kind, item, prepared, how_prepared,"
    " released_at) VALUES (gen_random_uuid(), now(), %s, 'worker', %s, 'event', %s, true, 'x', now())"
)


@pytest.fixture(autouse=True)
def _keys(kith_database: None, tmp_path: Path) -> Iterator[None]:
    with story_set_up(tmp_path), override_settings(ROOT_URLCONF="kith.config.urls"):
        yield


class Home(Household):
    """Ada with her page, her mother with hers, Sam who leads, and Mo who manages."""

    def __init__(self) -> None:
        super().__init__()
        self.mum = make.person("Mara", born=None)
        make.tied(self.child, self.mum, "mother")
        self.hers = make.account("parent")
        make.door(self.hers, self.mum)
        make.involved(self.sam, self.mum)
        self.mo = make.account("manager", display_name="Mo Boss")
        for each in (self.child, self.mum):
            make.involved(self.mo, each, role="manager")
        self.event = self.writes(WORDS)

    def asks(self, use: Use, reader: UUID | None = None, by: Account | None = None) -> UUID:
        with acting(actor := make.actor(by or self.sam)):
            return uses.ask_for_use(by=actor, event=self.event, use=use, for_what="the review", reader=reader)

    def says(self, asking: UUID, says: Say, by: Account | None = None) -> None:
        with acting(actor := make.actor(by or self.young)):
            uses.answer_use(by=actor, asking=asking, says=says)

    def judges(self, asking: UUID, *, likely: bool, by: Account | None = None) -> None:
        with acting(actor := make.actor(by or self.sam)):
            uses.judge_harm(by=actor, asking=asking, likely=likely, why="We thought about it.")

    def seconds(self, asking: UUID, by: Account | None = None, *, agrees: bool = True) -> None:
        with acting(actor := make.actor(by or self.mo)):
            uses.agree_as_second(by=actor, asking=asking, agrees=agrees)

    def shares(self, event: UUID | None = None, reader: UUID | None = None) -> None:
        with acting(actor := make.actor(self.sam)):
            actions.release(
                by=actor, event=event or self.event, reader=reader or self.mum.id, prepared=True,
                how_prepared="Together.",
            )  # fmt: skip

    def refused(self) -> bool:
        """Whether neither the action nor any SQL lets her mother read them."""
        try:
            self.shares()
        except NotPermittedError:
            return not tries(self.sam, RELEASE, [self.sam.id, self.mum.id, self.event])
        return False

    def her_mother_reads(self) -> bool:
        return WORDS in words_of(signed_in(self.hers).get(f"/my/story/{self.event}/"))


@pytest.fixture
def home() -> Home:
    return Home()


def test_without_being_asked_her_words_go_to_nobody_but_her(home: Home) -> None:
    assert home.refused()
    assert not home.her_mother_reads()
    home.shares(reader=home.child.id)


def test_in_my_words_lets_it_go_to_whom_she_was_asked_for_and_no_takes_it_back(home: Home) -> None:
    asking = home.asks(Use.SHARED, home.mum.id)
    assert home.refused()
    for said in (Say.OTHER, Say.NO):
        home.says(asking, said)
        assert home.refused()
    home.says(asking, Say.OWN)
    home.shares()
    assert home.her_mother_reads()
    home.says(asking, Say.NO)
    assert not home.her_mother_reads()
    assert home.refused()


def test_she_answers_on_her_own_page_and_is_told_what_came_of_it(home: Home) -> None:
    worker, hers = signed_in(home.sam), signed_in(home.young)
    base = f"/people/{home.child.id}/story/{home.event}/"
    assert "Ask to use them" in words_of(worker.get(base))
    form = {"use": "meeting", "for_what": "your review on Friday", "reader": ""}
    assert "Say for what" in words_of(worker.post(f"{base}use/", form | {"for_what": ""}))
    assert worker.post(f"{base}use/", form).status_code == 302
    asking = WordsUse.objects.using(make.OWNER).get().id
    page = words_of(hers.get("/my/"))
    assert "Say if we may use what you said" in page
    assert "May we say at a meeting what you said?" in words_of(hers.get("/my/words/"))
    page = words_of(hers.get(f"/my/words/asks/{asking}/"))
    assert WORDS in page
    assert "your review on Friday" in page
    assert "Choose one" in words_of(hers.post(f"/my/words/asks/{asking}/", {}))
    told = {"says": "other", "words": "do not say it was me"}
    assert hers.post(f"/my/words/asks/{asking}/", told).status_code == 302
    seen = words_of(worker.get(f"{base}use/{asking}/"))
    assert "They said: yes, but in your words. do not say it was me . They wrote it themselves." in seen
    came = {"do": "came", "words": "Everybody agreed: nan on Fridays."}
    assert "Say what came of it" in words_of(worker.post(f"{base}use/{asking}/", came | {"words": " "}))
    assert worker.post(f"{base}use/{asking}/", came).status_code == 302
    page = words_of(hers.get("/my/words/"))
    assert "What came of it: Everybody agreed: nan on Fridays." in page
    assert "Say if we may use what you said" not in words_of(hers.get("/my/"))
    with pytest.raises(NotPermittedError):
        home.says(asking, Say.OWN)
    home.says(asking, Say.NO)
    assert "What came of it" not in words_of(hers.get("/my/words/"))


def test_what_she_said_to_a_worker_is_kept_with_the_workers_name(home: Home) -> None:
    asking = home.asks(Use.PLAN)
    worker = signed_in(home.sam)
    address = f"/people/{home.child.id}/story/{home.event}/use/{asking}/"
    assert worker.post(address, {"do": "said", "says": "own", "words": ""}).status_code == 302
    assert "They said it to a worker." in words_of(worker.get(address))
    assert WordsUse.objects.using(make.OWNER).get().heard_by == home.sam.id


def test_a_parents_request_takes_her_view_the_harm_test_and_a_second_person(home: Home) -> None:
    asking = home.asks(Use.FILE, home.mum.id)
    with pytest.raises(NotPermittedError, match="second person"):
        home.seconds(asking)
    home.judges(asking, likely=False)
    assert home.refused()
    with pytest.raises(NotPermittedError, match="second person"):
        home.seconds(asking)
    # What she says is recorded, and need not be yes; it is theirs to weigh who decide.
    home.says(asking, Say.NO)
    assert home.refused()
    with pytest.raises(NotPermittedError, match="second person"):
        home.seconds(asking, home.sam)
    home.seconds(asking)
    home.shares()
    assert home.her_mother_reads()


@pytest.mark.parametrize(("likely", "agrees"), [(True, True), (False, False)])
def test_it_does_not_go_where_harm_is_likely_or_the_second_person_says_no(
    home: Home, likely: bool, agrees: bool
) -> None:
    asking = home.asks(Use.FILE, home.mum.id)
    home.says(asking, Say.OWN)
    home.judges(asking, likely=likely)
    home.seconds(asking, agrees=agrees)
    assert home.refused()


def test_whoever_judged_or_heard_is_no_second_person(home: Home) -> None:
    asking = home.asks(Use.FILE, home.mum.id)
    home.says(asking, Say.OWN, home.mo)
    home.judges(asking, likely=False)
    with pytest.raises(NotPermittedError, match="second person"):
        home.seconds(asking)
    home.says(asking, Say.OWN)
    home.judges(asking, likely=False, by=home.mo)
    with pytest.raises(NotPermittedError, match="second person"):
        home.seconds(asking)


def test_private_words_go_to_nobody_whatever_was_said(home: Home) -> None:
    home.event = home.writes("a secret", to=home.sam)
    asking = home.asks(Use.FILE, home.mum.id)
    home.says(asking, Say.OWN)
    home.judges(asking, likely=False)
    with pytest.raises(NotPermittedError):
        home.seconds(asking)
    assert home.refused()
    shared = home.asks(Use.SHARED, home.mum.id)
    home.says(shared, Say.OWN)
    assert home.refused()


def test_nobody_else_reads_answers_or_decides(home: Home) -> None:
    asking = home.asks(Use.SHARED, home.mum.id)
    outside = make.account("partner")
    make.involved(outside, home.child)
    for other in (home.hers, make.account("lead"), outside, make.account("admin")):
        assert rows(other, "SELECT id FROM story_my_uses()") == []
        with pytest.raises(NotPermittedError):
            home.says(asking, Say.OWN, other)
        assert not tries(other, "UPDATE story_wordsuse SET answer = 'own', answered_at = now()")
    assert rows(home.hers, "SELECT id FROM story_wordsuse") == []
    assert signed_in(home.hers).get(f"/my/words/asks/{asking}/").status_code == 404
    assert not tries(home.sam, "UPDATE story_wordsuse SET answer = 'own', answered_at = now()")
    with pytest.raises(NotPermittedError):
        home.asks(Use.PLAN, by=make.account("lead"))
    with pytest.raises(CannotBeError, match="Choose who would read them"):
        home.asks(Use.SHARED)
    assert Release.objects.using(make.OWNER).filter(kind="event").count() == 0


def test_what_a_worker_wrote_down_needs_no_such_asking(home: Home) -> None:
    with acting(actor := make.actor(home.sam)):
        event = actions.write_own_words(
            by=actor, persons=[home.child.id], text=[Marked("as she said it")], whose="Ada"
        )
    home.shares(event)
    with pytest.raises(NotPermittedError, match="did not come"), acting(actor := make.actor(home.sam)):
        uses.ask_for_use(by=actor, event=event, use=Use.PLAN, for_what="the plan")
