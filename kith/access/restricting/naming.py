"""A person's page: ask that somebody further may open a restricted record. A second person decides."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.postgres.functions import TransactionNow
from django.db import connection
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kith.access.actions.restrictions import allowed, decide, undecided
from kith.access.door import OpenPerson
from kith.access.gates import ActingRequest, person_page
from kith.access.models import Account, UnmaskRequest
from kith.access.models.restriction import AsksFor
from kith.access.permissions import Permission
from kith.access.restricting.actions import mine
from kith.access.restricting.forms import NameForm
from kith.access.restricting.queries import limit_in_force, may_be_named, workers_named
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.core.once import once
from kith.people.page_queries import who


@action("access.ask_to_name")
def ask_to_name(*, by: Actor, restriction: UUID, account: UUID, reason: str) -> UnmaskRequest:
    """Ask that `account` may open a restricted record too, as far as it works with the person.

    Nothing opens until a second person agrees. Raises NotPermittedError: without a reason, for a record that is not
    open to the actor, for an account of a family's, and for one that is named already.
    """
    limit = mine(by, restriction, reason)
    if may_be_named(restriction, account) is None:
        raise NotPermittedError("This is nobody who can be named further.")
    asked = UnmaskRequest(
        restriction_id=restriction,
        asked_by_id=by.id,
        names_id=account,
        reason=reason.strip()[:500],
        asks_for=AsksFor.NAME,
        recorded_by=by.id,
    )
    asked.save(force_insert=True)
    tell.tell(
        by=by, about=[limit.person_id], title="Somebody asked to name a further worker on the restriction"
    )
    concerns([limit.person_id], unmask_request=asked.id, names=account)
    return asked


@action("access.agree_to_name")
def agree_to_name(*, by: Actor, request: UUID) -> None:
    """A second person agrees, and whoever was asked for is named. Raises NotPermittedError, for the one named too."""
    asked = undecided(by, request, AsksFor.NAME)
    if asked.names_id == by.id:
        raise NotPermittedError("Somebody else must agree: nobody agrees to their own name.")
    decide(request, agreed_by_id=by.id, agreed_at=TransactionNow())
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_name_agreed(%s)", [request])
        if not cursor.fetchone()[0]:
            raise NotPermittedError("This account has ended, so it cannot be named.")


@person_page("restriction")
@once
def name_further(request: ActingRequest, person: OpenPerson) -> HttpResponse:
    """Who else should be able to open this record, and why? Absent where it is not restricted."""
    limit, known = limit_in_force(person.ids), who([person.id]).get(person.id)
    if Permission.RESTRICT not in request.user.role_class.may or limit is None or known is None:
        raise Http404
    q = "".join(each for each in request.GET.get("q", "")[:100] if each.isprintable())
    chosen = _chosen(limit.id, request.GET.get("worker", ""))
    form = NameForm(request.POST if request.method == "POST" and chosen else None)
    if request.method == "POST" and chosen is not None and form.is_valid():
        ask_to_name(
            by=request.actor, restriction=limit.id, account=chosen.id, reason=form.cleaned_data["reason"]
        )
        messages.success(request, "You have asked. They are named when a second person agrees.")
        return redirect("restricted")
    context = {
        "person": known,
        "limit": limit,
        "q": q,
        "found": workers_named(q, besides=allowed(limit.id)),
        "worker": chosen,
        "form": form,
    }
    return render(request, "access/restricted_name.html", context)


def _chosen(restriction: UUID, said: str) -> Account | None:
    try:
        return may_be_named(restriction, UUID(said))
    except ValueError:
        return None
