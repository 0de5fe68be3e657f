"""The owner of a page chooses where sign-in codes go, shows that they arrive there, and ends it."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.db import connection

from kith.access.codes.secret import code_of, digest_of
from kith.access.codes.sending import KEEPER, send_code
from kith.core.action import CannotBeError, NotPermittedError, action, checked, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.marked import marked

OWN = "how one signs in concerns nobody's story"
NOT_NOW = marked(
    "We cannot send a code there now. We may have sent several already: wait an hour, or ask your worker"
)
NOT_RIGHT = marked("That code is not right, or it is too old. Check it, or ask for a new one")


@action("access.choose_code")
def choose_code(*, by: Actor, contact: UUID) -> UUID:
    """Have a first code sent to a place of the actor's own; its id, for the session alone.

    Raises CannotBeError where a code may not go there, or enough went there within the hour.
    """
    checked()
    nothing_to_tell(OWN)
    code = uuid4()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT access_choose_code(%s, %s, %s)", [code, contact, digest_of(code, code_of(code))]
        )
        if not cursor.fetchone()[0]:
            raise CannotBeError(NOT_NOW)
    send_code.give(by=KEEPER, code=code)
    concerns([], contact=str(contact))
    return code


@action("access.prove_code")
def prove_code(*, by: Actor, code: UUID, typed: str) -> bool:
    """Whether it is the code that was sent there; then codes go there from now on, and nowhere else."""
    checked()
    nothing_to_tell(OWN)
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_prove_code(%s, %s)", [code, digest_of(code, typed)])
        right = bool(cursor.fetchone()[0])
    concerns([], right=right)
    return right


@action("access.end_my_codes")
def end_my_codes(*, by: Actor) -> None:
    """No more codes go anywhere. Raises NotPermittedError where none did."""
    checked()
    nothing_to_tell(OWN)
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_end_my_codes()")
        if not cursor.fetchone()[0]:
            raise NotPermittedError("There was nothing to end.")
    concerns([])
