"""The page of where an episode is, for those who may know where a child lives."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.gone import words_kept
from kith.care.actions import doubts_about, record_place
from kith.care.models import Episode
from kith.care.same_home import may_know_places
from kith.core.once import once
from kith.core.tried import tried
from kith.returns.recording.pages import named
from kith.returns.recording.place_form import PlaceForm
from kith.returns.recording.queries import home_before, place_of


@person_page("what returns ask")
@words_kept
@once
def person_episode_place(request: ActingRequest, person: OpenPerson, episode: UUID) -> HttpResponse:
    """Where an episode is. Whoever may not know where the child lives finds nothing here, as where there is none."""
    child = named(request, person)
    stay = Episode.objects.filter(id=episode, person__in=person.ids).first()
    if stay is None or not may_know_places(by=request.actor, person=stay.person_id):
        raise Http404
    place = place_of(episode)
    kept = {name: getattr(place, name) if place else "" for name in PlaceForm.base_fields}
    # Where they came from is the same through a time in care: nobody is asked for what is known.
    known = kept if place else {"home_postcode": home_before(stay)}
    form = PlaceForm(request.POST if request.method == "POST" else None, initial=known)
    if (
        request.method == "POST"
        and form.is_valid()
        and tried(
            form,
            lambda: record_place(
                by=request.actor, person=person.id, persons=person.ids, episode=episode, **form.cleaned_data
            ),
        )
    ):
        # What is odd about it stands on the page, for as long as it is odd.
        saved = place_of(episode)
        if saved and doubts_about(**{name: getattr(saved, name) for name in PlaceForm.base_fields}):
            return redirect("person_episode_place", person_id=person.id, episode=episode)
        return redirect("person_mend", person_id=person.id)
    context = {
        "person": child,
        "form": form,
        "title": "Where the home is",
        "stay": stay,
        "doubts": doubts_about(**kept),
        "place_of": None,
        "says": "Only those who may know where they live see this. Leave out what is not known."
        " What it said before is kept in the history.",
    }
    return render(request, "returns/fact.html", context)
