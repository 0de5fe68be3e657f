"""One conference held as two meetings, apart: nothing of the one reaches those of the other."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.decisions import actions
from kith.decisions.models import FamilyMeeting, FamilyPlan, Invitation, NetworkPerson
from kith.decisions.queries.staff import offers
from tests.decisions.tale import Tale, today
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


class Apart(Tale):
    """Ada and Mara have named Uncle Vic, who comes with Rhys."""

    def __init__(self) -> None:
        super().__init__()
        self.asks_coordinator()
        with acting(by := make.actor(self.coordinator)):
            actions.name_person(by=by, meeting=self.own.id, name="Uncle Vic", tie="uncle", named_by="Ada")
        for name in ("Ada", "Mara", "Rhys", "Uncle Vic"):
            self.settles(self.of(name))
            self.readies(self.of(name))

    def part(self, *names: str, meeting: UUID | None = None) -> UUID:
        with acting(by := make.actor(self.coordinator)):
            people = [self.anywhere(name).id for name in names]
            return actions.meet_apart(by=by, meeting=meeting or self.own.id, people=people)

    def anywhere(self, name: str) -> NetworkPerson:
        return NetworkPerson.objects.using(make.OWNER).get(
            meeting__offer_id=self.lived.id, name__startswith=name
        )


@pytest.fixture
def tale(kith_database: None) -> Apart:
    return Apart()


def test_the_coordinator_holds_two_meetings_each_with_its_own_people_and_the_child_of_both(
    tale: Apart,
) -> None:
    other = tale.part("Rhys", "Uncle Vic")
    rows = NetworkPerson.objects.using(make.OWNER)
    assert sorted(rows.filter(meeting=other).values_list("name", flat=True)) == [
        "Ada Reed",
        "Rhys Pike",
        "Uncle Vic",
    ]
    assert sorted(rows.filter(meeting=tale.own).values_list("name", flat=True)) == ["Ada Reed", "Mara Reed"]
    made = FamilyMeeting.objects.using(make.OWNER).get(id=other)
    assert (made.offer_id, made.coordinator_id, made.kind, made.apart_from_id) == (
        tale.lived.id, tale.coordinator.id, tale.own.kind, tale.own.id,
    )  # fmt: skip
    # And back again; there is no third.
    assert tale.part("Uncle Vic", meeting=other) == tale.own.id
    assert FamilyMeeting.objects.using(make.OWNER).filter(offer=tale.lived).count() == 2
    with acting(make.actor(tale.lead)):
        (offer,) = [each for each in offers([tale.child.id]) if each.id == tale.lived.id]
        assert sorted(each.apart for each in offer.meetings) == [False, True]


def test_no_day_place_or_name_of_the_one_goes_to_somebody_of_the_other(tale: Apart) -> None:
    tale.part("Rhys", "Uncle Vic")
    hers = tale.invites(tale.anywhere("Mara"), days=7, place="The library")
    rhys = tale.anywhere("Rhys")
    for days, place in ((7, "The harbour hall"), (9, "The library"), (9, "the library, room two")):
        with pytest.raises(NotPermittedError, match="kept apart"):
            tale.invites(rhys, days=days, place=place)
    with acting(by := make.actor(tale.coordinator)), pytest.raises(NotPermittedError, match="kept apart"):
        actions.invite(
            by=by, person=rhys.id, way="letter", at=hers.come_at.replace(year=hers.come_at.year + 1), on=today(),
            words="Mara Reed comes another day.", prepared=True, how_prepared="Rang.",
        )  # fmt: skip
    assert tale.invites(rhys, days=9, place="The harbour hall")
    page = words_of(signed_in(tale.ex).get("/my/meetings/"))
    assert "harbour" in page
    assert "library" not in page
    assert "harbour" not in words_of(signed_in(tale.parent).get("/my/meetings/"))


def test_the_database_asks_the_same_of_an_invitation(tale: Apart) -> None:
    tale.part("Rhys", "Uncle Vic")
    hers = tale.invites(tale.anywhere("Mara"), days=7, place="The library")
    with acting(make.actor(tale.coordinator)), pytest.raises(DatabaseError), transaction.atomic():
        Invitation(
            network_id=tale.anywhere("Rhys").id, way="page", come_at=hers.come_at, place="Elsewhere", sent_on=today(),
            recorded_by=tale.coordinator.id,
        ).save(force_insert=True)  # fmt: skip


def test_the_plan_of_the_one_is_shown_to_nobody_of_the_other(tale: Apart) -> None:
    tale.part("Rhys")
    tale.agrees("Nan has Ada on Fridays.")
    plan = FamilyPlan.objects.using(make.OWNER).get(meeting=tale.own)
    with acting(make.actor(tale.coordinator)), connection.cursor() as cursor:
        for reader, may in ((tale.mum, True), (tale.dad, False)):
            cursor.execute("SELECT decisions_may_release(%s, %s)", [plan.id, reader.id])
            assert cursor.fetchone()[0] is may


def test_nobody_is_moved_who_knows_the_day_nor_a_child_nor_by_another(tale: Apart) -> None:
    tale.invites(tale.of("Rhys"))
    for name in ("Rhys", "Ada"):
        with pytest.raises(NotPermittedError, match="not invited to this meeting yet"):
            tale.part(name)
    for account in (tale.other_coordinator, tale.lead, tale.manager):
        with acting(by := make.actor(account)), pytest.raises(NotPermittedError):
            actions.meet_apart(by=by, meeting=tale.own.id, people=[tale.of("Uncle").id])
    assert FamilyMeeting.objects.using(make.OWNER).filter(offer=tale.lived).count() == 1


def test_the_page_offers_it_and_names_both_meetings(tale: Apart) -> None:
    client, to = signed_in(tale.coordinator), f"/meetings/{tale.own.id}/"
    assert "Hold two meetings, apart" in words_of(client.get(to))
    form = words_of(client.get(f"{to}apart/"))
    assert "Uncle Vic" in form
    assert "Ada Reed" not in form
    assert client.post(f"{to}apart/", {"people": [str(tale.of("Uncle").id)]}).status_code == 302
    page = words_of(client.get(to))
    assert "This conference is held as two meetings, apart." in page
    assert "Uncle Vic" not in page
