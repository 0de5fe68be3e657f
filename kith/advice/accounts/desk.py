"""The manager's page of accounts. A password to give is shown once, on the page that made it."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kith.advice.accounts import actions
from kith.advice.jinja import DESK_LINKS, DeskLink
from kith.advice.models import Adviser, SecondStep
from kith.advice.roles import DOOR, ROLES, Permission
from kith.advice.web.gates import DeskRequest, desk_who_may
from kith.core.action import CannotBeError
from kith.core.tried import tried

HERE = "/desk/people/"
DESK_LINKS.add("95 people", DeskLink("People", HERE, Permission.MANAGE))
NAMES = [(each.code, each.name) for each in ROLES.values() if each.code != DOOR.role]
may_manage = desk_who_may(Permission.MANAGE)


class AccountForm(forms.Form):
    """A new account."""

    name = forms.CharField(label="Name, as colleagues see it", max_length=120)
    login = forms.CharField(label="Name to sign in with, such as a work e-mail address", max_length=254)
    role = forms.ChoiceField(label="Role", choices=NAMES, widget=forms.RadioSelect)


@may_manage
def desk_people(request: DeskRequest) -> HttpResponse:
    """Who has an account. Two statements."""
    steps = set(SecondStep.objects.filter(since__isnull=False).values_list("adviser_id", flat=True))
    people = Adviser.objects.exclude(id=DOOR.id).order_by("-is_active", "display_name")
    context = {"people": [(each, ROLES[each.role].name, each.id in steps) for each in people], "here": HERE}
    return render(request, "advice/accounts/people.html", context)


@may_manage
def desk_person_new(request: DeskRequest) -> HttpResponse:
    """Make an account. Sent twice, the second finds that the name is taken."""
    form = AccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made: list[tuple[Adviser, str]] = []
        if tried(form, lambda: made.append(actions.make(by=request.actor, **form.cleaned_data))):
            account, password = made[0]
            return render(
                request,
                "advice/accounts/given.html",
                {"account": account, "password": password, "here": HERE},
            )
    return render(request, "advice/accounts/new.html", {"form": form, "here": HERE})


@may_manage
def desk_person(request: DeskRequest, account_id: UUID) -> HttpResponse:
    """One account, and what can be done to it."""
    account = Adviser.objects.exclude(id=DOOR.id).filter(id=account_id).first()
    if account is None:
        raise Http404
    said = ""
    if request.method == "POST":
        try:
            password = _do(request, account_id)
        except CannotBeError as why:
            said = why.message
        else:
            if not password:
                return redirect("desk_people")
            return render(
                request,
                "advice/accounts/given.html",
                {"account": account, "password": password, "here": HERE},
            )
    context = {
        "account": account, "roles": NAMES, "said": said, "mine": account_id == request.actor.id,
        "second": SecondStep.objects.filter(adviser_id=account_id, since__isnull=False).exists(), "here": HERE,
    }  # fmt: skip
    return render(request, "advice/accounts/person.html", context)


def _do(request: DeskRequest, account: UUID) -> str:
    """What was asked; the password to give, if that is what it was."""
    what, by = request.POST.get("do", ""), request.actor
    if what == "role":
        actions.change_role(by=by, account=account, role=request.POST.get("role", ""))
    elif what in {"close", "open"}:
        actions.set_open(by=by, account=account, is_open=what == "open")
    elif what == "second":
        actions.end_second_step(by=by, account=account)
    elif what == "password":
        return actions.give_password(by=by, account=account)
    else:
        raise CannotBeError("Choose what to do.")
    return ""
