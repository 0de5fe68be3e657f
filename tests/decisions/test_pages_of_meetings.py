"""What the pages of meetings say, to whom, and what they must never say."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kith.access.models import Account
from kith.core.acting import acting
from kith.decisions import actions
from kith.decisions.inviting import calendar
from kith.decisions.models import Invitation, NetworkPerson, OfferAnswer, Prepared, RiskTold
from kith.people.models import Address
from tests.decisions.tale import HOW, Tale, today
from tests.decisions.world import AT, SECRETS, World, concern
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
DRAWN = re.compile(r'name="(?:csrfmiddlewaretoken|sending|draft)" value="[^"]*"')
MINE = ("/my/", "/my/meetings/", "/my/story/", "/my/words/", "/my/by-when/", "/my/looked/")
LATER = AT.replace(year=AT.year + 1)


def shown(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return DRAWN.sub("", answer.content.decode())


def of_father(world: World) -> dict[str, str]:
    """All that the father comes upon: each page, and his calendar file."""
    client = signed_in(world.ex)
    invitation = Invitation.objects.using(make.OWNER).get(network=world.n_dad)
    more = (
        f"/my/meetings/{invitation.id}/",
        f"/my/meetings/{invitation.id}/calendar",
        f"/my/meetings/offers/{world.offer.id}/",
    )
    return {address: shown(client, address) for address in (*MINE, *more)}


def separated(*, kept: bool) -> World:
    """The father is asked to the meeting. With `kept` the others' address is kept from him, and he is kept apart."""
    world = World()
    if kept:
        world.prepare()
    else:
        Address.objects.using(make.OWNER).update(protected=False)
    for who in (world.n_child, world.n_mum, world.n_nan):
        world.invite(who, at=LATER)
    world.release(world.offer.id, world.dad)
    world.invite(world.n_dad, place="Town Hall, room 2", at=LATER.replace(day=20))
    plan, lines = world.plan("Nan Nora fetches Ada from Beech Lane School.", "Rhys goes to his group.")
    world.release(plan.id, world.dad)
    world.release(lines[1].id, world.dad)
    return world


def test_no_page_or_file_of_the_fathers_says_where_they_are_or_who_works_for_them() -> None:
    found = of_father(separated(kept=True))
    assert "Rhys goes to his group." in found["/my/meetings/"]
    assert "Town Hall, room 2" in found["/my/meetings/"]
    for address, html in found.items():
        assert [secret for secret in SECRETS if secret in html] == [], address
        assert "kept apart" not in html


def test_his_pages_look_exactly_like_those_of_any_separated_parent() -> None:
    ids = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|DTSTAMP:\w+")
    flagged, plain = (
        [ids.sub("", html) for html in of_father(separated(kept=kept)).values()] for kept in (True, False)
    )
    assert flagged == plain


def test_a_calendar_entry_says_meeting_and_when_and_nothing_else() -> None:
    world = separated(kept=True)
    mine = Invitation.objects.using(make.OWNER).get(network=world.n_dad)
    answer = signed_in(world.ex).get(f"/my/meetings/{mine.id}/calendar")
    lines = answer.content.decode().split("\r\n")
    names = [line.partition(":")[0] for line in lines if line]
    assert names == [
        "BEGIN", "VERSION", "PRODID", "BEGIN", "UID", "DTSTAMP", "DTSTART", "SUMMARY", "CLASS", "END", "END"
    ]  # fmt: skip
    assert "SUMMARY:Meeting" in lines
    assert str(mine.id) not in answer.content.decode()
    assert answer["Content-Disposition"] == 'attachment; filename="meeting.ics"'
    hers = Invitation.objects.using(make.OWNER).get(network=world.n_mum)
    assert signed_in(world.ex).get(f"/my/meetings/{hers.id}/calendar").status_code == 404
    assert calendar(mine.id, LATER, LATER) == calendar(mine.id, LATER, LATER)


def test_a_meeting_that_comes_of_a_concern_leaves_every_page_behind_the_door_as_it_was() -> None:
    world = separated(kept=True)
    clients = {account: signed_in(account) for account in world.families}
    before = {
        (account, address): shown(client, address) for account, client in clients.items() for address in MINE
    }
    with acting(by := make.actor(world.lead)):
        worry = concern(world.child, world.mum)
        hidden = actions.offer_meeting(
            by=by, children=[world.child.id], offered_to=[world.mum.id, world.dad.id], kind="conference", on=today(),
            how_explained="At home.", stage="early", covert=worry.id,
        )  # fmt: skip
        actions.record_answer(by=by, offer=hidden.id, person=world.mum.id, answer="accepted", on=today())
        own = actions.ask_coordinator(
            by=by, offer=hidden.id, coordinator=world.coordinator.id, on=today(), why_agreed="x"
        )
    with acting(by := make.actor(world.coordinator)):
        actions.plan_day(by=by, meeting=own.id, at=LATER)
        actions.tell_worker_at_risk(by=by, meeting=own.id, words="She is afraid.")
    # By a fault, past every rule, it is released as well.
    for person in (world.mum, world.dad, world.child):
        world.release(hidden.id, person)
    after = {
        (account, address): shown(client, address) for account, client in clients.items() for address in MINE
    }
    assert [
        address for (account, address) in before if before[account, address] != after[account, address]
    ] == []
    for client in clients.values():
        assert client.get(f"/my/meetings/offers/{hidden.id}/").status_code == 404


def test_a_coordinator_sees_the_road_and_cannot_open_the_record() -> None:
    world = World()
    world.prepare()
    client = signed_in(world.coordinator)
    words = words_of(client.get(f"/meetings/{world.meeting.id}/"))
    assert "Who still needs me" in words
    assert "Rhys has hurt Mara." in words
    assert "I am afraid of Rhys" in words_of(
        client.get(f"/meetings/{world.meeting.id}/people/{world.n_mum.id}/")
    )
    for address in (
        f"/people/{world.child.id}/",
        f"/people/{world.child.id}/story/",
        f"/people/{world.child.id}/family-meeting/",
    ):
        assert client.get(address).status_code == 404, address
    for other in (world.other_coordinator, world.lead, world.manager, world.ex):
        for address in (
            f"/meetings/{world.meeting.id}/",
            f"/meetings/{world.meeting.id}/people/{world.n_mum.id}/",
        ):
            assert signed_in(other).get(address).status_code == 404, (other.role, address)


def test_workers_read_nothing_of_what_prepares_people_or_who_answered_what() -> None:
    tale = Tale()
    tale.asks_coordinator()
    for name in ("Ada", "Mara"):
        tale.settles(tale.of(name), part="harmed" if name == "Mara" else "child")
        tale.readies(tale.of(name))
        tale.invites(tale.of(name))
    Prepared.objects.using(make.OWNER).update(notes="I am afraid of Rhys", needs="No stairs")
    with acting(by := make.actor(tale.coordinator)):
        actions.check_privately(
            by=by,
            person=tale.of("Mara").id,
            when="before",
            on=today(),
            could_say="no",
            withdrawn=True,
            words="He hurt me",
        )
    tale.lives_through_the_day()
    tale.agrees("Nan Nora comes on Fridays.")
    for account in (tale.lead, tale.manager):
        for address in ("", "family-meeting/", "story/", "duties/"):
            words = words_of(signed_in(account).get(f"/people/{tale.child.id}/{address}"))
            for secret in (
                "I am afraid",
                "No stairs",
                "He hurt me",
                "The library",
                "private word",
                "take back",
                "took back",
            ):
                assert secret not in words, (account.role, address, secret)
    page = words_of(signed_in(tale.lead).get(f"/people/{tale.child.id}/family-meeting/"))
    assert "Counts as a family group conference." in page
    assert "Nan Nora comes on Fridays." in page
    assert "The council answers by" in page


def test_pages_take_few_statements() -> None:
    tale = Tale()
    tale.asks_coordinator()
    for name in ("Ada", "Mara", "Rhys"):
        tale.settles(tale.of(name))
        tale.readies(tale.of(name))
        tale.invites(tale.of(name))
    tale.lives_through_the_day()
    plan = tale.agrees("Nan Nora comes on Fridays.", "The council pays her bus.")
    with acting(by := make.actor(tale.coordinator)):
        lines = [each.id for each in tale.own.plans.get(id=plan).lines.all()]
        actions.share_plan(by=by, plan=plan, person=tale.of("Mara").id, lines=lines, **HOW)  # type: ignore[arg-type]
    for account, address in (
        (tale.lead, f"/people/{tale.child.id}/family-meeting/"), (tale.coordinator, f"/meetings/{tale.own.id}/"),
        (tale.coordinator, "/meetings/"), (tale.parent, "/my/meetings/"), (tale.lead, "/"),
    ):  # fmt: skip
        client = signed_in(account)
        client.get(address)
        with CaptureQueriesContext(connection) as found:
            assert client.get(address).status_code == 200
        # Sessions, the actor and the view log are everybody's.
        assert len(found) <= 26, (address, len(found))


def test_somebody_at_risk_is_on_the_workers_today_until_one_has_it() -> None:
    tale = Tale()
    tale.asks_coordinator()
    with acting(by := make.actor(tale.coordinator)):
        actions.tell_worker_at_risk(by=by, meeting=tale.own.id, words="He waits at the gate.")
    client = signed_in(tale.lead)
    assert "Somebody may be at risk" in words_of(client.get("/"))
    risk = RiskTold.objects.using(make.OWNER).get()
    assert client.post(f"/meetings/risks/{risk.id}/seen").status_code == 302
    assert "Somebody may be at risk" not in words_of(client.get("/"))
    stranger = make.account("lead")
    make.involved(stranger, make.person("Bo"))
    assert "Somebody may be at risk" not in words_of(signed_in(stranger).get("/"))


def test_a_letter_is_made_from_the_readers_own_row_alone() -> None:
    world = separated(kept=True)
    answer = signed_in(world.coordinator).get(f"/meetings/{world.meeting.id}/people/{world.n_dad.id}/letter/")
    text = answer.content.decode()
    assert text.startswith("Dear Rhys,")
    assert "Town Hall, room 2" in text
    assert [secret for secret in SECRETS if secret in text] == []


def answers(account: Account, address: str, **given: str) -> int:
    return signed_in(account).post(address, given).status_code


def test_a_form_that_is_refused_keeps_what_was_typed_and_says_why() -> None:
    world = World()
    NetworkPerson.objects.using(make.OWNER).update(orders="not_checked")
    at = f"/meetings/{world.meeting.id}/people/{world.n_nan.id}/invite/"
    given = {
        "way": "letter", "day_day": "3", "day_month": "12", "day_year": str(timezone.localdate().year + 1), "at": "14:00",
        "place": "The old mill", "words": "Bring cake", "prepared": "yes", "how_prepared": "Rang her", "do": "send",
    }  # fmt: skip
    page = signed_in(world.coordinator).post(at, given)
    assert "First check court orders and bail" in words_of(page), words_of(page)[300:1500]
    assert "Bring cake" in page.content.decode()
    assert "The old mill" in page.content.decode()
    NetworkPerson.objects.using(make.OWNER).update(orders="none")
    assert answers(world.coordinator, at, **given) == 302
    world.release(world.offer.id, world.mum)
    assert (
        answers(world.parent, f"/my/meetings/offers/{world.offer.id}/", answer="accepted", words="Yes please")
        == 302
    )
    assert OfferAnswer.objects.using(make.OWNER).get().words == "Yes please"


def test_the_coordinator_takes_back_what_one_person_was_shown_and_nobody_elses() -> None:
    world = World()
    his, hers = world.invite(world.n_dad, "his room"), world.invite(world.n_mum, "her room")
    client, at = signed_in(world.coordinator), f"/meetings/{world.meeting.id}/people/{world.n_dad.id}/"
    assert "take-back/" in client.get(at).content.decode()
    assert signed_in(world.ex).get(f"/my/meetings/{his.id}/").status_code == 200
    assert client.post(f"{at}take-back/", {}).status_code == 302
    assert signed_in(world.ex).get(f"/my/meetings/{his.id}/").status_code == 404
    assert signed_in(world.parent).get(f"/my/meetings/{hers.id}/").status_code == 200
    assert "nothing to take back" in words_of(client.post(f"{at}take-back/", {}))
    assert signed_in(world.other_coordinator).get(f"{at}take-back/").status_code == 404
