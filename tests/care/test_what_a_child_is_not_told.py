"""A concern, a review, a move, a law and a night of which a child was not told leave their pages equal to the byte."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from kith.care import actions
from kith.care.actions import asking, living, matters, reviewing
from kith.care.steps import STEPS
from kith.story.actions import start_not_yet_told
from tests.care.looked_after import came, child_and_worker, days_ago, doing
from tests.care.test_asking_and_reviews import young_person
from tests.support import make
from tests.support.visit import signed_in

pytestmark = pytest.mark.database
PAGES = (
    "",
    "asks/",
    "asks/new/",
    "review/",
    "about/",
    "about/know/",
    "memories/",
    "in-care/",
    "people/",
    "steps/",
)
ONCE = re.compile(rb'name="(csrfmiddlewaretoken|sending)" value="[^"]*"')


def pages(client: Any) -> dict[str, bytes]:
    return {each: ONCE.sub(b"", client.get(f"/my/{each}").content) for each in PAGES}


def test_what_a_child_was_not_told_leaves_no_trace_on_their_pages() -> None:
    child, worker = child_and_worker()
    came(worker, child, days_ago(90))
    theirs = young_person(child)
    doing(theirs, asking.ask, matter="haircut", said="Short.")
    client = signed_in(theirs)
    before = pages(client)
    since = timezone.now() - timedelta(days=1)
    doing(worker, start_not_yet_told, persons=[child.id], reason="Not safe yet.", since=since)
    doing(worker, reviewing.plan_review, person=child.id, planned_for=days_ago(-4), asked_by="The worker")
    doing(worker, actions.begin_law, person=child.id, kind="C1", began_on=days_ago(1))
    doing(worker, actions.move, person=child.id, on=days_ago(0), kind="K2", why_moved="ALLEG")
    doing(
        worker,
        actions.slept_elsewhere,
        person=child.id,
        first_on=days_ago(1),
        unlawful=["other"],
        where="A flat",
    )
    doing(
        worker,
        asking.keep_from_carer,
        person=child.id,
        matter="photos",
        decides="council",
        reason="A concern.",
    )
    doing(worker, living.keep_memory, person=child.id, title="Later", for_child=False)
    doing(worker, living.plan_part, person=child.id, part="if_wrong", said="Another home stands ready.")
    doing(worker, matters.note_matter, person=child.id, kind="ended", on=days_ago(0))
    assert pages(client) == before


@pytest.mark.parametrize("nasty", ["\u202e<script>'\"%s", "9" * 12, "\x00", "ع" * 30])
def test_no_step_falls_over_what_is_typed(nasty: str) -> None:
    child, worker = child_and_worker()
    came(worker, child, days_ago(100))
    officer = make.account("reviewing")
    make.involved(officer, child, role="reviewing_officer")
    clients = signed_in(worker), signed_in(officer)
    for name, step in STEPS.items():
        if step.of is not None:
            continue
        typed: dict[str, Any] = {}
        for field, asked in step.form.base_fields.items():
            if choices := [code for code, _label in getattr(asked, "choices", ())]:
                typed[field] = choices[-1]
            else:
                typed |= {
                    field: nasty,
                    f"{field}_day": "27",
                    f"{field}_month": nasty[:2],
                    f"{field}_year": "2026",
                }
        for client in clients:
            assert client.post(f"/people/{child.id}/in-care/{name}/", typed).status_code in {200, 302, 404}, (
                name
            )
    assert clients[0].get(f"/people/{child.id}/in-care/").status_code == 200


def test_a_picture_is_theirs_once_everybody_on_it_agreed_and_it_was_released() -> None:
    from kith.care.models import Memory
    from kith.story.models import About, Document, Event

    child, worker = child_and_worker()
    client, theirs = signed_in(worker), young_person(child)
    event = Event.objects.using(make.OWNER).create(
        kind="document", action="story.add_document", happened_at=timezone.now(), title="Document: beach.png"
    )
    About.objects.using(make.OWNER).create(event=event, person=child, happened_at=event.happened_at)
    beach = Document.objects.using(make.OWNER).create(
        event=event, name="beach.png", media_type="image/png", size=9, digest="0" * 64, key_id="k"
    )
    here = f"/people/{child.id}/in-care/memory/"
    assert "beach.png" in client.get(here).content.decode()
    typed = {"title": "The beach", "picture": str(beach.id), "for_child": "on"}
    assert "each agreed" in client.post(here, typed).content.decode()
    assert client.post(here, typed | {"who_agreed": "Nan and Robin, both."}).status_code == 302
    assert Memory.objects.using(make.OWNER).get().picture_id == beach.id
    page = signed_in(theirs).get("/my/memories/").content.decode()
    assert "The beach" in page
    assert str(beach.id) not in page
