"""How advisers sign in and out: accounts of the charity's own, which nothing of the council's knows."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django import forms
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from kith.advice.accounts import second
from kith.advice.accounts.actions import refused, signed_in
from kith.advice.accounts.mine import CodeForm
from kith.advice.limits import may_try, place_of
from kith.advice.models import Adviser
from kith.advice.roles import DOOR
from kith.advice.web.gates import SECOND, public
from kith.core.acting import change_actor
from kith.core.actor import Actor, as_current

WRONG = "That name and password do not belong together. Check both and try again."
WRONG_CODE = "That is not the code of now. Wait for the next one and type it."
WAIT = "Too many tries. Wait a quarter of an hour, or ask your manager."
# Whose password was right, when, and where they want to go: until the code is right, nobody is signed in.
HALF, LONGEST = "half", timedelta(minutes=10)
BACKEND = "django.contrib.auth.backends.ModelBackend"


class SignInForm(forms.Form):
    """Name and password."""

    login = forms.CharField(
        label="Your sign-in name",
        max_length=254,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    password = forms.CharField(
        label="Password",
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


@public
def sign_in(request: HttpRequest) -> HttpResponse:
    """Five wrong passwords from one place lock a name there for a quarter of an hour, and nowhere else."""
    form = SignInForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        name, place = form.cleaned_data["login"].strip().lower(), place_of(request)
        here = may_try("sign-in", place, most=100, minutes=15)
        if not (here and may_try("sign-in-name", f"{place} {name}", most=6, minutes=15)):
            form.add_error(None, WAIT)
            status = 429
        else:
            # Its own account is read by nobody yet: the database shows accounts to the sign-in alone.
            second.as_sign_in()
            account = authenticate(request, username=name, password=form.cleaned_data["password"])
            if isinstance(account, Adviser) and account.is_active:
                return _first_done(request, account)
            tried_at = Adviser.objects.filter(login__iexact=name).values_list("id", flat=True).first()
            _refuse(tried_at, "password")
            form.add_error(None, WRONG)
    return render(
        request,
        "advice/desk/sign_in.html",
        {"form": form, "next": request.GET.get("next", "")},
        status=status,
    )


@public
def sign_in_code(request: HttpRequest) -> HttpResponse:
    """The second step. Without a password that was right within ten minutes one begins again."""
    account, to = _half(request)
    if account is None:
        return redirect("sign_in")
    form, status = CodeForm(request.POST or None), 200
    if request.method == "POST" and form.is_valid():
        if not may_try("code", str(account.id), most=10, minutes=15):
            form.add_error(None, WAIT)
            status = 429
        else:
            second.as_sign_in()
            if second.right(account.id, form.cleaned_data["code"]):
                return _in(request, account, to, with_code=True)
            _refuse(account.id, "code")
            form.add_error("code", WRONG_CODE)
    return render(request, "advice/desk/sign_in_code.html", {"form": form}, status=status)


@public
def sign_out(request: HttpRequest) -> HttpResponse:
    """Signed out, and to the first page."""
    if request.method == "POST":
        logout(request)
    return redirect("home")


def _first_done(request: HttpRequest, account: Adviser) -> HttpResponse:
    to = request.POST.get("next", "")
    if not second.has(account.id):
        return _in(request, account, to, with_code=False)
    request.session[HALF] = {"account": str(account.id), "at": timezone.now().isoformat(), "next": to}
    return redirect("sign_in_code")


def _half(request: HttpRequest) -> tuple[Adviser | None, str]:
    held = request.session.get(HALF)
    if not isinstance(held, dict) or timezone.now() - datetime.fromisoformat(held["at"]) > LONGEST:
        return None, ""
    change_actor(None, channel="sign-in", read_only=request.method != "POST")
    found = Adviser.objects.filter(id=UUID(held["account"]), is_active=True).first()
    return found, str(held["next"])


def _in(request: HttpRequest, account: Adviser, to: str, *, with_code: bool) -> HttpResponse:
    login(request, account, backend=BACKEND)
    request.session.pop(HALF, None)
    request.session[SECOND] = with_code
    by = Actor(id=account.id, role=account.role, channel="web")
    change_actor(by)
    with as_current(by):
        signed_in(by=by, second=with_code)
    return _onwards(request, to)


def _refuse(account: UUID | None, what: str) -> None:
    change_actor(DOOR)
    with as_current(DOOR):
        refused(by=DOOR, account=account, what=what)


def _onwards(request: HttpRequest, to: str) -> HttpResponseRedirect:
    safe = to.startswith("/desk/") and url_has_allowed_host_and_scheme(to, {request.get_host()})
    return HttpResponseRedirect(to if safe else "/desk/")
