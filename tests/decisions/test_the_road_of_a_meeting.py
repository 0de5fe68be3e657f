"""What workers, coordinators and families do, in their order; what each refuses; and what it then counts as."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from kith.access.models import Release
from kith.core.acting import acting
from kith.core.action import NotPermittedError
from kith.decisions import actions
from kith.decisions.models import FamilyPlanLine, InvitationAnswer, MeetingFact, NeverReason
from kith.decisions.queries import counts_as, fgdm
from kith.story.models import Event, Passage
from tests.decisions.tale import HOW, Tale, hours_ago, today
from tests.support import make

pytestmark = pytest.mark.database


def test_an_offer_is_told_on_the_childs_story_and_only_to_kin() -> None:
    tale, stranger = Tale(), make.person("Bo")
    with acting(by := make.actor(tale.lead)):
        assert Event.objects.filter(action="decisions.offer_meeting").count() == 1
        with pytest.raises(NotPermittedError, match="network"):
            actions.offer_meeting(
                by=by, children=[tale.child.id], offered_to=[stranger.id], kind="conference", on=today(),
                how_explained="x", stage="early",
            )  # fmt: skip
        with pytest.raises(NotPermittedError, match="still to come"):
            actions.offer_meeting(
                by=by, children=[tale.child.id], offered_to=[tale.mum.id], kind="conference",
                on=today() + timedelta(days=1), how_explained="x", stage="early",
            )  # fmt: skip


def test_what_was_offered_answered_and_held_is_known_as_it_stood_on_a_day() -> None:
    tale = Tale()
    with acting(make.actor(tale.lead)):
        asked = fgdm([tale.child.id], today())
        assert (asked.offer, asked.asked, asked.accepted, asked.declined_by_all) == (
            tale.lived.id,
            2,
            False,
            False,
        )
    for person, answer in ((tale.mum, "declined"), (tale.dad, "later")):
        with acting(by := make.actor(tale.lead)):
            actions.record_answer(by=by, offer=tale.lived.id, person=person.id, answer=answer, on=today())
            assert not fgdm([tale.child.id], today()).declined_by_all
    with acting(by := make.actor(tale.lead)):
        actions.record_answer(by=by, offer=tale.lived.id, person=tale.dad.id, answer="declined", on=today())
        assert fgdm([tale.child.id], today()).declined_by_all
        actions.share_offer(by=by, offer=tale.lived.id, reader=tale.mum.id, **HOW)  # type: ignore[arg-type]
    tale.answers(tale.parent, "accepted")
    tale.asks_coordinator()
    tale.lives_through_the_day()
    with acting(make.actor(tale.lead)):
        now = fgdm([tale.child.id], today())
        assert (now.accepted, now.declined_by_all, now.held_on) == (True, False, today())
        before = fgdm([tale.child.id], today() - timedelta(days=1))
        assert (before.offered_on, before.accepted, before.held_on) != (
            now.offered_on,
            now.accepted,
            now.held_on,
        )
        kinds = MeetingFact.objects.filter(offer=tale.lived).values_list("kind", flat=True)
        assert sorted(kinds) == ["accepted", "held", "offered", "to_check"]


def test_whoever_takes_a_yes_back_leaves_no_accepted_offer() -> None:
    tale = Tale()
    with acting(by := make.actor(tale.lead)):
        for answer in ("accepted", "declined"):
            actions.record_answer(by=by, offer=tale.lived.id, person=tale.mum.id, answer=answer, on=today())
        assert not fgdm([tale.child.id], today()).accepted
        assert not MeetingFact.objects.filter(offer=tale.lived, kind="accepted").exists()


def test_an_exemption_takes_a_senior_who_neither_asked_nor_leads() -> None:
    tale = Tale()
    child = tale.child.id
    with acting(by := make.actor(tale.manager)):
        with pytest.raises(NotPermittedError, match="Say why"):
            actions.exempt(by=by, person=child, reason=" ", on=today())
        with pytest.raises(NotPermittedError, match="Somebody else"):
            actions.exempt(by=by, person=child, reason="x", on=today(), asked_by=tale.manager.id)
        actions.exempt(by=by, person=child, reason="He would find them.", on=today(), asked_by=tale.lead.id)
        assert fgdm([child], today()).exempt_reason == "He would find them."
    with acting(by := make.actor(tale.lead)), pytest.raises(NotPermittedError):
        actions.exempt(by=by, person=child, reason="x", on=today())
    leads = make.account("manager")
    make.involved(leads, tale.child)
    with acting(by := make.actor(leads)), pytest.raises(NotPermittedError, match="Somebody else"):
        actions.exempt(by=by, person=child, reason="x", on=today())


def test_a_coordinator_who_works_for_the_family_is_refused() -> None:
    tale = Tale()
    make.involved(tale.coordinator, tale.child, role="family_support")
    with pytest.raises(NotPermittedError, match="independent"):
        tale.asks_coordinator()
    with acting(by := make.actor(tale.lead)), pytest.raises(NotPermittedError, match="independent"):
        actions.ask_coordinator(
            by=by, offer=tale.lived.id, coordinator=tale.manager.id, on=today(), why_agreed="x"
        )


def test_nobody_is_invited_before_the_child_and_the_safe_parent_said_so_and_orders_were_checked() -> None:
    tale = Tale()
    tale.asks_coordinator()
    mum = tale.of("Mara")
    with pytest.raises(NotPermittedError, match="settle"):
        tale.invites(mum)
    tale.settles(mum)
    with pytest.raises(NotPermittedError, match="court orders"):
        tale.invites(mum)
    tale.readies(mum)
    tale.invites(mum)
    with acting(by := make.actor(tale.coordinator)):
        jo = actions.name_person(by=by, meeting=tale.own.id, name="Uncle Jo")
    tale.settles(jo, "only_if", only_if=mum.id)
    tale.readies(jo)
    with pytest.raises(NotPermittedError, match="agree first"):
        tale.invites(jo)
    with acting(by := make.actor(tale.coordinator)):
        actions.only_if_agreed(by=by, person=jo.id, on=today())
    tale.invites(jo)


def test_never_is_an_outcome_and_takes_back_what_was_sent() -> None:
    tale = Tale()
    tale.asks_coordinator()
    dad = tale.of("Rhys")
    tale.settles(dad)
    tale.readies(dad)
    tale.invites(dad)
    with pytest.raises(NotPermittedError, match="Say why"):
        tale.settles(dad, "never")
    tale.settles(dad, "never", never_because="He hurt me")
    assert not Release.objects.using(make.OWNER).filter(reader=tale.dad, withdrawn_at=None).exists()
    with pytest.raises(NotPermittedError, match="never"):
        tale.invites(dad)
    with acting(make.actor(tale.lead)):
        assert not NeverReason.objects.exists()


def test_what_a_coordinator_tells_of_a_risk_reaches_the_workers_and_is_not_read_back() -> None:
    tale = Tale()
    tale.asks_coordinator()
    with acting(by := make.actor(tale.coordinator)):
        told = actions.tell_worker_at_risk(
            by=by, meeting=tale.own.id, words="Mara says he waits at the gate."
        )
        assert not Event.objects.exists()
    with acting(by := make.actor(tale.lead)):
        assert Passage.objects.get(event=told).text == "Mara says he waits at the gate."
        (risk,) = tale.lived.risks.all()
        actions.seen_risk(by=by, risk=risk.id)
        with pytest.raises(NotPermittedError):
            actions.seen_risk(by=by, risk=risk.id)
    for account in tale.families:
        with acting(make.actor(account)):
            assert not Event.objects.exists()


def test_stages_come_in_order_and_private_family_time_keeps_its_two_moments_alone() -> None:
    tale = Tale()
    tale.asks_coordinator()
    with acting(by := make.actor(tale.coordinator)):
        actions.begin_stage(by=by, meeting=tale.own.id, stage="private", at=hours_ago(3))
        for stage in ("information", "private"):
            with pytest.raises(NotPermittedError, match="begun already"):
                actions.begin_stage(by=by, meeting=tale.own.id, stage=stage, at=hours_ago(2))
        with pytest.raises(NotPermittedError, match="ended"):
            actions.begin_stage(by=by, meeting=tale.own.id, stage="plan", at=hours_ago(2))
        actions.end_stage(by=by, meeting=tale.own.id, stage="private", at=hours_ago(2))


def test_it_counts_as_a_conference_with_every_mark_and_as_a_network_meeting_without_one() -> None:
    tale = Tale()
    tale.asks_coordinator()
    for name in ("Ada", "Mara"):
        tale.settles(tale.of(name))
        tale.readies(tale.of(name))
        tale.invites(tale.of(name))
    tale.lives_through_the_day(private=False)
    tale.agrees("Nan Nora comes on Fridays.")
    with acting(make.actor(tale.lead)):
        found = counts_as(tale.own.id)
        assert found is not None
        assert (found.kind, found.lacks) == (
            "network",
            ("The family had private time, without any professional.",),
        )
    with acting(make.actor(tale.ex)):
        assert counts_as(tale.own.id) is None
    other = Tale()
    other.asks_coordinator()
    for name in ("Ada", "Mara"):
        other.settles(other.of(name))
        other.readies(other.of(name))
        other.invites(other.of(name))
    other.lives_through_the_day()
    other.agrees("Nan Nora comes on Fridays.")
    with acting(make.actor(other.lead)):
        found = counts_as(other.own.id)
        assert found is not None
        assert (found.kind, found.lacks) == ("conference", ())


def test_the_family_words_its_plan_agrees_it_and_is_answered_part_by_part() -> None:
    tale = Tale()
    tale.asks_coordinator()
    tale.settles(tale.of("Mara"))
    plan = tale.agrees("Nan Nora comes on Fridays.", "The council pays her bus.")
    with acting(by := make.actor(tale.coordinator)):
        again = actions.write_plan(by=by, meeting=tale.own.id, parts=["Nan Nora comes on Mondays."])
        assert (again.id != plan, again.number) == (True, 2)
    with acting(by := make.actor(tale.manager)):
        lines = list(FamilyPlanLine.objects.filter(plan=plan).order_by("position"))
        with pytest.raises(NotPermittedError, match="Say why"):
            actions.answer_plan(by=by, line=lines[0].id, answer="yes", reason="", on=today())
        for line, answer in zip(lines, ("yes", "part"), strict=True):
            actions.answer_plan(
                by=by, line=line.id, answer=answer, reason="It is safe.", gives="A pass", on=today()
            )
        assert MeetingFact.objects.filter(offer=tale.lived, kind="answered").count() == 1
    with acting(by := make.actor(tale.coordinator)):
        actions.share_plan(by=by, plan=plan, person=tale.of("Mara").id, lines=[lines[0].id], **HOW)  # type: ignore[arg-type]
    with acting(make.actor(tale.parent)):
        assert [each.words for each in FamilyPlanLine.objects.all()] == ["Nan Nora comes on Fridays."]


def test_private_checks_are_for_children_and_adults_who_were_hurt() -> None:
    tale = Tale()
    tale.asks_coordinator()
    mum = tale.of("Mara")
    with acting(by := make.actor(tale.coordinator)):
        with pytest.raises(NotPermittedError, match="private check"):
            actions.check_privately(by=by, person=mum.id, when="before", on=today(), could_say="no")
        actions.check_privately(by=by, person=tale.of("Ada").id, when="before", on=today(), could_say="yes")
    tale.settles(mum, part="harmed")
    with acting(by := make.actor(tale.coordinator)):
        actions.check_privately(
            by=by, person=mum.id, when="before", on=today(), could_say="no", withdrawn=True
        )


def test_a_family_member_answers_asks_for_somebody_and_says_what_they_thought() -> None:
    tale = Tale()
    tale.asks_coordinator()
    for name in ("Mara", "Rhys"):
        tale.settles(tale.of(name))
        tale.readies(tale.of(name))
    hers = tale.invites(tale.of("Mara"))
    with acting(by := make.actor(tale.ex)):
        with pytest.raises(NotPermittedError):
            actions.answer_invitation(by=by, invitation=hers.id, answer="yes")
        with pytest.raises(NotPermittedError):
            actions.give_feedback(by=by, meeting=tale.own.id, score=1)
    with acting(by := make.actor(tale.parent)):
        actions.answer_invitation(
            by=by, invitation=hers.id, answer="yes", say_before="Not him", asks_for="Jo"
        )
        actions.give_feedback(by=by, meeting=tale.own.id, score=5, words="We were heard.")
    with acting(make.actor(tale.coordinator)):
        assert InvitationAnswer.objects.get().say_before == "Not him"
    for account in (tale.lead, tale.manager, tale.ex):
        with acting(make.actor(account)):
            assert not InvitationAnswer.objects.exists()


def test_the_coordinators_access_ends_with_the_meeting() -> None:
    tale = Tale()
    tale.asks_coordinator()
    with acting(by := make.actor(tale.coordinator)):
        review = actions.plan_review(by=by, meeting=tale.own.id, on=today() + timedelta(days=60))
        actions.hold_review(by=by, review=review.id, on=today(), came_of_it="It holds.")
        actions.plan_day(by=by, meeting=tale.own.id, at=timezone.now() + timedelta(days=3))
        actions.end_meeting(by=by, meeting=tale.own.id, why="All of it is done.")
    with acting(by := make.actor(tale.coordinator)), pytest.raises(NotPermittedError, match="closed"):
        actions.plan_day(by=by, meeting=tale.own.id, at=timezone.now())
    tale.asks_coordinator()
    with acting(by := make.actor(tale.lead)):
        actions.end_coordinating(by=by, meeting=tale.own.id, why="She is ill.")
    with acting(by := make.actor(tale.coordinator)), pytest.raises(NotPermittedError, match="closed"):
        actions.name_person(by=by, meeting=tale.own.id, name="X")
