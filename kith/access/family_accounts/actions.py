"""Ask in private who else sees what comes to somebody; then open an account for them, and for nobody else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import connection

from kith.access.family_accounts.queries import last_asked, own_account, shared_channels, still_holds, ways
from kith.access.models import Account, AskedInPrivate
from kith.access.models.own_page import SeenBy, Way
from kith.access.permissions import Permission
from kith.access.roles import role_named
from kith.access.sign_in.first import first_link
from kith.access.sign_in.names import UNSEEN, tidy, unseen
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.design.dates import today
from kith.design.text import safe_text

ASK_FIRST = "Ask them first, alone, who else sees their phone, email and post: within the last four weeks."
QUIET = "what was asked in private is not told where others look"


@action("access.ask_in_private")
def ask_in_private(
    *,
    by: Actor,
    person: UUID,
    asked_on: date,
    where_asked: str,
    alone: bool,
    phone: SeenBy,
    email: SeenBy,
    post: SeenBy,
    words: str = "",
) -> UUID:
    """Keep what somebody answered when asked who else sees their phone, email and post; the id of the answers.

    What was asked before stays as it was. Raises NotPermittedError; CannotBeError for a day to come, and for no word of
    where.
    """
    tell.permit(by=by, permission=Permission.RELEASE, persons=[person])
    where = safe_text(where_asked)[:120].strip()
    if not where:
        raise CannotBeError("Say where you asked, and how they were alone.", field="where_asked")
    if asked_on > today():
        raise CannotBeError("This day is still to come.", field="asked_on")
    kept = AskedInPrivate(
        person_id=person,
        asked_on=asked_on,
        where_asked=where,
        alone=alone,
        phone=phone,
        email=email,
        post=post,
        words=safe_text(words)[:300],
        recorded_by=by.id,
    )
    kept.save(force_insert=True)
    nothing_to_tell(QUIET)
    concerns([person], asked=kept.id, on=asked_on)
    return kept.id


@action("access.open_account")
def open_account(
    *,
    by: Actor,
    person: UUID,
    ids: Sequence[UUID],
    login: str,
    name: str,
    role: str,
    way: Way,
    children: Sequence[UUID] = (),
) -> UUID:
    """Open the person's one account; the id of it. Nobody can sign in until its owner used the first link.

    Raises NotPermittedError where it was not asked in private in the last four weeks, or there is an account already;
    CannotBeError for a way that somebody else sees, and for a sign-in name that is taken or cannot be seen.
    """
    tell.permit(by=by, permission=Permission.RELEASE, persons=[person, *children])
    asked = last_asked(ids)
    if asked is None or not still_holds(asked, today()):
        raise NotPermittedError(ASK_FIRST)
    if not role_named(role).family:
        raise NotPermittedError("Their own page is for a young person, a parent or a carer.")
    if way not in ways(asked, shared_channels(ids)):
        raise CannotBeError(
            "They said that somebody else sees this. Give them the link yourself.", field="way"
        )
    known = own_account(person)
    if known is not None and known.active:
        raise NotPermittedError("They have an account already. One person has one.")
    called = tidy(login)
    if unseen(called):
        raise CannotBeError(UNSEEN, field="login")
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_login_is_free(%s)", [called])
        if not cursor.fetchone()[0]:
            raise CannotBeError("Choose another sign-in name: this one is taken.", field="login")
        cursor.execute(
            "SELECT access_open_account(%s, %s, %s, %s, %s, %s, %s)",
            [person, called, safe_text(name)[:120], role, make_password(None), way.value, list(children)],
        )
        made: UUID | None = cursor.fetchone()[0]
    if made is None:
        raise NotPermittedError(ASK_FIRST)
    concerns([person, *children], account=made, role=role, way=way.value)
    tell.tell(by=by, about=[person], title="A page of their own was opened for them")
    return made


@action("access.first_link_of_own_page")
def first_link_of_own_page(*, by: Actor, person: UUID, ids: Sequence[UUID]) -> str:
    """The link by which the person begins, once, within three days; shown to the worker who gives it to them.

    Raises NotPermittedError where there is no account, its owner has begun, or the answers are older than four weeks.
    """
    tell.permit(by=by, permission=Permission.RELEASE, persons=[person])
    if not still_holds(last_asked(ids), today()):
        raise NotPermittedError(ASK_FIRST)
    known = own_account(person)
    if known is None or not known.active or known.begun:
        raise NotPermittedError("There is no page that waits for its first sign-in.")
    nothing_to_tell("a link to a page that was told already")
    concerns([person], account=known.account)
    return first_link(Account.objects.get(pk=known.account))
