"""Where a child must not live, for whom carers may pass the usual limit, and who lives in a foster home as its own."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page, staff_who_may
from kith.access.permissions import Permission
from kith.access.steps import one_form
from kith.core.once import once
from kith.core.tried import tried
from kith.design.dates import today
from kith.homes import actions
from kith.homes.forms.carers import DoneForm
from kith.homes.forms.limits import ChildExclusionForm, EndsForm, ExemptForm, MemberForm
from kith.homes.models import Member
from kith.homes.queries.limits import limits_of
from kith.homes.staff.finding import PAGE, named
from kith.homes.staff.register import home_of
from kith.people.queries import find

FOUND = 10


@person_page(PAGE, needs=Permission.KEEP_HOMES)
@once
def find_home_never(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """A home where they must not live."""
    form = ChildExclusionForm(request.POST if request.method == "POST" else None)
    return one_form(
        request,
        form,
        lambda: actions.exclude(by=request.actor, child=person.id, **form.cleaned_data),
        heading="A home where they must not live",
        about=named(person).name,
        back=reverse("find_home", args=[person.id]),
    )


@person_page(PAGE, needs=Permission.APPROVE_CARERS)
@once
def find_home_exempt(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Carers may pass the usual limit for this child."""
    form = ExemptForm(request.POST if request.method == "POST" else None)
    return one_form(
        request,
        form,
        lambda: actions.exempt(by=request.actor, child=person.id, **form.cleaned_data),
        heading="Carers may pass the usual limit of three",
        about=named(person).name,
        back=reverse("find_home", args=[person.id]),
        lines=("For this child, by name. Brothers and sisters who are all together need none.",),
    )


@person_page(PAGE, needs=Permission.KEEP_HOMES)
@once
def find_home_ends(request: ActingRequest, person: OpenPerson, limit: UUID) -> HttpResponse:
    """One of these holds no more."""
    one = next((each for each in limits_of(person.ids, today()) if each.id == limit), None)
    if one is None or (not one.must_not and Permission.APPROVE_CARERS not in request.user.role_class.may):
        raise Http404
    form = EndsForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        if one.must_not:
            actions.end_exclusion(by=request.actor, exclusion=limit, **form.cleaned_data)
        else:
            actions.end_exemption(by=request.actor, exemption=limit, **form.cleaned_data)

    return one_form(
        request,
        form,
        act,
        heading="It holds no more",
        about=f"{one.name}, for {named(person).name}: {one.words}",
        back=reverse("find_home", args=[person.id]),
    )


@staff_who_may(Permission.KEEP_HOMES)
@once
def homes_member(request: ActingRequest, home_id: UUID) -> HttpResponse:
    """Who lives there as the home's own? They are found by name first."""
    home = home_of(home_id)
    if not home.foster:
        raise Http404
    typed = (request.GET.get("q", "") or request.POST.get("q", "")).replace("\x00", "").strip()[:80]
    found = find(typed, most=FOUND).people if typed else ()
    people = [
        (str(each.person), f"{each.shown_name}, {each.age_in_words(today())}")
        for each in found
        if each.state == "open"
    ]
    sent = request.POST if request.method == "POST" else None
    form = MemberForm(sent, people=people)

    def act() -> None:
        told: dict[str, Any] = form.cleaned_data | {"person": UUID(form.cleaned_data["person"])}
        actions.add_member(by=request.actor, home=home.id, **told)

    back = reverse("homes_one", args=[home.id])
    if request.method == "POST" and form.is_valid() and tried(form, act):
        return redirect(back)
    context = {"form": form, "home": home, "typed": typed, "people": people, "back": back}
    return render(request, "homes/member.html", context)


@staff_who_may(Permission.KEEP_HOMES)
@once
def homes_member_ends(request: ActingRequest, home_id: UUID, member: UUID) -> HttpResponse:
    """They live there no more."""
    home = home_of(home_id)
    if not Member.objects.filter(id=member, home_id=home.id, until__isnull=True).exists():
        raise Http404
    form = EndsForm(request.POST if request.method == "POST" else None)
    return one_form(
        request,
        form,
        lambda: actions.end_member(by=request.actor, member=member, **form.cleaned_data),
        heading="They live here no more",
        about=home.name,
        back=reverse("homes_one", args=[home.id]),
    )


@staff_who_may(Permission.KEEP_HOMES)
@once
def homes_bar_ends(request: ActingRequest, home_id: UUID, exclusion: UUID) -> HttpResponse:
    """Children may live there again."""
    home = home_of(home_id)
    if exclusion not in {key for key, _ in home.excluded}:
        raise Http404
    form = EndsForm(request.POST if request.method == "POST" else None)
    return one_form(
        request,
        form,
        lambda: actions.end_exclusion(by=request.actor, exclusion=exclusion, **form.cleaned_data),
        heading="This holds no more",
        about=home.name,
        back=reverse("homes_one", args=[home.id]),
    )


@staff_who_may(Permission.KEEP_HOMES)
@once
def homes_did(request: ActingRequest, home_id: UUID) -> HttpResponse:
    """What was done with its carers: a visit without warning, or their training."""
    home = home_of(home_id)
    if not home.foster:
        raise Http404
    form = DoneForm(request.POST if request.method == "POST" else None, of_home=True)
    return one_form(
        request,
        form,
        lambda: actions.say_done(by=request.actor, home=home.id, **form.cleaned_data),
        heading="What was done with the carers?",
        about=home.name,
        back=reverse("homes_one", args=[home.id]),
    )
