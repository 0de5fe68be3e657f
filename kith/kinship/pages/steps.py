"""One page for every step that a worker takes: which form, which action, of which item, and where it leads back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models
from django.http import Http404, HttpResponse
from django.urls import reverse

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.access.steps import named, one_form
from kith.core.once import once
from kith.kinship import actions
from kith.kinship import models as kept
from kith.kinship.pages import step_forms as forms
from kith.kinship.pages.fields import StepForm


@dataclass(frozen=True, slots=True)
class Step:
    """`item`: what the action calls the row that it is about, which is of the child by `path` of `model`."""

    heading: str
    form: type[StepForm]
    act: Callable[..., object]
    back: str
    item: str = ""
    model: type[models.Model] | None = None
    path: str = "child_id"
    child: str = ""
    needs: Permission = Permission.EDIT_PERSON


HUB, LOOKS, ASSESSED, SUPPORT = "kinship", "kinship_looks", "kinship_assessments", "kinship_support"
OFFICER = Permission.ALLOCATE
STEPS: dict[str, Step] = {
    "caring": Step("Who cares for the child?", forms.Caring, actions.record_caring, HUB, child="child"),
    "end": Step("Has this care ended?", forms.Ended, actions.end_caring, HUB, "caring", kept.Caring),
    "offer": Step("Were they given the local offer?", forms.On, actions.give_offer, HUB, "caring", kept.Caring),
    "decide": Step("What may the carer decide?", forms.Decide, actions.settle_decision, HUB, "caring", kept.Caring),
    "ask": Step("How does it go?", forms.CheckIn, actions.check_in, HUB, "check", kept.CheckIn, "caring__child_id"),
    "approve": Step("Approve for a time", forms.Approve, actions.approve_for_a_time, HUB, child="child"),
    "agree": Step("Agree to this approval", forms.Agree, actions.agree_approval, HUB, "approval",
                  kept.TemporaryApproval, needs=OFFICER),
    "more-time": Step("Give more time", forms.MoreTime, actions.give_more_time, HUB, "approval",
                      kept.TemporaryApproval, needs=OFFICER),
    "approval-over": Step("Has approval for a time ended?", forms.EndApproval, actions.end_approval, HUB, "approval",
                          kept.TemporaryApproval),
    "look": Step("Begin a first look", forms.Look, actions.start_look, LOOKS, child="child"),
    "view": Step("What does one of them say?", forms.View, actions.write_view, LOOKS, "look", kept.FirstLook),
    "check": Step("Ask for a check", forms.Check, actions.ask_check, LOOKS),
    "check-back": Step("What came back?", forms.CheckBack, actions.check_back, LOOKS, "check", kept.AdultCheck,
                       "person_id"),
    "reason": Step("A reason", forms.Reason, actions.add_reason, LOOKS, "look", kept.FirstLook),
    "decide-look": Step("What is the outcome?", forms.DecideLook, actions.decide_look, LOOKS, "look", kept.FirstLook),
    "against": Step("Somebody says that this is wrong", forms.SaidAgainst, actions.take_down_challenge, LOOKS, "told",
                    kept.ToldReason, "look__child_id"),
    "answer-against": Step("What is answered?", forms.Answered, actions.answer_look_challenge, LOOKS, "challenge",
                           kept.LookChallenge, "told__look__child_id"),
    "assess": Step("Begin a full assessment", forms.Assess, actions.start_assessment, ASSESSED, child="child"),
    "say": Step("What do they say?", forms.Say, actions.take_down, ASSESSED, "assessment", kept.FullAssessment),
    "finish": Step("Is it finished?", forms.Finish, actions.finish_assessment, ASSESSED, "assessment",
                   kept.FullAssessment),
    "know": Step("What does the carer need to know?", forms.Know, actions.write_need_to_know, SUPPORT, child="child"),
    "support": Step("A line of the support plan", forms.Support, actions.add_support, SUPPORT, "caring", kept.Caring),
    "support-done": Step("Was this done?", forms.SupportDone, actions.support_done, SUPPORT, "line", kept.SupportLine,
                         "caring__child_id"),
    "request": Step("What did the carer ask for?", forms.Request, actions.take_request, SUPPORT, "caring", kept.Caring),
    "answer": Step("What is the answer?", forms.AnswerRequest, actions.answer_request, SUPPORT, "request",
                   kept.Request, "caring__child_id"),
    "began": Step("When did it begin?", forms.On, actions.request_began, SUPPORT, "request", kept.Request,
                  "caring__child_id"),
    "guardian": Step("Who will ask to be special guardian?", forms.Guardian, actions.take_notice, HUB, child="child"),
    "court-asked": Step("Was the court asked?", forms.On, actions.court_was_asked, HUB, "notice",
                        kept.GuardianshipNotice),
    "support-again": Step("Support looked at again", forms.CheckIn, actions.look_at_support_again, SUPPORT, "caring",
                          kept.Caring),
    "award": Step("Award an allowance", forms.Award, actions.award, SUPPORT, "caring", kept.Caring),
    "in-writing": Step("Agreed in writing?", forms.On, actions.agree_in_writing, SUPPORT, "award", kept.Award,
                       "caring__child_id"),
    "stop": Step("Does the allowance end?", forms.EndAward, actions.end_award, SUPPORT, "award", kept.Award,
                 "caring__child_id"),
    "notice": Step("Give notice of less", forms.Notice, actions.give_notice, SUPPORT, "award", kept.Award,
                   "caring__child_id"),
    "notice-said": Step("What does the carer say?", forms.SaidAgainst, actions.take_down_notice_answer, SUPPORT,
                        "notice", kept.ReductionNotice, "award__caring__child_id"),
    "decide-notice": Step("Decide on the notice", forms.DecideNotice, actions.decide_notice, SUPPORT, "notice",
                          kept.ReductionNotice, "award__caring__child_id", needs=OFFICER),
}  # fmt: skip
SHOWN: dict[str, tuple[type[models.Model], str, str]] = {
    "caring": (kept.Caring, "child_id", HUB),
    "told": (kept.ToldReason, "look__child_id", LOOKS),
    "assessment": (kept.FullAssessment, "child_id", ASSESSED),
    "know": (kept.NeedToKnow, "child_id", SUPPORT),
    "line": (kept.SupportLine, "caring__child_id", SUPPORT),
}
for _name, (_model, _path, _back) in SHOWN.items():
    STEPS[f"show-{_name}"] = Step("Show this to them", forms.Show, actions.show, _back, "item", _model, _path)
    STEPS[f"back-{_name}"] = Step(
        "Take this back", forms.TakeBack, actions.take_back, _back, "item", _model, _path
    )


@person_page("kinship care", needs=Permission.EDIT_PERSON)
@once
def kinship_step(request: ActingRequest, person: OpenPerson, step: str) -> HttpResponse:
    """A step that begins something."""
    return _step(request, person, step, None)


@person_page("kinship care", needs=Permission.EDIT_PERSON)
@once
def kinship_step_of(request: ActingRequest, person: OpenPerson, step: str, item: UUID) -> HttpResponse:
    """A step on something that there is."""
    return _step(request, person, step, item)


def _step(request: ActingRequest, person: OpenPerson, name: str, item: UUID | None) -> HttpResponse:
    step = STEPS.get(name)
    if step is None or bool(step.item) != (item is not None):
        raise Http404
    if step.needs not in request.user.role_class.may:
        raise Http404
    kin = forms.adults_of(person.ids)
    if step.model is not None and not _is_of(
        step, item, [*person.ids, *(kin if step.path == "person_id" else ())]
    ):
        raise Http404
    form = step.form(
        request.POST if request.method == "POST" else None, people=kin, item=item, child=person.id
    )
    mine: dict[str, Any] = {step.item: item} if step.item else {}
    if step.child:
        mine[step.child] = person.id
    return one_form(
        request, form, lambda: step.act(by=request.actor, **mine, **form.given()), heading=step.heading,
        back=reverse(step.back, args=[person.id]), about="Kinship care", whom=named(person),
    )  # fmt: skip


def _is_of(step: Step, item: UUID | None, whose: list[UUID]) -> bool:
    model = step.model
    return (
        model is not None and model._default_manager.filter(id=item, **{f"{step.path}__in": whose}).exists()
    )
