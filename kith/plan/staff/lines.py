"""Adding a line of each kind; one line with all that was said of it; what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.core.once import once
from kith.core.tried import tried
from kith.people.page_queries import who
from kith.plan import actions, forms
from kith.plan.models import Goal
from kith.plan.queries import LineView, line_view, plans_of
from kith.plan.staff.common import (
    back_to,
    concern_of,
    form_page,
    listed,
    may,
    people_of,
    plan_of,
    workers_of,
)

ADDS: dict[str, tuple[str, type[forms.LineForm]]] = {
    "goal": ("What should be different?", forms.GoalForm),
    "step": ("Who does what by when?", forms.StepForm),
    "strength": ("What goes well already?", forms.StrengthForm),
    "change": ("What has to change for us to stop being involved?", forms.LineForm),
}
# What may be said of a line: its title, its form, and of which kinds of line.
SAYS: dict[str, tuple[str, type[forms.PlanForm], tuple[str, ...]]] = {
    "progress": ("How is it going?", forms.ProgressForm, ("goal", "step", "change", "strength")),
    "answer": ("What do they say to it?", forms.TakenDownForm, ("goal", "step", "change", "strength")),
    "reword": ("Say it in other words", forms.RewordForm, ("goal", "step", "change", "strength")),
    "done": ("It is done", forms.DoneForm, ("step",)),
    "not-done": ("It is not done", forms.WhyForm, ("step",)),
    "assign": ("Who does it, and by when?", forms.AssignForm, ("step",)),
    "reached": ("The goal is reached", forms.WhenForm, ("goal",)),
    "drop": ("Let this goal go", forms.DropForm, ("goal",)),
    "met": ("It is so now", forms.WhenForm, ("change",)),
}


@person_page("plan: add a line")
@once
def plan_add(request: ActingRequest, person: OpenPerson, kind: str) -> HttpResponseBase:
    """Write a line."""
    may(request, Permission.PLAN)
    plan = plan_of(request, person)
    title, made_by = ADDS[kind]
    people = people_of(plan)
    goals = Goal.objects.filter(plan_id=plan, reached_on=None, dropped_on=None).values_list("id", "words")
    opens = request.user.role_class.opens
    choices = {
        # Nobody writes what they could not read again.
        "label": [(value, says) for value, says in forms.MARKS if int(value) & opens],
        "whose": listed(people),
        "person": listed(people),
        "account": workers_of(person.ids, request.user),
        "goal": [("", "None of them"), *((str(each), words[:120]) for each, words in goals)],
    }
    asked = {"goal": request.GET.get("goal", "")}
    form = made_by(
        request.POST if request.method == "POST" else None,
        choices=choices,
        concern=concern_of(plan),
        initial=asked,
    )
    if request.method == "POST" and form.is_valid() and tried(form, lambda: _add(request, plan, kind, form)):
        return back_to(person, plan)
    return form_page(request, person, plan, form, title=title, press="Put it in the plan")


def _add(request: ActingRequest, plan: UUID, kind: str, form: forms.LineForm) -> UUID:
    facts: dict[str, Any] = {"by": request.actor, "plan": plan, **form.common}
    if isinstance(form, forms.StepForm):
        keeps_safe = form.cleaned_data["keeps_safe"]
        return actions.add_step(**facts, **form.whose, goal=form.uuid("goal"), keeps_safe=keeps_safe)
    if isinstance(form, forms.GoalForm):
        said = form.cleaned_data["in_whose_words"]
        return actions.add_goal(**facts, whose=form.uuid("whose"), in_whose_words=said)
    if kind == "strength":
        return actions.add_strength(**facts, whose=form.uuid("whose"))
    return actions.add_change(**facts)


@person_page("plan")
def plan_line(request: ActingRequest, person: OpenPerson, item: UUID) -> HttpResponse:
    """One line: what was said of it by whom, who may read it, and what there is to say."""
    plan, line = _line(person, item)
    named = who([person.id]).get(person.id)
    if named is None:
        raise Http404
    context = {
        "person": named,
        "plan": plan,
        "line": line,
        "says": [(f"{how}/", title) for how, (title, _form, kinds) in SAYS.items() if line.kind in kinds],
        "may_plan": Permission.PLAN in request.user.role_class.may,
        "may_release": Permission.RELEASE in request.user.role_class.may,
    }
    return render(request, "plan/line.html", context)


@person_page("plan: a line")
@once
def plan_say(request: ActingRequest, person: OpenPerson, item: UUID, how: str) -> HttpResponseBase:
    """Say something of a line, or what became of it."""
    may(request, Permission.PLAN)
    plan, line = _line(person, item)
    title, made_by, kinds = SAYS[how]
    if line.kind not in kinds:
        raise Http404
    people = people_of(plan) if how in {"answer", "assign"} else {}
    choices = {
        "person": listed(people) if how == "assign" else [(str(each), name) for each, name in people.items()],
        "account": workers_of(person.ids, request.user) if how == "assign" else [],
        "to": [(str(each), name) for each, name in line.readers],
    }
    given = request.POST if request.method == "POST" else None
    form = made_by(given, choices=choices, initial={"words": line.words} if how == "reword" else None)
    if request.method == "POST" and form.is_valid() and tried(form, lambda: _say(request, item, how, form)):
        return back_to(person, plan, line=item)
    return form_page(request, person, plan, form, title=title, press="Save", line=line)


def _say(request: ActingRequest, item: UUID, how: str, form: forms.PlanForm) -> None:
    said = dict(form.cleaned_data)
    if how == "answer":
        agrees = {"yes": True, "no": False}.get(said["agrees"])
        said = {"agrees": agrees, "words": said["words"], "person": form.uuid("person")}
    elif how == "progress":
        said["to"] = [UUID(each) for each in said.get("to", [])]
    elif isinstance(form, forms.AssignForm):
        said = form.whose
    acts: dict[str, Callable[..., object]] = {
        "progress": actions.say_progress,
        "answer": actions.answer_line,
        "reword": actions.reword_line,
        "done": actions.finish_step,
        "not-done": actions.step_not_done,
        "assign": actions.assign_step,
        "reached": actions.reach_goal,
        "drop": actions.drop_goal,
        "met": actions.meet_change,
    }
    acts[how](by=request.actor, item=item, **said)


def _line(person: OpenPerson, item: UUID) -> tuple[UUID, LineView]:
    for plan in plans_of(person.ids):
        line = line_view(plan, item)
        if line is not None:
            return plan, line
    raise Http404
