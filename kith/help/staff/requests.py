"""The front door's list, a request whole, and taking one on."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kith.access import looks
from kith.access.gates import ActingRequest, staff, staff_who_may
from kith.access.permissions import Permission
from kith.core.action import NotPermittedError
from kith.core.once import once, sending
from kith.help import actions
from kith.help.asking.ask import ask
from kith.help.asking.forms import WorriedForm
from kith.help.queries.askers import has_page
from kith.help.queries.askers import told as asker_told
from kith.help.queries.requests import Whole, days_to_decide, front_door, whole
from kith.help.staff.forms import FamilyToldForm, ToldForm
from kith.help.thresholds.load import version_called
from kith.law.due import today

screener = staff_who_may(Permission.SCREEN)


@screener
def help_requests(request: ActingRequest) -> HttpResponse:
    """Who waits for our answer? Those late first; then what was decided and is not done with."""
    lines = front_door()
    context = {
        "waiting": [each for each in lines if not each.decided],
        "decided": [each for each in lines if each.decided],
        "days": days_to_decide(today()),
    }
    return render(request, "help/requests.html", context)


@staff_who_may(Permission.WRITE_STORY)
@once
def help_request_new(request: ActingRequest) -> HttpResponseBase:
    """A worker, a school or a charity asks for a family: by the same words as anybody, onto the same list."""
    form = WorriedForm(request.POST if request.method == "POST" else None, initial={"how": "professional"})
    if request.method == "POST" and form.is_valid():
        reference = ask(asked=sending(request), asking=form.asking())
        messages.success(request, f"The front door has it: {reference}. They decide within one working day.")
        return redirect("today")
    return render(request, "help/request_new.html", {"form": form})


@staff
def help_request(request: ActingRequest, request_id: UUID) -> HttpResponse:
    """One request: what was asked, how to answer safely, who has it, and what to do next."""
    found = the_whole(request, request_id)
    return page_of(request, found)


def page_of(
    request: ActingRequest,
    found: Whole,
    *,
    told: ToldForm | None = None,
    family_told: FamilyToldForm | None = None,
    asker: forms.Form | None = None,
) -> HttpResponse:
    """The page of a request, with those forms as they were sent."""
    # Late: the asker's form comes back to this page.
    from kith.help.staff.asked_for import AskerForm

    decision = found.decision
    rules = version_called(decision.rule_set) if decision else None
    cited = [each for each in rules.rules if decision and each.id in decision.rules] if rules else []
    facts = [each.asks for each in rules.facts if decision and each.id in decision.facts] if rules else []
    context = {
        "r": found.request,
        "w": found,
        "cited": cited,
        "facts": facts,
        "screens": Permission.SCREEN in request.user.role_class.may,
        "allocates": Permission.ALLOCATE in request.user.role_class.may,
        "late": not found.decisions and found.due < today(),
        "told": told or ToldForm(request=found.request),
        "family_told": family_told or FamilyToldForm(),
        "asker": asker or AskerForm(),
        "asker_has_page": has_page(found.request.id),
        "asker_told": asker_told(found.request.id),
    }
    return render(request, "help/request.html", context)


@screener
@once
@require_POST
def help_take(request: ActingRequest, request_id: UUID) -> HttpResponse:
    """I take this on."""
    return done(request, request_id, lambda: actions.take_request(by=request.actor, request=request_id))


@staff
@once
@require_POST
def help_told(request: ActingRequest, request_id: UUID) -> HttpResponse:
    """Whoever asked was told, by a way that is safe."""
    found = the_whole(request, request_id)
    form = ToldForm(request.POST, request=found.request)
    if not form.is_valid():
        return page_of(request, found, told=form)
    how = form.cleaned_data["how"]
    return done(request, request_id, lambda: actions.say_told(by=request.actor, request=request_id, how=how))


@staff
@once
@require_POST
def help_family_told(request: ActingRequest, request_id: UUID) -> HttpResponse:
    """The family was told what was decided, or it would not be safe to tell them."""
    found = the_whole(request, request_id)
    form = FamilyToldForm(request.POST)
    if not form.is_valid():
        return page_of(request, found, family_told=form)
    day, why = form.cleaned_data["on"], form.cleaned_data["why_not"]
    return done(
        request,
        request_id,
        lambda: actions.say_family_told(by=request.actor, request=request_id, on=day, why_not=why),
    )


@staff
@once
@require_POST
def help_close(request: ActingRequest, request_id: UUID) -> HttpResponse:
    """Nothing more is to be done with it."""
    the_whole(request, request_id)
    return done(request, request_id, lambda: actions.close_request(by=request.actor, request=request_id))


def the_whole(request: ActingRequest, request_id: UUID) -> Whole:
    """A request that is open to the account; a look at each person whom it is about. Raises Http404."""
    found = whole(request_id, request.user.id)
    if found is None:
        raise Http404
    for each in found.about:
        looks.note(each.person, "a request for help", "request for help")
    return found


def done(request: ActingRequest, request_id: UUID, act: object) -> HttpResponse:
    """Do it and come back to the request; what is refused is said there. Raises Http404 where it is not open."""
    try:
        act()  # type: ignore[operator]
    except NotPermittedError as refused:
        if whole(request_id, request.user.id) is None:
            raise Http404 from refused
        messages.error(request, str(refused))
    return redirect("help_request", request_id)
