"""Agreeing to a plan, looking at it again, what the law needs from it, its end, and its versions side by side."""

from __future__ import annotations

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.core.action import NotPermittedError
from kith.core.once import once
from kith.core.tried import tried
from kith.people.page_queries import who
from kith.plan import actions
from kith.plan.actions.agreeing import NotYetError, may_agree
from kith.plan.forms import AgreeForm, BasisForm, EndForm, PlanForm, ReviewForm
from kith.plan.queries import compare, versions_of
from kith.plan.queries.versions import reviews_of
from kith.plan.staff.common import back_to, form_page, may, plan_of

OTHERS: dict[str, tuple[str, str, type[PlanForm]]] = {
    "review": ("We looked at the plan again together", "Save", ReviewForm),
    "basis": ("What the law needs from the plan", "Save", BasisForm),
    "end": ("End the plan", "End it", EndForm),
}


@person_page("plan: agree")
@once
def plan_agree(request: ActingRequest, person: OpenPerson) -> HttpResponseBase:
    """Agree to it, or be told what to add. The draft stays as it is."""
    may(request, Permission.AGREE_PLAN)
    plan = plan_of(request, person)
    form = AgreeForm(request.POST if request.method == "POST" else None)
    wanting: list[str] = []
    if request.method == "POST" and form.is_valid():
        try:
            actions.agree_plan(by=request.actor, plan=plan, **form.cleaned_data)
        except NotYetError as wants:
            wanting = wants.what
            form.add_error(wants.field or None, wants.message)
        except NotPermittedError as refused:
            form.add_error(None, str(refused))
        else:
            return back_to(person, plan)
    return form_page(
        request, person, plan, form, title="Agree to this plan", press="Agree", template="plan/agree.html",
        wanting=wanting, may_agree=may_agree(plan),
    )  # fmt: skip


@person_page("plan: the whole")
@once
def plan_whole(request: ActingRequest, person: OpenPerson, what: str) -> HttpResponseBase:
    """A review, another basis, or the end."""
    may(request, Permission.PLAN)
    plan = plan_of(request, person)
    title, press, made_by = OTHERS[what]
    form = made_by(request.POST if request.method == "POST" else None)
    acts = {"review": actions.review_plan, "basis": actions.set_basis, "end": actions.end_plan}
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if tried(form, lambda: acts[what](by=request.actor, plan=plan, **said)):  # type: ignore[operator]
            return back_to(person, plan)
    return form_page(request, person, plan, form, title=title, press=press)


@person_page("plan")
def plan_versions(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """What was agreed when, and one version beside another."""
    plan = plan_of(request, person)
    found = versions_of(plan)
    named = who([person.id]).get(person.id)
    if named is None:
        raise Http404
    numbers = [*found]
    after = _number(request.GET.get("after", ""), numbers) or next(iter(numbers), 0)
    before = _number(request.GET.get("before", ""), numbers) or (numbers[1] if len(numbers) > 1 else 0)
    context = {
        "person": named,
        "plan": plan,
        "versions": found,
        "reviews": reviews_of(plan),
        "before": before,
        "after": after,
        "lines": compare(found[before], found[after]) if before and after else [],
    }
    return render(request, "plan/versions.html", context)


def _number(said: str, numbers: list[int]) -> int:
    return next((each for each in numbers if str(each) == said), 0)
