"""A lead who is ended, and another who is added: what the family was not asked is owed within two working days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from kith.access.allocating import actions as allocating
from kith.access.models import Account, Involvement
from kith.access.models.involvement import InvolvementRole
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.help import actions
from kith.help.models import HelpFact, LeadChange
from kith.help.queries.leads import leads_owed
from kith.law.calendar import add_working_days
from kith.law.due import obligations
from tests.help.families import Mosses, does
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
SAYS = "The lead changed from Rosa Lindqvist to Sam Hill: nobody asked the family yet"


@pytest.fixture
def home() -> Mosses:
    return Mosses()


def swapped(home: Mosses, to: Account | None = None) -> Involvement:
    """Tonight: one press ends, one begins. Nothing stands before either."""
    both, today = [home.ada.id, home.mara.id], timezone.localdate()
    facts = {"persons": both, "on": today, "reason": "Rosa is ill"}
    does(home.mo, allocating.end_work, involvements=[home.held.id], **facts)
    make.involved(home.mo, home.ada, role="social_worker")
    make.involved(home.mo, home.mara, role="social_worker")
    by = make.actor(home.mo)
    with acting(by):
        (made,) = allocating.begin_work(
            by=by, persons=both, family=home.family.id, account=(to or home.sam).id,
            role=InvolvementRole.LEAD_PRACTITIONER, on=today,
        )  # fmt: skip
    return made


def owed(account: Account, home: Mosses | None = None) -> int:
    with acting(make.actor(account)):
        return len(leads_owed(home.family.id if home else None))


def duty(home: Mosses) -> list[tuple[date | None, str]]:
    with acting(make.actor(home.sam)):
        found = obligations([home.ada.id])
        return [(each.due, str(each.state)) for each in found if each.duty == "FH-04"]


def test_it_is_told_to_the_new_lead_and_the_manager_and_runs_as_a_duty(home: Mosses) -> None:
    swapped(home)
    assert {each.kind for each in HelpFact.objects.using(make.OWNER).all()} == {"lead_changed"}
    assert duty(home) == [(add_working_days(timezone.localdate(), 2), "due")]
    for account in (home.sam, home.mo):
        assert SAYS in words_of(signed_in(account).get("/"))
    assert SAYS not in words_of(signed_in(make.account("lead")).get("/"))
    assert SAYS not in words_of(signed_in(home.rosa).get("/"))
    page = words_of(signed_in(home.sam).get(f"/families/{home.family.id}/help/"))
    assert "Nobody wrote down what the family thinks of it." in page


def test_it_is_met_once_the_family_was_asked(home: Mosses) -> None:
    made = swapped(home)
    client, to = signed_in(home.sam), f"/families/{home.family.id}/lead/{made.id}/owed/"
    form = {"reason": "Rosa is ill", "family_view": "We miss her.", "view_of": "Mara"}
    assert "Say when goodbye and hello are said" in words_of(client.post(to, form))
    assert client.post(to, form | {"no_visit_why": "She is in hospital."}).status_code == 302
    row = LeadChange.objects.using(make.OWNER).get()
    assert (row.old_id, row.new_id, row.family_view) == (home.rosa.id, home.sam.id, "We miss her.")
    assert [state for _due, state in duty(home)] == ["met"]
    assert owed(home.sam) == owed(home.mo) == owed(home.sam, home) == 0
    assert client.get(to).status_code == 404


def test_one_made_with_the_family_asked_first_owes_nothing(home: Mosses) -> None:
    farewell = actions.Farewell("Fine.", "Mara", None, None, "She has moved away.")
    does(
        home.mo, actions.change_lead, persons=[home.ada.id, home.mara.id], family=home.family.id,
        involvements=[home.held.id], to=home.sam.id, on=timezone.localdate(), reason="Rosa moves", farewell=farewell,
    )  # fmt: skip
    assert [state for _due, state in duty(home)] == ["met"]
    assert owed(home.sam) == 0


def test_a_first_lead_the_same_one_again_and_one_long_after_are_no_change(home: Mosses) -> None:
    swapped(home, to=home.rosa)
    assert not HelpFact.objects.using(make.OWNER).exists()
    other = Mosses()
    assert not HelpFact.objects.using(make.OWNER).exists()
    long_ago = timezone.localdate() - timedelta(days=200)
    Involvement.objects.using(make.OWNER).filter(id=other.held.id).update(during=(date(2020, 1, 1), long_ago))
    Involvement.objects.using(make.OWNER).create(
        account=other.sam, family=other.family, role="lead_practitioner", label_mask=1,
        during=(timezone.localdate(), None),
    )  # fmt: skip
    assert not HelpFact.objects.using(make.OWNER).exists()


def test_a_change_of_one_persons_lead_with_their_view_owes_nothing(home: Mosses) -> None:
    bo, rosa = make.person("Bo", "Reed"), make.account("lead", display_name="Rosa Two")
    held = make.involved(rosa, bo, role="lead_practitioner")
    make.involved(home.mo, bo, role="social_worker")
    facts = {
        "persons": [bo.id],
        "involvements": [held.id],
        "to": home.sam.id,
        "on": timezone.localdate(),
        "reason": "x",
    }
    does(home.mo, allocating.hand_over, family_view="I like Sam.", goodbye="On Monday.", **facts)
    assert {each.kind for each in HelpFact.objects.using(make.OWNER).filter(person=bo)} == {
        "lead_changed",
        "lead_told",
    }


def test_nobody_writes_a_change_that_was_not(home: Mosses) -> None:
    farewell = actions.Farewell("Fine.", "Mara", None, None, "Ill.")
    with pytest.raises(NotPermittedError, match="no such change"):
        does(
            home.rosa, actions.talk_over_change, family=home.family.id, old=home.rosa.id, new=home.sam.id,
            on=timezone.localdate(), reason="x", farewell=farewell,
        )  # fmt: skip


def test_told_in_the_first_hour_of_a_summers_day_it_was_told_on_that_day(home: Mosses) -> None:
    work = make.involved(home.sam, home.ada, role="social_worker")
    facts = {"recorded_by": home.mo.id, "source": "worker"}
    HelpFact.objects.using(make.OWNER).create(
        person=home.ada, matter=work.id, kind="lead_changed", happened_on=date(2026, 7, 10), **facts
    )
    LeadChange.objects.using(make.OWNER).create(
        family=home.family, old=home.rosa, new=home.sam, on=date(2026, 7, 10), reason="Rosa is ill",
        family_view="We miss her.", view_of="Mara", no_visit_why="She is in hospital.",
        recorded_at=datetime(2026, 7, 10, 23, 30, tzinfo=UTC), **facts,
    )  # fmt: skip
    told = HelpFact.objects.using(make.OWNER).get(kind="lead_told", person=home.ada)
    assert told.happened_on == date(2026, 7, 11)
