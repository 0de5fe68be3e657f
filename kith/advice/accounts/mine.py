"""One's own account: a password that nobody else knows, and an app for the second step."""

from __future__ import annotations

from django import forms
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kith.advice.accounts import second
from kith.advice.accounts.actions import choose_password
from kith.advice.limits import may_try
from kith.advice.web.gates import SECOND, DeskRequest, desk_unfinished
from kith.core.tried import tried

WRONG = "That is not the code of now. Wait for the next one and type it."
WAIT = "Too many tries. Wait a quarter of an hour."


class PasswordForm(forms.Form):
    """A new password, twice."""

    password = forms.CharField(
        label="New password", max_length=200, help_text="At least 12 signs: three words that do not belong together.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip
    again = forms.CharField(
        label="The same again",
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, object]:
        """Both are the same."""
        given = super().clean() or {}
        if given.get("password") and given.get("again") and given["password"] != given["again"]:
            self.add_error("again", "Type the same password twice")
        return given


class CodeForm(forms.Form):
    """A code of the app."""

    code = forms.CharField(
        label="Code from your app", max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )  # fmt: skip


@desk_unfinished
def desk_mine(request: DeskRequest) -> HttpResponse:
    """What of one's own sign-in is in order. One statement."""
    context = {"second": second.has(request.user.id), "here": "/desk/mine/"}
    return render(request, "advice/accounts/mine.html", context)


@desk_unfinished
def desk_password(request: DeskRequest) -> HttpResponse:
    """Choose a password. Other browsers in which one is signed in are signed out."""
    form = PasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["password"]
        if tried(form, lambda: choose_password(by=request.actor, account=request.user, password=chosen)):
            update_session_auth_hash(request, request.user)
            return redirect("desk")
    return render(request, "advice/accounts/password.html", {"form": form})


@desk_unfinished
def desk_app(request: DeskRequest) -> HttpResponse:
    """Set up the app: draw a key, show it, and ask for a first code."""
    me = request.user.id
    form = CodeForm(request.POST if request.POST.get("do") == "code" else None)
    if request.method == "POST" and request.POST.get("do") == "begin":
        second.begin(me)
        return redirect("desk_app")
    if request.method == "POST" and form.is_valid():
        if not may_try("code", str(me), most=10, minutes=15):
            form.add_error(None, WAIT)
        elif second.right(me, form.cleaned_data["code"]):
            request.session[SECOND] = True
            return redirect("desk")
        else:
            form.add_error("code", WRONG)
    secret = second.secret_of(me)
    key = " ".join(secret[n : n + 4] for n in range(0, len(secret), 4))
    return render(request, "advice/accounts/app.html", {"form": form, "key": key, "second": second.has(me)})


@desk_unfinished
def desk_app_picture(request: DeskRequest) -> HttpResponse:
    """The key as a picture, while it is set up."""
    drawn = second.picture(request.user)
    if not drawn:
        raise Http404
    return HttpResponse(drawn, content_type="image/svg+xml")
