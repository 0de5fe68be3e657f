"""Where the page's script saves what is typed."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, JsonResponse

from kith.access.gates import staff
from kith.story.draft_answers import save_answer, state_answer
from kith.story.forms import FORMS

STAFF_FORMS = frozenset(FORMS)


@staff
def draft_save(request: HttpRequest) -> JsonResponse:
    """Save a draft; JSON says where it lies now and who else writes on it."""
    if request.method != "POST":
        raise Http404
    return save_answer(request, STAFF_FORMS, others_too=True)


@staff
def draft_state(request: HttpRequest, draft: UUID) -> JsonResponse:
    """Whether somebody else has saved the draft since."""
    return state_answer(draft)
