"""The moderators' queue: what waits, what was reported, and each post with what in it may tell who somebody is."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Case, Q, When
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kith.advice.forum.actions import allow, begins, block, close, take_down
from kith.advice.forum.held import added_to, title_of, words_of
from kith.advice.forum.telling import KINDS, marks
from kith.advice.jinja import DESK_LINKS, DeskLink
from kith.advice.models import Post, PostReport, PostState
from kith.advice.models.forum import Board, ReportWhy
from kith.advice.roles import Permission
from kith.advice.web.gates import DeskRequest, desk_who_may
from kith.core.action import CannotBeError

may_moderate = desk_who_may(Permission.MODERATE)
HERE = "/desk/forum/"
AT_MOST = 200
DESK_LINKS.add("30 forums", DeskLink("Forums", HERE, Permission.MODERATE))


@may_moderate
def desk_forum(request: DeskRequest) -> HttpResponse:
    """What waits, danger first; two hundred of each at most, and how many more. Four statements."""
    waiting = PostReport.objects.filter(done_at__isnull=True).select_related("post__thread")
    pressing = Q(why__in=[ReportWhy.UNSAFE, ReportWhy.IDENTIFIES])
    reports = list(waiting.order_by(Case(When(pressing, then=0), default=1), "came_at")[:AT_MOST])
    reported = {each.post_id for each in reports}
    held = (
        Post.objects.filter(state=PostState.HELD).exclude(id__in=reported).select_related("thread", "member")
    )
    context = {
        "reports": [
            (each, ReportWhy(each.why).label, Board(each.post.thread.board).label) for each in reports
        ],
        "held": [
            (each, title_of(each.thread), Board(each.thread.board).label)
            for each in held.order_by("at")[:AT_MOST]
        ],
        "more": max(0, waiting.count() - AT_MOST) + max(0, held.count() - AT_MOST),
        "here": HERE,
    }
    return render(request, "advice/forum/desk.html", context)


@may_moderate
def desk_post(request: DeskRequest, post_id: UUID) -> HttpResponse:
    """One post: take things out and show it, show it as it is, or take it down."""
    post = Post.objects.select_related("thread", "member").filter(id=post_id).first()
    if post is None:
        raise Http404
    words, title = words_of(post), title_of(post.thread)
    # Its title goes with the post that begins a thread; of one that everybody reads it is looked at with each.
    whole = f"{title}\n{words}" if post.thread.shown or begins(post) else words
    found: dict[str, str] = {}
    for each in marks(whole):
        found.setdefault(each.words, each.kind)
    refused = ""
    if request.method == "POST":
        try:
            _do(request, post, found, words)
            return redirect("desk_forum")
        except CannotBeError as why:
            refused = why.message
    context = {
        "post": post, "words": words, "title": title, "board": Board(post.thread.board).label, "refused": refused,
        "found": [(words, KINDS[kind]) for words, kind in found.items()],
        "reports": [(ReportWhy(each.why).label, added_to(each)) for each in post.reports.filter(done_at__isnull=True)],
        "typed": request.POST, "here": HERE,
    }  # fmt: skip
    return render(request, "advice/forum/post.html", context)


def _do(request: DeskRequest, post: Post, found: dict[str, str], seen: str) -> None:
    what, by = request.POST.get("do", ""), request.actor
    if what == "show":
        out = {words: found[words] for words in request.POST.getlist("out") if words in found}
        more = [each.strip() for each in request.POST.get("more", "").splitlines() if each.strip()]
        allow(by=by, post=post.id, out=out | dict.fromkeys(more, "name"), seen=seen)
    elif what == "down":
        take_down(by=by, post=post.id, why=request.POST.get("why", ""))
    elif what == "block":
        block(by=by, member=post.member_id)
        take_down(by=by, post=post.id, why=request.POST.get("why", "") or "It breaks the rules of the board.")
    elif what == "close":
        close(by=by, thread=post.thread_id)
    else:
        raise CannotBeError("Choose what to do with it.")
