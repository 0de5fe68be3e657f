"""The walk's world with something in every drawer: an event, a file, a draft, a tie, a link, a pair to decide."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from kith.access.actions.reasons import give_reason
from kith.access.models import Account
from kith.core.acting import acting
from kith.help.actions import decide_request, give_request, take_request
from kith.help.models import Referral
from kith.help.thresholds.load import rules_on
from kith.law.telling.actions import tell_what_is_due
from kith.offer.models import OfferAsking, OfferPromise
from kith.people.actions import link_identity
from kith.people.linking import preview_link
from kith.people.models import Person, PossibleDuplicate
from kith.plan.actions import add_goal, add_step, share_lines, start_plan
from kith.returns.models import Finding, LoadedFile
from kith.story import actions
from kith.story.marks import Marked
from tests.help.asked import asked
from tests.offer.offers_world import ask, promise, published, write
from tests.support import make
from tests.walk.meetings import meets
from tests.walk.world import World

THEN = datetime(2026, 3, 2, 10, tzinfo=ZoneInfo("Europe/London"))


def move_in(world: World) -> dict[str, object]:
    """Write what workers would have written; real parameters for addresses, by their names."""
    lead, manager = world.accounts["lead"], world.accounts["manager"]
    child = world.ids["person"]["open"]
    again, twin = make.person("Ada", "Example"), make.person("Ada", "Exampel")
    for each in (again, twin):
        make.involved(lead, each)
    by = make.actor(lead)
    with acting(by):
        event = actions.write_note(
            by=by, persons=[child], title="A note", text=[Marked("She was well.")], happened_at=THEN
        )
        document = actions.add_document(by=by, content=[b"plain words"], name="words.txt", event=event)
        actions.release(by=by, event=event, reader=child, prepared=True, how_prepared="Together.")
        draft = actions.save_draft(
            by=by, draft=uuid4(), revision=0, person=child, form="note", fields={"title": ["Left"]}
        )
        actions.start_not_yet_told(by=by, persons=[again.id], reason="Not safe yet.", since=THEN)
        link = _linked(lead, twin, again)
        _told_what_is_due(lead, child)
        item = _planned(lead, child, world.ids["family"]["open"])
    one, other = sorted([child, again.id])
    PossibleDuplicate.objects.using(make.OWNER).create(
        one_id=one, other_id=other, probability=0.9, reasons=["same name"], recorded_by=manager.id
    )
    finding = Finding.objects.using(make.OWNER).create(
        person_id=child, kind="cin", year="2026-27", code="8540", severity="error", table="Disabilities", child="7",
        fact_table="people_person", columns=["Disability"], inside=False, first_seen=THEN.date(), last_seen=THEN.date(),
    )  # fmt: skip
    return meets(world) | {
        "finding": finding.id,
        **_asked_for_help(world),
        "person_id": child,
        "family_id": world.ids["family"]["open"],
        "event_id": event,
        "document_id": document,
        "draft": draft.draft,
        "tie": make.tied(again, make.person("Tam"), "friend").id,
        "link": link,
        "again": again.id,
        "reason_id": _reason_for(manager, world),
        "account_id": world.parts["account_id"],
        "form": "note",
        "what": "name",
        "provider_id": "council",
        "topic": "plan",
        "item": item,
        "pk": 1,
        **_offered(world),
    }


def _linked(lead: Account, person: Person, canonical: Person) -> UUID:
    return link_identity(
        by=make.actor(lead),
        person=person.id,
        canonical=canonical.id,
        reason="Same mother.",
        seen=preview_link(canonical.id, person.id).digest,
    ).id


def _told_what_is_due(lead: Account, child: UUID) -> None:
    """A referral whose dates the child may know, in a record that is kept live."""
    LoadedFile.objects.using(make.OWNER).create(run=uuid4(), name="-", kind="demo", collection_year="2015-16")
    asked = Referral.objects.using(make.OWNER).create(person_id=child, referred_on=THEN.date())
    tell_what_is_due(
        by=make.actor(lead),
        persons=[child],
        matter=asked.id,
        reader=child,
        prepared=True,
        how_prepared="Here.",
    )


def _offered(world: World) -> dict[str, object]:
    """A local offer that is published, and the next one begun."""
    officer = world.accounts["front_door"]
    published(officer, "kinship", promise())
    write(officer)
    ask(officer, "kinship", "carers")
    return {
        "kind": "kinship",
        "code": "approach",
        "number": 1,
        "promise_id": OfferPromise.objects.using(make.OWNER).values_list("id", flat=True).get(),
        "asking_id": OfferAsking.objects.using(make.OWNER)
        .filter(version=None)
        .values_list("id", flat=True)
        .get(),
    }


def _asked_for_help(world: World) -> dict[str, object]:
    """A request that the front door decided about and has, and one that is offered to the lead."""
    duty = world.accounts["front_door"]
    kept, offered = asked(), asked(who_asks="<b>Mara</b>")
    by = make.actor(duty)
    with acting(by):
        take_request(by=by, request=kept)
        decide_request(
            by=by, request=kept, facts=[], version=rules_on(THEN.date()).version, tier="advice", reason="Not now.",
            alternative="Ring again.", letter="Thank you.",
        )  # fmt: skip
        giving = give_request(by=by, request=offered, to=world.accounts["lead"].id, words="A mother asks.")
    return {"request_id": kept, "giving_id": giving}


def _planned(lead: Account, child: UUID, family: UUID) -> UUID:
    """A plan, and a goal of it that the child may read."""
    by = make.actor(lead)
    plan = start_plan(by=by, family=family, people={child: "child"}, basis="early_help", on=THEN.date())
    goal = add_goal(by=by, plan=plan, words="More football.")
    add_step(by=by, plan=plan, goal=goal, words="Find a club.", does_it="council")
    share_lines(by=by, plan=plan, items=[goal], reader=child, prepared=True, how_prepared="Together.")
    return goal


def _reason_for(manager: Account, world: World) -> UUID:
    """A reason that a worker of the manager's team gave."""
    team = make.team()
    worker = make.account("social_worker", in_team=team)
    Account.objects.using(make.OWNER).filter(id=manager.id).update(team=team)
    with acting(make.actor(worker)):
        return give_reason(
            by=make.actor(worker), person=world.ids["person"]["stranger"], kind="contact", text="Rang us."
        ).id


def doors(world: World, parts: dict[str, object]) -> list[str]:
    """Addresses that lead on to forms and that a round of links alone would pass by."""
    child, again = parts["person_id"], parts["again"]
    return [
        "/people/new/?q=Zed+Nobody",
        f"/people/{child}/about/tie/?other={again}",
        f"/people/{child}/link/?with={again}",
        f"/people/{child}/story/{parts['event_id']}/release/?reader={child}",
        f"/people/{child}/plan/share/?reader={child}",
        f"/people/{again}/about/",
        f"/people/{again}/about/tie/{parts['tie']}/end/",
        f"/people/{again}/story/told/",
        f"/people/{world.ids['person']['stranger']}/",
        f"/people/{child}/story/note/?draft={parts['draft']}",
    ]
