"""Who is paid, into which account, and what waits."""

from __future__ import annotations

import re
from datetime import date
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone

from kith.access.permissions import Permission
from kith.access.roles import role_named
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.core.models_base import Source
from kith.design.text import safe_text
from kith.marked import marked
from kith.money.models import BankDetail, BankState, Hold, NotPaid
from kith.money.sealed import seal_bank

SORT, NUMBER = re.compile(r"^\d{6}$"), re.compile(r"^\d{8}$")


@action("money.give_bank_details")
def give_bank_details(*, by: Actor, person: UUID, name: str, sort_code: str, number: str) -> UUID:
    """Another account to pay into, for somebody: by themselves, or by who pays. It waits for a second person.

    Until then the account in use stays. Raises NotPermittedError; CannotBeError for what is no account, and while
    another waits.
    """
    own = role_named(by.role).family
    if own:
        tell.permit(by=by, permission=Permission.WRITE_OWN_WORDS, persons=[person])
    else:
        tell.permit(by=by, permission=Permission.PREPARE_PAYMENTS)
    called = safe_text(name)[:80]
    sort, account = re.sub(r"[\s-]", "", sort_code), re.sub(r"\s", "", number)
    if not called:
        raise CannotBeError(marked("Write the name on the account."), field="name")
    if not SORT.match(sort) or not sort.isascii():
        raise CannotBeError(marked("A sort code has six digits, like 01 02 03."), field="sort_code")
    if not NUMBER.match(account) or not account.isascii():
        raise CannotBeError(
            marked("An account number has eight digits. Put noughts in front of a shorter one."),
            field="number",
        )
    row = uuid4()
    made = BankDetail(
        id=row,
        person_id=person,
        sealed=seal_bank(row, called, sort, account),
        ends_with=account[-4:],
        recorded_by=by.id,
        source=Source.FAMILY if own else Source.WORKER,
    )
    try:
        with transaction.atomic():
            BankDetail.objects.bulk_create([made])
    except IntegrityError as error:
        raise CannotBeError(
            marked("Another account waits to be checked already. We check it first."), field=""
        ) from error
    concerns([person], bank=row)
    nothing_to_tell("an account to pay into is kept with payments, and nowhere else")
    return row


@action("money.check_bank_details")
def check_bank_details(*, by: Actor, bank: UUID, agreed: bool, how: str) -> None:
    """The second check: agree, or do not take it, and say how it was made sure of.

    Raises NotPermittedError for whoever gave it; CannotBeError without words.
    """
    tell.permit(by=by, permission=Permission.AGREE_PAYMENTS)
    found = BankDetail.objects.filter(id=bank, state=BankState.WAITING).exclude(recorded_by=by.id).first()
    if found is None:
        raise NotPermittedError(
            "There is no such account to check, or you gave it yourself: another has to check."
        )
    words = safe_text(how)[:300]
    if not words:
        raise CannotBeError(
            "Say how you made sure: whom you rang, on the number that was known before.", field="how"
        )
    found.state = BankState.AGREED if agreed else BankState.REFUSED
    found.checked_by, found.checked_at, found.how_checked = by.id, timezone.now(), words
    found.save(update_fields=["state", "checked_by", "checked_at", "how_checked"])
    concerns([found.person_id], bank=bank, state=str(found.state))
    nothing_to_tell("an account to pay into is kept with payments, and nowhere else")


@action("money.hold")
def hold(*, by: Actor, person: UUID, reason: str, look_again_on: date, child: UUID | None = None) -> UUID:
    """Let somebody's payments wait, and say why; the carer reads it. Raises NotPermittedError, CannotBeError."""
    tell.permit(by=by, permission=Permission.PREPARE_PAYMENTS)
    why = safe_text(reason)[:300]
    if not why:
        raise CannotBeError("Say why it waits. The carer reads it.", field="reason")
    if look_again_on < timezone.localdate():
        raise CannotBeError("Choose a day to look again that is still to come.", field="look_again_on")
    made = Hold(person_id=person, child_id=child, reason=why, look_again_on=look_again_on, recorded_by=by.id)
    made.save(force_insert=True)
    concerns([person], hold=made.id)
    nothing_to_tell("the carer reads it with their payments")
    return made.id


@action("money.end_hold")
def end_hold(*, by: Actor, hold: UUID) -> None:
    """What waited is paid by the next run. Raises NotPermittedError."""
    tell.permit(by=by, permission=Permission.PREPARE_PAYMENTS)
    found = Hold.objects.filter(id=hold, ended_at=None).first()
    if found is None:
        raise NotPermittedError("Nothing waits here any more.")
    found.ended_at, found.ended_by = timezone.now(), by.id
    found.save(update_fields=["ended_at", "ended_by"])
    concerns([found.person_id], hold=hold)
    nothing_to_tell("the carer reads it with their payments")


@action("money.not_paid")
def not_paid(*, by: Actor, person: UUID, because: str) -> UUID:
    """Of two carers in a home the other one is paid. Raises NotPermittedError; CannotBeError without a reason."""
    tell.permit(by=by, permission=Permission.PREPARE_PAYMENTS)
    why = safe_text(because)[:300]
    if not why:
        raise CannotBeError("Say who is paid instead, and who told you so.", field="because")
    try:
        with transaction.atomic():
            made = NotPaid.objects.create(person_id=person, because=why, recorded_by=by.id)
    except IntegrityError as error:
        raise CannotBeError("This is written down already.", field="") from error
    concerns([person], not_paid=made.id)
    nothing_to_tell("who of two carers is paid is kept with payments")
    return made.id
