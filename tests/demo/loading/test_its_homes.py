"""Kithshire's register of homes: prices as published, some road to fostering, children who wait, two places marked."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median

import pytest

from kith.core.acting import acting
from kith.homes.queries.money import compared
from kith.homes.queries.waiting import who_waits
from tests.demo.loading.conftest import TODAY, Rows
from tests.support import make as world
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
# Pounds a week, from the calibration figures: own foster, agency, children's home, supported accommodation.
PUBLISHED = {
    ("foster home", "this council"): (650, 750),
    ("foster home", "a private provider"): (1050, 1200),
    ("children’s home", "a private provider"): (5000, 7500),
    ("supported accommodation", "a private provider"): (900, 1100),
}


def test_its_register_holds_to_the_figures_marks_what_is_unlawful_and_shows_who_waits(
    make: Callable[..., dict[str, int]], rows: Rows
) -> None:
    made = make()
    assert made["homes_home"] >= 30
    with acting(world.actor(world.account("director"))):
        middles = {(each.kind, each.provider): int(each.middle) for each in compared(TODAY)}
    for key, (low, high) in PUBLISHED.items():
        assert low <= middles[key] <= high, key
    lawful = """SELECT h.name FROM homes_home h WHERE h.kind <> 'foster' AND NOT EXISTS (
        SELECT FROM homes_registration r WHERE r.home_id = h.id AND r.starts_on <= %s
           AND (r.ends_on IS NULL OR r.ends_on > %s))"""
    assert len(rows(lawful, TODAY, TODAY)) == 3, (
        "one never registered, two that ceased to be, one with a boy there"
    )
    private = rows(
        "SELECT sum(h.places) FILTER (WHERE p.kind = 'private'), sum(h.places) FROM homes_home h"
        " JOIN homes_provider p ON p.id = h.provider_id WHERE h.kind = 'residential'"
    )[0]
    assert 0.6 <= private[0] / private[1] <= 0.95

    _who_waits(made, rows)
    _told_to_the_director(rows)


def _told_to_the_director(rows: Rows) -> None:
    """Of the boy whose home lost its registration, without its name; and what happened at the twins' is on its page."""
    from kith.access.models import Account

    director, worker = (
        signed_in(Account.objects.using("owner").get(login=f"{each}@kithshire.example"))
        for each in ("director", "social-worker")
    )
    ((name,),) = rows(
        "SELECT h.name FROM homes_home h JOIN care_stayplace p ON p.home = h.id JOIN care_stay s ON s.id = p.stay_id"
        " WHERE h.kind = 'supported' AND s.ended_on IS NULL"
    )
    told = words_of(director.get("/"))
    assert "A child slept where no child should" in told
    assert "the home is not registered" in told
    assert name not in told
    ((there,),) = rows("SELECT DISTINCT home_id FROM homes_happened")
    page = words_of(worker.get(f"/homes/{there}/"))
    assert "A serious complaint about the carers" in page
    assert "Not notified yet" in page
    assert "had a serious accident" in page


def _who_waits(made: dict[str, int], rows: Rows) -> None:
    with acting(world.actor(world.account("director"))):
        waiting = who_waits(TODAY)
    assert len(waiting) == made["homes_search"] >= 4
    assert any(each.group > 1 for each in waiting)
    assert all(0 <= each.age < 18 for each in waiting)
    days = [
        number
        for (number,) in rows(
            'SELECT max(s."on") FILTER (WHERE s.stage = \'approved\') - min(s."on") FROM homes_enquirystep s'
            " GROUP BY s.enquiry_id HAVING bool_or(s.stage = 'approved')"
        )
    ]
    assert days
    assert 100 <= median(days) <= 260
