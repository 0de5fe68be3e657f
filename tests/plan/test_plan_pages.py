"""Pages of the plan: what each says, to whom it says nothing, and how many statements it takes."""

from __future__ import annotations

import re
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kith.access.models import Release
from kith.core.acting import acting
from kith.plan import actions
from kith.plan.models import Answer
from tests.plan.acts import begun, does, shared
from tests.plan.street import Street, ago
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


def asked(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200, address
    return sum(query["sql"].startswith(("SELECT", "WITH")) for query in captured.captured_queries)


def lived_in(street: Street, plan: UUID) -> UUID:
    """Two of every kind of line, with answers, progress, readers and a partner; the id of a goal."""
    outside = street.outside("partner")
    for number in range(2):
        goal = does(street.lead, actions.add_goal, plan=plan, words=f"Goal {number}.", whose=street.child.id)
        step = does(
            street.lead, actions.add_step, plan=plan, goal=goal, words=f"We ring {number}.", does_it="council",
            account=street.lead.id, by_on=ago(5), service="Harbour House",
        )  # fmt: skip
        does(
            street.lead,
            actions.add_step,
            plan=plan,
            words=f"Mara reads {number}.",
            does_it="parent",
            person=street.mum.id,
        )
        does(street.lead, actions.add_strength, plan=plan, words=f"They laugh {number}.")
        does(street.lead, actions.add_change, plan=plan, words=f"Calm nights {number}.")
        shared(street, plan, street.mum.id, goal, step)
        does(
            street.lead,
            actions.share_with_organisation,
            plan=plan,
            items=[step],
            organisation=outside.organisation_id,
        )
        does(street.mother, actions.answer_line, item=goal, words="I said quieter.", agrees=False)
        does(street.mother, actions.say_progress, item=step, how="stuck")
    return goal


def test_a_worker_reads_the_plan_in_few_statements_and_the_answer_beside_its_line() -> None:
    street = Street()
    plan = begun(street)
    worker = signed_in(street.lead)
    base = f"/people/{street.child.id}/plan/"
    goal = lived_in(street, plan)
    page = words_of(worker.get(base))
    for words in (
        "Goal 1.",
        "We ring 1.",
        "Late",
        "Mara Example",
        "that is not what I said",
        "I said quieter.",
        "A draft",
    ):
        assert words in page, words
    for address in ("", f"line/{goal}/", "goal/", "step/", "share/", f"share/?reader={street.mum.id}", "partner/",
                    "versions/", f"line/{goal}/progress/", f"line/{goal}/answer/", "review/"):  # fmt: skip
        assert asked(worker, base + address) <= 20, (address, asked(worker, base + address))


# On every page behind this door, whatever the plan holds.
EVERYBODYS_LINK = "reach you safely"


def test_a_mother_reads_her_lines_late_ones_first_and_no_service_and_no_worker_she_was_not_told_of() -> None:
    street = Street()
    plan = begun(street)
    lived_in(street, plan)
    client = signed_in(street.mother)
    page = words_of(client.get("/my/plan/")).replace(EVERYBODYS_LINK, "")
    assert "This is late. We are sorry." in page
    assert "You said: no, this is not what you said" in page
    for kept in ("Harbour", "Rosa", "Lindqvist", "Calm nights", "Mara reads", "Rhys", "harm", "safe"):
        assert kept not in page, kept
    assert "We ring 1." in words_of(client.get("/my/"))
    for address in ("/my/plan/", "/my/"):
        assert asked(client, address) <= 20, (address, asked(client, address))
    seen = words_of(signed_in(street.lead).get(f"/people/{street.child.id}/see-as/{street.mother.id}/"))
    assert "This is late. We are sorry." in seen
    assert "Calm nights" not in seen


def test_the_fathers_pages_are_the_same_to_the_byte_whatever_the_plan_holds_that_is_not_his() -> None:
    street = Street()
    client = signed_in(street.father)

    def pages() -> list[bytes]:
        return [client.get(address).content for address in ("/my/", "/my/plan/", "/my/story/", "/my/words/")]

    client.get("/my/")
    before = [plain(each) for each in pages()]
    plan, concern = begun(street), street.concern()
    goal = lived_in(street, plan)
    his = does(
        street.lead, actions.add_step, plan=plan, words="Go to the course.", does_it="person_causing_harm",
        person=street.dad.id, keeps_safe=True, covert=concern,
    )  # fmt: skip
    assert [plain(each) for each in pages()] == before
    for item in (goal, his, uuid4()):
        answer = client.get(f"/my/plan/{item}/")
        assert answer.status_code == 404
        assert client.post(f"/my/plan/{item}/", {"says": "no", "words": "x"}).status_code == 404
    street.tell(concern)
    shared(street, plan, street.dad.id, his)
    told = words_of(client.get("/my/plan/")).replace(EVERYBODYS_LINK, "")
    assert "Rhys" in told or "Your family" in told
    assert "Go to the course." in told
    assert "harm" not in told
    assert "safe" not in told


def plain(page: bytes) -> bytes:
    """A page without what differs at each visit: the tokens of its forms."""
    return re.sub(rb'value="[0-9A-Za-z-]{30,}"', b"", page)


def test_a_mother_answers_on_the_page_and_nothing_typed_is_lost() -> None:
    street = Street()
    plan = begun(street)
    goal = does(street.lead, actions.add_goal, plan=plan, words="I will stop shouting.")
    shared(street, plan, street.mum.id, goal)
    client = signed_in(street.mother)
    again = client.post(f"/my/plan/{goal}/", {"says": "", "words": "Not <b>that</b>."})
    assert "Not &lt;b&gt;that&lt;/b&gt;." in again.content.decode()
    assert "Something needs putting right" in words_of(
        client.post(f"/my/plan/{goal}/", {"says": "no", "words": ""})
    )
    sent = client.post(f"/my/plan/{goal}/", {"says": "no", "words": "I said quieter."}, follow=True)
    assert "We have kept what you said." in words_of(sent)
    with acting(make.actor(street.lead)):
        assert Answer.objects.get().words == "I said quieter."


def test_sharing_shows_what_goes_to_whom_before_it_goes() -> None:
    street = Street()
    plan = begun(street)
    goal = does(street.lead, actions.add_goal, plan=plan, words="We eat together.")
    does(
        street.lead, actions.add_step, plan=plan, words="Hidden.", does_it="council", covert=street.concern()
    )
    does(street.lead, actions.add_goal, plan=plan, words="Ruled.", label=8)
    worker, base = signed_in(street.lead), f"/people/{street.child.id}/plan/share/"
    first = words_of(worker.get(f"{base}?reader={street.mum.id}"))
    assert "We eat together." in first
    assert "Hidden." not in first
    assert "Ruled." not in first
    said = {"reader": street.mum.id, "items": [goal], "prepared": "yes", "how_prepared": "At home."}
    check = words_of(worker.post(base, said))
    assert "This goes to Mara Example" in check
    assert "It contains: We eat together." in check
    assert not Release.objects.using(make.OWNER).exists()
    worker.post(base, said | {"sure": "1"})
    assert Release.objects.using(make.OWNER).get().reader_id == street.mum.id


def test_whoever_may_not_plan_finds_no_form() -> None:
    street = Street()
    plan = begun(street)
    goal = does(street.lead, actions.add_goal, plan=plan, words="We eat together.")
    reviewing = make.account("reviewing")
    make.involved(reviewing, street.child, role="reviewing_officer")
    client, base = signed_in(reviewing), f"/people/{street.child.id}/plan/"
    assert "We eat together." in words_of(client.get(base))
    for address in ("goal/", "begin/", "agree/", "end/", f"line/{goal}/reword/"):
        assert client.get(base + address).status_code == 404, address


def test_strengths_are_asked_for_where_none_is_written_and_stand_in_nobodys_way() -> None:
    street = Street()
    plan = street.plan()
    street.goal(plan)
    worker, to = signed_in(street.lead), f"/people/{street.child.id}/plan/"
    page = words_of(worker.get(to))
    assert "What goes well already Nothing is written here yet. Ask them what goes well" in page
    street.strength(plan, "They laugh a lot.")
    page = words_of(worker.get(to))
    assert "They laugh a lot." in page
    assert "Ask them what goes well" not in page
