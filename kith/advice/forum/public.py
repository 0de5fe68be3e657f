"""The forums as everybody reads them, and as members write: all by forms, without scripts."""

from __future__ import annotations

from uuid import UUID, uuid4

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kith.advice.forum import seats
from kith.advice.forum.held import POST, THREAD, digest_of, opened, sealed_post, sealed_report, sealed_title
from kith.advice.forum.joining import WAIT
from kith.advice.forum.telling import KINDS, marks
from kith.advice.limits import may_try, place_of
from kith.advice.models.forum import Board, ReportWhy
from kith.advice.web.gates import public
from kith.core.once import sending
from kith.marked import marked

REFUSED = {
    "none": marked("You are signed out. Copy your words, sign in again and send them."),
    "blocked": marked("You cannot write here any more. If you think that this is wrong, ring us."),
    "closed": marked("Nobody can add to this any more."),
    "flood": marked("That is a lot at once, or you sent the same before. Wait a while, then send it again."),
}


class PostForm(forms.Form):
    """What somebody writes; a title where it begins a thread."""

    title = forms.CharField(
        label=marked("Your question in a line"), max_length=120,
        error_messages={"required": marked("Write your question in a line")},
    )  # fmt: skip
    words = forms.CharField(
        label=marked("What you want to say"),
        help_text=marked("No names, schools, places or birthdays: nobody must be able to tell who a child is."),
        max_length=5000, widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off"}),
        error_messages={"required": marked("Write something first")},
    )  # fmt: skip


@public
def forum(request: HttpRequest) -> HttpResponse:
    """Which boards are there?"""
    return render(
        request, "advice/forum/boards.html", {"boards": Board.choices, "me": seats.sitting(request)}
    )


@public
def forum_board(request: HttpRequest, board: str) -> HttpResponse:
    """What is talked of on one board. Two statements."""
    _known(board)
    given = request.GET.get("page", "1")
    page = (
        min(int(given), 1000) if given.isascii() and given.isdigit() and len(given) < 5 and int(given) else 1
    )
    found = seats.rows("SELECT * FROM advice_forum_threads(%s, %s)", board, page)
    context = {
        "board": board, "label": Board(board).label, "threads": found[:30], "page": page, "more": len(found) > 30,
        "me": seats.sitting(request),
    }  # fmt: skip
    return render(request, "advice/forum/board.html", context)


@public
def forum_new(request: HttpRequest, board: str) -> HttpResponse:
    """Begin a thread."""
    _known(board)
    if seats.sitting(request) is None and request.method != "POST":
        return redirect("forum_sign_in")
    return _post(request, board, None, "advice/forum/new.html", {"board": board, "label": Board(board).label})


@public
def forum_thread(request: HttpRequest, board: str, thread_id: UUID) -> HttpResponse:
    """One thread, with a box for those who sit here."""
    _known(board)
    held = seats.held_by(request)
    found = seats.rows("SELECT * FROM advice_forum_thread(%s, %s)", thread_id, held)
    if not found or found[0][0] != board:
        raise Http404
    _board, title, closed, shown, sealed = found[0]
    posts = seats.rows("SELECT * FROM advice_forum_posts(%s, %s)", thread_id, held)
    context = {
        "board": board, "label": Board(board).label, "thread": thread_id,
        "title": opened(sealed, THREAD, thread_id, "title", title), "closed": closed, "shown": shown,
        "me": seats.sitting(request),
        # One's own that waits is sealed, and opened for oneself alone.
        "posts": [(*each[:3], opened(each[7], POST, each[0], "words", each[3]), *each[4:7]) for each in posts],
    }  # fmt: skip
    return _post(request, board, thread_id, "advice/forum/thread.html", context)


@public
def forum_report(request: HttpRequest, post_id: UUID) -> HttpResponse:
    """Say that a post should not stand as it is. Who says it is not asked."""

    class ReportForm(forms.Form):
        why = forms.ChoiceField(
            label=marked("What is wrong with it?"), choices=ReportWhy.choices, widget=forms.RadioSelect,
            error_messages={"required": marked("Choose what is wrong")},
        )  # fmt: skip
        words = forms.CharField(
            label=marked("Tell us more"),
            max_length=500,
            required=False,
            widget=forms.Textarea(attrs={"rows": 3}),
        )

    form = ReportForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "advice/forum/report.html", {"form": form, "done": False})
    if not may_try("report", place_of(request), most=20, minutes=10):
        form.add_error(None, WAIT)
        return render(request, "advice/forum/report.html", {"form": form, "done": False}, status=429)
    _report(request, post_id, form.cleaned_data["why"], form.cleaned_data["words"].replace("\0", ""))
    # The same whether the post is there or not.
    return render(request, "advice/forum/report.html", {"form": form, "done": True})


def _report(request: HttpRequest, post: UUID, why: str, words: str) -> None:
    """Keep it. What tells who somebody is is hidden until a moderator has decided; so many from one place in a day."""
    report = sending(request)
    tells = why == ReportWhy.IDENTIFIES
    seen = seats.rows("SELECT * FROM advice_forum_shown(%s)", post) if tells else []
    hides = bool(seen) and may_try("hide", place_of(request), most=5, minutes=24 * 60)
    said, thread, title, begins = seen[0] if seen else ("", None, "", False)
    seats.rows(
        "SELECT advice_forum_report(%s, %s, %s, %s, %s, %s, %s)", report, post, why, sealed_report(report, words), hides,
        sealed_post(post, said) if hides else None, sealed_title(thread, title) if hides and begins else None,
    )  # fmt: skip


def _post(
    request: HttpRequest, board: str, thread: UUID | None, template: str, context: dict[str, object]
) -> HttpResponse:
    """Show the page; or take a post, asking first where something in it may tell who somebody is."""
    form = PostForm(request.POST if request.method == "POST" else None)
    if thread is not None:
        del form.fields["title"]
    context = context | {"form": form, "found": [], "sent": ""}
    if request.method != "POST" or not form.is_valid():
        return render(request, template, context)
    title, words = (
        form.cleaned_data.get("title", "").replace("\0", ""),
        form.cleaned_data["words"].replace("\0", ""),
    )
    # Only members' words are looked through: it takes its time.
    me = seats.sitting(request)
    if me is None or not may_try("look-through", str(me.id), most=40, minutes=10):
        form.add_error(None, REFUSED["none" if me is None else "flood"])
        return render(request, template, context, status=200 if me is None else 429)
    found = marks(f"{title}\n{words}")
    if found and request.POST.get("anyhow") != "yes":
        return render(
            request, template, context | {"found": [(each.words, KINDS[each.kind]) for each in found]}
        )
    post, new = sending(request), uuid4()
    answer = seats.rows(
        "SELECT advice_forum_write(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
        seats.held_by(request), post, thread, new, board, title, sealed_title(new, title), words,
        sealed_post(post, words), digest_of(words), len(found),
    )[0][0]  # fmt: skip
    if answer in REFUSED:
        form.add_error(None, REFUSED[answer])
        return render(request, template, context, status=429 if answer == "flood" else 200)
    if answer == "shown" and thread is not None:
        return redirect("forum_thread", board, thread)
    return render(request, "advice/forum/sent.html", {"board": board, "shown": answer == "shown"})


def _known(board: str) -> None:
    if board not in Board.values:
        raise Http404
