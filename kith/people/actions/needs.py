"""Languages, what helps people talk together, and disability."""

from __future__ import annotations

from uuid import UUID

from django.db import connection

from kith.core import tell
from kith.core.action import action, concerns
from kith.core.actor import Actor
from kith.people.actions.common import Recorded, written
from kith.people.actions.conflicts import CannotBeError, plainly
from kith.people.may import EDIT_PERSON
from kith.people.models import Disability, Language, PersonNeed


@action("people.record_language")
def record_language(*, by: Actor, person: UUID, language: str, use: str) -> Recorded:
    """Record a language, sign languages included, and how the person uses it."""
    tell.permit(by=by, permission=EDIT_PERSON, persons=[person])
    if not language.strip():
        raise CannotBeError("Enter the language.", field="language")
    with plainly():
        made = Language.objects.create(person_id=person, language=language.strip(), use=use, **written(by))
    concerns([person], language=made.id, use=use)
    tell.tell(by=by, about=[person], title="A language was recorded")
    return Recorded(made.id)


@action("people.record_need")
def record_need(*, by: Actor, person: UUID, need: str) -> Recorded:
    """Record what helps when talking together, in the person's words where possible."""
    tell.permit(by=by, permission=EDIT_PERSON, persons=[person])
    if not need.strip():
        raise CannotBeError("Write what helps.", field="need")
    made = PersonNeed.objects.create(person_id=person, need=need.strip(), **written(by))
    concerns([person], need=made.id)
    tell.tell(by=by, about=[person], title="What helps when talking together was recorded")
    return Recorded(made.id)


@action("people.record_disability")
def record_disability(*, by: Actor, person: UUID, code: str) -> Recorded:
    """Record a disability by its DfE code (N00099). "None" beside another code is doubted, not refused."""
    tell.permit(by=by, permission=EDIT_PERSON, persons=[person])
    with plainly():
        made = Disability.objects.create(person_id=person, code=code, **written(by))
    codes = set(Disability.objects.filter(person_id=person).values_list("code", flat=True))
    concerns([person], disability=made.id, code=code)
    tell.tell(by=by, about=[person], title="A disability was recorded")
    both = "NONE" in codes and len(codes) > 1
    return Recorded(
        made.id, ("Both “no disability” and a disability are recorded: check which holds.",) if both else ()
    )


@action("people.take_out_disability")
def take_out_disability(*, by: Actor, person: UUID, disability: UUID) -> None:
    """Take out a disability that was recorded wrongly; its history keeps it. The census takes NONE alone (rule 8790).

    Raises NotPermittedError; CannotBeError where it is not there any more.
    """
    tell.permit(by=by, permission=EDIT_PERSON, persons=[person])
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_take_out_disability(%s)", [disability])
        (done,) = cursor.fetchone()
    if not done:
        raise CannotBeError("This is not recorded any more.")
    concerns([person], disability=disability)
    tell.tell(by=by, about=[person], title="A disability that was recorded was taken out")
