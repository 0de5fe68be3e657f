"""Who could care: named, settled, asked or not and why, said yes or no, ruled out, and spoken against."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from kith.access.models import Account
from kith.access.permissions import Permission
from kith.access.roles import ROLES
from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.kinship import actions
from kith.kinship.models import Exploration, Explored, NeverBecause
from kith.kinship.queries import CouldCare, never_because, unexplored, who_could_care
from tests.access.tries import reads
from tests.plan.street import Street
from tests.support import make
from tests.support.visit import signed_in, words_of
from tests.walk.forms import forms_of

pytestmark = pytest.mark.database


class Kin(Street):
    """The mother named her own mother, who may be asked."""

    def __init__(self) -> None:
        super().__init__()
        self.nan = self.names("Nan Nora", may_ask="may", settled_with="Ada and Mara")
        self.page = f"/people/{self.child.id}/who-could-care/"

    def does(self, what: Any, by: Account | None = None, **facts: Any) -> Any:
        actor = make.actor(by or self.lead)
        with acting(actor):
            return what(by=actor, **facts)

    def names(self, name: str, **facts: Any) -> UUID:
        made: UUID = self.does(
            actions.name_somebody, child=self.child.id, name=name, named_by="Mara", **facts
        )
        return made

    def came(self, outcome: str, who: UUID | None = None, **facts: Any) -> UUID:
        told = {"exploration": who or self.nan, "outcome": outcome, "on": today()} | facts
        made: UUID = self.does(actions.explore, **told)
        return made

    def of(self, name: str) -> CouldCare:
        with acting(make.actor(self.lead)):
            return next(each for each in who_could_care([self.child.id]) if each.name == name)

    def waiting(self) -> list[str]:
        with acting(make.actor(self.lead)):
            return unexplored([self.child.id])


def today() -> date:
    return timezone.localdate()


@pytest.fixture
def kin(kith_database: None) -> Kin:
    return Kin()


def test_everybody_named_waits_for_an_outcome_and_never_is_one(kin: Kin) -> None:
    kin.names("Uncle Jo")
    kin.names("Rhys", may_ask="never", settled_with="Mara", never_because="He hurt her.")
    assert kin.waiting() == ["Nan Nora", "Uncle Jo"]
    kin.came("asked")
    kin.came("not_asked", kin.of("Uncle Jo").id, why_not="ill", reason="He is in hospital.")
    assert kin.waiting() == []
    assert [kin.of(each).stands for each in ("Nan Nora", "Uncle Jo", "Rhys")] == [
        "was asked",
        "was not asked",
        "never to be asked",
    ]


def test_the_last_outcome_holds_and_the_earlier_ones_stay(kin: Kin) -> None:
    for outcome, facts in (
        ("asked", {}),
        ("yes", {"words": "Of course."}),
        ("ruled_out", {"reason": "Ill."}),
    ):
        kin.came(outcome, **facts)
    assert [each.says for each in kin.of("Nan Nora").came] == ["was ruled out", "said yes", "was asked"]
    assert kin.of("Nan Nora").came[1].words == "Of course."


@pytest.mark.parametrize(
    ("outcome", "facts", "says"),
    [
        ("not_asked", {"why_not": "other"}, "Say why"),
        ("not_asked", {"reason": "They moved."}, "Choose what kept you"),
        ("ruled_out", {}, "Say why"),
    ],
)
def test_what_cannot_be_said_is_refused(kin: Kin, outcome: str, facts: dict[str, Any], says: str) -> None:
    with pytest.raises(CannotBeError, match=says):
        kin.came(outcome, **facts)
    assert kin.waiting() == ["Nan Nora"]


def test_nobody_was_asked_tomorrow(kin: Kin) -> None:
    with pytest.raises(CannotBeError, match="still to come"):
        kin.came("asked", on=today() + timedelta(days=1))
    assert kin.waiting() == ["Nan Nora"]


@pytest.mark.parametrize(
    "reason", ["It would cost too much.", "She can't afford a bed", "£200 a week", "No budget"]
)
def test_what_it_costs_is_never_a_reason_not_to_ask(kin: Kin, reason: str) -> None:
    with pytest.raises(CannotBeError, match="never a reason not to ask"):
        kin.came("not_asked", why_not="other", reason=reason)
    kin.came("not_asked", why_not="other", reason="She lives on a boat that accosts nobody.")


def test_nobody_is_asked_before_that_is_settled_and_if_they_were_it_is_marked(kin: Kin) -> None:
    jo = kin.names("Uncle Jo", may_ask="only_if", settled_with="Ada", only_if="Mara")
    with pytest.raises(CannotBeError, match="not settled"):
        kin.came("asked", jo)
    kin.came("asked", jo, all_the_same=True)
    assert kin.of("Uncle Jo").came[0].against_map
    settled = {"may_ask": "only_if", "settled_with": "Ada", "only_if": "Mara", "only_if_agreed_on": today()}
    kin.does(actions.settle_asking, exploration=jo, **settled)
    kin.came("asked", jo)
    assert not kin.of("Uncle Jo").came[0].against_map


def test_the_form_as_it_was_drawn_keeps_the_day_on_which_they_agreed(kin: Kin) -> None:
    jo = kin.names("Uncle Jo", may_ask="only_if", settled_with="Ada", only_if="Mara")
    settled = {"may_ask": "only_if", "settled_with": "Ada", "only_if": "Mara", "only_if_agreed_on": today()}
    kin.does(actions.settle_asking, exploration=jo, **settled)
    client, address = signed_in(kin.lead), f"{kin.page}{jo}/ask/"
    (drawn,) = [
        each
        for each in forms_of(client.get(address).content.decode(), address)
        if "settled_with" in each.names
    ]
    assert client.post(address, drawn.filled()).status_code == 302
    assert Exploration.objects.using(make.OWNER).get(id=jo).only_if_agreed_on == today()
    kin.does(actions.settle_asking, exploration=jo, **(settled | {"may_ask": "may"}))
    assert Exploration.objects.using(make.OWNER).get(id=jo).only_if_agreed_on is None


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"may_ask": "may"}, "with whom"),
        ({"may_ask": "only_if", "settled_with": "Ada"}, "has to agree"),
        ({"may_ask": "never", "settled_with": "Ada"}, "Say why"),
        ({"name": " "}, "calls them"),
        ({"named_by": ""}, "who named"),
    ],
)
def test_naming_says_who_and_with_whom_it_was_settled(kin: Kin, facts: dict[str, Any], says: str) -> None:
    told = {"child": kin.child.id, "name": "Uncle Jo", "named_by": "Mara"} | facts
    with pytest.raises(CannotBeError, match=says):
        kin.does(actions.name_somebody, **told)


def test_why_never_is_read_by_who_wrote_it_and_by_a_manager_alone(kin: Kin) -> None:
    rhys = kin.names("Rhys", may_ask="never", settled_with="Mara", never_because="He hurt her.")
    other = make.account("social_worker")
    for each in (other, kin.manager):
        make.involved(each, kin.child)
    for account, said in ((kin.lead, "He hurt her."), (kin.manager, "He hurt her."), (other, "")):
        with acting(make.actor(account)):
            assert [each.reason for each in never_because(rhys)] == ([said] if said else [])
            assert who_could_care([kin.child.id])[-1].never
    assert reads(other, "SELECT reason FROM kinship_neverbecauseevent") == []


def test_an_outcome_is_spoken_against_and_answered_once(kin: Kin) -> None:
    out = kin.came("ruled_out", reason="She is 71.")
    said = kin.does(actions.challenge, explored=out, by_whom="Nan Nora", words="I run every day.", on=today())
    with pytest.raises(CannotBeError, match="comes after"):
        kin.does(actions.answer_challenge, challenge=said, answer="x", on=today() - timedelta(days=1))
    kin.does(actions.answer_challenge, challenge=said, answer="You are right. We ask again.", on=today())
    with pytest.raises(NotPermittedError):
        kin.does(actions.answer_challenge, challenge=said, answer="No.", on=today())
    [one] = kin.of("Nan Nora").came[0].challenges
    assert (one.by_whom, one.words, one.answer) == (
        "Nan Nora",
        "I run every day.",
        "You are right. We ask again.",
    )


@pytest.mark.parametrize("role", sorted(ROLES))
def test_it_is_read_by_the_roles_that_answer_for_a_record_and_by_no_other(kin: Kin, role: str) -> None:
    account = make.account(role)
    make.involved(account, kin.child)
    may = Permission.ANSWER_FOR in ROLES[role].may
    assert bool(reads(account, "SELECT id FROM kinship_exploration")) is may
    kin.came("asked")
    assert bool(reads(account, "SELECT id FROM kinship_explored")) is may


def test_nobody_of_the_family_reads_a_row_and_no_stranger(kin: Kin) -> None:
    kin.came("asked")
    for account in (kin.mother, kin.father, kin.young, kin.outside("partner"), make.account("lead")):
        for table in ("exploration", "explored", "challenge", "neverbecause", "explorationevent"):
            assert reads(account, f"SELECT * FROM kinship_{table}") == []
    with acting(make.actor(kin.lead).seeing_as(kin.mother.id), read_only=True):
        assert not Exploration.objects.exists()


def test_past_the_actions_the_database_refuses(kin: Kin) -> None:
    by = make.actor(kin.lead)
    stranger = make.actor(make.account("lead"))
    row = {"child": kin.child, "name": "X", "named_by": "Y"}
    for actor, facts in (
        (stranger, row | {"recorded_by": stranger.id}),
        (by, row | {"recorded_by": kin.manager.id}),
        (by, row | {"recorded_by": by.id, "from_map": kin.nan}),
        (by, row | {"recorded_by": by.id, "could_care": True}),
    ):
        with acting(actor), pytest.raises(DatabaseError), transaction.atomic():
            Exploration.objects.create(**facts)
    kin.came("ruled_out", reason="Ill.")
    with acting(by), pytest.raises(DatabaseError), transaction.atomic():
        Explored.objects.update(reason="Something else")
    with acting(by), pytest.raises(DatabaseError), transaction.atomic():
        NeverBecause.objects.create(exploration_id=kin.nan, reason="x", recorded_by=kin.manager.id)


def test_the_pages_lead_from_naming_to_an_answer(kin: Kin) -> None:
    client = signed_in(kin.lead)
    assert "1 person without an outcome yet: Nan Nora" in words_of(client.get(kin.page))
    assert "1 person who could care has no outcome yet" in words_of(
        client.get(f"/people/{kin.child.id}/homes/")
    )
    client.post(
        f"{kin.page}name/",
        {"name": "Coach Dee", "named_by": "Ada", "words": "He is kind.", "may_ask": "not_yet"},
    )
    dee = kin.of("Coach Dee")
    one = f"{kin.page}{dee.id}/"
    assert "He is kind." in words_of(client.get(one))
    day = {"on_day": today().day, "on_month": today().month, "on_year": today().year}
    refused = words_of(client.post(f"{one}came/", day | {"outcome": "asked"}))
    assert "They were asked all the same" in refused
    client.post(f"{one}ask/", {"may_ask": "may", "settled_with": "Ada"})
    client.post(f"{one}came/", day | {"outcome": "ruled_out", "reason": "He moved away."})
    out = kin.of("Coach Dee").came[0].id
    client.post(f"{one}came/{out}/wrong/", day | {"by_whom": "Ada", "words": "He came back."})
    said = kin.of("Coach Dee").came[0].challenges[0].id
    client.post(f"{one}wrong/{said}/", day | {"answer": "Then we ask him."})
    assert "Answered on" in words_of(client.get(one))
    assert client.get(f"/people/{kin.brother.id}/who-could-care/{dee.id}/").status_code == 404


def test_a_second_reason_for_never_is_kept_locked_to_its_author_and_read_by_a_manager(kin: Kin) -> None:
    rhys = kin.names("Rhys", may_ask="never", settled_with="Mara", never_because="He hurt her.")
    other = make.account("social_worker")
    for each in (other, kin.manager):
        make.involved(each, kin.child)
    with acting(by := make.actor(other)):
        actions.settle_asking(
            by=by,
            exploration=rhys,
            may_ask="never",
            settled_with="Ada",
            never_because="She is afraid of him.",
        )
    for account, said in (
        (kin.lead, ["He hurt her."]),
        (other, ["She is afraid of him."]),
        (kin.manager, ["He hurt her.", "She is afraid of him."]),
    ):
        with acting(make.actor(account)):
            assert [each.reason for each in never_because(rhys)] == said


def test_whoever_is_on_two_maps_stands_once_with_the_latest_of_each(kin: Kin) -> None:
    nan = make.person("Nora", "Reed", born=None)
    rows = [
        Exploration.objects.using(make.OWNER).create(
            child=kin.child, person=nan, name=name, named_by="Ada", may_ask=may, settled_with="Ada"
        )
        for name, may in (("Nan Nora", "may"), ("Granny", "may"))
    ]
    same_name = make.person("Nora", "Reed", born=None)
    Exploration.objects.using(make.OWNER).create(
        child=kin.child, person=same_name, name="Nan Nora", named_by="Mara"
    )
    with acting(make.actor(kin.lead)):
        lines = [each for each in who_could_care([kin.child.id]) if each.person == nan.id]
        assert [len(each.others) for each in lines] == [1]
        assert not lines[0].has_outcome
        assert unexplored([kin.child.id]).count("Nan Nora") == 1
    kin.does(actions.explore, exploration=rows[1].id, outcome="yes", on=today())
    with acting(make.actor(kin.lead)):
        (line,) = [each for each in who_could_care([kin.child.id]) if each.person == nan.id]
        assert (line.name, line.outcome, line.others[0].name, line.others[0].outcome) == (
            "Granny",
            "yes",
            "Nan Nora",
            "",
        )
        # The other Nora, of whom nothing was said, is not made her by her name.
        assert "Nan Nora" in unexplored([kin.child.id])
    Exploration.objects.using(make.OWNER).filter(id=rows[0].id).update(may_ask="never")
    with acting(make.actor(kin.lead)):
        (line,) = [each for each in who_could_care([kin.child.id]) if each.person == nan.id]
        assert line.never
        assert not line.may_be_asked
    page = words_of(signed_in(kin.lead).get(f"/people/{kin.child.id}/who-could-care/"))
    assert "Also named by hand, as Nan Nora : never to be asked" in page
    one = words_of(signed_in(kin.lead).get(f"/people/{kin.child.id}/who-could-care/{rows[0].id}/"))
    assert "The same person also stands here, named by hand, as Granny : said yes" in one
