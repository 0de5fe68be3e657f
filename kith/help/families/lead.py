"""The page of a change of lead: reason, the family's view, goodbye and hello."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from kith.access.allocating import queries
from kith.access.allocating.kin import knew, may_be_told
from kith.access.allocating.subject import Subject, family_subject
from kith.access.door import ReasonNeededError
from kith.access.gates import ActingRequest, staff
from kith.access.models import Account
from kith.access.reason_page import render_reason_page
from kith.core.once import once
from kith.core.tried import tried
from kith.help import actions
from kith.help.families.forms import LeadForm


@staff
@once
def change_lead(request: ActingRequest, family_id: UUID, involvement_id: UUID) -> HttpResponseBase:
    """Choose the new lead by name, then say why, what the family thinks, and when goodbye and hello are said."""
    try:
        subject = family_subject(request.actor, family_id)
    except ReasonNeededError as needed:
        return render_reason_page(request, needed.person)
    line = _lead(subject, involvement_id)
    if subject.as_one() is None:
        # Not the whole family is open, so the lead passes for those who are, each by themselves.
        return redirect("family_worker_hand_over", family_id, involvement_id)
    worker = _chosen(request)
    if worker is None or worker.id in {line.account, request.user.id}:
        q = request.GET.get("q", "").strip()[:120]
        found = queries.candidates(q, request.user, (line.account, request.user.id))
        context = {
            "subject": subject,
            "q": q,
            "found": found,
            "heading": "Who takes over from",
            "after": line.name,
        }
        return render(request, "access/worker_choose.html", context)
    form = LeadForm(
        request.POST if request.method == "POST" else None,
        kin=may_be_told(subject.people),
        initial={"on": timezone.localdate(), "told": [str(each) for each in knew(line.ids)]},
    )
    if request.method == "POST" and form.is_valid():
        done = tried(
            form,
            lambda: actions.change_lead(
                by=request.actor,
                persons=subject.people,
                family=family_id,
                involvements=line.ids,
                to=worker.id,
                on=form.cleaned_data["on"],
                reason=form.cleaned_data["reason"],
                farewell=form.farewell(),
                told=form.who_is_told(),
            ),
        )
        if done:
            messages.success(request, f"{worker.display_name} takes over from {line.name}.")
            return redirect("today")
    context = {"form": form, "subject": subject, "worker": worker, "line": line, "concerns": ()}
    return render(request, "access/worker_hand_over.html", context)


def _lead(subject: Subject, involvement: UUID) -> queries.AtWork:
    """The lead of the whole family, as one. Raises Http404 for any other work."""
    found = next(
        (each for each in queries.at_work(subject) if involvement in each.ids and not each.over), None
    )
    if found is None or found.through is not None or not found.leads or found.covert:
        raise Http404
    return found


def _chosen(request: ActingRequest) -> Account | None:
    try:
        found = Account.objects.filter(id=UUID(request.GET.get("worker", "")), is_active=True).first()
    except ValueError:
        return None
    return None if found is None or found.is_family else found
