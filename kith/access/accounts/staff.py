"""The administrator's pages: accounts and how they sign in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from kith.access.accounts import actions
from kith.access.accounts.agreeing import (
    WAITS,
    ask_for_role,
    ask_for_way_in,
    asked_for,
    has_a_way_in,
    takes_two,
    waiting_roles,
    waits,
)
from kith.access.accounts.forms import AccountForm, DatesForm, HomeForm, RoleForm
from kith.access.accounts.queries import account_line, account_lines, left_behind_by
from kith.access.gates import ActingRequest, staff_who_may
from kith.access.models import Account
from kith.access.models.account import Post
from kith.access.models.role_asked import Wanted
from kith.access.permissions import Permission
from kith.core.action import NotPermittedError
from kith.core.once import once

WHO_AGREES = "Another administrator, or the director, finds it on Today."

administrator = staff_who_may(Permission.MANAGE_ACCOUNTS)


@administrator
def accounts_list(request: ActingRequest) -> HttpResponse:
    """Accounts by name, fifty at a time."""
    q = request.GET.get("q", "")[:120]
    given = request.GET.get("page", "0")
    page = int(given) if given.isascii() and given.isdigit() and len(given) < 6 else 0
    lines, more = account_lines(q, page)
    waiting = len(waiting_roles(by=request.actor))
    context = {"lines": lines, "more": more, "q": q, "page": page, "waiting": waiting}
    return _page(request, "manage_list", context)


@administrator
@once
def account_new(request: ActingRequest) -> HttpResponseBase:
    """Make an account."""
    form = AccountForm(request.POST if request.method == "POST" else None, initial={"post": Post.EMPLOYED})
    if request.method == "POST" and form.is_valid():
        made = actions.make_account(by=request.actor, **form.cleaned_data)
        messages.success(
            request,
            "The account is made. Make a sign-in link and give it to its owner."
            if made.is_active
            else f"The account is made. {WAITS} They are shown the sign-in link, and give it to its owner.",
        )
        return redirect("account_manage", account_id=made.id)
    return _page(request, "manage_new", {"form": form})


@administrator
def account_manage(request: ActingRequest, account_id: UUID) -> HttpResponse:
    """One account, and what can be done to it."""
    wanted = Account.objects.select_related("organisation", "team", "supervisor")
    account = get_object_or_404(wanted, pk=account_id)
    context = {
        "account": account,
        "line": account_line(account),
        "behind": left_behind_by(account),
        "waits": waits(account),
        "asked": asked_for(account),
        "mine": account.id == request.actor.id,
        "two": takes_two(account),
        "way_in": has_a_way_in(account),
    }
    return _page(request, "manage", context)


@administrator
@once
def account_dates(request: ActingRequest, account_id: UUID) -> HttpResponseBase:
    """Give an account its first and last day."""
    account = get_object_or_404(Account, pk=account_id)
    initial = {
        "from_on": account.from_on,
        "until_on": account.until_on,
        "post": account.post,
        "supervisor": account.supervisor.login if account.supervisor else "",
    }
    form = DatesForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.give_dates(by=request.actor, account=account.id, **form.cleaned_data)
        except NotPermittedError as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "The dates are kept.")
            return redirect("account_manage", account_id=account.id)
    return _page(request, "manage_dates", {"form": form, "account": account})


@administrator
@once
def account_role(request: ActingRequest, account_id: UUID) -> HttpResponseBase:
    """Give a worker another role, or ask again where nobody agreed: a second person then decides."""
    account = get_object_or_404(Account, pk=account_id)
    if account.is_family or account.id == request.actor.id:
        raise Http404
    form = RoleForm(request.POST if request.method == "POST" else None, initial={"role": account.role})
    if request.method == "POST" and form.is_valid():
        try:
            ask_for_role(by=request.actor, account=account.id, role=form.cleaned_data["role"])
        except NotPermittedError as refused:
            form.add_error("role", str(refused))
        else:
            messages.success(request, f"The role is asked for. {WAITS}")
            return redirect("account_manage", account_id=account.id)
    return _page(request, "manage_role", {"form": form, "account": account})


@administrator
@once
def account_home(request: ActingRequest, account_id: UUID) -> HttpResponseBase:
    """Keep where a worker lives, unread, for noticing looks at neighbours."""
    account = get_object_or_404(Account, pk=account_id)
    form = HomeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.keep_home(by=request.actor, account=account.id, postcode=form.cleaned_data["postcode"])
        messages.success(
            request, "It is kept, and shown to nobody." if form.cleaned_data["postcode"] else "Forgotten."
        )
        return redirect("account_manage", account_id=account.id)
    return _page(request, "manage_home", {"form": form, "account": account})


@administrator
@once
@require_POST
def account_end(request: ActingRequest, account_id: UUID) -> HttpResponseBase:
    """End an account, or open it again."""
    account = get_object_or_404(Account, pk=account_id)
    act = actions.end_account if account.is_active else actions.reopen_account
    act(by=request.actor, account=account.id)
    messages.success(request, "The account is ended." if account.is_active else "The account is open again.")
    return redirect("account_manage", account_id=account.id)


@administrator
@once
@require_POST
def account_second_step(request: ActingRequest, account_id: UUID) -> HttpResponseBase:
    """Take away a lost second step."""
    account = get_object_or_404(Account, pk=account_id)
    if takes_two(account):
        ask_for_way_in(by=request.actor, account=account.id, wants=Wanted.SECOND_STEP)
        messages.success(request, f"It stays until a second person agrees. {WHO_AGREES}")
    else:
        actions.reset_second_factor(by=request.actor, account=account.id)
        messages.success(request, "The second step is taken away. Its owner sets up a new one.")
    return redirect("account_manage", account_id=account.id)


@administrator
@require_POST
def account_link(request: ActingRequest, account_id: UUID) -> HttpResponseBase:
    """Show a new sign-in link, this once; for a role that takes two, ask the second person, who is shown it."""
    account = get_object_or_404(Account, pk=account_id)
    if takes_two(account) and not waits(account):
        ask_for_way_in(by=request.actor, account=account.id, wants=Wanted.LINK)
        messages.success(request, f"The second person who agrees is shown the link. {WHO_AGREES}")
        return redirect("account_manage", account_id=account.id)
    link = request.build_absolute_uri(actions.make_sign_in_link(by=request.actor, account=account.id))
    return _page(request, "manage_link", {"account": account, "link": link})


def _page(request: ActingRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    more = {"signed_in_as": request.user.display_name, "here": "/accounts/"}
    return render(request, f"account/{name}.html", context | more)
