"""The caller's side of a chat: begin, read, write, keep or not, leave. Forms and links do all of it without scripts."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kith.advice.chat.actions import LONGEST, ROOM, begin, say_as_caller, turned_away
from kith.advice.chat.ear import EAR
from kith.advice.chat.held import Held, as_json, drawn_of, give, lines, look, secret_of
from kith.advice.chat.opening import opening
from kith.advice.limits import may_try, place_of
from kith.advice.models.contact import Asker, Topic
from kith.advice.roles import DOOR
from kith.advice.web.gates import public
from kith.core.action import CannotBeError
from kith.core.once import sending
from kith.design.language import said
from kith.marked import marked

A_DAY = 25
"""So many chats begin from one place in a day: fewer than may wait (ROOM), so that no place can fill the chat alone."""
MANY = marked("Many chats began from where you are just now. Wait a while, or ring us.")
EMPTY = marked("Write something first.")


class BeginForm(forms.Form):
    """What an adviser needs to begin, and no more."""

    called = forms.CharField(
        label=marked("What shall we call you?"),
        help_text=marked("Any name that you like. You can leave this empty."),
        max_length=60,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    asker = forms.ChoiceField(
        label=marked("Who are you?"),
        choices=Asker.choices,
        error_messages={"required": marked("Choose who you are")},
    )
    topic = forms.ChoiceField(
        label=marked("What is it about?"),
        choices=Topic.choices,
        error_messages={"required": marked("Choose what it is about")},
    )
    words = forms.CharField(
        label=marked("Your question"),
        help_text=marked("You can write more once you are in. Leave out full names of children."),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
    )
    keep = forms.BooleanField(
        label=marked("Keep what we write, so that an adviser can look it up if I come back"),
        help_text=marked("If you do not tick this, the words are destroyed when the chat ends."),
        required=False,
    )


@public
def chat_begin(request: HttpRequest) -> HttpResponse:
    """Is the chat open, and what do you want to talk about?"""
    open_now, told = opening()
    one = look(secret_of(request))
    context: dict[str, object] = {
        "open": open_now,
        "told": told,
        "typed": "",
        "mine": one if one and one.state != "ended" else None,
    }
    form = BeginForm(request.POST if request.method == "POST" else None)
    context["form"] = form
    full = open_now and told.waiting >= ROOM
    if request.method == "POST" and (full or not open_now):
        return _turned_away(request, form, context | {"full": full})
    if request.method != "POST" or not form.is_valid():
        return render(request, "advice/chat/begin.html", context | {"full": full})
    place = place_of(request)
    if not (
        may_try("chat", place, most=5, minutes=10) and may_try("chat-day", place, most=A_DAY, minutes=24 * 60)
    ):
        form.add_error(None, MANY)
        return render(request, "advice/chat/begin.html", context | {"full": False}, status=429)
    asked = form.cleaned_data
    secret = drawn_of(sending(request))
    begin(
        by=DOOR,
        secret=secret,
        asker=asked["asker"],
        topic=asked["topic"],
        called=asked["called"].strip(),
        keep=asked["keep"],
        question=asked["words"].strip(),
    )
    answer = redirect("chat_now")
    give(answer, secret)
    return answer


def _turned_away(request: HttpRequest, form: BeginForm, context: dict[str, object]) -> HttpResponse:
    """It closed, or filled, while they wrote: they are told of other ways, keep their words, and are counted."""
    if form.is_valid() and may_try("chat", place_of(request), most=5, minutes=10):
        asked, reason = form.cleaned_data, "no_adviser" if context["full"] else "closed"
        turned_away(by=DOOR, sent=sending(request), asker=asked["asker"], topic=asked["topic"], reason=reason)
    return render(
        request, "advice/chat/begin.html", context | {"typed": request.POST.get("words", "")[:LONGEST]}
    )


@public
def chat_now(request: HttpRequest) -> HttpResponse:
    """The chat, with a box to write in."""
    return _page(request, "advice/chat/now.html")


@public
def chat_watch(request: HttpRequest) -> HttpResponse:
    """The same without a box, which looks again by itself: for browsers without scripts."""
    return _page(request, "advice/chat/watch.html")


@public
@require_POST
def chat_say(request: HttpRequest) -> HttpResponse:
    """A line. By script the answer is JSON; without, one is led to the page that looks again by itself."""
    words = request.POST.get("words", "").strip()
    refused = "" if words else EMPTY
    if words:
        try:
            say_as_caller(by=DOOR, secret=secret_of(request), line=sending(request), words=words)
        except CannotBeError as why:
            refused = why.message
    if request.headers.get("X-Asks") == "chat":
        return JsonResponse({"refused": said(refused)}, status=409 if refused else 200)
    if refused:
        return _page(request, "advice/chat/now.html", refused=refused, typed=words)
    return redirect("chat_watch")


@public
@require_POST
def chat_do(request: HttpRequest) -> HttpResponse:
    """Still here; keep the words or not; leave."""
    from django.db import connection

    secret, what = secret_of(request), request.POST.get("do", "")
    with connection.cursor() as cursor:
        if what == "here":
            cursor.execute("SELECT advice_chat_here(%s)", [secret])
            return HttpResponse(status=204)
        if what in {"keep", "forget"}:
            cursor.execute("SELECT advice_chat_keep(%s, %s)", [secret, what == "keep"])
        elif what == "leave":
            cursor.execute("SELECT advice_chat_leave(%s)", [secret])
    return redirect("chat_now")


@public
def chat_lines(request: HttpRequest) -> HttpResponse:
    """What is new after a number, as JSON; 204 for nothing. Two statements."""
    one = look(secret_of(request))
    if one is None:
        return JsonResponse({"gone": True}, status=404)
    EAR.seen(secret_of(request), one.revision)
    after, revision = _number(request, "after"), _number(request, "revision")
    if revision == one.revision and after >= one.lines:
        return HttpResponse(status=204)
    found = lines(secret_of(request), after)
    return JsonResponse(
        {
            "revision": one.revision,
            "state": one.state,
            "says": _says(one),
            "lines": [as_json(each, theirs=each.theirs) for each in found],
        }
    )


def _page(request: HttpRequest, template: str, **more: object) -> HttpResponse:
    secret = secret_of(request)
    one = look(secret)
    if one is None:
        return redirect("chat")
    context = {"chat": one, "lines": lines(secret), "says": _says(one)}
    return render(request, template, context | {"refused": "", "typed": ""} | more)


def _says(one: Held) -> str:
    """How it stands, in a sentence."""
    from django.utils.translation import gettext, ngettext

    if one.state == "talking":
        return gettext("You are talking with %(adviser)s.") % {"adviser": one.adviser}
    if one.state == "ended":
        if one.keep:
            kept = gettext(
                "This chat has ended. We keep it, as you agreed. Say this when you come back: %(reference)s"
            )
            return kept % {"reference": one.reference}
        return gettext("This chat has ended. What was written is gone.")
    if one.before == 0:
        return gettext("You are next. An adviser will be with you.")
    return ngettext("%(count)s person is before you.", "%(count)s people are before you.", one.before) % {
        "count": one.before
    }


def _number(request: HttpRequest, name: str) -> int:
    given = request.GET.get(name, "")
    return int(given[:9]) if given.isascii() and given.isdigit() else 0
