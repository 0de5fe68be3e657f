"""The advisers' side: who waits, whose chat is whose, and the chat itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from kith.advice.chat.actions import LONGEST, could_not_help, end, hand_over, left_alone, say_as_adviser, take
from kith.advice.chat.held import TABLE, Line, as_json
from kith.advice.jinja import DESK_LINKS, DeskLink
from kith.advice.models import WHY_NOT, Adviser, Chat, ChatLine, ChatState, Outcome, Topic
from kith.advice.roles import Permission
from kith.advice.sealed import unseal
from kith.advice.web.acting import looked_at
from kith.advice.web.gates import DeskRequest, desk_who_may
from kith.core.action import CannotBeError
from kith.core.once import sending

may_chat = desk_who_may(Permission.CHAT)
QUIET = timedelta(minutes=2)
HERE = "/desk/chats/"
DESK_LINKS.add("20 chats", DeskLink("Chats", HERE, Permission.CHAT))


@dataclass(frozen=True, slots=True)
class Shown:
    """One chat in the list."""

    id: UUID
    topic: str
    began_at: datetime
    state: str
    whose: str
    mine: bool
    to_me: bool
    quiet: bool


@may_chat
def desk_chats(request: DeskRequest) -> HttpResponse:
    """Who waits, and who talks with whom. Two statements."""
    names = dict(Adviser.objects.values_list("id", "display_name"))
    now = timezone.now()
    found = Chat.objects.filter(~Q(state=ChatState.ENDED)).select_related("contact").order_by("began_at")
    shown = [
        Shown(
            each.id, Topic(each.contact.topic).label, each.began_at, each.state,
            names.get(each.adviser, "") if each.adviser else "", each.adviser == request.user.id,
            each.handing_to == request.user.id, now - each.heard_at > QUIET,
        )
        for each in found
    ]  # fmt: skip
    context = {
        "mine": [each for each in shown if each.mine],
        "to_me": [each for each in shown if each.to_me],
        "waiting": [each for each in shown if each.state == ChatState.WAITING],
        "others": [
            each for each in shown if each.state == ChatState.TALKING and not each.mine and not each.to_me
        ],
        "here": HERE,
    }
    return render(request, "advice/chat/desk_list.html", context)


@may_chat
def desk_chat(request: DeskRequest, chat_id: UUID) -> HttpResponse:
    """One chat."""
    return _page(request, chat_id)


@may_chat
@require_POST
def desk_chat_do(request: DeskRequest, chat_id: UUID) -> HttpResponse:
    """Take it, write, hand it over, end it."""
    what, by = request.POST.get("do", ""), request.actor
    refused, words = "", request.POST.get("words", "").strip()
    try:
        if what == "take":
            take(by=by, chat=chat_id)
        elif what == "say" and words:
            say_as_adviser(by=by, chat=chat_id, line=sending(request), words=words)
        elif what == "hand":
            hand_over(by=by, chat=chat_id, to=_uuid(request.POST.get("to", "")))
        elif what in {"end", "unmet"}:
            _end(request, chat_id)
            return redirect("desk_chats")
    except CannotBeError as why:
        refused = why.message
    if request.headers.get("X-Asks") == "chat":
        return JsonResponse({"refused": refused}, status=409 if refused else 200)
    if refused:
        return _page(request, chat_id, refused=refused, typed=words)
    return redirect("desk_chat", chat_id)


def _end(request: DeskRequest, chat: UUID) -> None:
    """End it: with what came of it, or with why we could not help. Raises CannotBeError."""
    given = {
        name: request.POST.get(name, "").strip() for name in ("outcome", "minutes", "reason", "alternative")
    }
    minutes = given["minutes"]
    timed = minutes.isascii() and minutes.isdigit() and len(minutes) < 5 and 0 < int(minutes) <= 600
    if not timed or (request.POST["do"] == "end" and given["outcome"] not in Outcome.values):
        raise CannotBeError("Say what came of it, and how many minutes it took (1 to 600).")
    if request.POST["do"] == "end":
        end(by=request.actor, chat=chat, outcome=given["outcome"], minutes=int(minutes))
    else:
        why = {"reason": given["reason"], "alternative": given["alternative"]}
        could_not_help(by=request.actor, chat=chat, minutes=int(minutes), **why)


@may_chat
def desk_chat_lines(request: DeskRequest, chat_id: UUID) -> HttpResponse:
    """What is new after a number, as JSON; 204 for nothing."""
    chat = _found(chat_id)
    given = {name: request.GET.get(name, "") for name in ("after", "revision")}
    after, revision = (int(each[:9]) if each.isascii() and each.isdigit() else 0 for each in given.values())
    if chat.revision == revision and after >= chat.lines:
        return HttpResponse(status=204)
    # The page asks every few seconds: a row for each ten minutes in which it showed something, not for each answer.
    looked_at(chat.contact_id, "chat, later")
    found = [as_json(each, theirs=not each.theirs) for each in _lines(chat_id, after)]
    return JsonResponse(
        {"revision": chat.revision, "state": chat.state, "says": _says(chat, request.user.id), "lines": found}
    )


def _page(request: DeskRequest, chat_id: UUID, *, refused: str = "", typed: str = "") -> HttpResponse:
    chat = _open(chat_id)
    called = unseal(chat.called, "advice_chat", chat.id, "called") if chat.called else ""
    colleagues = [
        each
        for each in Adviser.objects.filter(is_active=True)
        .exclude(id=request.user.id)
        .order_by("display_name")
        if each.may(Permission.CHAT)
    ]
    context = {
        "chat": chat, "called": called, "lines": _lines(chat_id, 0), "mine": chat.adviser == request.user.id,
        "to_me": chat.handing_to == request.user.id,
        "alone": chat.adviser != request.user.id and left_alone(chat),
        "colleagues": colleagues, "outcomes": Outcome.choices,
        "reasons": WHY_NOT,
        "given": request.POST,
        "topic": Topic(chat.contact.topic).label, "says": _says(chat, request.user.id), "refused": refused,
        "typed": typed, "here": HERE, "longest": LONGEST,
        "taken_for": _minutes(chat), "quiet": timezone.now() - chat.heard_at > QUIET,
    }  # fmt: skip
    return render(request, "advice/chat/desk.html", context)


def _open(chat_id: UUID) -> Chat:
    found = _found(chat_id)
    looked_at(found.contact_id, "chat")
    return found


def _found(chat_id: UUID) -> Chat:
    found = Chat.objects.select_related("contact").filter(id=chat_id).first()
    if found is None:
        raise Http404
    return found


def _lines(chat_id: UUID, after: int) -> list[Line]:
    return [
        Line(each.id, each.number, each.at, each.by is not None, unseal(each.sealed, TABLE, each.id, "words"))
        for each in ChatLine.objects.filter(chat_id=chat_id, number__gt=after).order_by("number")[:500]
    ]


def _says(chat: Chat, me: UUID) -> str:
    if chat.state == ChatState.ENDED:
        return "This chat has ended." + ("" if chat.keep else " What was written is gone.")
    if chat.state == ChatState.WAITING:
        return "Nobody has taken this chat yet."
    if chat.handing_to == me:
        return "You are asked to take this over."
    if chat.adviser != me:
        return "A colleague has this chat now."
    return "Waiting for your colleague’s yes. Until then it is yours." if chat.handing_to else "Talking."


def _minutes(chat: Chat) -> int:
    since = chat.contact.taken_at or chat.began_at
    return max(1, min(600, round((timezone.now() - since).total_seconds() / 60)))


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise CannotBeError("Choose a colleague who talks in the chat.") from None
