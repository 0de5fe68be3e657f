"""Somebody is kept apart only later: files that they have are looked through again, and what tells is dead at once."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from importlib import import_module

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections, transaction
from django.test import Client
from django.utils import timezone

from kith.access.apart import given_to
from kith.access.models import Account, HeldBack, Release
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.core.files.kinds import DOCX, PDF
from kith.core.labels import Label
from kith.journeys.kept_apart import look_again
from kith.people.actions import record_address, rule_who_may_know
from kith.people.actions.whereabouts import LOOK_AGAIN_DAYS
from kith.people.models import MayKnow
from kith.story.models import Document
from tests.letters.world import SAFE_CODE, SCHOOL, Apart
from tests.story.test_looked_through_inside import docx, pdf, scan
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
NEW_HOME = "The Lighthouse Steps"


@pytest.fixture
def street() -> Apart:
    return Apart()


def keep_apart(street: Apart, *, in_days: int = 0) -> None:
    by = make.actor(street.lead)
    day = timezone.localdate() + timedelta(days=in_days)
    with acting(by):
        rule_who_may_know(
            by=by, person=street.mum.id, other=street.dad.id, may=False, reason="He hurt her.", from_on=day
        )


def shared(street: Apart, content: bytes, kind: str = PDF.mime, **more: str) -> Document:
    """Dad may read a file of the child's story: nobody is kept apart yet."""
    client = signed_in(street.lead)
    client.post(
        f"/people/{street.child.id}/story/document/",
        {
            "file": SimpleUploadedFile("a.docx" if kind == DOCX.mime else "a.pdf", content, kind),
            "label": str(Label.NORMAL.value),
        },
    )
    made = Document.objects.using(make.OWNER).latest("recorded_at")
    given = {
        "reader": str(street.dad.id),
        "documents": [str(made.id)],
        "prepared": "yes",
        "how_prepared": "Here.",
    }
    answer = client.post(f"/people/{street.child.id}/story/{made.event_id}/release/", given | more)
    assert answer.status_code == 302
    return made


def his(street: Apart) -> Client:
    return signed_in(Account.objects.using(make.OWNER).get(id=street.father.id))


def opens(street: Apart, document: Document) -> int:
    return his(street).get(f"/my/story/{document.event_id}/documents/{document.id}/").status_code


def press(street: Apart, what: str, **more: str) -> int:
    worker, to = signed_in(street.lead), f"/people/{street.mum.id}/kept-apart/"
    return worker.post(f"{to}{what}/", {"other": str(street.dad.id), **more}).status_code


def page(street: Apart) -> str:
    return words_of(signed_in(street.lead).get(f"/people/{street.mum.id}/kept-apart/"))


def test_a_file_that_tells_inside_is_dead_from_the_ruling_on_and_one_that_does_not_stays(
    street: Apart,
) -> None:
    tells, plain = (
        shared(street, pdf(f"Letters go to {SAFE_CODE}.")),
        shared(street, pdf("We met on the bench.")),
    )
    assert (opens(street, tells), opens(street, plain)) == (200, 200)
    keep_apart(street)
    assert (opens(street, tells), opens(street, plain)) == (404, 200)
    said = page(street)
    assert "In it stands: where they live" in said
    assert SAFE_CODE in said
    held = HeldBack.objects.using(make.OWNER).get(release__item=tells.id)
    assert press(street, "read", held=str(held.id)) == 404
    assert opens(street, tells) == 404


def test_what_a_file_says_of_who_made_it_counts_too(street: Apart) -> None:
    made = shared(street, docx("We met.", author="x", company=SCHOOL), DOCX.mime)
    keep_apart(street)
    assert opens(street, made) == 404


def test_a_scan_waits_until_a_worker_says_that_they_read_it(street: Apart) -> None:
    made = shared(street, scan(), read_by_hand="on")
    keep_apart(street)
    assert opens(street, made) == 404
    held = HeldBack.objects.using(make.OWNER).get(release__item=made.id)
    assert "It could not be looked through" in page(street)
    assert press(street, "read", held=str(held.id)) == 302
    assert opens(street, made) == 200
    assert press(street, "read", held=str(held.id)) == 404


def test_whoever_cannot_open_the_file_cannot_give_it_back_and_may_take_it_back(street: Apart) -> None:
    made = shared(street, scan(), read_by_hand="on")
    keep_apart(street)
    held = HeldBack.objects.using(make.OWNER).get(release__item=made.id)
    other = make.account("social_worker")
    make.involved(other, street.mum)
    client, to = signed_in(other), f"/people/{street.mum.id}/kept-apart/"
    assert "You may not read this one" in words_of(client.get(to))
    facts = {"other": str(street.dad.id), "held": str(held.id)}
    assert client.post(f"{to}read/", facts).status_code == 404
    taken = {"other": str(street.dad.id), "release": str(held.release_id)}
    assert client.post(f"{to}take-back/", taken).status_code == 302


def test_after_a_move_it_is_looked_through_again(street: Apart) -> None:
    made = shared(street, pdf(f"We saw the sea from {NEW_HOME}."))
    keep_apart(street)
    assert opens(street, made) == 200
    with acting(make.actor(street.lead)):
        record_address(
            by=make.actor(street.lead), person=street.mum.id, lines=f"{NEW_HOME}\nKithshire", postcode="",
            from_on=timezone.localdate(),
        )  # fmt: skip
    assert press(street, "look") == 302
    assert opens(street, made) == 404
    assert NEW_HOME in page(street)


def test_words_that_tell_are_held_as_well(street: Apart) -> None:
    line = street.goal(street.plan(), f"Dad rings {SCHOOL} first.")
    street.released_by_a_fault(line.id, street.dad)
    assert "rings" in words_of(his(street).get("/my/plan/"))
    keep_apart(street)
    assert "rings" not in words_of(his(street).get("/my/plan/"))


def test_a_ruling_for_a_day_to_come_holds_every_file_until_somebody_looks(street: Apart) -> None:
    made = shared(street, pdf("We met on the bench."))
    keep_apart(street, in_days=3)
    assert opens(street, made) == 404


def test_nobody_else_looks_and_no_login_reads_the_table(street: Apart) -> None:
    shared(street, pdf(f"At {SAFE_CODE}."))
    keep_apart(street)
    for account in (street.father, make.account("lead")):
        actor = make.actor(account)
        with acting(actor), pytest.raises(NotPermittedError):
            look_again(by=actor, person=street.mum.id, other=street.dad.id)
        with acting(actor), connection.cursor() as cursor:
            cursor.execute("SELECT * FROM journeys_held_files(%s, %s)", [street.mum.id, street.dad.id])
            assert cursor.fetchall() == []
    with acting(make.actor(street.lead)):
        assert HeldBack.objects.count() == 0
        assert next(each.held for each in given_to(street.mum.id, street.dad.id))
    assert Release.objects.using(make.OWNER).filter(withdrawn_at=None).exists()


def ruling(street: Apart, due: int) -> MayKnow:
    row = MayKnow.objects.using(make.OWNER).get(person=street.mum, other=street.dad, may=False)
    MayKnow.objects.using(make.OWNER).filter(id=row.id).update(
        review_on=timezone.localdate() - timedelta(days=due)
    )
    return row


def test_it_is_looked_at_again_in_six_months_where_nobody_says_and_goes_on(street: Apart) -> None:
    keep_apart(street)
    row = MayKnow.objects.using(make.OWNER).get(person=street.mum, other=street.dad, may=False)
    assert row.review_on == timezone.localdate() + timedelta(days=182)
    says = "Look again at who is kept apart from"
    assert says not in words_of(signed_in(street.lead).get("/"))
    ruling(street, 40)
    assert says in words_of(signed_in(street.lead).get("/"))
    stranger = make.account("lead")
    assert says not in words_of(signed_in(stranger).get("/"))
    assert "kept apart" not in words_of(his(street).get("/my/"))
    to = f"/people/{street.mum.id}/kept-apart/{row.id}/"
    when = {"review_on_day": "1", "review_on_month": "1", "review_on_year": "2020"}
    worker = signed_in(street.lead)
    assert "within the year to come" in words_of(worker.post(to, {"said": "I asked her.", **when}))
    then = timezone.localdate() + timedelta(days=90)
    when = {
        "review_on_day": str(then.day),
        "review_on_month": str(then.month),
        "review_on_year": str(then.year),
    }
    assert worker.post(to, {"said": "I asked her.", **when}).status_code == 302
    row.refresh_from_db()
    assert (row.review_on, row.may, row.reason) == (then, False, "I asked her.")
    assert says not in words_of(signed_in(street.lead).get("/"))


def test_a_manager_of_the_team_is_told_when_the_author_has_gone_and_of_a_restricted_record_nobody(
    street: Apart,
) -> None:
    keep_apart(street)
    ruling(street, 1)
    manager, says = make.account("manager"), "kept apart from somebody whose record is not open to you"
    assert says not in words_of(signed_in(manager).get("/"))
    Account.objects.using(make.OWNER).filter(id=street.lead.id).update(is_active=False)
    assert says in words_of(signed_in(manager).get("/"))
    make.restricted(street.mum, "restricted")
    assert says not in words_of(signed_in(manager).get("/"))


def test_where_it_comes_from_is_asked_of_a_no_alone(street: Apart) -> None:
    make.tied(street.mum, street.dad, "partner")
    worker, to = signed_in(street.lead), f"/people/{street.mum.id}/about/who-may-know/"
    facts = {
        "other": str(street.dad.id),
        "reason": "x",
        "from_on_day": "1",
        "from_on_month": "11",
        "from_on_year": "2026",
    }
    assert "Say where this comes from" in words_of(worker.post(to, facts | {"may": "no"}))
    assert worker.post(to, facts | {"may": "yes"}).status_code == 302
    assert worker.post(to, facts | {"may": "no", "came_from": "A court, 1 November."}).status_code == 302
    assert "A court, 1 November" in words_of(worker.get(f"/people/{street.mum.id}/about/"))


def older(street: Apart, *, days: int) -> MayKnow:
    """A ruling as it stood before there was a day to look again, and before anything was searched for."""
    keep_apart(street)
    HeldBack.objects.using(make.OWNER).all().delete()
    rows = MayKnow.objects.using(make.OWNER).filter(other=street.dad)
    then = timezone.localdate() - timedelta(days=days)
    # At midday: an hour before a midnight now may have been after it in a summer.
    made = datetime.combine(then, time(12), tzinfo=UTC)
    rows.update(review_on=None, recorded_at=made, during=make.always(then))
    return rows.get()


def run(*statements: str) -> None:
    with transaction.atomic(using=make.OWNER), connections["owner"].cursor() as cursor:
        for each in statements:
            cursor.execute(each)


REVIEWED = import_module("kith.access.migrations.0114_told_of_what_was_taken_back").REVIEWED
HELD = import_module("kith.journeys.migrations.0020_words_given_before_old_rulings").HELD


@pytest.mark.parametrize(("days", "due"), [(400, True), (30, False)])
def test_an_older_ruling_gets_the_day_that_a_new_one_has_counted_from_when_it_was_made(
    street: Apart, days: int, due: bool
) -> None:
    row = older(street, days=days)
    run(REVIEWED)
    row.refresh_from_db()
    assert row.review_on == timezone.localdate() - timedelta(days=days) + timedelta(days=LOOK_AGAIN_DAYS)
    today = words_of(signed_in(street.lead).get("/"))
    assert ("Look again at who is kept apart from Mara" in today) == due


def test_words_given_before_an_older_ruling_are_held_where_they_tell_and_no_others(street: Apart) -> None:
    plan = street.plan()
    goals = [street.goal(plan, f"{each} by Friday.") for each in ("We eat together", SAFE_CODE)]
    for each in goals:
        Release.objects.using(make.OWNER).create(
            reader=street.dad, kind="plan", item=each.id, prepared=True, released_at=timezone.now()
        )
    older(street, days=400)
    run(HELD, HELD)
    held = HeldBack.objects.using(make.OWNER).get()
    assert (held.release.item, held.found) == (goals[1].id, ["words that would tell them"])
