"""The page of what somebody could read and cannot any more, since nobody had said that they were prepared for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.models.door import ReleasedKind
from kith.access.permissions import Permission
from kith.access.taken_back import see_to_what_was_taken_back, taken_of
from kith.core.action import NotPermittedError
from kith.core.once import once
from kith.pages.apart.given import AT_MOST, account_names, words_of_items
from kith.people.page_queries import who


@dataclass(frozen=True, slots=True)
class TakenLine:
    """One thing, in words as far as the worker may read it."""

    kind: str
    words: str
    at: datetime
    by: str


@person_page("taken back", needs=Permission.RELEASE)
@once
def taken_back(request: ActingRequest, person: OpenPerson) -> HttpResponseBase:
    """What can they not read any more, and what do I tell them?"""
    known = who([person.id]).get(person.id)
    if known is None:
        raise Http404
    if request.method == "POST":
        try:
            see_to_what_was_taken_back(by=request.actor, person=person.id, persons=person.ids)
        except NotPermittedError:
            raise Http404 from None
        messages.success(request, "Done. It leaves Today.")
        return redirect("taken_back", person.id)
    found = taken_of(person.id)
    words, names = (
        words_of_items((each.kind, each.item) for each in found),
        account_names(each.by for each in found),
    )
    kinds = dict(ReleasedKind.choices)
    lines = [
        TakenLine(
            str(kinds.get(each.kind, each.kind)), words.get(each.item, "")[:AT_MOST], each.at,
            names.get(each.by, "a colleague") if each.by else "a colleague",
        )
        for each in found
    ]  # fmt: skip
    return render(request, "pages/taken_back.html", {"person": known, "lines": lines})
