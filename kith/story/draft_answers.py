"""What the page's script is told after each save: where the words lie, and who else is writing."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.core.exceptions import BadRequest
from django.http import HttpRequest, JsonResponse

from kith.access.door import actor_of
from kith.core.action import NotPermittedError
from kith.design.dates import LONDON
from kith.story.actions import save_draft
from kith.story.draft_places import is_kept_here
from kith.story.queries import draft_text, other_versions
from kith.story.typed import typed, where


def save_answer(request: HttpRequest, forms: frozenset[str], *, others_too: bool = False) -> JsonResponse:
    """Save what a page sent, and answer with draft, revision, time and other versions.

    `others_too`: also of forms of other rooms whose drafts are kept here.
    """
    draft, revision = where(request.POST.dict())
    form = str(request.POST.get("form", ""))
    try:
        person = UUID(str(request.POST.get("person", "")))
    except ValueError:
        raise BadRequest("No such person.") from None
    if form not in forms and not (others_too and is_kept_here(form)):
        raise BadRequest("No such form.")
    try:
        saved = save_draft(
            by=actor_of(request),
            draft=draft or uuid4(),
            revision=revision,
            person=person,
            form=form,
            fields=typed(request.POST),
        )
    except NotPermittedError as error:
        return JsonResponse({"refused": str(error)}, status=403)
    answer = {
        "draft": str(saved.draft),
        "revision": saved.revision,
        "saved": f"{saved.at.astimezone(LONDON):%H:%M}",
        "split": saved.split,
    }
    return JsonResponse(answer | {"others": others(saved.draft)})


def state_answer(draft: UUID) -> JsonResponse:
    """How a draft stands now, for a page that lies open."""
    found = draft_text(draft)
    if found is None:
        return JsonResponse({"gone": True, "others": []})
    return JsonResponse({"gone": False, "revision": found.revision, "by": found.by, "others": others(draft)})


def others(draft: UUID) -> list[dict[str, str]]:
    """The other versions of a draft: who wrote each and when it was saved."""
    return [
        {"draft": str(each.id), "by": each.by, "saved": f"{each.saved_at.astimezone(LONDON):%H:%M}"}
        for each in other_versions(draft)
    ]
