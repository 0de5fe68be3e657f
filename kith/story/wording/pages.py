"""The list for staff to read, for their browsers to read beside what they type, and for the council to change."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render

from kith.access.failures import sentences
from kith.access.gates import ActingRequest, staff, staff_who_may
from kith.access.permissions import Permission
from kith.core.once import once
from kith.design.wording import Entry
from kith.story.wording.actions import WordsRefusedError, add_words, change_words, end_words
from kith.story.wording.forms import WhyForm, WordsForm, of_entry
from kith.story.wording.queries import history, in_use, listed, one

who_sets = staff_who_may(Permission.SET_WORDS)
KEPT_FOR = 15 * 60
# Kith's own first rule. It is offered like the others, stands on no page, and is no council's to end.
HOUSE = "case"


def _keeps(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Above the gate: what comes after a sign-in has ended is shown back to whoever typed it, and kept nowhere."""

    @functools.wraps(view)
    def kept(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if getattr(request, "actor", None) is None and request.method == "POST" and sentences(request):
            return render(request, "story/other_words_kept.html", {"kept": sentences(request)}, status=403)
        return view(request, *args, **kwargs)

    return kept


@staff
def other_words(request: ActingRequest) -> HttpResponse:
    """Words that hurt, and other words: all of them, with who says so."""
    found = [each for each in listed() if each.entry.key != HOUSE]
    context = {
        "offered": [each for each in found if each.offered],
        "ended": [each for each in found if not each.offered],
        "may_set": Permission.SET_WORDS in request.user.role_class.may,
    }
    return render(request, "story/other_words.html", context)


@staff
def other_words_list(request: ActingRequest) -> HttpResponseBase:
    """What is offered, as JSON, for the browser to keep for a quarter of an hour. It says nothing of anybody."""
    entries = [{key: said for key, said in asdict(each).items() if key in _READ} for each in in_use()]
    response = JsonResponse({"entries": entries})
    # The session varies the answer by its cookie, and signing out clears what was kept (docs/adr/0142).
    response["Cache-Control"] = f"private, max-age={KEPT_FOR}"
    return response


_READ = frozenset({"key", "phrases", "not_in", "why", "instead"})


@_keeps
@who_sets
@once
def other_words_new(request: ActingRequest) -> HttpResponseBase:
    """Add an entry."""
    form = WordsForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            add_words(by=request.actor, entry=form.entry(), reason=form.cleaned_data["reason"])
        except WordsRefusedError as refused:
            _say(form, refused)
        else:
            return _kept(request, form.entry())
    return _page(request, "set", {"form": form, "entry": None, "history": []})


@_keeps
@who_sets
@once
def other_words_change(request: ActingRequest, key: str) -> HttpResponseBase:
    """Change an entry, or offer one again that was ended."""
    found = _found(key)
    posted = request.method == "POST"
    form = WordsForm(request.POST) if posted else WordsForm(initial=of_entry(found))
    if posted and form.is_valid():
        try:
            change_words(by=request.actor, entry=form.entry(key), reason=form.cleaned_data["reason"])
        except WordsRefusedError as refused:
            _say(form, refused)
        else:
            return _kept(request, form.entry(key))
    return _page(request, "set", {"form": form, "entry": found, "history": history(key)})


@_keeps
@who_sets
@once
def other_words_end(request: ActingRequest, key: str) -> HttpResponseBase:
    """Offer an entry no longer."""
    found = _found(key)
    form = WhyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            end_words(by=request.actor, key=key, reason=form.cleaned_data["reason"])
        except WordsRefusedError as refused:
            _say(form, refused)
        else:
            return _kept(request, found)
    return _page(request, "end", {"form": form, "entry": found, "history": history(key)})


def _found(key: str) -> Entry:
    listed_one = one(key)
    if listed_one is None or key == HOUSE:
        raise Http404
    return listed_one.entry


def _say(form: WhyForm, refused: WordsRefusedError) -> None:
    form.add_error(refused.field if refused.field in form.fields else None, str(refused))


def _kept(request: ActingRequest, entry: Entry) -> HttpResponseBase:
    messages.success(request, f"Kept: {entry.phrases[0]}.")
    return redirect("other_words")


def _page(request: ActingRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    return render(request, f"story/other_words_{name}.html", context)
