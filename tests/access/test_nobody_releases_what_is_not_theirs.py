"""A release through the app's own login, with any SQL: only of what is open to the releaser, and only to kin."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.utils import timezone

from kith.access.models import Account, Involvement, NotYetTold, Release
from kith.core.acting import acting
from kith.core.labels import Label
from kith.people.models import Person
from kith.story.models import About, Event, Passage
from tests.access.tries import tries
from tests.support import make
from tests.support.visit import signed_in

pytestmark = pytest.mark.database
INSERT = (
    "INSERT INTO access_release (id, recorded_at, recorded_by, source, reader_id, kind, item, prepared, how_prepared,"
    " released_at) VALUES (gen_random_uuid(), now(), %s, 'worker', %s, %s, %s, true, 'x', now())"
)


class Home:
    """A child and her mother, whom a lead works with, and a stranger."""

    def __init__(self) -> None:
        self.child, self.mother, self.stranger = (make.person(name) for name in ("Ada", "Mara", "Bo"))
        make.tied(self.child, self.mother)
        self.lead = make.account("lead")
        make.involved(self.lead, self.child)


def event(*about: Person, label: Label = Label.NORMAL, concern: NotYetTold | None = None) -> Event:
    now = timezone.now()
    made = Event.objects.using(make.OWNER).create(
        kind="note", title="A note", happened_at=now, label=label.value, covert=concern
    )
    for each in about:
        About.objects.using(make.OWNER).create(event=made, person=each, happened_at=now)
    return made


def concern(*about: Person) -> NotYetTold:
    return NotYetTold.objects.using(make.OWNER).create(
        persons=[each.id for each in about], reason="x", since=timezone.now()
    )


def releases(account: Account, item: UUID, to: Person, kind: str = "event") -> bool:
    return tries(account, INSERT, [account.id, to.id, kind, item])


def test_what_is_open_is_released_to_kin_and_taken_back_but_not_given_back() -> None:
    home = Home()
    told = event(home.child)
    assert releases(home.lead, told.id, home.mother)
    assert not tries(home.lead, "UPDATE access_release SET item = %s", [event(home.stranger).id])
    assert not tries(home.lead, "UPDATE access_release SET reader_id = %s", [home.stranger.id])
    assert tries(home.lead, "UPDATE access_release SET withdrawn_at = now()", [])
    assert not tries(home.lead, "UPDATE access_release SET withdrawn_at = NULL", [])
    assert Release.objects.using(make.OWNER).get().withdrawn_at is not None


def test_nobody_releases_anything_of_a_stranger() -> None:
    home = Home()
    theirs = event(home.stranger)
    words = Passage.objects.using(make.OWNER).create(event=theirs, position=0, text="x")
    worker = make.involved(make.account("lead"), home.stranger)
    for kind, item in (("event", theirs.id), ("passage", words.id), ("involvement", worker.id)):
        assert not releases(home.lead, item, home.mother, kind), kind
        assert not releases(home.lead, item, home.stranger, kind), kind


def test_what_is_about_two_children_needs_both_to_be_open() -> None:
    home = Home()
    assert not releases(home.lead, event(home.child, home.stranger).id, home.mother)


def test_nobody_releases_to_a_stranger() -> None:
    home = Home()
    assert not releases(home.lead, event(home.child).id, home.stranger)


@pytest.mark.parametrize("label", [Label.LEGAL_PRIVILEGE, Label.POLICE_SENSITIVE, Label.LADO])
def test_labels_that_no_worker_releases_are_not_released_by_relabelling_first(label: Label) -> None:
    home = Home()
    worker = make.account("protection")
    make.involved(worker, home.child, label_mask=8191)
    kept = event(home.child, label=label)
    assert not releases(worker, kept.id, home.mother)
    assert not tries(worker, "UPDATE story_event SET label = 1 WHERE id = %s", [kept.id])
    # Nor where somebody with more than the app's login relabels it: what it bore is remembered.
    Event.objects.using(make.OWNER).filter(id=kept.id).update(label=1)
    assert not releases(worker, kept.id, home.mother)


def test_a_health_note_is_not_released_by_who_may_not_read_it() -> None:
    home = Home()
    worker = make.account("lead")
    make.involved(worker, home.child, label_mask=1)
    kept = event(home.child, label=Label.HEALTH)
    assert not releases(worker, kept.id, home.mother)
    assert releases(home.lead, kept.id, home.mother)


def test_a_childs_private_words_go_to_nobody_else() -> None:
    home = Home()
    worker = make.account("lead")
    make.involved(worker, home.child, label_mask=8191)
    private = event(home.child, label=Label.CHILD_PRIVATE)
    assert not releases(worker, private.id, home.mother)
    assert releases(worker, private.id, home.child)


def test_nothing_of_a_concern_is_released_while_it_is_not_told() -> None:
    home = Home()
    worry = concern(home.child)
    hidden = event(home.child, concern=worry)
    worker = make.involved(make.account("protection"), home.child, arises_from=worry)
    assert not releases(home.lead, hidden.id, home.mother)
    assert not releases(home.lead, worker.id, home.mother, "involvement")
    assert not tries(home.lead, "UPDATE story_event SET covert_id = NULL WHERE id = %s", [hidden.id])
    # Cutting the tie to the concern first opens nothing either: what it bore is remembered.
    Event.objects.using(make.OWNER).filter(id=hidden.id).update(covert=None)
    assert not releases(home.lead, hidden.id, home.mother)
    NotYetTold.objects.using(make.OWNER).update(ended_at=timezone.now(), ended_by=home.lead.id)
    assert releases(home.lead, hidden.id, home.mother)
    assert releases(home.lead, worker.id, home.mother, "involvement")
    assert Involvement.objects.using(make.OWNER).filter(arises_from=worry).exists()


def test_nobody_joins_a_strangers_note_to_their_own_child() -> None:
    home = Home()
    theirs = event(home.stranger)
    joined = (
        "INSERT INTO story_about (id, recorded_at, source, event_id, person_id, happened_at, part)"
        " VALUES (gen_random_uuid(), now(), 'worker', %s, %s, now(), '')"
    )
    assert not tries(home.lead, joined, [theirs.id, home.child.id])
    mine = event(home.child)
    assert not tries(
        home.lead, "UPDATE story_about SET event_id = %s WHERE event_id = %s", [theirs.id, mine.id]
    )
    with acting(make.actor(home.lead)):
        assert not Event.objects.filter(id=theirs.id).exists()


def test_over_http_a_strangers_note_is_not_there_to_be_released() -> None:
    home = Home()
    theirs, visitor = event(home.stranger), signed_in(home.lead)
    answer = visitor.post(
        f"/people/{home.child.id}/story/{theirs.id}/release/",
        {"reader": str(home.mother.id), "prepared": "yes", "how_prepared": "x"},
    )
    assert answer.status_code == 404
    assert not Release.objects.using(make.OWNER).exists()
