"""Documents from the story, filed like letters and let out by the same check."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.core.once import once
from kith.core.tried import tried
from kith.design.text import safe_text
from kith.letters import actions
from kith.letters.actions.keeping import Worded
from kith.letters.chronology import as_typed, labels_of, laid_out, lines_at_hand
from kith.letters.models import ForWhom, Letter, LetterKind
from kith.letters.staff.writing import PAGE, kin_of
from kith.people.page_queries import who


class ForForm(forms.Form):
    """Whom a document is for, and who of the family will read it."""

    to_name = forms.CharField(
        label="Who is it for?", max_length=120, help_text="A person, a meeting or a court."
    )
    copies = forms.MultipleChoiceField(
        label="Who of the family will read it?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Whoever is shown it at a conference or in court. What they must not know stops it.",
    )

    def __init__(self, *args: object, kin: dict[UUID, str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["copies"].choices = [(str(each), safe_text(name)) for each, name in kin.items()]  # type: ignore[attr-defined]


@person_page(PAGE, needs=Permission.RELEASE)
@once
def chronology(request: ActingRequest, person: OpenPerson) -> HttpResponseBase:
    """Pick what happened, word each line, and file it. What is about somebody else is left out until it is picked."""
    lines = as_typed(lines_at_hand(person.ids), request.POST.dict())
    picked = set(request.POST.getlist("pick"))
    taken = [each for each in lines if str(each.id) in picked]
    form = ForForm(request.POST or None, kin=kin_of(person))
    made: list[Letter] = []

    def act() -> None:
        worded = Worded(
            for_whom=ForWhom.PROFESSIONAL.value,
            to_name=form.cleaned_data["to_name"],
            subject=f"Chronology of {who([person.id])[person.id].name}",
            content=laid_out(taken),
            kind=LetterKind.CHRONOLOGY.value,
            readers=[UUID(each) for each in form.cleaned_data["copies"]],
            made_of=list(dict.fromkeys(each.event for each in taken)),
            labels=labels_of(taken),
        )
        made.append(actions.keep(by=request.actor, persons=person.ids, worded=worded))

    if request.method == "POST" and form.is_valid():
        if not taken:
            form.add_error(None, "Pick at least one line.")
        elif tried(form, act):
            return redirect("letter", person.id, made[0].id)
    context = {"form": form, "lines": lines, "picked": picked, "person_id": person.id}
    return render(request, "letters/chronology.html", context)
