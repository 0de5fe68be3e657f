"""The database tells a family's account the facts that the rooms hold, of the kinds that may be told, and no others."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction

from kith.core.acting import acting
from kith.help.models import Assessment
from kith.law import fact_kinds
from kith.law.facts import Fact
from kith.law.recorded import facts_of
from kith.law.register import Register, RegisterError, load, shipped
from kith.law.register.load import FOLDER
from kith.law.telling.promises import told_facts
from kith.protection.models import ProtectionPlanReview, Section47
from tests.support import make
from tests.support.told_family import Household, ago

TOLD = {kind for kind, held in fact_kinds.known().items() if held.told in {"by_name", "with_its_matter"}}
# Named here once more by hand: what grows this list should be thought about twice.
CHOSEN = {
    "referral", "referral_no_further_action", "assessment_finished", "child_protection_plan",
    "child_protection_review", "looked_after", "looked_after_review", "placement_first_year", "visit_to_child",
}  # fmt: skip
# Where a child lives and on which days they were seen: behind their own door alone.
OF_THE_CHILD = {"placement_first_year", "visit_to_child"}


def plain(facts: list[Fact]) -> list[tuple[object, ...]]:
    # Which entry of the story a visit is, and which review, stays with staff: the door reads its day alone.
    return sorted(
        (
            each.kind,
            each.on,
            each.until,
            "" if each.kind in {"visit_to_child", "looked_after_review"} else each.ref,
        )
        for each in facts
        if each.kind in TOLD
    )


@pytest.mark.database
def test_they_are_the_same_facts_that_the_rooms_give_to_the_law() -> None:
    home = Household()
    asked = home.referral(200, closed_on=ago(100), no_further_action=True)
    Assessment.objects.using(make.OWNER).create(
        person=home.child, referral=asked, started_on=ago(190), review_due_on=ago(180), authorised_on=ago(150)
    )
    plan, care = home.plan(140), home.in_care(130)
    ProtectionPlanReview.objects.using(make.OWNER).create(person=home.child, plan=plan, reviewed_on=ago(90))
    Section47.objects.using(make.OWNER).create(person=home.child, started_on=ago(20))
    home.reviewed(120)
    home.visited(100)
    for matter in (asked.id, plan.id, care.id):
        for reader in (home.mum, home.child):
            home.tell(matter, reader)
    with acting(make.actor(home.lead)):
        held = plain(facts_of([home.child.id]))
    with acting(make.actor(home.young)):
        told = told_facts()
    assert plain(told) == held
    assert {each.kind for each in told} == CHOSEN
    with acting(make.actor(home.parent)):
        hers = told_facts()
    assert plain(hers) == [each for each in held if each[0] not in OF_THE_CHILD]


def test_what_may_be_told_is_what_was_chosen_and_what_the_law_has_done_is_never_shown_by_itself() -> None:
    assert TOLD == CHOSEN
    shown = {duty.id for duty in shipped() if duty.shown}
    assert shown == {"AS-01", "CP-06", "CP-07", "CP-08", "LA-04", "LA-05", "LA-06", "LA-18", "LA-19"}
    seen = {duty.id for duty in shipped() if duty.shown and {one.fact for one in duty.met_by} & OF_THE_CHILD}
    assert seen == {"CP-08", "LA-18", "LA-19"}
    assert all(duty.shown.to == ("child",) for duty in shipped() if duty.shown and duty.id in seen)
    covert = {"harm_suspected", "section_47_started", "initial_conference", "letter_before_proceedings"}
    assert {fact_kinds.known()[kind].told for kind in covert} == {"never"}


@pytest.mark.parametrize("file", ["child_protection", "emergency", "before_court"])
def test_a_register_that_would_show_a_covert_duty_is_refused(tmp_path: object, file: str) -> None:
    import pathlib

    folder = pathlib.Path(str(tmp_path))
    text = (FOLDER / f"{file}.toml").read_text(encoding="utf-8")
    shown = '[duty.shown]\nto = ["parent"]\nchild = "do it"\nothers = "do it"\n\n[duty.source]'
    (folder / f"{file}.toml").write_text(text.replace("[duty.source]", shown, 1), encoding="utf-8")
    with pytest.raises(RegisterError, match=r"told to families|within a time"):
        load(folder)


def test_only_known_readers_and_timed_duties_can_be_named(register: Register) -> None:
    for duty in register:
        if duty.shown:
            assert set(duty.shown.to) <= {"child", "parent", "carer"}
            assert duty.clock


@pytest.mark.database
def test_nobody_reads_facts_for_another_and_staff_are_told_none() -> None:
    home = Household()
    asked = home.referral()
    home.tell(asked.id, home.mum)
    for account in (home.young, home.ex, home.lead):
        with acting(make.actor(account)):
            assert told_facts() == []
    with acting(None):
        assert told_facts() == []
    with acting(make.actor(home.parent)), connection.cursor() as cursor:
        cursor.execute("SELECT access_matter_open(%s)", [asked.id])
        assert cursor.fetchone() == (None,)
        with pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute("SELECT * FROM access_matter(%s)", [asked.id])


@pytest.mark.database
def test_a_door_that_is_shut_tells_nothing_any_more() -> None:
    home = Household()
    home.tell(home.referral().id, home.mum)
    make.restricted(home.child, kind="relocated")
    with acting(make.actor(home.parent)):
        assert told_facts() == []
