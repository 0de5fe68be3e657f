"""Papers made from the record: what each section may take is picked, the rest is typed and saved as it is typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from uuid import UUID, uuid4

from django.http import Http404, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.core.action import CannotBeError
from kith.core.once import once
from kith.core.tried import tried
from kith.design.dates import today
from kith.letters import actions
from kith.letters.actions.keeping import Worded
from kith.letters.facts import values
from kith.letters.fields import filled
from kith.letters.forms import PaperForm
from kith.letters.models import ForWhom, Letter, LetterKind
from kith.letters.models.letter import FOR_STAFF
from kith.letters.own_words import use_of
from kith.letters.sheets.blocks import MADE
from kith.letters.sheets.readers import ids_in, stops_for
from kith.letters.sheets.record import own
from kith.letters.sheets.sections import Section, labels_of, laid_out, sections_of, taken
from kith.letters.sheets.taken import Asked, Block
from kith.letters.staff.writing import PAGE, kin_of, letter_of
from kith.letters.templates_held import Held, held
from kith.people.page_queries import who_from
from kith.story import draft_places
from kith.story.actions import save_draft
from kith.story.queries import draft_text, drafts_of, other_versions
from kith.story.queries.drafts import DraftText
from kith.story.typed import as_data, typed, unjudged, where

SINCE = timedelta(days=28)


def fill() -> None:
    """Drafts of each kind of paper go on at its page."""
    for kind in LetterKind:
        if kind not in (LetterKind.LETTER, LetterKind.CHRONOLOGY):
            draft_places.fill(prefix(kind), kind.label, _address(kind.value))


def _address(key: str) -> draft_places.Address:
    return lambda person: reverse("letter_paper_new", args=[person, key])


def prefix(kind: str) -> str:
    """How drafts of this kind are named: short, for the name holds a person's id as well."""
    return f"ps{kind[:5]}"


@dataclass(frozen=True, slots=True)
class Making:
    """A paper in the making: its template, what its sections can take, and from when on is new."""

    template: Held
    asked: Asked
    sections: tuple[Section, ...]
    blocks: Mapping[str, Block]

    @property
    def boxes(self) -> list[tuple[str, str]]:
        """(key, heading) of each box in which words are typed."""
        return [
            (item.said, each.title) for each in self.sections for item in each.items if item.sort == "box"
        ]

    @property
    def ready(self) -> set[str]:
        """Ids of the lines that are picked unless the worker says otherwise."""
        return {line.id for block in self.blocks.values() for line in block.lines if line.ready}


@person_page(PAGE, needs=Permission.RELEASE)
@once
def paper_new(request: ActingRequest, person: OpenPerson, key: str) -> HttpResponseBase:
    """One paper: pick, type, file. A POST keeps the draft of it, or files it."""
    template = held().get(key)
    if template is None or template.is_letter:
        raise Http404
    making = _making(person, template)
    kin = None if template.kind in FOR_STAFF else kin_of(person)
    form_of = partial(PaperForm, kin=kin, boxes=making.boxes)
    if request.method != "POST":
        draft = _left(request, person, template)
        begins = as_data(draft.fields) if draft else _again(request, person, template)
        form = form_of() if begins is None else unjudged(form_of(begins))
        picked = making.ready if begins is None else set(begins.getlist("pick"))
        return _page(request, making, form, picked, draft)
    form = form_of(request.POST)
    picked = set(request.POST.getlist("pick"))
    draft_id, revision = where(request.POST.dict())
    made: list[Letter] = []

    def act() -> None:
        made.append(_filed(request, person, making, form, picked))

    if request.POST.get("do") != "save" and form.is_valid() and tried(form, act):
        return redirect("letter", person.id, made[0].id)
    saved = save_draft(
        by=request.actor,
        draft=draft_id or uuid4(),
        revision=revision,
        person=person.id,
        form=draft_places.named(prefix(template.kind), person.id),
        fields=typed(request.POST),
    )
    if request.POST.get("do") == "save":
        here = reverse("letter_paper_new", args=[person.id, key])
        return redirect(f"{here}?draft={saved.draft}")
    return _page(request, making, form, picked, draft_text(saved.draft))


def _making(person: OpenPerson, template: Held) -> Making:
    rows = own(person.ids)
    known = who_from(rows["persons"]).get(person.id)
    if known is None:
        raise Http404
    use = use_of(template.kind, readers=template.kind not in FOR_STAFF)
    sections = tuple(sections_of(template.words, {}))
    names = frozenset(item.said for each in sections for item in each.items if item.sort == "block")
    # What is new is so since the last supervision sheet.
    since = next((day for (day,) in rows["sheets"]), today() - SINCE)
    asked = Asked(person.id, person.ids, known.name, since, use, names, rows)
    return Making(template, asked, sections, {each: MADE[each](asked) for each in sorted(names)})


def _filed(
    request: ActingRequest,
    person: OpenPerson,
    making: Making,
    form: PaperForm,
    picked: set[str],
) -> Letter:
    """Raises NotPermittedError and CannotBeError as `keep` does."""
    template, readers, said = making.template, form.readers(), form.typed(making.boxes)
    fields = values(
        account=request.user, ids=person.ids, readers=readers, to_name=form.cleaned_data["to_name"]
    )
    sections = sections_of(template.words, fields)
    content = laid_out(sections, making.blocks, picked, said, readers)
    if refused := stops_for(person.id, readers, content):
        raise CannotBeError(refused, field="copies")
    lines = taken(making.blocks, picked)
    worded = Worded(
        for_whom=ForWhom.PROFESSIONAL.value,
        to_name=form.cleaned_data["to_name"],
        subject=filled(template.subject, fields),
        content=content,
        kind=template.kind,
        readers=readers,
        template=(template.key, template.version),
        made_of=list(dict.fromkeys(each.event for each in lines if each.event)),
        labels=labels_of(making.blocks, picked, said),
        replaces=_replaced(request, person),
        draft=where(request.POST.dict())[0],
    )
    return actions.keep(by=request.actor, persons=person.ids, worded=worded)


def _replaced(request: ActingRequest, person: OpenPerson) -> UUID | None:
    asked, _ = where({"draft": request.GET.get("again", "")})
    return letter_of(person, asked).id if asked else None


def _again(request: ActingRequest, person: OpenPerson, template: Held) -> QueryDict | None:
    """What was picked and typed for one that was filed before, to be gone on from: none but of the same kind."""
    asked, _ = where({"draft": request.GET.get("again", "")})
    if asked is None:
        return None
    before = letter_of(person, asked)
    if before.kind != template.kind:
        raise Http404
    boxes = {key: [said] for part in before.content for key, said in part.get("boxes", {}).items()}
    copies = [str(each) for each in before.readers]
    return as_data(
        {**boxes, "to_name": [before.to_name], "copies": copies, "pick": list(ids_in(before.content))}
    )


def _left(request: ActingRequest, person: OpenPerson, template: Held) -> DraftText | None:
    """The draft that is asked for, else the last that was left of this paper; none where one is made again."""
    form = draft_places.named(prefix(template.kind), person.id)
    asked, _ = where({"draft": request.GET.get("draft", "")})
    if asked is None and not {"new", "again"} & set(request.GET):
        left = drafts_of(request.actor.id, person.ids, form)
        asked = left[0].id if left else None
    draft = draft_text(asked) if asked else None
    return draft if draft and draft.form == form else None


def _page(
    request: ActingRequest, making: Making, form: PaperForm, picked: set[str], draft: DraftText | None
) -> HttpResponseBase:
    context = {
        "person_id": making.asked.person,
        "name": making.asked.name,
        "since": making.asked.since,
        "template": making.template,
        "sections": making.sections,
        "blocks": making.blocks,
        "picked": picked,
        "form": form,
        "draft": draft,
        "draft_id": draft.id if draft else uuid4(),
        "kind": draft_places.named(prefix(making.template.kind), making.asked.person),
        "others": other_versions(draft.id) if draft else [],
    }
    return render(request, "letters/paper_new.html", context)
