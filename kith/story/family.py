"""The family's door to the story: my words, and what was shared with me. Made only from what I may see."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from kith.access.door import actor_of
from kith.access.gates import ActingRequest, family
from kith.access.models import DoorAccess
from kith.access.models.door import Capacity
from kith.access.working_with import workers_told
from kith.core.files import FileRefusedError, FileStoreError
from kith.core.labels import Label
from kith.core.once import once_by
from kith.design.language import said
from kith.people.page_queries import who
from kith.story import actions
from kith.story.actions.drafts import Saved
from kith.story.draft_answers import save_answer, state_answer
from kith.story.forms import MyWordsForm
from kith.story.hearing import may_hear
from kith.story.kept_words import keeps_words
from kith.story.queries import (
    document_for,
    draft_text,
    drafts_of,
    other_versions,
    sent_by_me,
    shared_item,
    shared_with_me,
)
from kith.story.queries.drafts import DraftText
from kith.story.queries.uses import my_uses
from kith.story.queries.words import passes_from, readings_told
from kith.story.sending import as_attachment, not_kept
from kith.story.typed import as_data, finishing_of, typed, unjudged, where
from kith.story.writing import AlreadyWrittenError, event_of

MINE = "my_words"
# In an address: asks for what was begun last.
LAST = "mine"


@keeps_words
@family
@once_by(finishing_of)
def my_words(request: ActingRequest) -> HttpResponse:
    """A blank page that is safe: write, add a file, choose who reads it; then what I have sent."""
    me = _me(request)
    people = _names(request, me)
    workers = _workers()
    given: dict[str, Any] = {"people": people, "workers": [(account, name) for account, name, _ in workers]}
    if request.method != "POST":
        draft = _left(request)
        form = (
            MyWordsForm(**given) if draft is None else unjudged(MyWordsForm(as_data(draft.fields), **given))
        )
        return _page(request, me, form, draft)
    form = MyWordsForm(request.POST, request.FILES, **given)
    try:
        with transaction.atomic():
            return _finish(request, me, people, form)
    except AlreadyWrittenError:
        # Sent from another tab, with other words: these are kept, as a draft of their own.
        kept = _save(request, me, uuid4(), 0)
        return redirect(f"{reverse('my_words')}?draft={kept.draft}&written")


def _finish(request: ActingRequest, me: UUID, people: dict[UUID, str], form: MyWordsForm) -> HttpResponse:
    """Keep what was typed, and send it where that was asked. Raises AlreadyWrittenError."""
    asked, revision = where(request.POST.dict())
    draft = asked or uuid4()
    saved = _save(request, me, draft, revision)
    if request.POST.get("do") != "finish" or saved.split:
        sent = saved.split and any(each.id == event_of(draft) for each in sent_by_me(request.actor.id))
        return redirect(f"{reverse('my_words')}?draft={saved.draft}{'&written' if sent else ''}")
    if form.is_valid():
        try:
            _send(request, me, people, form, saved.draft)
            return redirect(f"{reverse('my_words')}?sent")
        except FileRefusedError as error:
            values = {name: said(value) for name, value in error.values.items()}
            form.add_error(form.refused_file, _again(gettext(error.message) % values))
        except FileStoreError as error:
            form.add_error(form.refused_file, _again(not_kept(error)))
    return _page(request, me, form, draft_text(saved.draft))


def _again(why: str) -> str:
    # Apart: what stands inside a formatted text is not found by those who translate.
    again = gettext("Choose it again: a file that is not sent is not kept.")
    return f"{why} {again}"


def _save(request: ActingRequest, me: UUID, draft: UUID, revision: int) -> Saved:
    return actions.save_draft(
        by=request.actor,
        draft=draft,
        revision=revision,
        person=me,
        form=MINE,
        fields=typed(request.POST),
    )


def _send(request: ActingRequest, me: UUID, people: dict[UUID, str], form: MyWordsForm, draft: UUID) -> None:
    private = bool(form.to)
    with transaction.atomic():
        event = actions.write_own_words(
            by=request.actor,
            persons=form.persons(me),
            text=form.text,
            whose=people.get(me) or request.user.display_name,
            private=private,
            to=form.to,
            draft=draft,
        )
        for given in form.files_given:
            actions.add_document(
                by=request.actor,
                content=given.chunks(),
                name=given.name,
                declared=given.content_type or "",
                label=Label.CHILD_PRIVATE if private else Label.NORMAL,
                event=event,
            )


@family
def my_words_save(request: HttpRequest) -> JsonResponse:
    """Save what is being written."""
    if request.method != "POST":
        raise Http404
    return save_answer(request, frozenset({MINE}))


@family
def my_words_state(request: HttpRequest, draft: UUID) -> JsonResponse:
    """Whether another device has saved it since."""
    return state_answer(draft)


@family
def my_story(request: ActingRequest) -> HttpResponse:
    """What was shared with me."""
    return render(request, "story/my_story.html", {"items": shared_with_me()})


@family
def my_story_item(request: ActingRequest, event_id: UUID) -> HttpResponse:
    """One thing that was shared with me, or that I wrote."""
    item = shared_item(request.actor.id, event_id)
    if item is None:
        raise Http404
    return render(request, "story/my_story_item.html", {"item": item})


@family
def my_document(request: ActingRequest, event_id: UUID, document_id: UUID) -> HttpResponse:
    """A file that was shared with me, or that I gave."""
    item = shared_item(request.actor.id, event_id)
    found = document_for(event_id, document_id) if item else None
    if found is None:
        raise Http404
    return as_attachment(found, to_family=True)


def _page(request: ActingRequest, me: UUID, form: MyWordsForm, draft: DraftText | None) -> HttpResponse:
    context = {
        "form": form,
        "me": me,
        "draft": draft,
        "draft_id": draft.id if draft else uuid4(),
        "others": other_versions(draft.id) if draft else [],
        "workers": _workers(),
        "sent": sent_by_me(request.actor.id),
        "told": readings_told(),
        "uses": my_uses(),
        "passes": passes_from(timezone.now()),
        "duty_phone": settings.DUTY_PHONE,
        "just_sent": "sent" in request.GET,
        "written": "written" in request.GET,
        "last": LAST,
        "nothing_left": draft is None and request.GET.get("draft") == LAST,
        "young": request.actor.role == "young_person",
    }
    return may_hear(render(request, "story/my_words.html", context))


def _mine(request: HttpRequest) -> list[UUID]:
    found = DoorAccess.objects.filter(
        account_id=actor_of(request).id, capacity=Capacity.SELF, during__contains=timezone.now()
    )
    return list(found.values_list("person_id", flat=True))


def _me(request: HttpRequest) -> UUID:
    mine = _mine(request)
    if not mine:
        raise Http404
    return mine[0]


def _names(request: HttpRequest, me: UUID) -> dict[UUID, str]:
    """Me, then those whose names my door opens: so that words may be about a child of mine."""
    known = DoorAccess.objects.filter(account_id=actor_of(request).id, during__contains=timezone.now())
    found = who({me, *known.values_list("person_id", flat=True)})
    return {each: found[each].name for each in sorted(found, key=lambda one: (one != me, found[one].name))}


def _workers() -> list[tuple[UUID, str, str]]:
    """The workers whom this account was told of by name: account, name, phone."""
    workers = {each.account: (each.name, each.phone) for each in workers_told()}
    return [(account, *told) for account, told in sorted(workers.items(), key=lambda one: one[1])]


def _left(request: ActingRequest) -> DraftText | None:
    """What was begun and not sent, once its writer asks for it: whoever else opens the page is shown nothing of it."""
    asked, _ = where(request.GET.dict())
    if request.GET.get("draft") == LAST:
        left = drafts_of(request.actor.id, form=MINE)
        asked = left[0].id if left else None
    found = draft_text(asked) if asked else None
    return found if found and found.form == MINE else None
