"""Saying that two records are one person: find the other, look at both, decide; and taking it back."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kith.core.action import NotPermittedError
from kith.core.once import once
from kith.design.dates import today
from kith.people.actions import CannotBeError, keep_apart, link_identity, undo_link
from kith.people.gates import ActingRequest, OpenPerson, person_page, staff_who_may
from kith.people.linking import LinkPreview, preview_link
from kith.people.may import LINK_IDENTITY
from kith.people.models import Person
from kith.people.page_queries import who
from kith.people.queries import find, waiting_pairs


class LinkForm(forms.Form):
    """How the worker knows."""

    reason = forms.CharField(max_length=300, label="How do you know that they are one person?")


@person_page("link")
@once
def people_link(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """First the search for the other record, then both side by side; `?with=` names the other."""
    _may(request)
    known = who([person.id]).get(person.id)
    other = _asked(request)
    context = {"person": known, "today": today(), "signed_in_as": request.user.display_name}
    if known is None or other is None:
        typed = request.GET.get("q", "")
        found = find(typed) if typed.strip() else None
        return render(request, "people/link_find.html", context | {"typed": typed[:200], "found": found})
    preview = _preview(person.id, other)
    if preview is None:
        return render(
            request, "people/link_find.html", context | {"typed": "", "found": None, "closed": other}
        )
    form = LinkForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            link_identity(
                by=request.actor,
                person=other,
                canonical=person.id,
                reason=form.cleaned_data["reason"],
                seen=request.POST.get("seen", ""),
            )
        except (CannotBeError, NotPermittedError) as error:
            form.add_error(None, str(error))
        else:
            return redirect(f"/people/{person.id}/about/?done=linked")
    return render(request, "people/link.html", context | {"preview": preview, "form": form, "other": other})


@person_page("link: undo")
@once
def people_link_undo(request: ActingRequest, person: OpenPerson, link: UUID) -> HttpResponse:
    """Both records stand again as they were. Only ever by a form."""
    if request.method != "POST":
        raise Http404
    _may(request)
    try:
        undo_link(by=request.actor, link=link)
    except (CannotBeError, NotPermittedError):
        raise Http404 from None
    return redirect(f"/people/{person.id}/about/?done=undone")


@staff_who_may(LINK_IDENTITY)
@once
def people_duplicates(request: ActingRequest) -> HttpResponse:
    """Pairs that the nightly matching thinks alike, the likeliest first."""
    refused = ""
    if request.method == "POST":
        try:
            keep_apart(by=request.actor, pair=UUID(request.POST.get("pair", "")))
        except (CannotBeError, NotPermittedError) as error:
            refused = str(error)
        except ValueError:
            raise Http404 from None
        else:
            return redirect("people_duplicates")
    context = {
        "pairs": waiting_pairs(),
        "refused": refused,
        "today": today(),
        "signed_in_as": request.user.display_name,
    }
    return render(request, "people/duplicates.html", context)


def _may(request: ActingRequest) -> None:
    if LINK_IDENTITY not in request.user.role_class.may:
        raise Http404


def _asked(request: ActingRequest) -> UUID | None:
    try:
        return UUID(request.GET.get("with", ""))
    except ValueError:
        return None


def _preview(one: UUID, other: UUID) -> LinkPreview | None:
    try:
        return preview_link(one, other)
    except Person.DoesNotExist:
        return None
