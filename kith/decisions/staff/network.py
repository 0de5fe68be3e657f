"""The coordinator's page of one person: may they be asked, ready, safe how, asked alone, invited."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from kith.access.gates import ActingRequest, staff_who_may
from kith.access.gone import words_kept
from kith.access.permissions import Permission
from kith.core.once import once
from kith.core.tried import tried
from kith.decisions import actions
from kith.decisions.actions.inviting import not_a_safe_way, why_not
from kith.decisions.form_pages import form_page
from kith.decisions.forms import coordinator as forms_of
from kith.decisions.forms.fields import moment
from kith.decisions.inviting import says
from kith.decisions.queries.coordinating import Road, Somebody
from kith.decisions.staff.coordinating import the_road

CHECK = [
    "Before it goes, read it as they will. Does it say where somebody is, or who else comes?",
    "Nobody of the family sees what another answers.",
]


def _found(request: ActingRequest, meeting_id: UUID, network_id: UUID) -> tuple[Road, Somebody]:
    found = the_road(request.actor, meeting_id)
    person = next((each for each in found.people if each.id == network_id), None)
    if person is None:
        raise Http404
    return found, person


@staff_who_may(Permission.COORDINATE)
def somebody(request: ActingRequest, meeting_id: UUID, network_id: UUID) -> HttpResponse:
    """One person, and what they still need."""
    found, person = _found(request, meeting_id, network_id)
    return render(request, "decisions/somebody.html", {"r": found, "p": person})


@staff_who_may(Permission.COORDINATE)
@words_kept
@once
def do(request: ActingRequest, meeting_id: UUID, network_id: UUID, what: str) -> HttpResponse:
    """One of the things that are done for one person."""
    found, person = _found(request, meeting_id, network_id)
    steps = {
        "asking": _asking, "agreed": _agreed, "orders": _orders, "ready": _ready, "alone": _alone, "answer": _answer,
        "take-back": _take_back,
    }  # fmt: skip
    if what == "answer" and person.invitation is None:
        raise Http404
    step = steps.get(what)
    if step is None:
        raise Http404
    return step(request, found, person)


def _page(
    request: ActingRequest,
    where: tuple[Road, Somebody],
    form: forms.Form,
    act: Callable[[], object],
    *,
    heading: str,
    intro: str = "",
) -> HttpResponse:
    found, person = where
    back = reverse("coordinating_person", args=[found.meeting.id, person.id])
    return form_page(
        request, form, act, heading=heading, says="Keep this", back=back, about=person.name, intro=intro
    )


def _data(request: ActingRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _asking(request: ActingRequest, found: Road, person: Somebody, /) -> HttpResponse:
    others = {each.id: each.name for each in found.people if each.id != person.id}
    row = person.row
    initial = {
        "part": row.part,
        "may_ask": row.may_ask,
        "agreed_with": row.agreed_with,
        "only_if": str(row.only_if_id or ""),
    }
    form = forms_of.AskingForm(_data(request), others=others, initial=initial)

    def act() -> None:
        given = form.cleaned_data
        actions.settle_asking(
            by=request.actor,
            person=person.id,
            may_ask=given["may_ask"],
            agreed_with=given["agreed_with"],
            part=given["part"],
            only_if=UUID(given["only_if"]) if given["only_if"] else None,
            never_because=given["never_because"],
        )

    intro = "Never is an answer, and a good one."
    return _page(request, (found, person), form, act, heading="May they be asked?", intro=intro)


def _agreed(request: ActingRequest, found: Road, person: Somebody, /) -> HttpResponse:
    form = forms_of.AgreedForm(_data(request), initial={"on": timezone.localdate()})
    return _page(
        request, (found, person), form,
        lambda: actions.only_if_agreed(by=request.actor, person=person.id, on=form.cleaned_data["on"]),
        heading="Somebody agreed that they are asked",
    )  # fmt: skip


def _orders(request: ActingRequest, found: Road, person: Somebody, /) -> HttpResponse:
    row = person.row
    initial = {"orders": row.orders, "checked_with": row.orders_checked_with, "allow": row.orders_allow}
    form = forms_of.OrdersForm(_data(request), initial=initial)
    return _page(
        request, (found, person), form,
        lambda: actions.check_orders(by=request.actor, person=person.id, **form.cleaned_data),
        heading="Court orders and bail", intro="Checked before anybody is invited.",
    )  # fmt: skip


def _ready(request: ActingRequest, found: Road, person: Somebody, /) -> HttpResponse:
    held = person.prepared
    initial = {
        name: getattr(held, name)
        for name in ("notes", "safe_how", "travel", "language", "needs", "advocate")
        if held
    } | {"ready": "yes" if held and held.prepared_on else "no"}
    form = forms_of.ReadyForm(_data(request), initial=initial)

    def act() -> None:
        given = dict(form.cleaned_data)
        was = held.prepared_on if held else None
        on = (was or timezone.localdate()) if given.pop("ready") == "yes" else None
        actions.prepare(by=request.actor, person=person.id, on=on, **given)

    return _page(request, (found, person), form, act, heading="Getting ready")


def _alone(request: ActingRequest, found: Road, person: Somebody, /) -> HttpResponse:
    form = forms_of.AloneForm(_data(request), initial={"on": timezone.localdate(), "withdrawn": "no"})

    def act() -> None:
        given = form.cleaned_data
        actions.check_privately(
            by=request.actor, person=person.id, when=given["when"], on=given["on"], could_say=given["could_say"],
            withdrawn=given["withdrawn"] == "yes", words=given["words"],
        )  # fmt: skip

    intro = "Asked where nobody hears: could you say what you wanted? They may take back that they agreed."
    return _page(request, (found, person), form, act, heading="Asked alone", intro=intro)


def _answer(request: ActingRequest, found: Road, person: Somebody, /) -> HttpResponse:
    form = forms_of.AnsweredForm(_data(request), initial={"on": timezone.localdate()})

    def act() -> None:
        if person.invitation is None:
            raise Http404
        actions.answer_for_them(by=request.actor, invitation=person.invitation.id, **form.cleaned_data)

    return _page(request, (found, person), form, act, heading="What did they answer?")


def _take_back(request: ActingRequest, found: Road, person: Somebody, /) -> HttpResponse:
    intro = "All that they see of this meeting goes from their own page. What they read, were told or had by post stays."
    return _page(
        request, (found, person), forms.Form(_data(request)),
        lambda: actions.take_back(by=request.actor, person=person.id),
        heading="Take back what they were shown", intro=intro,
    )  # fmt: skip


@staff_who_may(Permission.COORDINATE)
@words_kept
@once
def invite(request: ActingRequest, meeting_id: UUID, network_id: UUID) -> HttpResponse:
    """Invite one person: first seen as they will read it, then sent."""
    _road, person = _found(request, meeting_id, network_id)
    initial = {"language": person.prepared.language if person.prepared else "", "day": timezone.localdate()}
    unsafe_way = request.method == "POST" and not_a_safe_way(person.id, request.POST.get("way", ""))
    form = forms_of.InviteForm(
        _data(request), has_page=person.has_page, unsafe_way=unsafe_way, initial=initial
    )
    seen: list[str] = []
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        at = moment(given["day"], given["at"])
        refused = why_not(person.id, at, given["place"], given["words"])
        if refused:
            form.add_error(None, refused)
        else:
            me = request.user
            seen = says(
                come_at=at, place=given["place"], words=given["words"], name=me.display_name, phone=me.phone
            )
            if request.POST.get("do") == "send" and tried(form, lambda: _send(request, person, given)):
                return redirect(reverse("coordinating_person", args=[meeting_id, network_id]))
    context = {"form": form, "p": person, "meeting_id": meeting_id, "seen": seen, "warning": CHECK}
    return render(request, "decisions/invite.html", context)


def _send(request: ActingRequest, person: Somebody, given: dict[str, object]) -> None:
    actions.invite(
        by=request.actor,
        person=person.id,
        way=str(given["way"]),
        at=moment(given["day"], given["at"]),  # type: ignore[arg-type]  # a cleaned day and time
        on=timezone.localdate(),
        place=str(given["place"]),
        words=str(given["words"]),
        language=str(given["language"]),
        prepared=given.get("prepared") == "yes",
        how_prepared=str(given.get("how_prepared", "")),
        went_already=given.get("went") == "yes",
    )


@staff_who_may(Permission.COORDINATE)
def letter(request: ActingRequest, meeting_id: UUID, network_id: UUID) -> HttpResponse:
    """The invitation as plain words to print or to copy: to one person, from that person's row alone."""
    _road, person = _found(request, meeting_id, network_id)
    held = person.invitation
    if held is None:
        raise Http404
    me = request.user
    lines = says(
        come_at=held.come_at, place=held.place, words=held.words, name=me.display_name, phone=me.phone
    )
    answer = HttpResponse(
        "\r\n\r\n".join([f"Dear {person.name},", *lines]), content_type="text/plain; charset=utf-8"
    )
    answer["Content-Disposition"] = 'attachment; filename="letter.txt"'
    return answer
