"""Proceedings that the council began: the first hearing, how they ended, and the 26 weeks of section 32."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.law.due import obligations
from kith.people.actions import CannotBeError
from kith.protection import actions
from kith.protection.models import OrderApplication
from kith.returns.models import LoadedFile
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
DAY = timedelta(days=1)


class Court:
    def __init__(self, days_ago: int = 200) -> None:
        from uuid import uuid4

        kept = LoadedFile(run=uuid4(), name="-", kind="demo", collection_year="2015-16")
        kept.save(using=make.OWNER)
        LoadedFile.objects.using(make.OWNER).update(loaded_at=timezone.now() - 900 * DAY)
        self.child = make.person("Ada", born=date(2014, 5, 1))
        self.worker = make.account("social_worker")
        make.involved(self.worker, self.child, role="social_worker")
        self.asked_on = timezone.localdate() - days_ago * DAY
        self.application = OrderApplication.objects.using(make.OWNER).create(
            person=self.child, kind="care", applied_on=self.asked_on, meeting_stood="held", binding=False
        )

    def does(self, act: Any, **facts: Any) -> Any:
        by = make.actor(self.worker)
        with acting(by):
            return act(by=by, application=self.application.id, **facts)

    def states(self) -> dict[str, str]:
        with acting(make.actor(self.worker)):
            return {
                each.duty: each.state
                for each in obligations([self.child.id])
                if each.duty in {"PL-06", "PL-07"}
            }


def test_proceedings_run_until_they_end_and_are_judged_by_the_day_on_which_they_do() -> None:
    court = Court(200)
    assert court.states() == {"PL-06": "late", "PL-07": "late"}
    court.does(actions.record_first_hearing, held_on=court.asked_on + 10 * DAY)
    assert court.states()["PL-07"] == "met"
    court.does(actions.end_application, on=court.asked_on + 181 * DAY, how="A care order was made.")
    assert court.states()["PL-06"] == "met", "the day of issue is the first of 182"


def test_a_day_more_than_26_weeks_is_late() -> None:
    court = Court(200)
    court.does(actions.end_application, on=court.asked_on + 182 * DAY, how="A care order was made.")
    assert court.states()["PL-06"] == "met_late"


def test_what_cannot_be_is_refused_with_its_field() -> None:
    court, today = Court(30), timezone.localdate()
    for act, facts, field in (
        (actions.end_application, {"on": today + DAY, "how": "x"}, "on"),
        (actions.end_application, {"on": court.asked_on - DAY, "how": "x"}, "on"),
        (actions.end_application, {"on": today, "how": "  "}, "how"),
        (actions.record_first_hearing, {"held_on": court.asked_on - DAY}, "held_on"),
    ):
        with pytest.raises(CannotBeError) as refused:
            court.does(act, **facts)
        assert refused.value.field == field
    court.does(actions.record_first_hearing, held_on=today - DAY)
    with pytest.raises(CannotBeError, match="later than that day"):
        court.does(actions.end_application, on=today - 2 * DAY, how="x")
    court.does(actions.end_application, on=today, how="Withdrawn.")
    with pytest.raises(CannotBeError, match="already"):
        court.does(actions.end_application, on=today, how="Withdrawn.")


def test_nobody_ends_what_is_not_open_to_them() -> None:
    court = Court()
    by = make.actor(make.account("social_worker"))
    with acting(by), pytest.raises(NotPermittedError):
        actions.end_application(by=by, application=court.application.id, on=timezone.localdate(), how="x")


def test_the_worker_ends_it_on_a_page_and_an_anothers_application_is_not_there() -> None:
    court, other, day = Court(), Court(), timezone.localdate()
    client, home = signed_in(court.worker), f"/people/{court.child.id}/before-court/"
    address = f"/people/{court.child.id}/in-court/{court.application.id}/end/"
    assert address in client.get(home).content.decode()
    assert client.get(f"/people/{court.child.id}/in-court/{other.application.id}/end/").status_code == 404
    assert client.get(f"/people/{court.child.id}/in-court/{court.application.id}/x/").status_code == 404
    sent = {"on_day": str(day.day), "on_month": str(day.month), "on_year": str(day.year), "how": "Withdrawn."}
    assert "still to come" in words_of(client.post(address, sent | {"on_year": "2999"}))
    assert client.post(address, sent).status_code == 302
    words = words_of(client.get(home))
    assert "Withdrawn." in words
    assert address not in client.get(home).content.decode()
