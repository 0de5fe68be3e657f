"""A family meeting in the walk's world: offered, prepared, held, with a plan; something on every page of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from kith.access.models import Release
from kith.decisions.models import (
    AuthorityAnswer,
    FamilyMeeting,
    FamilyPlan,
    FamilyPlanLine,
    Invitation,
    MeetingOffer,
    MeetingPerson,
    NetworkPerson,
    Prepared,
    PrivateCheck,
    ReviewMeeting,
    Stage,
)
from tests.support import make
from tests.walk.world import World


def meets(world: World) -> dict[str, object]:
    """Real parameters for its addresses, by their names. Written as the owner: in this world everybody leads."""
    lead, coordinator = world.accounts["lead"], world.accounts["coordinator"]
    child, mother = world.ids["person"]["open"], world.ids["person"]["findable"]
    today, now = timezone.localdate(), timezone.now()
    offer = _save(
        MeetingOffer, kind="conference", offered_by=lead, offered_on=today, how_explained="At home.", stage="early",
        recorded_by=lead.id,
    )  # fmt: skip
    for person, part in ((child, "child"), (mother, "offered")):
        _save(MeetingPerson, offer=offer, person_id=person, part=part)
    meeting = _save(
        FamilyMeeting, offer=offer, kind="conference", coordinator=coordinator, asked_on=today, why_agreed="A plan.",
        safety_notes="Ring first.",
    )  # fmt: skip
    common = {"meeting": meeting, "may_ask": "may", "orders": "none", "agreed_with": "Ada"}
    young = _save(NetworkPerson, person_id=child, name="Ada", part="child", **common)
    _save(NetworkPerson, name="Uncle Jo", tie="my uncle", **common)
    _save(Prepared, network=young, notes="Ready.")
    _save(PrivateCheck, network=young, when="before", asked_on=today, could_say="yes", words="Yes.")
    invitation = _save(
        Invitation,
        network=young,
        way="page",
        come_at=now - timedelta(hours=1),
        place="The library",
        sent_on=today,
    )
    _save(Stage, meeting=meeting, stage="introductions", from_at=now - timedelta(hours=3))
    plan = _save(FamilyPlan, meeting=meeting, number=1)
    line, other = (_save(FamilyPlanLine, plan=plan, position=n, words=f"Part {n}.") for n in (0, 1))
    FamilyPlan.objects.using(make.OWNER).filter(id=plan.id).update(agreed_on=today)
    _save(
        AuthorityAnswer,
        line=other,
        answer="yes",
        reason="Safe.",
        decided_by=world.accounts["manager"],
        answered_on=today,
    )
    review = _save(ReviewMeeting, meeting=meeting, planned_for=today)
    for item in (offer, invitation, plan, line, other, review):
        _save(
            Release, reader_id=child, kind="meeting", item=item.id, prepared=True, how_prepared="x", released_at=now,
            recorded_by=coordinator.id,
        )  # fmt: skip
    return {
        "offer_id": offer.id,
        "meeting_id": meeting.id,
        "network_id": young.id,
        "line_id": line.id,
        "invitation_id": invitation.id,
    }


def _save(model: Any, **facts: Any) -> Any:
    return model.objects.using(make.OWNER).create(**facts)
