"""The coordinator's own pages: my meetings, the road of one, and what is done to a meeting as a whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from kith.access.gates import ActingRequest, staff_who_may
from kith.access.gone import words_kept
from kith.access.permissions import Permission
from kith.core.actor import Actor
from kith.core.once import once
from kith.decisions import actions
from kith.decisions.form_pages import form_page
from kith.decisions.forms import coordinator as forms_of
from kith.decisions.forms.fields import moment
from kith.decisions.queries.coordinating import Road, mine, road

PARTS = re.compile(r"\n[ \t]*\n+")


@staff_who_may(Permission.COORDINATE)
def meetings(request: ActingRequest) -> HttpResponse:
    """The meetings that I prepare."""
    return render(request, "decisions/mine.html", {"meetings": mine(request.actor), "here": "/meetings/"})


@staff_who_may(Permission.COORDINATE)
def meeting(request: ActingRequest, meeting_id: UUID) -> HttpResponse:
    """Who still needs me before the day?"""
    found = the_road(request.actor, meeting_id)
    return render(request, "decisions/road.html", {"r": found, "today": timezone.localdate()})


def the_road(by: Actor, meeting_id: UUID) -> Road:
    """The road of one's own open meeting; for any other there is nothing here."""
    found = road(by, meeting_id)
    if found is None:
        raise Http404
    return found


Given = Mapping[str, Any]


@dataclass(frozen=True)
class Doing:
    """One thing that is done to a meeting: its form and what follows."""

    heading: str
    says: str
    form: Callable[[Any, Road], forms.Form]
    act: Callable[[Actor, Road, Given], object]
    intro: str = ""


def _plain(kind: Callable[..., forms.Form], **initial: Any) -> Callable[[Any, Road], forms.Form]:
    return lambda data, _road: kind(
        data, initial=initial | {"on": timezone.localdate(), "day": timezone.localdate()}
    )


def _stage(by: Actor, found: Road, given: Given) -> None:
    at, of = moment(given["day"], given["at"]), found.meeting.id
    if given["did"] == "begin":
        actions.begin_stage(by=by, meeting=of, stage=given["stage"], at=at)
    else:
        actions.end_stage(by=by, meeting=of, stage=given["stage"], at=at)


def _write(by: Actor, found: Road, given: Given) -> None:
    made = actions.write_plan(
        by=by, meeting=found.meeting.id, parts=PARTS.split(given["plan"].replace("\r\n", "\n"))
    )
    if given["agreed"] == "yes":
        actions.agree_plan(by=by, plan=made.id, on=given["on"])


def _plan(found: Road) -> UUID:
    if found.plan is None:
        raise Http404
    return found.plan.id


def _share(by: Actor, found: Road, given: Given) -> None:
    actions.share_plan(
        by=by, plan=_plan(found), person=UUID(given["person"]), lines=[UUID(each) for each in given["lines"]],
        prepared=given["prepared"] == "yes", how_prepared=given["how_prepared"],
    )  # fmt: skip


def _monitor(by: Actor, found: Road, given: Given) -> None:
    actions.name_monitor(by=by, plan=_plan(found), person=UUID(given["person"]), what=given["what"])


def _review(by: Actor, found: Road, given: Given) -> None:
    waits = next((each for each in found.reviews if each.held_on is None), None)
    if waits is None:
        raise Http404
    actions.hold_review(by=by, review=waits.id, on=given["on"], came_of_it=given["came_of_it"])


def _plan_form(data: Any, found: Road) -> forms.Form:
    written = "\n\n".join(each.words for each in found.parts)
    return forms_of.PlanForm(data, initial={"plan": written, "on": timezone.localdate(), "agreed": "no"})


def _people(found: Road, *, with_page: bool = False) -> dict[UUID, str]:
    return {
        each.id: each.name
        for each in found.people
        if (each.has_page or not with_page) and each.row.may_ask != "never"
    }


def _not_invited(found: Road) -> dict[UUID, str]:
    """Who may still be given the other meeting: nobody who was told of this one, and not the children."""
    return {
        each.id: each.name
        for each in found.people
        if each.invitation is None and each.part != "child" and each.row.may_ask != "never"
    }


DO: dict[str, Doing] = {
    "name": Doing(
        "Who else matters?",
        "Add them",
        _plain(forms_of.NameForm),
        lambda by, found, given: actions.name_person(by=by, meeting=found.meeting.id, **given),
        "As the child and the family name them. They are asked nothing by this.",
    ),
    "apart": Doing(
        "Two meetings, apart",
        "They meet apart",
        lambda data, found: forms_of.ApartForm(data, names=_not_invited(found)),
        lambda by, found, given: actions.meet_apart(
            by=by, meeting=found.meeting.id, people=[UUID(each) for each in given["people"]]
        ),
        "One conference, two meetings: each with its own people, day, place and plan. Nobody of the one is told of the"
        " other: not its day, its place or who comes. You find both under My meetings.",
    ),
    "day": Doing(
        "When is the meeting?",
        "Keep this day",
        _plain(forms_of.DayForm),
        lambda by, found, given: actions.plan_day(
            by=by, meeting=found.meeting.id, at=moment(given["day"], given["at"])
        ),
        "Nobody is told by this. Each is told their own day and place when you invite them.",
    ),
    "stage": Doing("A stage of the meeting", "Keep this", _plain(forms_of.StageForm), _stage),
    "held": Doing(
        "The meeting was held",
        "It was held",
        _plain(forms_of.HeldForm),
        lambda by, found, given: actions.hold_meeting(by=by, meeting=found.meeting.id, on=given["on"]),
    ),
    "plan": Doing(
        "The family’s plan",
        "Keep these words",
        _plan_form,
        _write,
        "Theirs to word. What you keep here is read by nobody else until they agreed it.",
    ),
    "share": Doing(
        "Put the plan on somebody’s page",
        "Put it there",
        lambda data, found: forms_of.SharePlanForm(
            data,
            people=_people(found, with_page=True),
            parts={each.id: each.words[:200] for each in found.parts},
        ),
        _share,
        "This goes to the person you choose. It contains the parts that you tick, and the council’s answer to them.",
    ),
    "monitor": Doing(
        "Who sees that the plan is kept?",
        "Add them",
        lambda data, found: forms_of.CarerForm(data, people=_people(found)),
        _monitor,
    ),
    "risk": Doing(
        "Somebody may be at risk",
        "Tell their workers now",
        _plain(forms_of.RiskForm),
        lambda by, found, given: actions.tell_worker_at_risk(
            by=by, meeting=found.meeting.id, words=given["words"]
        ),
        "If it is happening now, ring 999 first. This goes on the children’s story and to their workers at once.",
    ),
    "again": Doing(
        "When does the family look at its plan again?",
        "Keep this day",
        _plain(forms_of.ReviewForm),
        lambda by, found, given: actions.plan_review(by=by, meeting=found.meeting.id, on=given["on"]),
    ),
    "reviewed": Doing(
        "The family looked at its plan again", "Keep this", _plain(forms_of.ReviewedForm), _review
    ),
    "close": Doing(
        "Your work for this meeting ends",
        "End it",
        _plain(forms_of.EndForm),
        lambda by, found, given: actions.end_meeting(by=by, meeting=found.meeting.id, why=given["why"]),
        "What you noted is then open to nobody.",
    ),
}
NEEDS_AGREED = frozenset({"share", "monitor"})


@staff_who_may(Permission.COORDINATE)
@words_kept
@once
def do(request: ActingRequest, meeting_id: UUID, what: str) -> HttpResponse:
    """One of the things that are done to a meeting as a whole."""
    found = the_road(request.actor, meeting_id)
    doing = DO.get(what)
    agreed = found.plan is not None and found.plan.agreed_on is not None
    waits = any(each.held_on is None for each in found.reviews)
    if doing is None or (what in NEEDS_AGREED and not agreed) or (what == "reviewed" and not waits):
        raise Http404
    if what == "apart" and (found.meeting.held_on is not None or not _not_invited(found)):
        raise Http404
    form = doing.form(request.POST if request.method == "POST" else None, found)
    back = reverse("coordinating_one", args=[meeting_id])
    return form_page(
        request,
        form,
        lambda: doing.act(request.actor, found, form.cleaned_data),
        heading=doing.heading,
        says=doing.says,
        back=back,
        then=reverse("coordinating") if what == "close" else "",
        intro=doing.intro,
    )
