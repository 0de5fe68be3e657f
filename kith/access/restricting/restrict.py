"""A person's page: restrict the record, see who loses sight of it, lift it again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kith.access.actions.restrictions import restrict
from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.models import Account
from kith.access.permissions import Permission
from kith.access.restricting import actions
from kith.access.restricting.forms import LiftForm, RestrictForm
from kith.access.restricting.queries import (
    Limit,
    Opener,
    limit_in_force,
    openers,
    reference_of,
    words_of_names,
    workers_named,
)
from kith.core.once import once
from kith.people.page_queries import who


@person_page("restriction")
@once
def restrict_person(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Restrict this record; or, where it is, say how, and lift it."""
    if Permission.RESTRICT not in request.user.role_class.may:
        raise Http404
    limit = limit_in_force(person.ids, request.actor.id)
    return _lift(request, person, limit) if limit is not None else _restrict(request, person)


def _restrict(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    now = openers(person.id)
    workers = [each for each in now if not each.family]
    ticked = [UUID(each) for each in request.POST.getlist("allow") if _is_id(each)]
    others = _others(ticked, request.POST.get("more", ""), {each.account for each in workers})
    workers += others
    form = RestrictForm(
        request.POST if request.method == "POST" else None,
        names=words_of_names(person.ids),
        may=workers,
        initial={"kind": "restricted", "allow": [str(request.actor.id)]},
    )
    context: dict[str, Any] = {"form": form, "preview": None, "looked": None}
    do = request.POST.get("do", "")
    if do == "look":
        form.errors.clear()
        context["looked"] = len(others)
    elif request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        chosen = {UUID(each) for each in told["allow"]}
        if do == "restrict":
            return _done(request, person, told, chosen)
        context["preview"] = _preview(now, workers, chosen, told["kind"], request.actor.id)
    return _page(request, person, "restrict", context)


def _done(
    request: ActingRequest, person: OpenPerson, told: dict[str, Any], chosen: set[UUID]
) -> HttpResponse:
    made = restrict(
        by=request.actor,
        person=person.id,
        kind=told["kind"],
        reason=told["reason"],
        check_with=told["check_with"],
        allow=sorted(chosen),
        on=timezone.localdate(),
    )
    messages.success(
        request,
        f"The record is restricted. Its reference is {reference_of(made.id)}."
        f" Give it to {told['check_with']}: a colleague who needs the record asks by it.",
    )
    return redirect("restricted")


def _preview(
    now: list[Opener], workers: list[Opener], chosen: set[UUID], kind: str, me: UUID
) -> dict[str, Any]:
    family = [each for each in now if each.family]
    keep = [each for each in workers if each.account in chosen]
    return {
        "keep": keep,
        "idle": [each for each in keep if not each.how],
        "lose": [each for each in now if not each.family and each.account not in chosen],
        "family": family if kind != "restricted" else [],
        "hidden": kind != "restricted",
        "me_too": me not in chosen,
    }


def _others(ticked: list[UUID], q: str, known: set[UUID]) -> list[Opener]:
    # No name has such a character, and PostgreSQL refuses some of them.
    q = "".join(each for each in q[:100] if each.isprintable())
    found = [
        *Account.objects.filter(id__in=[each for each in ticked if each not in known]),
        *workers_named(q),
    ]
    unlike = {each.id: each for each in found if each.id not in known and not each.is_family}
    return [Opener(each.id, each.display_name, each.role_class.name, "") for each in unlike.values()]


def _lift(request: ActingRequest, person: OpenPerson, limit: Limit) -> HttpResponse:
    form = LiftForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        act = actions.ask_to_lift if limit.takes_two else actions.lift
        act(by=request.actor, restriction=limit.id, reason=form.cleaned_data["reason"])
        said = "A second person is asked." if limit.takes_two else "The record is no longer restricted."
        messages.success(request, said)
        return redirect("restricted" if limit.takes_two else f"/people/{person.id}/access/")
    return _page(request, person, "restricted_lift", {"form": form, "limit": limit})


def _page(request: ActingRequest, person: OpenPerson, name: str, context: dict[str, Any]) -> HttpResponse:
    named = who([person.id]).get(person.id)
    if named is None:
        raise Http404
    return render(request, f"access/{name}.html", context | {"person": named})


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
