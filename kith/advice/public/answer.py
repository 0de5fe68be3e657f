"""Reading what we answered: by the reference and the word of whoever asked. Sent by POST, and kept by no browser."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kith.advice.asking.answers import answered, written_reference
from kith.advice.limits import may_try, place_of
from kith.advice.web.gates import public
from kith.marked import marked

WRONG = marked(
    "That reference and word do not belong together, or what stood here was destroyed on its day. Ring us."
)
WAIT = marked("Too many tries just now. Wait an hour, or ring us.")
QUIET = {"autocomplete": "off", "spellcheck": "false"}


class ReadForm(forms.Form):
    """What they were given, and what they chose."""

    reference = forms.CharField(
        label=marked("Your reference"), max_length=20, widget=forms.TextInput(attrs=QUIET),
        error_messages={"required": marked("Type your reference, such as BCDF-GH34")},
    )  # fmt: skip
    word = forms.CharField(
        label=marked("Your word"), max_length=60,
        # No box of a password: a browser would offer to keep it.
        widget=forms.TextInput(attrs={**QUIET, "autocapitalize": "none"}),
        error_messages={"required": marked("Type the word that you chose when you wrote")},
    )  # fmt: skip


@public
def answer(request: HttpRequest) -> HttpResponse:
    """Is there an answer for me? Guessing is counted by place, and by reference from wherever."""
    form = ReadForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "advice/answer.html", {"form": form})
    reference = written_reference(form.cleaned_data["reference"])
    here = may_try("answer", place_of(request), most=30, minutes=60)
    if not (here and (not reference or may_try("answer-reference", reference, most=10, minutes=60))):
        form.add_error(None, WAIT)
        return render(request, "advice/answer.html", {"form": form}, status=429)
    found = answered(reference, form.cleaned_data["word"]) if reference else None
    if found is None:
        form.add_error(None, WRONG)
        return render(request, "advice/answer.html", {"form": form})
    return render(request, "advice/answered.html", {"answers": found.answers})
