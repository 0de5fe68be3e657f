"""The assessment under way: every question, filled with what is known, saved as it is typed."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from kith.access.allocating.subject import OpenFamily
from kith.access.gates import ActingRequest
from kith.access.permissions import Permission
from kith.core.action import NotPermittedError
from kith.help import actions
from kith.help.families.forms import AnswersForm
from kith.help.families.page import help_of_family
from kith.help.families.questions import questions
from kith.help.families.views import opened
from kith.help.models import AssessmentAnswer, FamilyAssessment
from kith.story import draft_places
from kith.story.actions import save_draft
from kith.story.hearing import may_hear
from kith.story.queries import draft_text, drafts_of, other_versions
from kith.story.queries.drafts import DraftText
from kith.story.typed import as_data, typed, unjudged, where

PREFIX = "assess"


def fill() -> None:
    """Drafts of an assessment go on at its family's page."""
    draft_places.fill(PREFIX, "Assessment", lambda family: reverse("family_answers", args=[family]))


@opened
def family_answers(request: ActingRequest, family: OpenFamily) -> HttpResponseBase:
    """Every question, as it was left; a POST keeps the answers, or the draft of them."""
    found = help_of_family(family.family.id, family.ids).under_way
    if found is None or Permission.EDIT_PERSON not in request.user.role_class.may:
        raise Http404
    held = {each.question: each for each in AssessmentAnswer.objects.filter(assessment=found)}
    asked: dict[str, Any] = {"questions": questions(), "known": held}
    if request.method != "POST":
        draft = _left(request, family, found)
        form = unjudged(AnswersForm(as_data(draft.fields), **asked)) if draft else AnswersForm(**asked)
        return _page(request, family, found, form, draft)
    draft_id, revision = where(request.POST.dict())
    form = AnswersForm(request.POST, **asked)
    if request.POST.get("do") != "save" and form.is_valid():
        try:
            actions.save_answers(
                by=request.actor,
                assessment=found.id,
                answers=form.answers(),
                asked_again=form.asked_again(),
                draft=draft_id,
            )
        except NotPermittedError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "Kept. You can go on with it at any time.")
            return redirect("family_help", family.family.id)
    saved = save_draft(
        by=request.actor,
        draft=draft_id or uuid4(),
        revision=revision,
        person=_kept_with(family),
        form=_form(family),
        fields=typed(request.POST),
    )
    if request.POST.get("do") == "save":
        return redirect(f"{reverse('family_answers', args=[family.family.id])}?draft={saved.draft}")
    return _page(request, family, found, form, draft_text(saved.draft))


def _page(
    request: ActingRequest,
    family: OpenFamily,
    found: FamilyAssessment,
    form: AnswersForm,
    draft: DraftText | None,
) -> HttpResponseBase:
    context = {
        "family": family.family,
        "form": form,
        "a": found,
        "draft": draft,
        "draft_id": draft.id if draft else uuid4(),
        "kept_with": _kept_with(family),
        "kind": _form(family),
        "others": other_versions(draft.id) if draft else [],
    }
    return may_hear(render(request, "help/answers.html", context))


def _left(request: ActingRequest, family: OpenFamily, found: FamilyAssessment) -> DraftText | None:
    """The draft that is asked for, else the last that was left of this assessment; of an older one none."""
    form = _form(family)
    asked, _ = where({"draft": request.GET.get("draft", "")})
    if asked is None:
        left = drafts_of(request.actor.id, family.ids, form)
        asked = left[0].id if left and "new" not in request.GET else None
    draft = draft_text(asked) if asked else None
    return draft if draft and draft.form == form and draft.saved_at >= found.recorded_at else None


def _form(family: OpenFamily) -> str:
    return draft_places.named(PREFIX, family.family.id)


def _kept_with(family: OpenFamily) -> UUID:
    """A draft is somebody's: it stays with the member of the family who comes first among those open."""
    return min(family.ids, key=str)
