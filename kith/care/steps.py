"""What a worker can write down of a child in care: for each step its words, its form and its action."""

from __future__ import annotations

from typing import Any

from django import forms

from kith.access.door import OpenPerson
from kith.access.permissions import Permission
from kith.access.steps import Data, Step
from kith.care.actions import (
    asking,
    correcting,
    homes,
    laws,
    living,
    matters,
    permanence,
    reviewing,
    whereabouts,
)
from kith.care.forms import homes as home_forms
from kith.care.forms import living as living_forms
from kith.care.forms import permanence as permanence_forms
from kith.care.models import (
    Agreement,
    Ask,
    Away,
    CareMatter,
    IroChallenge,
    LeftCare,
    LegalBasis,
    MissingEpisode,
    NotDelegated,
    PlacedForAdoption,
    ReviewPlanned,
    ReviewWish,
    Slept,
    Stay,
    StayPlace,
)
from kith.care.queries.page import pictures_of


def _home(form: forms.Form) -> Data:
    kept = dict(form.cleaned_data)
    parts = {each: kept.pop(each, "") for each in ("called", "lines", "postcode", "urn", "came_from")}
    place = homes.Place(**parts)
    marks = kept.pop("unlawful")
    return {**kept, "said_unlawful": marks, "place": place if place.known else None}


def _where(form: forms.Form) -> Data:
    return {
        "place": homes.Place(
            **{each: form.cleaned_data[each] for each in ("called", "lines", "postcode", "urn")}
        )
    }


def _stay_says(row: Any) -> Data:
    place = StayPlace.objects.filter(stay_id=row.pk).first()
    return {each: getattr(place, each) for each in ("called", "lines", "postcode", "urn")} if place else {}


def _memory(person: OpenPerson, _row: Any, sent: Any, initial: Data) -> forms.Form:
    form = living_forms.MemoryForm(sent, initial=initial)
    form.fields["picture"].choices = [("", "None"), *pictures_of(person.ids)]  # type: ignore[attr-defined]
    return form


STEPS: dict[str, Step] = {
    "came": Step(
        "Comes into care", home_forms.CameForm, homes.come_into_care, given=_home,
        lines=("Decision, law and home at once. Where a child truly lives is never refused.",),
    ),
    "move": Step(
        "Lives in another home", home_forms.MoveForm, homes.move, given=_home,
        lines=("The home before ends that day. Where a child truly lives is never refused.",),
    ),
    "where": Step(
        "Where the home is", home_forms.WhereForm, homes.say_where, Stay, "stay", given=_where,
        begins=_stay_says,
        lines=("Only those who may know where the child lives see it.",),
    ),
    "correct-home": Step(
        "Put this home right", home_forms.CorrectStayForm, correcting.correct_stay, Stay, "stay",
        ("began_on", "ended_on", "kind", "provider"),
        lines=("What stood before is kept. The homes before and after give way.",),
    ),
    "law": Step("By law", home_forms.LawForm, laws.begin_law, lines=("Several may hold at once.",)),
    "end-law": Step("This law no longer holds", home_forms.EndLawForm, laws.end_law, LegalBasis, "law"),
    "correct-law": Step(
        "Put this law right", home_forms.CorrectLawForm, correcting.correct_law, LegalBasis, "law",
        ("kind", "began_on", "ended_on", "ends_by"), lines=("What stood before is kept.",),
    ),
    "agree": Step(
        "What somebody says to it", home_forms.AgreeForm, laws.agree, LegalBasis, "law",
        lines=("A yes and a no are both written down.",),
    ),
    "take-back": Step("They take it back", home_forms.TakeBackForm, laws.take_back, Agreement, "agreement"),
    "look-again": Step(
        "Looked at again with them", home_forms.OnForm, laws.look_at_agreement, Agreement, "agreement"
    ),
    "propose": Step("Being looked after is to end", home_forms.ProposeForm, homes.propose_leaving),
    "approve": Step("It was approved", home_forms.ApproveForm, homes.approve_leaving, LeftCare, "leaving"),
    "leave": Step(
        "Being looked after ended", home_forms.LeaveForm, homes.leave_care, LeftCare, "leaving",
        lines=("Home and laws end on that day.",),
    ),
    "away": Step(
        "Nights away from home", home_forms.AwayForm, whereabouts.go_away,
        lines=("Hospital, a break, a friend’s: the home goes on.",),
    ),
    "back": Step("Back at home", home_forms.OnForm, whereabouts.come_back, Away, "away"),
    "slept": Step(
        "Slept where no child should", home_forms.SleptForm, whereabouts.slept_elsewhere,
        lines=("Never refused. The director is told at once.",),
    ),
    "slept-no-more": Step(
        "The last such night", home_forms.SleptEndForm, whereabouts.slept_no_more, Slept, "slept"
    ),
    "answer": Step("The answer", living_forms.AnswerForm, asking.answer_ask, Ask, "ask"),
    "answer-again": Step(
        "They say it is unfair: what holds now?", living_forms.AnswerForm, asking.look_again, Ask, "ask",
        ("answer", "reason", "answered_by"),
    ),
    "not-carer": Step(
        "Something that the carer does not decide", living_forms.ExceptionForm, asking.keep_from_carer,
        lines=("Haircuts, sleepovers, photos and trips are the carer’s. Only a reason changes that.",),
    ),
    "carer-again": Step(
        "The carer decides this again", forms.Form, asking.give_back_to_carer, NotDelegated, "exception"
    ),
    "home-plan": Step(
        "The plan for this home", living_forms.HomePlanForm, asking.plan_home, Stay, "stay",
        lines=("Due in five working days. What the carer may decide is part of it.",),
    ),
    "part": Step("A part of the care plan", living_forms.PartForm, living.plan_part),
    "review": Step(
        "A review to come", living_forms.ReviewForm, reviewing.plan_review, needs=Permission.ANSWER_FOR
    ),
    "tell-review": Step(
        "The child was told of it", living_forms.TellReviewForm, reviewing.tell_of_review, ReviewPlanned, "review",
        ("planned_for", "chairs"), Permission.ANSWER_FOR,
    ),
    "hold": Step(
        "The review was held", living_forms.HoldForm, reviewing.hold_review, ReviewPlanned, "review", (),
        Permission.ANSWER_FOR, lines=("The return counts it by itself.",),
    ),
    "send": Step(
        "What went out", living_forms.SendForm, reviewing.send_review, ReviewPlanned, "review",
        ("decisions_sent_on", "record_sent_on"), Permission.ANSWER_FOR,
    ),
    "wish": Step(
        "What they want of the review", living_forms.WishForm, reviewing.wish, needs=Permission.ANSWER_FOR
    ),
    "answer-wish": Step(
        "What came of it", living_forms.WishAnswerForm, reviewing.answer_wish, ReviewWish, "wish", (),
        Permission.ANSWER_FOR,
    ),
    "challenge": Step(
        "Something is not right", living_forms.ChallengeForm, reviewing.challenge,
        needs=Permission.ANSWER_FOR, lines=("From the independent reviewing officer alone. Settled in 20 working days.",),
    ),
    "challenge-step": Step(
        "How it goes on", living_forms.StepForm, reviewing.step_challenge, IroChallenge, "challenge", ("step",),
        Permission.ANSWER_FOR,
    ),
    "health": Step(
        "A health check", living_forms.CheckForm, living.check_health,
        lines=("What the yearly return asks is filled from it.",),
    ),
    "matter": Step(
        "What starts or meets a duty", living_forms.MatterForm, matters.note_matter,
        lines=("From its day the law counts. By when each is due stands on the page of due dates.",),
    ),
    "matter-done": Step("It was done", living_forms.MatterDoneForm, matters.matter_done, CareMatter, "matter"),
    "missing": Step("Missing", living_forms.MissingForm, living.go_missing, lines=("Ring the police first.",)),
    "found": Step("Found or back", home_forms.OnForm, living.found, MissingEpisode, "missing"),
    "talk": Step(
        "The talk after being missing", living_forms.TalkForm, living.talk_after_missing, MissingEpisode, "missing",
        lines=("In 72 hours, by somebody who is neither carer nor worker.",),
    ),
    "adoption-plan": Step(
        "Adoption is right for them", permanence_forms.AdoptionPlanForm, permanence.plan_adoption,
        lines=("The return reads it from here.",),
    ),
    "adoption-plan-ends": Step(
        "Adoption is no longer the plan", permanence_forms.AdoptionPlanEndForm, permanence.end_adoption_plan,
        PlacedForAdoption, "placed",
    ),
    "adopted": Step(
        "They were adopted", permanence_forms.AdoptedForm, permanence.adopted,
        lines=(
            "Who adopts stands nowhere here, only what the return asks. That care ended is written under “By what law”.",
        ),
    ),
    "before": Step(
        "A home for good before this time in care", permanence_forms.BeforeForm, permanence.permanence_before,
        lines=("Asked once, when a child comes into care.",),
    ),
    "worker": Step(
        "Another social worker", permanence_forms.WorkerForm, permanence.worker_changed,
        lines=("The one before stops that day. Who may open the record is settled elsewhere.",),
    ),
    "about": Step("What they want people to know", living_forms.AboutForm, living.about_me),
    "memory": Step("Something to keep", living_forms.MemoryForm, living.keep_memory, made=_memory),
}  # fmt: skip
