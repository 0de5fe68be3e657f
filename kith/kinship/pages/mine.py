"""The carer's own door: tonight, what keeps the child safe, my agreement, my money, saying yes or no, my assessment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kith.access.gates import ActingRequest, family
from kith.core.once import once
from kith.core.tried import tried
from kith.design.dates import today
from kith.kinship import actions
from kith.kinship.door import Door, Item, my_door
from kith.kinship.pages.mine_forms import AskForm, SayForm, WordsForm
from kith.kinship.rules.kinds import kinds_on
from kith.kinship.rules.lists import asked_for, everyday, key_ages
from kith.marked import marked
from kith.people.page_queries import who

ROUTES = {
    "foster": marked("fostering"),
    "sgo": marked("special guardianship"),
    "cao": marked("a child arrangements order"),
}
NEEDS = {
    "money": marked("Money and work"),
    "home": marked("Home and things for the house"),
    "child": marked("The child’s feelings"),
    "school": marked("School and learning"),
    "health": marked("Health"),
    "family": marked("Time with parents and family"),
    "carer": marked("Your own rest and health"),
    "legal": marked("Law and court"),
}
ANSWERS = {"yes": marked("Yes"), "part": marked("In part"), "no": marked("No")}


@dataclass(frozen=True, slots=True)
class Mine:
    """The page of one care: the child's name, and everything that belongs to it."""

    item: Item
    child: str
    kind: str
    no: tuple[tuple[str, str], ...]
    know: tuple[Item, ...]
    support: tuple[Item, ...]
    requests: tuple[Item, ...]
    award: Item | None
    notices: tuple[tuple[Item, tuple[Item, ...]], ...]
    approval: Item | None
    changes: tuple[tuple[str, date], ...]
    """What changes at the next ages, and from when it is told."""


def days(value: str | None) -> date | None:
    """A day as the database's function writes it."""
    return date.fromisoformat(value) if value else None


@family
def my_caring(request: ActingRequest) -> HttpResponse:
    """Who answers tonight, what do I need to know, what is agreed, what is paid, and what do I say?"""
    return render(request, "kinship/my.html", {"kin": page_of(my_door()), "sent": "sent" in request.GET})


def page_of(door: Door) -> dict[str, Any]:
    """Everything that the page says, for whoever's door it is. Two statements for the names."""
    names = {each.id: each.known_as or each.name for each in who(door.children).values()}
    # Whoever is assessed for two children is told which part is for whom.
    several = len({each.child for each in door.of("assessment")}) > 1
    return {
        "cares": [_mine(door, each, names) for each in door.of("caring", ours=True)],
        "told": [(each, door.of("challenge", of=str(each.id))) for each in door.of("told")],
        "assessed": [
            (
                each,
                door.of("said", of=str(each.id)),
                door.of("own", of=str(each.id)),
                _open(door, each),
                names.get(each.child, "") if several else "",
            )
            for each in door.of("assessment")
        ],
        "asks": {each.id: each.asks for route in ROUTES for each in asked_for(route)},
        "routes": ROUTES,
        "needs": NEEDS,
        "answers": ANSWERS,
        "kinds_asked": dict(AskForm.KINDS),
        "duty": settings.DUTY_PHONE,
        "day": days,
    }


def _open(door: Door, assessment: Item) -> int:
    given = {each.body["question"] for each in door.of("said", of=str(assessment.id))}
    return sum(1 for each in asked_for(assessment.body["route"]) if each.id not in given)


def _mine(door: Door, item: Item, names: dict[UUID, str]) -> Mine:
    def of(kind: str) -> tuple[Item, ...]:
        return tuple(
            each for each in door.of(kind) if each.child == item.child and each.caring in {None, item.id}
        )

    kinds = {each.id: each.name for each in kinds_on(today())}
    decided = {each.body["what"]: each.body for each in of("decide")}
    ages = {each.age: each.says for each in key_ages()}
    awards = sorted(of("award"), key=lambda each: each.body["from_on"])
    soon = sorted(of("check"), key=lambda each: each.body["due_on"])
    return Mine(
        item=item,
        child=names.get(item.child, _("the child")),
        kind=kinds.get(item.body["kind"], ""),
        no=tuple(
            (says, decided[what]["words"])
            for what, says in everyday().items()
            if what in decided and not decided[what]["may"]
        ),
        know=of("know"),
        support=of("support"),
        requests=tuple(sorted(of("request"), key=lambda each: each.body["asked_on"], reverse=True)),
        award=next((each for each in reversed(awards) if not each.body["until"]), None),
        notices=tuple(
            (each, tuple(said for said in of("noticed") if said.body["of"] == str(each.id))) for each in of("notice")
        ),
        approval=next(iter(of("approval")), None),
        changes=tuple(
            (ages[each.body["age"]], date.fromisoformat(each.body["due_on"])) for each in soon if each.body["age"] in ages
        )[:2],
    )  # fmt: skip


@family
def my_caring_letter(request: ActingRequest, item: UUID, which: str) -> HttpResponse:
    """A letter to show: to school and surgery, what I may decide; to my employer, that a child lives with me."""
    door = my_door()
    found = next((each for each in door.of("caring", ours=True) if each.id == item), None)
    if found is None or door.me is None or which not in {"decide", "employer"}:
        raise Http404
    people = who([found.child, door.me])
    names = {each: people[each].name for each in people}
    mine = _mine(door, found, names)
    decided = {each.body["what"]: each.body for each in door.of("decide", found.id)}
    context = {
        "which": which,
        "mine": mine,
        "me": names.get(door.me, ""),
        "may": [says for what, says in everyday().items() if decided.get(what, {}).get("may")],
        "since": days(found.body["since"]),
        "today": today(),
        "duty": settings.DUTY_PHONE,
    }
    return render(request, "kinship/my_letter.html", context)


@family
@once
def my_caring_write(request: ActingRequest, what: str, item: UUID) -> HttpResponseBase:
    """Ask for something, answer a notice or my assessment, answer a question of it, or say that something is wrong."""
    door = my_door()
    write = WRITES.get(what)
    found = next((each for each in door.items if write and each.kind == write[0] and each.id == item), None)
    if write is None or found is None or door.me is None:
        raise Http404
    _kind, form_made, act, named, heading = write
    form = form_made(request.POST if request.method == "POST" else None, **_more(what, door, found))
    people = who([door.me])
    whose = people[door.me].name if door.me in people else ""
    if request.method == "POST" and form.is_valid():
        facts: dict[str, Any] = {named: item} | form.cleaned_data
        if what != "say":
            facts["whose"] = whose
        if tried(form, lambda: act(by=request.actor, **facts)):
            return redirect("/my/caring/?sent")
    quoted = found.body.get("words") or found.body.get("reason") or ""
    return render(request, "kinship/my_write.html", {"form": form, "heading": heading, "quoted": quoted})


def _more(what: str, door: Door, found: Item) -> dict[str, Any]:
    if what != "say":
        return {}
    given = {each.body["question"] for each in door.of("said", of=str(found.id))}
    return {"questions": [(q.id, q.asks) for q in asked_for(found.body["route"]) if q.id not in given]}


WRITES: dict[str, tuple[str, type, Any, str, str]] = {
    "ask": ("caring", AskForm, actions.ask_for, "caring", marked("What do you need?")),
    "notice": ("notice", WordsForm, actions.answer_notice, "notice", marked("What do you say to this?")),
    "wrong": ("told", WordsForm, actions.speak_against, "told", marked("What is wrong in it?")),
    "answer": (
        "assessment",
        WordsForm,
        actions.answer_my_assessment,
        "assessment",
        marked("My answer to my assessment"),
    ),
    "say": ("assessment", SayForm, actions.say_for_my_assessment, "assessment", marked("Tell us yourself")),
}
