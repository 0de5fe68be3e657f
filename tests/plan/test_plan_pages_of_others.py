"""The plan's pages for a partner beside the family, and for the manager who agrees to it."""

from __future__ import annotations

import pytest

from kith.plan import actions
from tests.plan.acts import begun, does
from tests.plan.street import Street, ago
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


def test_a_partner_reads_what_was_shared_and_no_trace_of_the_rest_or_of_a_concern() -> None:
    street = Street()
    outside = street.outside("partner")
    client, base = signed_in(outside), f"/people/{street.child.id}/plan/"
    plan = begun(street)
    shared = does(street.lead, actions.add_step, plan=plan, words="Count the beds.", does_it="service")
    kept = does(street.lead, actions.add_goal, plan=plan, words="Kept.")
    given = {"plan": plan, "items": [shared], "organisation": outside.organisation_id}
    does(street.lead, actions.share_with_organisation, **given)
    page = words_of(client.get(base))
    assert "Count the beds." in page
    for hidden in ("Kept.", "Rhys", "harm", "Mara", "Add a goal"):
        assert hidden not in page, hidden
    assert client.get(f"{base}line/{kept}/").status_code == 404
    assert client.get(f"{base}versions/").status_code == 200
    concern = street.concern()
    does(street.lead, actions.add_step, plan=plan, words="Watch.", does_it="council", covert=concern)
    people = {street.child.id: "child", street.mum.id: "parent"}
    covert = {
        "family": street.family.id,
        "people": people,
        "basis": "early_help",
        "on": ago(1),
        "covert": concern,
    }
    hidden = does(street.lead, actions.start_plan, **covert)
    does(street.lead, actions.add_goal, plan=hidden, words="Hidden goal.")
    assert words_of(client.get(base)) == page
    assert words_of(client.get(f"{base}?plan={hidden}")) == page
    client.post(f"{base}line/{shared}/progress/", {"how": "well", "words": "Three beds."})
    assert "Three beds." in words_of(signed_in(street.lead).get(base))


def test_a_manager_is_told_what_to_add_and_then_reads_two_versions_side_by_side() -> None:
    street = Street()
    plan = begun(street)
    manager, base = signed_in(street.manager), f"/people/{street.child.id}/plan/"
    does(street.lead, actions.add_step, plan=plan, words="Home by ten.", does_it="parent", keeps_safe=True)
    told = words_of(manager.post(f"{base}agree/", {"why_only_parents": "Because."}))
    for wanting in (
        "for the council or another service",
        "each person who causes harm",
        "left to do that alone",
    ):
        assert wanting in told, wanting
    assert "Because." in told
    ours = does(
        street.lead, actions.add_step, plan=plan, words="Change the lock.", does_it="council", keeps_safe=True
    )
    does(
        street.lead,
        actions.add_step,
        plan=plan,
        words="His.",
        does_it="person_causing_harm",
        person=street.dad.id,
    )
    assert manager.post(f"{base}agree/", {}).status_code == 302
    does(street.lead, actions.finish_step, item=ours, on=ago(0))
    assert manager.post(f"{base}agree/", {"why_only_parents": "Ours is done."}).status_code == 302
    page = words_of(manager.get(f"{base}versions/"))
    assert "Version 1 beside version 2" in page
    assert "Done since" in page
    assert "It asks things of parents alone: Ours is done." in page


def test_the_whole_plan_is_looked_at_again_given_another_basis_and_ended() -> None:
    street = Street()
    begun(street)
    worker, base = signed_in(street.lead), f"/people/{street.child.id}/plan/"
    day = dict(zip(("on_day", "on_month", "on_year"), ago(1).strftime("%d %m %Y").split(), strict=True))
    assert "Who came" in words_of(worker.post(f"{base}review/", day | {"who_came": "Mara"}))
    said = day | {"who_came": "Mara", "what_changed": "Quieter."}
    assert worker.post(f"{base}review/", said).status_code == 302
    assert worker.post(f"{base}basis/", day | {"basis": "child_in_need"}).status_code == 302
    assert "Child in need" in words_of(worker.get(base))
    assert "Quieter." in words_of(worker.get(f"{base}versions/"))
    assert worker.post(f"{base}end/", day | {"why": "All is calm."}).status_code == 302
    page = words_of(worker.get(base))
    assert "All is calm." in page
    assert "Add a goal" not in page


def test_who_holds_nobody_of_it_finds_no_plan() -> None:
    street = Street()
    begun(street)
    stranger = make.account("social_worker")
    other = make.person("Zed")
    make.involved(stranger, other)
    client = signed_in(stranger)
    assert "Begin a plan" in words_of(client.get(f"/people/{other.id}/plan/"))
    assert "What goes well already" not in words_of(client.get(f"/people/{street.child.id}/plan/"))
