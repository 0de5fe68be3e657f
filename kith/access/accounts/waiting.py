"""The page of what waits for a second person: roles, and ways in to them."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from kith.access.accounts.agreeing import answer_role, waiting_roles
from kith.access.gates import ActingRequest, staff_who_may
from kith.access.models import Account
from kith.access.permissions import Permission
from kith.core.once import once

second_person = staff_who_may(Permission.AGREE_ROLE)


@second_person
def roles_waiting(request: ActingRequest) -> HttpResponse:
    """Who was given which role, by whom, and when."""
    context = {
        "lines": waiting_roles(by=request.actor),
        "manages": Permission.MANAGE_ACCOUNTS in request.user.role_class.may,
        "signed_in_as": request.user.display_name,
        "here": "/accounts/waiting",
    }
    return render(request, "account/manage_waiting.html", context)


@second_person
@require_POST
@once
def role_answered(request: ActingRequest, request_id: UUID) -> HttpResponseBase:
    """Agree, or say no. Where the account's owner begins by a link, whoever agreed is shown it, this once."""
    agree = request.POST.get("answer") == "yes"
    link = answer_role(by=request.actor, request=request_id, agree=agree)
    if link:
        account = get_object_or_404(Account, roles_asked__id=request_id)
        context = {"account": account, "link": request.build_absolute_uri(link), "back": "/accounts/waiting"}
        signed = {"signed_in_as": request.user.display_name, "here": "/accounts/waiting"}
        return render(request, "account/manage_link.html", context | signed)
    messages.success(request, "Agreed: it holds from now on." if agree else "It was not agreed to.")
    return redirect("roles_waiting")
