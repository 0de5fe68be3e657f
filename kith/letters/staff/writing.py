"""From a person's page: their letters, beginning one from a template, and changing one that was filed."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.core.once import once
from kith.core.tried import tried
from kith.letters import actions
from kith.letters.actions.keeping import Worded
from kith.letters.facts import values
from kith.letters.fields import filled
from kith.letters.forms import WordsForm
from kith.letters.models import ForWhom, Letter, LetterKind
from kith.letters.queries import letters_of
from kith.letters.templates_held import held, word_held
from kith.people.page_queries import who
from kith.story.queries.names import may_be_readers

PAGE = "letters"


def kin_of(person: OpenPerson) -> dict[UUID, str]:
    """The person and those around them by name, as far as the worker may find them. Three queries."""
    found = who(may_be_readers(person.ids) - set(person.ids[1:]))
    return {
        each.id: each.name for each in sorted(found.values(), key=lambda one: (one.id != person.id, one.name))
    }


@person_page(PAGE, needs=Permission.RELEASE)
def letters(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """What was written to whom, where it went, and what to begin with."""
    known = who([person.id]).get(person.id)
    if known is None:
        raise Http404
    context = {"person": known, "letters": letters_of(person.ids), "templates": held().values()}
    context["word"] = word_held().values()
    return render(request, "letters/letters.html", context)


@person_page(PAGE, needs=Permission.RELEASE)
@once
def letter_new(request: ActingRequest, person: OpenPerson, key: str) -> HttpResponseBase:
    """A letter from a template: whom it is for, then its words, filled from the record."""
    template, kin = held().get(key), kin_of(person)
    if template is None or not template.is_letter:
        raise Http404
    family = template.for_whom == ForWhom.FAMILY
    reader = asked_for(request, kin)
    if family and reader is None:
        return render(
            request, "letters/whom.html", {"person_id": person.id, "kin": kin, "template": template}
        )
    readers = [reader] if reader else []
    to_name = kin[reader] if reader else ""
    said = values(account=request.user, ids=person.ids, readers=readers, to_name=to_name)
    # To somebody outside the family the greeting waits for the name that is typed beside it.
    begins = {"subject": filled(template.subject, said), "words": filled(template.words, said)}
    form = WordsForm(request.POST or None, for_whom=template.for_whom, kin=kin, initial=begins)
    made: list[Letter] = []

    def act() -> None:
        given = form.cleaned_data
        worded = Worded(
            for_whom=template.for_whom,
            to_name=to_name or given["to_name"],
            subject=given["subject"],
            typed=given["words"],
            readers=[*readers, *(UUID(each) for each in given.get("copies", ()))],
            template=(template.key, template.version),
        )
        made.append(actions.keep(by=request.actor, persons=person.ids, worded=worded))

    if request.method == "POST" and form.is_valid() and tried(form, act):
        return redirect("letter", person.id, made[0].id)
    context = {"form": form, "heading": template.name, "to": to_name, "back": f"/people/{person.id}/letters/"}
    return render(request, "letters/write.html", context)


def asked_for(request: ActingRequest, kin: dict[UUID, str]) -> UUID | None:
    try:
        asked = UUID(request.GET.get("to", ""))
    except ValueError:
        return None
    if asked not in kin:
        raise Http404
    return asked


@person_page(PAGE, needs=Permission.RELEASE)
@once
def letter_change(request: ActingRequest, person: OpenPerson, letter_id: UUID) -> HttpResponseBase:
    """The same words again, to be filed anew: the one before stays as it was."""
    before = letter_of(person, letter_id)
    if before.kind != LetterKind.LETTER or before.word_id:
        raise Http404
    begins = {
        "to_name": before.to_name, "subject": before.subject, "words": before.typed,
        "copies": [str(each) for each in before.readers],
    }  # fmt: skip
    form = WordsForm(request.POST or None, for_whom=before.for_whom, kin=kin_of(person), initial=begins)
    made: list[Letter] = []

    def act() -> None:
        given = form.cleaned_data
        family = before.for_whom == ForWhom.FAMILY
        worded = Worded(
            for_whom=before.for_whom,
            to_name=before.to_name if family else given["to_name"],
            subject=given["subject"],
            typed=given["words"],
            readers=before.readers if family else [UUID(each) for each in given["copies"]],
            template=(before.template, before.template_version),
            replaces=before.id,
        )
        made.append(actions.keep(by=request.actor, persons=person.ids, worded=worded))

    if request.method == "POST" and form.is_valid() and tried(form, act):
        return redirect("letter", person.id, made[0].id)
    back = f"/people/{person.id}/letters/{before.id}/"
    context = {"form": form, "heading": "Change the letter", "to": before.to_name, "back": back}
    return render(request, "letters/write.html", context)


def letter_of(person: OpenPerson, letter: UUID) -> Letter:
    """One letter about this person. Raises Http404."""
    found = Letter.objects.filter(id=letter, person_id__in=person.ids).first()
    if found is None:
        raise Http404
    return found
