"""A council's own Word files: taking one in, and writing a letter with one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page, staff_who_may
from kith.access.permissions import Permission
from kith.core.once import once
from kith.core.tried import tried
from kith.letters import actions
from kith.letters.actions.keeping import Worded, new_reference
from kith.letters.facts import council, values
from kith.letters.fields import filled
from kith.letters.forms import WordLetterForm, WordTemplateForm
from kith.letters.laid_out import Paper, ending
from kith.letters.models import ForWhom, Letter, WordTemplate
from kith.letters.parts import parts_of
from kith.letters.staff.writing import PAGE, asked_for, kin_of, letter_of
from kith.letters.templates_held import word_held
from kith.letters.word.fields import WORD_FIELDS, safe_lines
from kith.letters.word.making import made as made_of
from kith.letters.word.making import words_of
from kith.letters.word.opening import MOST
from kith.story.typed import where
from kith.story.writing import clean_text

# Filled in as it leaves, or typed beside it: the record is not asked for them.
LATER = frozenset({"words", "subject", "address", "reference"})


@staff_who_may(Permission.SET_LETTERS)
@once
def word_template(request: ActingRequest, key: str = "") -> HttpResponseBase:
    """Send a Word file in: a new template, or the next version of one."""
    found = word_held().get(key)
    if key and found is None:
        raise Http404
    begins = {"name": found.name, "for_whom": found.for_whom, "subject": found.subject} if found else {}
    sent = request.method == "POST"
    form = WordTemplateForm(
        data=request.POST if sent else None, files=request.FILES if sent else None, initial=begins
    )

    def act() -> None:
        given = form.cleaned_data
        content = given.pop("file").read(MOST + 1)
        actions.take_word_template(by=request.actor, key=key, content=content, **given)

    if request.method == "POST" and form.is_valid() and tried(form, act):
        return redirect("letter_templates")
    return render(request, "letters/word_template.html", {"form": form, "template": found})


@person_page(PAGE, needs=Permission.RELEASE)
@once
def word_new(request: ActingRequest, person: OpenPerson, key: str) -> HttpResponseBase:
    """A letter in the council's own look: whom it is for, then what is typed; the record fills the rest."""
    template, kin = WordTemplate.objects.filter(key=key).order_by("-version").first(), kin_of(person)
    if template is None:
        raise Http404
    before = _before(request, person)
    family = template.for_whom == ForWhom.FAMILY
    reader = before.readers[0] if before and family else asked_for(request, kin)
    if family and reader is None:
        context = {"person_id": person.id, "kin": kin, "template": template}
        return render(request, "letters/whom.html", context)
    readers = [reader] if reader and family else []
    to_name = kin.get(reader, "") if reader and family else ""
    known = values(account=request.user, ids=person.ids, readers=readers, to_name=to_name)
    # Whom it is for outside the family is typed beside it, and fills its own fields.
    asked = {
        name: WORD_FIELDS[name]
        for name in template.fields
        if name not in LATER and not known[name] and not name.startswith("reader.")
    }
    begins: dict[str, Any] = {"subject": filled(template.subject, known)}
    if before:
        copies = [str(each) for each in before.readers]
        begins |= {
            "words": before.typed,
            "subject": before.subject,
            "to_name": before.to_name,
            "copies": copies,
        }
    takes = "words" in template.fields
    form = WordLetterForm(
        request.POST or None,
        for_whom=template.for_whom,
        kin=kin,
        initial=begins,
        takes_words=takes,
        asked=asked,
    )
    made: list[Letter] = []

    def act() -> None:
        given = form.cleaned_data
        name = to_name or given["to_name"]
        all_readers = [*readers, *(UUID(each) for each in given.get("copies", ()))]
        typed = clean_text(given.get("words", "")).strip()
        said = values(account=request.user, ids=person.ids, readers=all_readers, to_name=name) | form.said()
        reference = new_reference()
        said |= {"subject": given["subject"], "reference": reference}
        fields = {each: safe_lines(said[each]) for each in template.fields if each in said}
        worded = Worded(
            for_whom=template.for_whom,
            to_name=name,
            subject=given["subject"],
            typed=typed,
            content=words_of(bytes(template.content), fields, parts_of(typed)),
            readers=all_readers,
            template=(template.key, template.version),
            word=template.id,
            fields=fields,
            reference=reference,
            replaces=before.id if before else None,
        )
        made.append(actions.keep(by=request.actor, persons=person.ids, worded=worded))

    if request.method == "POST" and form.is_valid() and tried(form, act):
        return redirect("letter", person.id, made[0].id)
    context = {"form": form, "heading": template.name, "to": to_name, "back": f"/people/{person.id}/letters/"}
    return render(request, "letters/write.html", context)


def _before(request: ActingRequest, person: OpenPerson) -> Letter | None:
    asked, _ = where({"draft": request.GET.get("again", "")})
    return letter_of(person, asked) if asked else None


def as_word(letter: Letter, laid: Paper) -> bytes:
    """The letter in its council's own look; to whoever of a family reads it, under the head that every letter bears."""
    template = letter.word
    if template is None:
        raise Http404
    fields = letter.content[0].get("fields", {})
    late = {"address": "\n".join(laid.to[1:])}
    return made_of(
        bytes(template.content),
        {**fields, **late},
        parts_of(letter.typed),
        heads=(council(), settings.DUTY_PHONE) if letter.readers else None,
        ending=ending(letter.for_whom),
    )
