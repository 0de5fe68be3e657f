"""Writing: one page for each form, filled from the draft that was left, saved as it is typed."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.access.working_with import who_works_with
from kith.core.once import once, once_by
from kith.design.dates import today
from kith.story import actions
from kith.story.actions.drafts import Saved
from kith.story.forms import FORMS, HEADINGS, StoryForm
from kith.story.hearing import may_hear
from kith.story.kept_words import keeps_words
from kith.story.queries import draft_text, drafts_of, event_page, other_versions
from kith.story.queries.drafts import DraftText
from kith.story.queries.whom import open_concern, writable_people
from kith.story.staff.finish import finish
from kith.story.typed import as_data, finishing_of, is_blank, typed, unjudged, where
from kith.story.writing import AlreadyWrittenError, event_of


@keeps_words
@person_page("writing")
@once_by(finishing_of)
def write(request: ActingRequest, person: OpenPerson, form: str) -> HttpResponse:
    """The form as it was left; a POST saves the draft or finishes it."""
    if form not in FORMS or Permission.WRITE_STORY not in request.user.role_class.may:
        raise Http404
    people = writable_people(request.actor.id, person.id, person.ids)
    concern = open_concern(person.ids)
    about = {person.id: people.get(person.id, "")}
    given: dict[str, Any] = {"about": about, "people": people, "concern": concern.id if concern else None}
    if request.method != "POST":
        draft = _left(request, person, form)
        if draft is None:
            empty = FORMS[form](initial={"when": today()}, **given)
            return _page(request, person, form, empty, None)
        return _page(request, person, form, unjudged(FORMS[form](as_data(draft.fields), **given)), draft)
    filled = FORMS[form](request.POST, **given)
    try:
        with transaction.atomic():
            return _sent(request, person, form, filled)
    except AlreadyWrittenError as already:
        # Another tab, or a colleague, was first, with other words: these become a draft of their own.
        kept = _save(request, person, form, uuid4(), 0)
        return redirect(f"{_draft(person.id, form, kept)}&written={already.event}")


def _sent(request: ActingRequest, person: OpenPerson, form: str, filled: StoryForm) -> HttpResponse:
    """Save the draft or finish it. Raises AlreadyWrittenError."""
    draft_id, revision = where(request.POST.dict())
    finishing = request.POST.get("do") == "finish"
    if finishing and revision == 0 and filled.is_valid():
        return redirect(_event(person.id, finish(request.actor, form, filled, draft_id)))
    if finishing and revision == 0 and is_blank(request.POST):
        # What is empty is refused, and is no draft to come back to.
        return _page(request, person, form, filled, None)
    saved = _save(request, person, form, draft_id or uuid4(), revision)
    if finishing and not saved.split:
        if filled.is_valid():
            return redirect(_event(person.id, finish(request.actor, form, filled, saved.draft)))
        return _page(request, person, form, filled, draft_text(saved.draft))
    if saved.split and draft_id and event_page(event_of(draft_id), person.ids):
        return redirect(f"{_draft(person.id, form, saved)}&written={event_of(draft_id)}")
    return redirect(_draft(person.id, form, saved))


def _save(request: ActingRequest, person: OpenPerson, form: str, draft: UUID, revision: int) -> Saved:
    return actions.save_draft(
        by=request.actor,
        draft=draft,
        revision=revision,
        person=person.id,
        form=form,
        fields=typed(request.POST),
    )


@person_page("writing")
@once
def share(request: ActingRequest, person: OpenPerson, form: str) -> HttpResponse:
    """Let a colleague who works with the person write on the same draft."""
    draft, _ = where(request.POST.dict())
    if request.method != "POST" or draft is None or form not in FORMS:
        raise Http404
    colleagues = {str(each.account): each.account for each in who_works_with(person.ids) if each.current}
    chosen = colleagues.get(str(request.POST.get("account", "")))
    if chosen is not None:
        actions.share_draft(by=request.actor, draft=draft, account=chosen)
    return redirect(f"{reverse('story_write', args=[person.id, form])}?draft={draft}")


@person_page("writing")
@once
def discard(request: ActingRequest, person: OpenPerson, form: str) -> HttpResponse:
    """Throw a draft away."""
    draft, _ = where(request.POST.dict())
    if request.method != "POST" or draft is None:
        raise Http404
    actions.discard_draft(by=request.actor, draft=draft)
    return redirect(reverse("story", args=[person.id]))


def _left(request: ActingRequest, person: OpenPerson, form: str) -> DraftText | None:
    asked, _ = where(request.GET.dict())
    if asked is None and "new" not in request.GET:
        left = drafts_of(request.actor.id, person.ids, form)
        asked = left[0].id if left else None
    found = draft_text(asked) if asked else None
    return found if found and found.person in person.ids and found.form == form else None


def _page(
    request: ActingRequest, person: OpenPerson, form: str, filled: StoryForm, draft: DraftText | None
) -> HttpResponse:
    others = other_versions(draft.id) if draft else []
    colleagues = [
        each for each in who_works_with(person.ids) if each.current and each.account != request.actor.id
    ]
    context = {
        "form": filled,
        "kind": form,
        "heading": HEADINGS[form],
        "person_id": person.id,
        "name": filled.about.get(person.id, ""),
        "draft": draft,
        "draft_id": draft.id if draft else uuid4(),
        "others": others,
        "split": "split" in request.GET and "written" not in request.GET,
        "written": _written(request, person),
        "colleagues": colleagues,
        "marks": [name for each, name in filled.people.items()],
    }
    return may_hear(render(request, "story/write.html", context))


def _written(request: ActingRequest, person: OpenPerson) -> UUID | None:
    """The event that this draft's first version became, where the reader may see it."""
    asked, _ = where({"draft": request.GET.get("written", "")})
    return asked if asked and event_page(asked, person.ids) else None


def _event(person: UUID, event: UUID) -> str:
    return f"{reverse('story_event', args=[person, event])}?saved"


def _draft(person: UUID, form: str, saved: Saved) -> str:
    return (
        f"{reverse('story_write', args=[person, form])}?draft={saved.draft}{'&split' if saved.split else ''}"
    )
