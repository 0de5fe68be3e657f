"""A young person's own pages: ask, be answered, say what is unfair; my review; about me; what I keep."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kith.access.gates import ActingRequest, family_who_may
from kith.access.permissions import Permission
from kith.care.actions import asking, living, reviewing
from kith.care.forms.mine import MyAskForm, MyMemoryForm, MyTopicForm, MyUnfairForm, MyWishForm
from kith.care.queries.mine import my_asks as asks_read
from kith.care.queries.mine import my_memories as memories_read
from kith.care.queries.mine import my_reviews, my_topics
from kith.core.once import once
from kith.core.tried import tried

young = family_who_may(Permission.OWN_CARE)


@young
def my_asks(request: ActingRequest) -> HttpResponse:
    """What did I ask, by when am I answered, and what may my carer decide?"""
    return render(request, "care/my_asks.html", {"a": asks_read(), "sent": "sent" in request.GET})


@young
@once
def my_ask(request: ActingRequest) -> HttpResponse:
    """Ask for something."""
    form = MyAskForm(request.POST if request.method == "POST" else None)
    return _page(
        request, form, lambda: asking.ask(by=request.actor, **form.cleaned_data), to="/my/asks/?sent",
        heading=_("Ask for something"), press=_("Ask"),
        lines=[
            _("You get an answer in two working days, or before the day you ask for."),
            _("You see it here, with the reason."),
        ],
    )  # fmt: skip


@young
@once
def my_unfair(request: ActingRequest, ask: UUID) -> HttpResponse:
    """An answer is unfair."""
    found = next((each for each in asks_read().asks if each.id == ask and each.answer), None)
    if found is None:
        raise Http404
    form = MyUnfairForm(request.POST if request.method == "POST" else None)
    return _page(
        request, form, lambda: asking.say_unfair(by=request.actor, ask=ask, **form.cleaned_data), to="/my/asks/?sent",
        heading=_("Say what is unfair"), press=_("Send"),
        lines=[_("A manager looks at it again. You see here what they say.")],
    )  # fmt: skip


@young
@once
def my_review(request: ActingRequest) -> HttpResponse:
    """When is my review, who leads it, and what do I want of it?"""
    form = MyWishForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and tried(
        form, lambda: reviewing.wish(by=request.actor, **form.cleaned_data)
    ):  # fmt: skip
        return redirect("/my/review/?sent")
    reviews, wishes = my_reviews()
    context = {"reviews": reviews, "wishes": wishes, "form": form, "sent": "sent" in request.GET}
    return render(request, "care/my_review.html", context)


@young
def my_about(request: ActingRequest) -> HttpResponse:
    """What do I want people to know about me?"""
    return render(request, "care/my_about.html", {"topics": my_topics(), "sent": "sent" in request.GET})


@young
@once
def my_about_topic(request: ActingRequest, topic: str) -> HttpResponse:
    """One topic, in my own words."""
    found = next((each for each in my_topics() if each[0] == topic), None)
    if found is None:
        raise Http404
    form = MyTopicForm(request.POST if request.method == "POST" else None, initial={"said": found[2]})
    return _page(
        request, form, lambda: living.about_me(by=request.actor, topic=topic, **form.cleaned_data), to="/my/about/?sent",
        heading=found[1], press=_("Save"),
        lines=[_("Everybody who works with you reads this first. Nobody else can change it.")],
    )  # fmt: skip


@young
@once
def my_memories(request: ActingRequest) -> HttpResponse:
    """What I keep: it moves with me, and is mine."""
    form = MyMemoryForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and tried(
        form, lambda: living.keep_memory(by=request.actor, **form.cleaned_data)
    ):  # fmt: skip
        return redirect("/my/memories/?sent")
    context = {"memories": memories_read(), "form": form, "sent": "sent" in request.GET}
    return render(request, "care/my_memories.html", context)


def _page(
    request: ActingRequest,
    form: forms.Form,
    act: Callable[[], object],
    *,
    to: str,
    heading: str,
    press: str,
    lines: list[str],
) -> HttpResponse:
    if request.method == "POST" and form.is_valid() and tried(form, act):
        return redirect(to)
    return render(
        request, "care/my_form.html", {"form": form, "heading": heading, "press": press, "lines": lines}
    )
