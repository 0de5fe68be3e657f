"""The manager's pages of who works with a person or a family."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kith.access.allocating import actions, queries
from kith.access.allocating.forms import BeginForm, EndForm, PartingForm
from kith.access.allocating.kin import knew, may_be_told
from kith.access.allocating.subject import Subject, family_subject, person_subject
from kith.access.door import OpenPerson, ReasonNeededError
from kith.access.gates import ActingRequest, View, person_page, staff
from kith.access.models import Account, Grant
from kith.access.reason_page import render_reason_page
from kith.core.action import NotPermittedError
from kith.core.once import once
from kith.core.tried import tried
from kith.design.dates import short_date


def for_person(view: Callable[..., HttpResponse]) -> View:
    """The page of one person."""

    @person_page("who works with them")
    @once
    def opened(request: ActingRequest, person: OpenPerson, /, **parts: UUID) -> HttpResponseBase:
        return view(request, person_subject(request.actor, person), **parts)

    return opened


def for_family(view: Callable[..., HttpResponse]) -> View:
    """The page of a family: every member whose record is opened by it is logged."""

    @staff
    @once
    def opened(request: ActingRequest, family_id: UUID, **parts: UUID) -> HttpResponseBase:
        try:
            subject = family_subject(request.actor, family_id)
        except ReasonNeededError as needed:
            return render_reason_page(request, needed.person)
        return view(request, subject, **parts)

    return opened


def workers(request: ActingRequest, subject: Subject) -> HttpResponse:
    """Who works with them, who did, and what can be done about it."""
    lines = queries.at_work(subject)
    context = {
        "now": [each for each in lines if not each.over],
        "before": [each for each in lines if each.over],
    }
    return _page(request, subject, "workers", context)


def add(request: ActingRequest, subject: Subject) -> HttpResponse:
    """Find a worker by name, then say in what role and from when."""
    worker = _chosen(request)
    if worker is None:
        return _choose(request, subject, "Add a worker", ())
    concerns = queries.open_concerns(subject.ids)
    form = BeginForm(
        request.POST if request.method == "POST" else None,
        kin=may_be_told(subject.people),
        concerns=concerns,
        initial={"on": timezone.localdate(), "role": _usual(worker, queries.at_work(subject))},
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        done = tried(
            form,
            lambda: actions.begin_work(
                by=request.actor,
                persons=subject.people,
                family=subject.as_one(),
                account=worker.id,
                role=given["role"],
                on=given["on"],
                concern=form.arises_from(),
                told=form.who_is_told(),
            ),
        )
        if done:
            messages.success(
                request, f"{worker.display_name} works with them. Their yes is asked for on Today."
            )
            return redirect(subject.page)
    return _page(request, subject, "worker_add", {"form": form, "worker": worker})


def hand_over(request: ActingRequest, subject: Subject, involvement_id: UUID) -> HttpResponse:
    """The lead passes from one worker to another, on one day, with a reason."""
    line = _line(subject, involvement_id)
    if not line.leads or line.covert:
        raise Http404
    worker = _chosen(request)
    if worker is None or worker.id == line.account:
        return _choose(request, subject, "Who takes over from", (line.account,), line.name)
    known = knew(line.ids)
    form = PartingForm(
        request.POST if request.method == "POST" else None,
        kin=may_be_told(subject.people),
        initial={"on": timezone.localdate(), "told": [str(each) for each in known]},
    )
    form.fields["told"].help_text = (
        f"Whoever knew {line.name} as their worker is ticked. If you leave somebody out,"
        f" they see only that {line.name} has gone."
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        done = tried(
            form,
            lambda: actions.hand_over(
                by=request.actor,
                persons=subject.people,
                family=subject.as_one(),
                involvements=line.ids,
                to=worker.id,
                on=given["on"],
                reason=given["reason"],
                told=form.who_is_told(),
                family_view=given["family_view"],
                goodbye=given["goodbye"],
            ),
        )
        if done:
            messages.success(request, f"{worker.display_name} takes over from {line.name}.")
            return _back(request, subject)
    context = {"form": form, "worker": worker, "line": line, "concerns": queries.open_concerns(subject.ids)}
    return _page(request, subject, "worker_hand_over", context)


def end(request: ActingRequest, subject: Subject, involvement_id: UUID) -> HttpResponse:
    """A worker's work ends, with a reason."""
    line = _line(subject, involvement_id)
    form = EndForm(
        request.POST if request.method == "POST" else None,
        kin={} if line.covert else may_be_told(subject.people),
        initial={"on": line.until or timezone.localdate(), "told": [str(each) for each in knew(line.ids)]},
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        done = tried(
            form,
            lambda: actions.end_work(
                by=request.actor,
                persons=subject.people,
                involvements=line.ids,
                on=given["on"],
                reason=given["reason"],
                told=form.who_is_told(),
            ),
        )
        if done:
            ends = given["on"]
            until = f"works with them until {short_date(ends)}" if ends > timezone.localdate() else ""
            messages.success(request, f"{line.name} {until or 'no longer works with them'}.")
            return _back(request, subject)
    return _page(request, subject, "worker_end", {"form": form, "line": line})


@staff
@once
@require_POST
def say_yes(request: ActingRequest, handed_id: UUID) -> HttpResponse:
    """The worker says yes, on Today. Anything else is not there."""
    try:
        actions.say_yes(by=request.actor, handed=handed_id)
    except NotPermittedError as refused:
        raise Http404 from refused
    return redirect("/")


def _choose(
    request: ActingRequest, subject: Subject, heading: str, besides: tuple[UUID, ...], after: str = ""
) -> HttpResponse:
    q = request.GET.get("q", "").strip()[:120]
    found = queries.candidates(q, request.user, (*besides, request.user.id))
    return _page(
        request, subject, "worker_choose", {"q": q, "found": found, "heading": heading, "after": after}
    )


def _chosen(request: ActingRequest) -> Account | None:
    try:
        wanted = UUID(request.GET.get("worker", ""))
    except ValueError:
        return None
    found = Account.objects.filter(id=wanted, is_active=True).select_related("team", "organisation").first()
    return None if found is None or found.is_family else found


def _usual(worker: Account, there: list[queries.AtWork]) -> str:
    """The role in which such a worker mostly comes; none where that one is held already."""
    usual = {
        "lead": "lead_practitioner",
        "protection": "lead_protection",
        "reviewing": "reviewing_officer",
        "front_door": "screener",
    }.get(worker.role, worker.role)
    led = any(each.role_code == "lead_practitioner" and each.until is None for each in there)
    return "" if led and usual == "lead_practitioner" else usual


def _line(subject: Subject, involvement: UUID) -> queries.AtWork:
    lines = queries.at_work(subject)
    found = next((each for each in lines if involvement in each.ids and not each.over), None)
    if found is None or found.through is not None:
        raise Http404
    return found


def _back(request: ActingRequest, subject: Subject) -> HttpResponse:
    """Back to who works with them; to Today where the manager saw them only by way of who has gone."""
    still = Grant.objects.filter(actor=request.actor.id, person__in=subject.people, level__gte=2)
    return redirect(subject.page if still.filter(during__contains=timezone.now()).exists() else "/")


def _page(request: ActingRequest, subject: Subject, name: str, context: dict[str, Any]) -> HttpResponse:
    return render(request, f"access/{name}.html", context | {"subject": subject})
