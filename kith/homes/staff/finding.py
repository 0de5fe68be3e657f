"""Finding a home for one child: in order, with the reason at each step."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html

from kith.access.allocating.queries import open_concerns
from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.permissions import Permission
from kith.access.steps import one_form
from kith.core.action import CannotBeError
from kith.core.once import once
from kith.design.dates import today
from kith.design.text import safe_text
from kith.homes import actions
from kith.homes.forms.choosing import ShortlistForm
from kith.homes.forms.finding import AmongForm, CloseForm, NeedsForm, StartForm
from kith.homes.models import Level, Search
from kith.homes.queries.limits import limits_of
from kith.homes.queries.money import prices
from kith.homes.queries.searches import SearchView, search_of
from kith.homes.queries.shown import wishes_of
from kith.homes.shortlist import Fits, shortlist
from kith.people.models.relationship import RelationshipKind
from kith.people.page_queries import Who, who, who_matters

PAGE = "finding a home"
SIBLINGS = {
    RelationshipKind.SIBLING, RelationshipKind.HALF_SIBLING, RelationshipKind.STEP_SIBLING, RelationshipKind.TWIN,
}  # fmt: skip
WHY = {
    "unregistered": "not registered", "expired": "registration ended", "suspended": "suspended", "full": "no room by law",
    "none": "approved for none", "age": "another age", "sex": "girls or boys only", "under_16": "under 16",
    "adult": "18 or over", "not_approved": "not approved", "approval_ended": "approval ended", "barred": "must not",
    "usual_limit": "more than three", "not_open": "not open yet", "closed": "closed",
}  # fmt: skip


@person_page(PAGE, needs=Permission.ANSWER_FOR)
def find_home(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Where do we look for a home, and what came of each?"""
    found = search_of(person.ids, today())
    may = request.user.role_class.may
    costs = {}
    if found is not None and Permission.SEE_PRICES in may:
        costs = prices([each.home for each in found.choices], today(), ranked=found.ranked_on is not None)
    context = {
        "person": named(person),
        "search": found,
        "wishes": wishes_of(person.ids),
        "limits": limits_of(person.ids, today()),
        "keeps": Permission.KEEP_HOMES in may,
        "decides": Permission.APPROVE_CARERS in may,
        "levels": [(level.value, str(level.label)) for level in Level],
        "prices": costs,
        "buys": Permission.SEE_PRICES in may,
        "writes": Permission.EDIT_PERSON in may,
    }
    return render(request, "homes/find.html", context)


@person_page(PAGE, needs=Permission.EDIT_PERSON)
@once
def find_home_start(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """A home is looked for."""
    siblings, loved = _around(person)
    sent = request.POST if request.method == "POST" else None
    form = StartForm(sent, siblings=siblings, loved=loved, concerns=open_concerns(person.ids))
    return one_form(
        request,
        form,
        lambda: actions.look_for_home(
            by=request.actor, child=person.id, persons=person.ids, **_ids(form.cleaned_data)
        ),
        heading="A home is looked for",
        about=named(person).name,
        back=reverse("find_home", args=[person.id]),
        lines=("Family and friends come first. What you write here is asked once.",),
    )


@person_page(PAGE, needs=Permission.EDIT_PERSON)
@once
def find_home_needs(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """What must a home meet?"""
    search = going_on(person, request)
    known = {"needs": "\n".join(each.words for each in search.needs) if search else ""}
    form = NeedsForm(request.POST if request.method == "POST" else None, initial=known)
    return one_form(
        request,
        form,
        lambda: actions.rank_needs(
            by=request.actor, search=_open(search), needs=form.cleaned_data["needs"].splitlines()
        ),
        heading="What must a home meet?",
        about=named(person).name,
        back=reverse("find_home", args=[person.id]),
    )


@person_page(PAGE, needs=Permission.EDIT_PERSON)
@once
def find_home_among(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Where is it looked for now?"""
    search = going_on(person, request)
    form = AmongForm(request.POST if request.method == "POST" else None)
    return one_form(
        request,
        form,
        lambda: actions.look_among(by=request.actor, search=_open(search), **form.cleaned_data),
        heading="Look somewhere else",
        about=named(person).name,
        back=reverse("find_home", args=[person.id]),
    )


@person_page(PAGE, needs=Permission.EDIT_PERSON)
@once
def find_home_close(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """No home is looked for any more."""
    search = going_on(person, request)
    form = CloseForm(request.POST if request.method == "POST" else None)
    return one_form(
        request,
        form,
        lambda: actions.close_search(by=request.actor, search=_open(search), **form.cleaned_data),
        heading="No home is looked for any more",
        about=named(person).name,
        back=reverse("find_home", args=[person.id]),
    )


@person_page(PAGE, needs=Permission.EDIT_PERSON)
def find_home_homes(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Which homes could it be, and why this order?"""
    search = of(person)
    found = shortlist(
        search.waits.coming, search.waits.wanted, today(), group=search.group, levels=up_to(search.level)
    )
    listed = {each.home for each in search.choices}
    context = {
        "person": named(person),
        "search": search,
        "found": found,
        "shown": [
            (each, each.lines(search.waits.wanted)) for each in found.best if each.home.id not in listed
        ],
        "refused": [(WHY.get(code, code), number) for code, number in sorted(found.refused.items())],
        "looked": ", ".join(str(Level(level).label) for level in up_to(search.level)),
    }
    return render(request, "homes/candidates.html", context)


@person_page(PAGE, needs=Permission.EDIT_PERSON)
@once
def find_home_list(request: ActingRequest, person: OpenPerson, home_id: UUID) -> HttpResponse:
    """This home goes on the shortlist."""
    search = of(person)
    found = shortlist(
        search.waits.coming,
        search.waits.wanted,
        today(),
        group=search.group,
        levels=up_to(search.level),
        most=500,
    )
    fits: Fits | None = next((each for each in found.best if each.home.id == home_id), None)
    form = ShortlistForm(request.POST if request.method == "POST" else None)
    what = f"Home {fits.home.reference}" if fits else "This home"
    return one_form(
        request,
        form,
        lambda: actions.shortlist_home(by=request.actor, search=search.id, home=home_id, **form.cleaned_data),
        heading=f"{what} on the shortlist",
        about=named(person).name,
        back=reverse("find_home_homes", args=[person.id]),
        then=reverse("find_home", args=[person.id]),
        lines=("From here on the home may know who the child is, and you who they are.",),
    )


def up_to(level: str) -> list[str]:
    """The kinds of home that are looked among, and those before. Family and friends are in no register of vacancies."""
    return [each.value for each in Level if Level.KIN.value < each.value <= level]


def going_on(person: OpenPerson, request: ActingRequest) -> SearchView | None:
    """The open search, or None where it ended while a form lay open: sent then, the form comes back whole.

    Raises Http404 where none is open and nothing was typed.
    """
    found = search_of(person.ids, today(), kin=False, group=False)
    if found is None and request.method != "POST":
        raise Http404
    return found


def _open(found: SearchView | None) -> UUID:
    if found is None:
        raise CannotBeError("No home is looked for any more: somebody closed the search meanwhile.")
    return found.id


def of(person: OpenPerson, *, group: bool = True) -> SearchView:
    """The open search of whoever is open, who could care aside. Raises Http404 where there is none."""
    found = search_of(person.ids, today(), kin=False, group=group)
    if found is None:
        raise Http404
    return found


def named(person: OpenPerson) -> Who:
    """Who is open. Raises Http404 for nobody."""
    found = who([person.id]).get(person.id)
    if found is None:
        raise Http404
    return found


def _around(person: OpenPerson) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Brothers and sisters for whom a home is looked for too, and everybody who matters, by name."""
    ties = [tie for tie in who_matters(person.ids) if tie.current and tie.person in person.ids]
    names = who({tie.other for tie in ties})
    looking = set(
        Search.objects.filter(
            child_id__in=[tie.other for tie in ties if tie.kind in SIBLINGS], closed_on__isnull=True
        ).values_list("child_id", flat=True)
    )
    loved = [
        (str(tie.other), format_html("<bdi>{}</bdi>, {}", safe_text(names[tie.other].name), tie.says))
        for tie in ties
        if tie.other in names
    ]
    siblings = [(str(key), names[key].name) for key in names if key in looking]
    return sorted(siblings), sorted(set(loved), key=lambda pair: pair[1])


def _ids(told: dict[str, Any]) -> dict[str, Any]:
    return told | {
        "together_with": UUID(told["together_with"]) if told["together_with"] else None,
        "loved": [UUID(each) for each in told["loved"]],
        "covert": UUID(told["covert"]) if told.get("covert") else None,
    }
