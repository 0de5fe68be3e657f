"""Enquiries into harm: kept from the family's door, and never ended without an offer of help."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError
from django.utils import timezone

from kith.access.models import NotYetTold
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.help.models import HelpOffer
from kith.law.calendar import add_working_days
from kith.people.actions import CannotBeError
from kith.protection import actions
from kith.protection.models import Section47
from kith.story.actions import end_not_yet_told, release
from kith.story.models import Event
from tests.support import make
from tests.support.visit import signed_in

pytestmark = pytest.mark.database
DAY = date(2026, 6, 1)
OFFER = actions.Offered("Somebody to help with mornings.", DAY + timedelta(days=9))


class Family:
    def __init__(self) -> None:
        self.child, self.brother = (make.person(name, born=date(2014, 5, 1)) for name in ("Ada", "Bo"))
        self.mum = make.person("Mara", born=None)
        for each in (self.child, self.brother):
            make.tied(each, self.mum)
        self.worker = make.account("social_worker")
        for each in (self.child, self.brother, self.mum):
            make.involved(self.worker, each, role="social_worker")
        self.parent = make.account("parent")
        make.door(self.parent, self.mum)
        make.door(self.parent, self.child, "parent")
        self.by = make.actor(self.worker)

    def begun(self, **more: Any) -> Section47:
        told = {"why_not_told": "He may run."} | more
        with acting(self.by):
            return actions.begin_enquiry(
                by=self.by, persons=[self.child.id, self.brother.id], strategy_on=DAY, **told
            )[0]

    def decided(self, enquiry: Section47, outcome: str, offered: actions.Offered | None = None) -> None:
        with acting(self.by):
            actions.decide_enquiry(
                by=self.by, enquiry=enquiry.id, outcome=outcome, on=DAY + timedelta(days=10), offered=offered
            )


def test_from_the_strategy_discussion_on_nothing_of_it_can_be_released() -> None:
    family = Family()
    before = signed_in(family.parent).get("/my/").content
    enquiry = family.begun()
    family.decided(enquiry, "no_harm", OFFER)
    assert NotYetTold.objects.using(make.OWNER).filter(ended_at=None).count() == 1
    titles = ("An enquiry", "The enquiry", "Help was offered")
    with acting(family.by):
        events = [e for e in Event.objects.all() if e.title.startswith(titles)]
        assert len(events) == 3
        for event in events:
            with pytest.raises(NotPermittedError, match="not told of yet"):
                release(by=family.by, event=event.id, reader=family.mum.id, prepared=True, how_prepared="-")
    after = signed_in(family.parent).get("/my/").content
    assert strip(after) == strip(before)


def test_once_they_are_told_the_same_events_can_be_released() -> None:
    family = Family()
    family.begun()
    concern = NotYetTold.objects.using(make.OWNER).get()
    with acting(family.by):
        end_not_yet_told(by=family.by, concern=concern.id, who_was_told_what="Mara, on Monday, by Rosa.")
        event = Event.objects.get(title__startswith="An enquiry")
        release(by=family.by, event=event.id, reader=family.mum.id, prepared=True, how_prepared="At home.")


def test_where_the_family_was_told_nothing_is_kept_from_them() -> None:
    family = Family()
    family.begun(why_not_told="", who_was_told="Mara, today, by phone.")
    assert not NotYetTold.objects.using(make.OWNER).exists()


@pytest.mark.parametrize("outcome", ["no_harm", "no_risk_now"])
def test_it_does_not_end_without_an_offer_of_help(outcome: str) -> None:
    family = Family()
    enquiry = family.begun()
    for offered in (None, actions.Offered("  ", DAY)):
        with pytest.raises(CannotBeError, match="left"):
            family.decided(enquiry, outcome, offered)
    family.decided(enquiry, outcome, OFFER)
    held = Section47.objects.using(make.OWNER).get(id=enquiry.id)
    offer = HelpOffer.objects.using(make.OWNER).get()
    assert (held.outcome, held.conference_not_required, held.help_offer_id) == (outcome, True, offer.id)
    assert (offer.person_id, offer.why, offer.enquiry) == (family.child.id, "after_enquiry", enquiry.id)
    assert offer.covert_id is not None


def test_the_database_itself_refuses_an_ending_without_an_offer() -> None:
    family = Family()
    enquiry = family.begun()
    rows = Section47.objects.using(make.OWNER).filter(id=enquiry.id)
    with pytest.raises(IntegrityError, match="section47_ends_with_an_offer"):
        rows.update(outcome="no_harm", decided_on=DAY)


def test_a_conference_is_due_from_the_strategy_discussion_by_the_clock_of_the_register() -> None:
    family = Family()
    enquiry = family.begun()
    family.decided(enquiry, "conference")
    held = Section47.objects.using(make.OWNER).get(id=enquiry.id)
    assert held.conference_target_on == add_working_days(DAY, 15)
    with acting(family.by):
        actions.record_initial_conference(by=family.by, enquiry=enquiry.id, held_on=DAY + timedelta(days=20))
    assert Section47.objects.using(make.OWNER).get(id=enquiry.id).conference_on == DAY + timedelta(days=20)


def test_what_cannot_be_is_refused_in_words() -> None:
    family = Family()
    enquiry = family.begun()
    with pytest.raises(CannotBeError, match="recorded already"):
        family.begun()
    with acting(family.by), pytest.raises(CannotBeError, match="why the family"):
        actions.begin_enquiry(by=family.by, persons=[family.mum.id], strategy_on=DAY)
    tomorrow = timezone.localdate() + timedelta(days=1)
    with acting(family.by), pytest.raises(CannotBeError, match="still to come"):
        actions.begin_enquiry(
            by=family.by, persons=[family.mum.id], strategy_on=tomorrow, why_not_told="Not safe."
        )
    family.decided(enquiry, "conference")
    with pytest.raises(CannotBeError, match="decided it already"):
        family.decided(enquiry, "conference")


def test_a_lead_practitioner_a_partner_and_a_stranger_write_and_read_nothing() -> None:
    family = Family()
    enquiry = family.begun()
    lead, partner, stranger = (make.account(r) for r in ("lead", "partner", "social_worker"))
    for account in (lead, partner):
        make.involved(account, family.child)
    for account in (lead, partner, stranger):
        by = make.actor(account)
        with acting(by), pytest.raises(NotPermittedError):
            actions.decide_enquiry(by=by, enquiry=enquiry.id, outcome="conference", on=DAY)
    for account in (partner, stranger, family.parent):
        with acting(make.actor(account)):
            assert Section47.objects.count() == 0


def test_the_pages_lead_from_the_enquiry_to_the_offer_and_keep_what_was_typed() -> None:
    family = Family()
    client = signed_in(family.worker)
    base = f"/people/{family.child.id}/enquiries/"
    day = {"strategy_on_day": "1", "strategy_on_month": "6", "strategy_on_year": "2026"}
    sent = {"persons": [str(family.child.id)], "family": "not_yet", "said": "He may run."} | day
    begun = client.post(f"{base}begin/", sent)
    assert (begun.status_code, begun.get("Location")) == (302, base), begun.content.decode()
    enquiry = Section47.objects.using(make.OWNER).get()
    ends = {
        "outcome": "no_harm",
        "on_day": "10",
        "on_month": "6",
        "on_year": "2026",
        "words": "We would like that.",
    }
    again = client.post(f"{base}{enquiry.id}/decide/", ends)
    assert again.status_code == 200
    assert "Nobody is looked into and then left" in again.content.decode()
    assert "We would like that." in again.content.decode()
    offer = {
        "what": "Somebody to help with mornings.", "answer": "accepted",
        "offered_on_day": "9", "offered_on_month": "6", "offered_on_year": "2026",
        "answered_on_day": "10", "answered_on_month": "6", "answered_on_year": "2026",
    }  # fmt: skip
    assert client.post(f"{base}{enquiry.id}/decide/", ends | offer).status_code == 302
    page = client.get(base).content.decode()
    assert "Somebody to help with mornings." in page
    assert "They said yes" in page


def test_an_answer_that_comes_later_is_written_down_and_not_now_may_be_answered_again() -> None:
    family = Family()
    enquiry = family.begun()
    family.decided(enquiry, "no_harm", OFFER)
    client = signed_in(family.worker)
    base = f"/people/{family.child.id}/enquiries/"
    day = {"answered_on_day": "12", "answered_on_month": "6", "answered_on_year": "2026"}
    for answer in ("later", "accepted"):
        assert "Write down what they said to it" in client.get(base).content.decode()
        sent = client.post(f"{base}{enquiry.id}/answer/", {"answer": answer, "words": "All right.", **day})
        assert sent.status_code == 302
    page = client.get(base).content.decode()
    assert "They said yes" in page
    assert "Write down what they said to it" not in page
    assert client.get(f"{base}{enquiry.id}/answer/").status_code == 404


def strip(page: bytes) -> str:
    """Without the token that differs at every look."""
    import re

    return re.sub(r'value="[A-Za-z0-9]{64}"', "", page.decode())
