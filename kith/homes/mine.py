"""The family's door: what matters to me where I live, and what I am asked. Titles and addresses give nothing away."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kith.access.gates import ActingRequest, family_who_may
from kith.access.permissions import Permission
from kith.core.once import once
from kith.core.tried import tried
from kith.homes import actions
from kith.homes.forms.mine import MyAnswerForm, MyThinkForm, MyWishForm
from kith.homes.queries.mine import MyShown, me, my_shown, my_wishes
from kith.people.page_queries import who


@family_who_may(Permission.OWN_CARE)
def my_matters(request: ActingRequest) -> HttpResponse:
    """What matters to me where I live, and what was I shown?"""
    context = {"shown": my_shown(as_carer=False), "wishes": my_wishes(), "sent": "sent" in request.GET}
    return render(request, "homes/my_matters.html", context)


@family_who_may(Permission.OWN_CARE)
@once
def my_matters_write(request: ActingRequest) -> HttpResponse:
    """Say what matters to me."""
    form = MyWishForm(request.POST if request.method == "POST" else None)
    return _page(
        request, form, lambda: actions.wish(by=request.actor, whose=_name(), **form.cleaned_data), to="/my/matters/?sent",
        heading=_("Say what matters to you"),
        lines=[_("Whoever looks for a home for you, now or later, reads it. So does your social worker.")],
    )  # fmt: skip


@family_who_may(Permission.OWN_CARE)
@once
def my_matters_say(request: ActingRequest, shown: UUID) -> HttpResponse:
    """Say what I think of what was shown to me."""
    found = _found(shown, as_carer=False)
    form = MyThinkForm(request.POST if request.method == "POST" else None)
    return _page(
        request, form, lambda: _say(request, found, form), to="/my/matters/?sent", heading=_("Say what you think"),
        lines=[
            _("Those who choose read it before they choose. You see here what came of it."),
            _("They cannot always do what you ask. Then they must tell you why."),
        ],
        quoted=found.words,
    )  # fmt: skip


@family_who_may(Permission.OWN_HOME)
def my_asked(request: ActingRequest) -> HttpResponse:
    """What am I asked, and what did I say?"""
    return render(
        request, "homes/my_asked.html", {"shown": my_shown(as_carer=True), "sent": "sent" in request.GET}
    )


@family_who_may(Permission.OWN_HOME)
@once
def my_asked_say(request: ActingRequest, shown: UUID) -> HttpResponse:
    """Say yes or no, and what I would need."""
    found = _found(shown, as_carer=True)
    form = MyAnswerForm(request.POST if request.method == "POST" else None)
    return _page(
        request, form, lambda: _say(request, found, form), to="/my/asked/?sent", heading=_("Your answer"),
        lines=[_("Those who choose read it, in your words. You can say more later.")], quoted=found.words,
    )  # fmt: skip


def _found(shown: UUID, *, as_carer: bool) -> MyShown:
    found = next((each for each in my_shown(as_carer=as_carer) if each.id == shown), None)
    if found is None:
        raise Http404
    return found


def _say(request: ActingRequest, found: MyShown, form: forms.Form) -> UUID:
    return actions.say_mine(by=request.actor, shown=found.id, whose=_name(), **form.cleaned_data)


def _name() -> str:
    person = me()
    named = who([person]).get(person) if person else None
    return "" if named is None else named.name


def _page(
    request: ActingRequest,
    form: forms.Form,
    act: Callable[[], object],
    *,
    to: str,
    heading: str,
    lines: list[str],
    quoted: str = "",
) -> HttpResponse:
    if request.method == "POST" and form.is_valid() and tried(form, act):
        return redirect(to)
    context = {"form": form, "heading": heading, "lines": lines, "quoted": quoted}
    return render(request, "homes/my_form.html", context)
