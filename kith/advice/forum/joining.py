"""Joining the forums with a made-up name, coming back, leaving."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kith.advice.forum import seats
from kith.advice.limits import may_try, place_of
from kith.advice.web import cookies
from kith.advice.web.gates import public
from kith.marked import marked

WAIT = marked("Too many tries just now. Wait ten minutes and try again.")


class JoinForm(forms.Form):
    """A made-up name and a password."""

    name = forms.CharField(
        label=marked("A made-up name"),
        help_text=marked("Not your own, and nothing that a person who knows you would guess."),
        min_length=3, max_length=30, error_messages={"min_length": marked("Use at least 3 letters")},
    )  # fmt: skip
    password = forms.CharField(
        label=marked("A password"),
        help_text=marked("At least 10 signs. We cannot send it to you: we know no address of yours."),
        min_length=10, max_length=200, widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        error_messages={"min_length": marked("Use at least 10 signs")},
    )  # fmt: skip

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        if len(seats.folded(name)) < 3 or any(not each.isprintable() for each in name):
            raise forms.ValidationError(marked("Use at least 3 letters"))
        if seats.tells_who(name):
            raise forms.ValidationError(marked("This looks like a real name or an address. Make one up"))
        return name


class SignInForm(forms.Form):
    """Coming back."""

    name = forms.CharField(label=marked("Your made-up name"), max_length=30)
    password = forms.CharField(
        label=marked("Your password"),
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )


@public
def forum_join(request: HttpRequest) -> HttpResponse:
    """Join with a made-up name."""
    form = JoinForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if not may_try("join", place_of(request), most=3, minutes=60):
            form.add_error(None, WAIT)
            return render(request, "advice/forum/join.html", {"form": form}, status=429)
        member = seats.join(form.cleaned_data["name"], form.cleaned_data["password"])
        if member is not None:
            answer = redirect("forum")
            seats.sit(answer, member)
            return answer
        form.add_error("name", marked("Somebody has this name. Choose another"))
    return render(request, "advice/forum/join.html", {"form": form})


@public
def forum_sign_in(request: HttpRequest) -> HttpResponse:
    """Come back."""
    form = SignInForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        name, password = form.cleaned_data["name"], form.cleaned_data["password"]
        place = place_of(request)
        # By name and place together: nobody elsewhere can keep a member out by trying their name.
        here = may_try("seat", place, most=50, minutes=10)
        if not (here and may_try("seat-name", f"{place} {seats.folded(name)}", most=8, minutes=10)):
            form.add_error(None, WAIT)
            return render(request, "advice/forum/sign_in.html", {"form": form}, status=429)
        member = seats.known(name, password)
        if member is not None:
            answer = redirect("forum")
            seats.sit(answer, member)
            return answer
        form.add_error(
            None, marked("That name and password do not belong together. Check both and try again.")
        )
    return render(request, "advice/forum/sign_in.html", {"form": form})


@public
@require_POST
def forum_leave(request: HttpRequest) -> HttpResponse:
    """Sign out of the forums."""
    seats.rows("SELECT advice_forum_leave(%s)", seats.held_by(request))
    answer = redirect("forum")
    cookies.drop(answer, seats.COOKIE, path=seats.PATH, samesite="Lax")
    return answer
