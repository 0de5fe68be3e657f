"""How advisers sign in and out: accounts of the charity's own, which nothing of the council's knows."""

from __future__ import annotations

from django import forms
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from kith.advice.limits import may_try, place_of
from kith.advice.models import Adviser
from kith.advice.web.gates import public
from kith.core.acting import change_actor

WRONG = "That name and password do not belong together. Check both and try again."
WAIT = "Too many tries. Wait a quarter of an hour, or ask your manager."


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
    """Five wrong passwords lock a name for a quarter of an hour; from one place a hundred may be tried."""
    form = SignInForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data["login"].strip().lower()
        if not (
            may_try("sign-in", place_of(request), most=100, minutes=15)
            and may_try("sign-in-name", name, most=10, minutes=15)
        ):
            form.add_error(None, WAIT)
            status = 429
        else:
            # Its own account is read by nobody yet: the database shows accounts to the sign-in alone.
            change_actor(None, channel="sign-in")
            account = authenticate(request, username=name, password=form.cleaned_data["password"])
            if isinstance(account, Adviser) and account.is_active:
                login(request, account)
                return _onwards(request)
            form.add_error(None, WRONG)
    return render(
        request,
        "advice/desk/sign_in.html",
        {"form": form, "next": request.GET.get("next", "")},
        status=status,
    )


@public
def sign_out(request: HttpRequest) -> HttpResponse:
    """Signed out, and to the first page."""
    if request.method == "POST":
        logout(request)
    return redirect("home")


def _onwards(request: HttpRequest) -> HttpResponseRedirect:
    to = request.POST.get("next", "")
    safe = to.startswith("/desk/") and url_has_allowed_host_and_scheme(to, {request.get_host()})
    return HttpResponseRedirect(to if safe else "/desk/")
