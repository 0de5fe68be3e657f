"""A young person's own page: people who matter to me, my drawing of them, and whom I choose for life."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kith.access.gates import ActingRequest, family_who_may
from kith.access.permissions import Permission
from kith.bonds import actions
from kith.bonds.links_forms import MyChoiceForm, MyDrawForm, MyOfferForm, MyPersonForm, MyStopForm
from kith.bonds.queries.links import MyLinks
from kith.bonds.queries.links import my_links as links_read
from kith.core.once import once
from kith.core.tried import tried

young = family_who_may(Permission.OWN_CARE)
BACK = "/my/people/"


@young
def my_links(request: ActingRequest) -> HttpResponse:
    """Who matters to me, and what came of it?"""
    return render(request, "bonds/my_links.html", {"m": links_read(), "sent": "sent" in request.GET})


def _one_form(
    request: ActingRequest,
    form: forms.Form,
    act: Callable[[dict[str, Any]], object],
    heading: str,
    press: str,
    *lines: str,
) -> HttpResponse:
    if request.method == "POST" and form.is_valid() and tried(form, lambda: act(form.cleaned_data)):
        return redirect(f"{BACK}?sent")
    context = {"form": form, "heading": heading, "press": press, "lines": list(lines)}
    return render(request, "care/my_form.html", context)


def _posted(request: ActingRequest) -> Any:
    return request.POST if request.method == "POST" else None


@young
@once
def my_links_ask(request: ActingRequest) -> HttpResponse:
    """Ask for somebody."""
    return _one_form(
        request, MyPersonForm(_posted(request)), lambda given: actions.ask_for_link(by=request.actor, **given),
        _("Ask for somebody"), _("Ask"),
        _("Anybody at all: somebody you lost touch with, or somebody you would like to know."),
        _("They say yes first. Nobody is told where you live."),
    )  # fmt: skip


@young
@once
def my_links_answer(request: ActingRequest) -> HttpResponse:
    """Do I want you to look?"""
    if not links_read().offered:
        raise Http404
    return _one_form(
        request, MyOfferForm(_posted(request)), lambda given: actions.answer_links(by=request.actor, **given),
        _("Finding people who matter to you"), _("Send"),
        _("We can look for people you have lost touch with, and help you keep them."),
        _("You say who. You can stop at any time."),
    )  # fmt: skip


@young
@once
def my_links_stop(request: ActingRequest) -> HttpResponse:
    """Stop looking."""
    if not links_read().runs:
        raise Http404
    return _one_form(
        request, MyStopForm(_posted(request)), lambda given: actions.stop_links(by=request.actor, **given),
        _("Stop looking"), _("Stop"), _("We stop today. You need not say why. You can ask again whenever you like."),
    )  # fmt: skip


@young
@once
def my_links_draw(request: ActingRequest) -> HttpResponse:
    """Put somebody into my drawing, take somebody out, or begin the drawing of now."""
    seen = links_read()
    if request.method == "POST" and "again" in request.POST:
        return _pressed(lambda: actions.draw_again(by=request.actor))
    if request.method == "POST" and "out" in request.POST:
        drawn = _among(request.POST["out"], [each.id for each in (*seen.before.people, *seen.after.people)])
        return _pressed(lambda: actions.undraw_link(by=request.actor, drawn=drawn))
    return _one_form(
        request, MyDrawForm(_posted(request)),
        lambda given: actions.draw_link(by=request.actor, when=seen.drawn_by_then, **given),
        _("Put somebody in my drawing"), _("Save"),
    )  # fmt: skip


@young
@once
def my_links_choose(request: ActingRequest) -> HttpResponse:
    """Choose somebody for life, or end it."""
    seen = links_read()
    if request.method == "POST" and "end" in request.POST:
        bond = _among(request.POST["end"], [each.id for each in seen.bonds])
        return _pressed(lambda: actions.end_bond(by=request.actor, bond=bond))

    def act(given: dict[str, Any]) -> object:
        return actions.choose_bond(by=request.actor, link=_link(seen, given["name"]), **given)

    return _one_form(
        request, MyChoiceForm(_posted(request)), act, _("Choose somebody for life"), _("Send"),
        _("You can choose to belong to each other for life. It counts when you both say so."),
        _("Your worker asks them for you. Either of you can end it."),
    )  # fmt: skip


def _link(seen: MyLinks, name: str) -> UUID | None:
    """Who was found, where it is one of them."""
    said = name.strip().casefold()
    return next((each.id for each in seen.links if each.yes and each.name.casefold() == said), None)


def _among(given: str, ids: list[UUID]) -> UUID:
    found = next((each for each in ids if str(each) == given), None)
    if found is None:
        raise Http404
    return found


def _pressed(act: Callable[[], object]) -> HttpResponse:
    form = forms.Form({})
    form.is_valid()
    tried(form, act)
    return redirect(BACK)
