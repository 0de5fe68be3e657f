"""What help was offered or given is shown to one person by name: its words and day, to nobody else, and taken back."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from kith.access.apart import given_to
from kith.access.models import Account, NotYetTold, Release
from kith.access.models.door import ReleasedKind
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.help import actions
from kith.help.actions.showing import show_help, take_back_help
from kith.help.models import HelpOffer, Pot
from kith.people.actions import rule_who_may_know
from tests.access.tries import reads, tries
from tests.help.families import Mosses, does
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
DAY = date(2026, 1, 5)
HOW = {"prepared": True, "how_prepared": "We read it together."}
RELEASE = (
    "INSERT INTO access_release (id, recorded_at, recorded_by, source, reader_id, kind, item, prepared, how_prepared,"
    " released_at) VALUES (gen_random_uuid(), now(), %s, 'worker', %s, 'help', %s, true, 'x', now())"
)


class Helped(Mosses):
    """Mara and Rhys, Ada's father, each with a page; a bed was given, and a morning at nursery offered."""

    def __init__(self) -> None:
        super().__init__()
        self.dad = make.person("Rhys", "Moss", born=None)
        make.tied(self.ada, self.dad, "father")
        make.involved(self.rosa, self.dad)
        self.hers, self.his = make.account("parent"), make.account("parent")
        make.door(self.hers, self.mara)
        make.door(self.his, self.dad)
        pot = Pot.objects.using(make.OWNER).create(
            name="Winter fund", pays_for="what a child needs", pence=9_000, from_on=DAY
        )
        give = actions.give_practical_help
        self.bed: UUID = does(
            self.rosa, give, family=self.family.id, what="A bed", pence=4550, pot=pot.id, on=DAY
        ).id
        self.offer: UUID = self.offers("A morning at nursery")

    def offers(self, what: str, **more: Any) -> UUID:
        offer = actions.offer_help
        made = does(self.rosa, offer, person=self.ada.id, what=what, why="stage", on=DAY, **more)
        return UUID(str(made.id))

    def show(self, item: UUID, reader: UUID, by: Account | None = None) -> None:
        does(by or self.rosa, show_help, item=item, reader=reader, **HOW)

    def page(self, account: Account) -> str:
        account = Account.objects.using(make.OWNER).get(id=account.id)
        return words_of(signed_in(account).get("/my/help/"))


@pytest.fixture
def home() -> Helped:
    return Helped()


def test_a_worker_shows_it_to_her_alone_after_seeing_it_as_she_will(home: Helped) -> None:
    assert "It will then be here too." in home.page(home.hers)
    client = signed_in(home.rosa)
    address = f"/families/{home.family.id}/help/show/{home.bed}/"
    assert address in client.get(f"/families/{home.family.id}/help/").content.decode()
    press = {"reader": str(home.mara.id), "prepared": "yes", "how_prepared": "At home."}
    assert "Choose who may read it" in words_of(client.post(address, {}))
    seen = words_of(client.post(address, press))
    assert "This goes to Mara Moss , and to nobody else." in seen
    assert not Release.objects.using(make.OWNER).filter(kind="help").exists()
    assert client.post(address, press | {"sure": "1"}).status_code == 302
    page = home.page(home.hers)
    assert "A bed We gave you this on Monday 5 January 2026." in page
    for kept in ("45.50", "Winter fund", "Rosa", "nursery"):
        assert kept not in page
    assert "It will then be here too." in home.page(home.his)
    assert "Mara Moss can read it." in words_of(client.get(address))
    assert client.post(address, {"take_back": str(home.mara.id)}).status_code == 302
    assert "A bed" not in home.page(home.hers)


def test_it_is_seen_as_she_will_see_it(home: Helped) -> None:
    home.show(home.bed, home.mara.id)
    seen = words_of(signed_in(home.rosa).get(f"/people/{home.mara.id}/see-as/{home.hers.id}/"))
    assert "A bed We gave you this on" in seen
    assert "nursery" not in seen


def test_an_offer_is_told_as_an_offer_and_not_what_another_said_to_it(home: Helped) -> None:
    does(home.rosa, actions.answer_offer, offer=home.offer, answer="declined", on=DAY, words="not with her")
    home.show(home.offer, home.dad.id)
    page = home.page(home.his)
    assert "A morning at nursery We offered you this on Monday 5 January 2026." in page
    assert "not with her" not in page
    assert reads(home.his, "SELECT words FROM help_helpoffer") == []


def test_nothing_of_a_concern_not_told_is_shown_and_its_page_is_equal_to_the_byte(home: Helped) -> None:
    concern = NotYetTold.objects.using(make.OWNER).create(
        persons=[home.ada.id], reason="Police ask.", since=timezone.now()
    )
    hidden = home.offers("Somebody to talk to", concern=concern.id)
    with pytest.raises(NotPermittedError, match="cannot be shown"):
        home.show(hidden, home.mara.id)
    assert not tries(home.rosa, RELEASE, [home.rosa.id, home.mara.id, hidden])
    before = signed_in(home.hers).get("/my/help/").content
    Release.objects.using(make.OWNER).create(
        reader=home.mara, kind=ReleasedKind.HELP, item=hidden, prepared=True, released_at=timezone.now()
    )
    client = signed_in(home.hers)
    assert [each for each in reads(home.hers, "SELECT words FROM help_mine_to_read()")] == []
    assert b"Somebody to talk to" not in client.get("/my/help/").content
    assert len(before) == len(client.get("/my/help/").content)


def test_what_would_tell_somebody_kept_apart_is_refused_and_what_they_have_is_listed(home: Helped) -> None:
    make.home(home.mara, "4 Heron Close, Kithton", "ZZ9 9ZZ", protected=True)
    home.show(home.offer, home.dad.id)
    does(
        home.rosa, rule_who_may_know, person=home.mara.id, other=home.dad.id, may=False, reason="He hurt her.",
        from_on=timezone.localdate(),
    )  # fmt: skip
    tells = home.offers("A bus to Heron Close")
    with pytest.raises(NotPermittedError, match="Heron Close"):
        home.show(tells, home.dad.id)
    assert not tries(home.rosa, RELEASE, [home.rosa.id, home.dad.id, tells])
    with acting(make.actor(home.rosa)):
        assert [each.item for each in given_to(home.mara.id, home.dad.id)] == [home.offer]
    assert "A morning at nursery" in words_of(signed_in(home.rosa).get(f"/people/{home.mara.id}/kept-apart/"))


def test_nobody_else_shows_it_or_takes_it_back(home: Helped) -> None:
    home.show(home.bed, home.mara.id)
    stranger, outside = make.account("lead"), make.account("partner")
    make.involved(outside, home.mara)
    for other in (stranger, outside, home.hers, make.account("admin"), make.account("director")):
        assert not tries(other, RELEASE, [other.id, home.dad.id, home.bed]), other.role
        assert not tries(other, "UPDATE access_release SET withdrawn_at = now() WHERE kind = 'help'"), (
            other.role
        )
        with pytest.raises(NotPermittedError):
            does(other, take_back_help, item=home.bed, reader=home.mara.id)
    far = make.person("Cem")
    make.involved(home.rosa, far)
    with pytest.raises(NotPermittedError, match="cannot be shown"):
        home.show(home.bed, far.id)
    assert HelpOffer.objects.using(make.OWNER).count() == 1
