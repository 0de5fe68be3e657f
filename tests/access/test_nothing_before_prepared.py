"""Nothing is shown before a worker has said that its reader is prepared for it: one rule in all rooms."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db.utils import IntegrityError
from django.utils import timezone

from kith.access.allocating.told import Told
from kith.access.allocating.told import release as tell_of_worker
from kith.access.models import Release
from kith.access.models.door import ReleasedKind
from kith.core.acting import acting
from kith.core.action import CannotBeError
from kith.core.prepared import refuse_unprepared
from kith.decisions.actions.common import release as release_of_meeting
from kith.help.actions.showing import show_help
from kith.law.telling.actions import tell_what_is_due
from kith.plan import actions as plans
from tests.plan.street import Street
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
NOT_YET = {"prepared": False, "how_prepared": "She was out."}


@pytest.fixture
def street() -> Street:
    return Street()


def rooms(street: Street) -> dict[str, Callable[[], object]]:
    by, mum, item = make.actor(street.lead), street.mum.id, street.goal(street.plan()).id
    plan = plans_of(street)
    return {
        "plan": lambda: plans.share_lines(by=by, plan=plan, items=[item], reader=mum, **NOT_YET),
        "help": lambda: show_help(by=by, item=item, reader=mum, **NOT_YET),
        "law": lambda: tell_what_is_due(by=by, persons=[street.child.id], matter=item, reader=mum, **NOT_YET),
        "meeting": lambda: release_of_meeting(by, mum, [item], **NOT_YET),
        "worker": lambda: tell_of_worker(
            by, [street.child.id], [], item, Told((mum,), False, "She was out.")
        ),
    }


def plans_of(street: Street) -> object:
    from kith.plan.models import Plan

    return Plan.objects.using(make.OWNER).latest("recorded_at").id


@pytest.mark.parametrize("room", ["plan", "help", "law", "meeting", "worker"])
def test_no_room_shows_anything_and_each_says_what_to_do_first(street: Street, room: str) -> None:
    act = rooms(street)[room]
    with acting(make.actor(street.lead)), pytest.raises(CannotBeError, match="Prepare them first"):
        act()
    assert not Release.objects.using(make.OWNER).exists()


@pytest.mark.parametrize("kind", [each.value for each in ReleasedKind])
def test_the_database_takes_no_release_of_somebody_who_was_not_prepared_from_any_login(
    street: Street, kind: str
) -> None:
    row = {"reader": street.mum, "kind": kind, "item": street.child.id, "released_at": timezone.now()}
    with pytest.raises(IntegrityError, match="release_prepared"):
        Release.objects.using(make.OWNER).create(prepared=False, how_prepared="She was out.", **row)
    # What was so once is history, and stays.
    gone = Release.objects.using(make.OWNER).create(prepared=False, withdrawn_at=timezone.now(), **row)
    with pytest.raises(IntegrityError, match="release_prepared"):
        Release.objects.using(make.OWNER).filter(id=gone.id).update(withdrawn_at=None)


def test_a_yes_needs_a_how() -> None:
    with pytest.raises(CannotBeError, match="Say how"):
        refuse_unprepared(prepared=True, how="  ")
    assert refuse_unprepared(prepared=True, how=" At home. ") == "At home."


def test_the_page_keeps_what_was_typed_and_says_what_to_do_first(street: Street) -> None:
    goal = street.goal(street.plan(), "We eat together.")
    worker, to = signed_in(street.lead), f"/people/{street.child.id}/plan/share/?reader={street.mum.id}"
    form = {
        "reader": str(street.mum.id),
        "items": [str(goal.id)],
        "prepared": "no",
        "how_prepared": "She was out.",
    }
    said = words_of(worker.post(to, form))
    assert "Nothing was shown. Prepare them first" in said
    assert "She was out." in said
    assert not Release.objects.using(make.OWNER).exists()


def test_a_worker_begins_though_nobody_of_the_family_is_prepared_yet(street: Street) -> None:
    """It waits on nothing: they are told when they are prepared, and the worker works from today."""
    manager = make.account("manager", in_team=street.team)
    make.involved(manager, street.child)
    ines = make.account("social_worker", display_name="Ines Okafor", in_team=street.team)
    worker, to = signed_in(manager), f"/people/{street.child.id}/workers/add/?worker={ines.id}"
    day = timezone.localdate()
    form = {
        "role": "social_worker", "on_day": day.day, "on_month": day.month, "on_year": day.year,
        "told": [str(street.mum.id)], "prepared": "no", "how": "",
    }  # fmt: skip
    refused = words_of(worker.post(to, form))
    assert "Or tick nobody for now." in refused
    assert worker.post(to, form | {"told": []}).status_code == 302
    assert not Release.objects.using(make.OWNER).exists()
