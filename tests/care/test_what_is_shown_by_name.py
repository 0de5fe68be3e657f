"""Parents and carers read of a child in care what was shown to them by name, and not a byte more."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from kith.access.models import Release
from kith.care import actions
from kith.care.actions import asking, living, reviewing
from kith.care.actions.showing import show, take_back_shown
from kith.care.models import CarePlanPart, HealthCheck, NotDelegated, Stay
from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.kinship import actions as kin
from kith.kinship.door import my_door
from kith.people.actions import rule_who_may_know
from kith.story.actions import start_not_yet_told
from tests.care.looked_after import came, child_and_worker, days_ago, doing
from tests.support import make
from tests.support.visit import signed_in

pytestmark = pytest.mark.database
ONCE = re.compile(rb'name="(csrfmiddlewaretoken|sending)" value="[^"]*"')
PAGE = "/my/in-care/"


class InCare:
    """Robin in care by agreement: his mother and his carer have accounts, and his worker works with all."""

    def __init__(self) -> None:
        self.child, self.worker = child_and_worker()
        self.mother, self.nan = make.person("Kim", born=None), make.person("Nora", born=None)
        self.hers, self.nans = make.account("parent"), make.account("carer")
        for account, person, capacity in ((self.hers, self.mother, "parent"), (self.nans, self.nan, "carer")):
            make.door(account, person)
            make.door(account, self.child, capacity)
            make.involved(self.worker, person)
        came(self.worker, self.child, days_ago(90))

    def shows(self, item: UUID, to: Any) -> None:
        doing(self.worker, show, item=item, reader=to.id, prepared=True, how_prepared="We sat down.")

    def reads(self, account: Any) -> str:
        return str(signed_in(account).get(PAGE).content.decode())

    def only(self, model: Any) -> UUID:
        found: UUID = model.objects.using(make.OWNER).get(person=self.child).id
        return found


@pytest.fixture
def home(kith_database: None) -> InCare:
    return InCare()


def test_a_carer_reads_what_they_decide_once_it_is_shown(home: InCare) -> None:
    assert "A haircut" not in home.reads(home.nans)
    home.shows(home.only(Stay), home.nan)
    page = home.reads(home.nans)
    assert "You decide these" in page
    assert "A haircut" in page
    assert "Photos at school" in page


def test_what_the_carer_does_not_decide_is_read_once_it_was_shown(home: InCare) -> None:
    home.shows(home.only(Stay), home.nan)
    reason = "The court said so."
    doing(
        home.worker,
        asking.keep_from_carer,
        person=home.child.id,
        matter="photos",
        decides="council",
        reason=reason,
    )
    page = home.reads(home.nans)
    assert reason not in page
    assert page.count("Photos at school") == 1
    home.shows(home.only(NotDelegated), home.nan)
    page = home.reads(home.nans)
    assert reason in page
    assert "the social worker decides." in page
    assert page.count("Photos at school") == 1


def test_family_cares_letter_reads_the_same_facts(home: InCare) -> None:
    caring = doing(
        home.worker,
        kin.record_caring,
        child=home.child.id,
        carer=home.nan.id,
        kind="foster",
        since=days_ago(80),
    )
    doing(home.worker, kin.show, item=caring, reader=home.nan.id, prepared=True, how_prepared="We sat down.")
    with acting(make.actor(home.worker)), pytest.raises(CannotBeError, match="In care"):
        kin.settle_decision(
            by=make.actor(home.worker), caring=caring, what="photo", may=False, words="The council."
        )
    doing(
        home.worker,
        asking.keep_from_carer,
        person=home.child.id,
        matter="photos",
        decides="council",
        reason="A court.",
    )

    def decides() -> dict[str, tuple[bool, str]]:
        with acting(make.actor(home.nans), read_only=True):
            return {
                each.body["what"]: (each.body["may"], each.body["words"]) for each in my_door().of("decide")
            }

    assert decides()["photo"] == (True, "")
    home.shows(home.only(NotDelegated), home.nan)
    assert decides()["photo"] == (False, "A court.")
    assert decides()["haircut"] == (True, "")
    letter = signed_in(home.nans).get(f"/my/caring/decide/{caring}/letter/").content.decode()
    assert letter.index("Somebody else decides") < letter.index("School photographs")
    hub = signed_in(home.worker).get(f"/people/{home.child.id}/kinship/").content.decode()
    assert "A court." in hub


def test_an_ask_is_shown_without_the_childs_own_words(home: InCare) -> None:
    from tests.care.test_asking_and_reviews import young_person

    ask = doing(young_person(home.child), asking.ask, matter="sleepover", said="At Mia’s, please.")
    home.shows(ask, home.nan)
    assert "Sleep at a friend" in home.reads(home.nans)
    doing(
        home.worker,
        asking.answer_ask,
        ask=ask,
        answer="yes",
        reason="Have a good time.",
        answered_by="Ruth Hart",
    )
    page = home.reads(home.nans)
    assert "Have a good time." in page
    assert "At Mia" not in page


def test_a_parent_reads_reviews_plan_and_health_as_shown_item_by_item(home: InCare) -> None:
    review = doing(home.worker, reviewing.plan_review, person=home.child.id, planned_for=days_ago(-9))
    doing(home.worker, living.plan_part, person=home.child.id, part="family", said="Sundays with Kim.")
    doing(
        home.worker,
        living.check_health,
        person=home.child.id,
        kind="dentist",
        on=days_ago(3),
        said="No holes.",
    )
    for item in (review, home.only(CarePlanPart), home.only(HealthCheck)):
        home.shows(item, home.mother)
    page = home.reads(home.hers)
    assert "Sundays with Kim." in page
    assert "No holes." in page
    assert "Sundays with Kim." not in home.reads(home.nans)
    doing(
        home.worker, reviewing.hold_review, review=review, held_on=days_ago(0), participation="PN1", decided="Stays.",
        for_child="You stay.", for_family="Robin stays, and comes on Sundays.",
    )  # fmt: skip
    assert "Robin stays" not in home.reads(home.hers)
    home.shows(review, home.mother)
    page = home.reads(home.hers)
    assert "Robin stays, and comes on Sundays." in page
    assert "You stay." not in page


def test_words_that_change_are_shown_anew(home: InCare) -> None:
    doing(home.worker, living.plan_part, person=home.child.id, part="family", said="Sundays with Kim.")
    home.shows(home.only(CarePlanPart), home.mother)
    doing(home.worker, living.plan_part, person=home.child.id, part="family", said="Not now.")
    page = home.reads(home.hers)
    assert "Not now." not in page
    assert "Sundays" not in page


def test_a_parent_takes_their_yes_back_and_the_workers_read_it(home: InCare) -> None:
    from kith.care.models import Agreement, LegalBasis
    from kith.story.models import Event

    law = home.only(LegalBasis)
    doing(
        home.worker, actions.agree, law=law, whose=home.mother.id, name="Kim", given_as="parent", agrees=True,
        on=days_ago(90), explained="In English, with her sister.", capacity=True, may_end_it=True, in_writing=True,
    )  # fmt: skip
    item = home.only(Agreement)
    with acting(make.actor(home.worker)), pytest.raises(NotPermittedError):
        show(by=make.actor(home.worker), item=item, reader=home.nan.id, prepared=True, how_prepared="No.")
    assert signed_in(home.hers).get(f"{PAGE}{item}/").status_code == 404
    home.shows(item, home.mother)
    assert "Take back my yes" in home.reads(home.hers)
    client = signed_in(home.hers)
    sent = client.post(f"{PAGE}{item}/", {"said": "I want him home."}, follow=True)
    assert "They ring you today" in sent.content.decode()
    told = Event.objects.using(make.OWNER).filter(about__person=home.mother, recorded_by=home.hers.id)
    assert told.count() == 1
    doing(home.worker, actions.take_back, agreement=item, on=days_ago(0))
    assert "You took it back on" in home.reads(home.hers)
    assert client.get(f"{PAGE}{item}/").status_code == 404


def test_what_was_not_shown_leaves_no_trace(home: InCare) -> None:
    def pages() -> dict[tuple[Any, str], bytes]:
        return {
            (account.id, page): ONCE.sub(b"", signed_in(account).get(page).content)
            for account in (home.hers, home.nans)
            for page in (PAGE, "/my/", "/my/by-when/")
        }

    review = doing(home.worker, reviewing.plan_review, person=home.child.id, planned_for=days_ago(-9))
    home.shows(review, home.mother)
    before = pages()
    since = timezone.now()
    doing(home.worker, start_not_yet_told, persons=[home.child.id], reason="Not safe yet.", since=since)
    doing(home.worker, reviewing.plan_review, person=home.child.id, planned_for=days_ago(-3))
    doing(
        home.worker,
        asking.keep_from_carer,
        person=home.child.id,
        matter="photos",
        decides="council",
        reason="A worry.",
    )
    doing(home.worker, living.plan_part, person=home.child.id, part="if_wrong", said="Another home is ready.")
    doing(
        home.worker, living.check_health, person=home.child.id, kind="eyes", on=days_ago(1), said="Bruises."
    )
    assert pages() == before


def test_a_parent_kept_apart_reads_what_one_reads_to_whom_nothing_was_shown(home: InCare) -> None:
    other, theirs = make.person("Ian", born=None), make.account("parent")
    make.door(theirs, other)
    make.door(theirs, home.child, "parent")
    make.involved(home.worker, other)

    def page() -> bytes:
        return ONCE.sub(b"", signed_in(theirs).get(PAGE).content)

    nothing = page()
    doing(
        home.worker,
        living.check_health,
        person=home.child.id,
        kind="dentist",
        on=days_ago(3),
        said="No holes.",
    )
    home.shows(home.only(HealthCheck), other)
    assert page() != nothing
    doing(
        home.worker, rule_who_may_know, person=home.child.id, other=other.id, may=False, reason="A court said so.",
        from_on=days_ago(1),
    )  # fmt: skip
    assert page() == nothing
    with acting(make.actor(home.worker)), pytest.raises(NotPermittedError, match="where somebody is"):
        show(
            by=make.actor(home.worker),
            item=home.only(HealthCheck),
            reader=other.id,
            prepared=True,
            how_prepared="x",
        )


def test_words_that_tell_where_the_child_lives_are_not_shown_to_a_parent(home: InCare) -> None:
    place = actions.Place(
        called="The Hollies", lines="12 Larch Way, Kithford", postcode="ZZ1 2AB", urn="", came_from=""
    )
    doing(home.worker, actions.say_where, stay=home.only(Stay), place=place)
    said = "He has the blue room at 12 Larch Way."
    doing(home.worker, living.plan_part, person=home.child.id, part="home", said=said)
    with acting(make.actor(home.worker)), pytest.raises(NotPermittedError, match="where somebody is"):
        show(
            by=make.actor(home.worker),
            item=home.only(CarePlanPart),
            reader=home.mother.id,
            prepared=True,
            how_prepared="x",
        )
    home.shows(home.only(CarePlanPart), home.nan)
    assert "blue room" in home.reads(home.nans)


def test_what_was_shown_is_taken_back(home: InCare) -> None:
    home.shows(home.only(Stay), home.nan)
    doing(home.worker, take_back_shown, item=home.only(Stay), reader=home.nan.id)
    assert "You decide these" not in home.reads(home.nans)
    assert not Release.objects.using(make.OWNER).filter(kind="care", withdrawn_at=None).exists()


def test_a_worker_shows_it_on_a_page_and_sees_the_words_first(home: InCare) -> None:
    item = home.only(Stay)
    client, here = signed_in(home.worker), f"/people/{home.child.id}/in-care/show/{item}/"
    assert here in client.get(f"/people/{home.child.id}/in-care/").content.decode()
    typed = {"reader": str(home.nan.id), "prepared": "yes", "how_prepared": "At her table."}
    first = client.post(here, typed).content.decode()
    assert "and to nobody else" in first
    assert "A haircut" in first
    assert client.post(here, typed | {"sure": "1"}).status_code == 302
    assert "You decide these" in home.reads(home.nans)
    assert "can read it" in client.get(here).content.decode()
    assert client.post(here, {"take_back": str(home.nan.id)}).status_code == 302
    assert client.post(here, {"take_back": "nobody"}).status_code == 404
    assert client.get(f"/people/{home.child.id}/in-care/show/{home.child.id}/").status_code == 404


def test_no_family_account_shows_anything_by_sql(home: InCare) -> None:
    with acting(make.actor(home.hers)), pytest.raises(NotPermittedError):
        show(
            by=make.actor(home.hers),
            item=home.only(Stay),
            reader=home.mother.id,
            prepared=True,
            how_prepared="x",
        )


def test_seen_as_a_carer_and_as_a_young_person_will_see_it(home: InCare) -> None:
    from tests.care.test_asking_and_reviews import young_person

    home.shows(home.only(Stay), home.nan)
    theirs, client = young_person(home.child), signed_in(home.worker)
    doing(theirs, asking.ask, matter="haircut", said="Short, please.")
    as_nan = client.get(f"/people/{home.nan.id}/see-as/{home.nans.id}/care/").content.decode()
    assert "You decide these" in as_nan
    as_paid = client.get(f"/people/{home.nan.id}/see-as/{home.nans.id}/money/").content.decode()
    assert "We do not pay you for a child now." in as_paid
    assert "Short, please." not in as_nan
    as_child = client.get(f"/people/{home.child.id}/see-as/{theirs.id}/care/").content.decode()
    assert "Short, please." in as_child
    assert "My keepsakes" in as_child
    assert "Where we pay it" not in as_paid


def test_what_the_worker_may_not_read_is_not_shown_through_anothers_eyes(home: InCare) -> None:
    home.shows(home.only(Stay), home.nan)
    other = make.account("social_worker")
    make.involved(other, home.nan)
    page = signed_in(other).get(f"/people/{home.nan.id}/see-as/{home.nans.id}/care/").content.decode()
    assert "You decide these" not in page
