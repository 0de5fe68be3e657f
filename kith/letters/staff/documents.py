"""Documents from the story, filed like letters and let out by the same check."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.shortcuts import redirect, render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.core.once import once
from kith.core.tried import tried
from kith.letters import actions
from kith.letters.actions.keeping import Worded
from kith.letters.chronology import as_typed, events_at_hand, labels_of, laid_out, lines_at_hand
from kith.letters.forms import ForForm
from kith.letters.models import ForWhom, Letter, LetterKind
from kith.letters.staff.writing import PAGE, kin_of
from kith.people.page_queries import who


@person_page(PAGE, needs=Permission.RELEASE)
@once
def chronology(request: ActingRequest, person: OpenPerson) -> HttpResponseBase:
    """Pick what happened, word each line, and file it. What is about somebody else is left out until it is picked."""
    lines = as_typed(lines_at_hand(events_at_hand(person.ids)), request.POST.dict())
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
            readers=form.readers(),
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
