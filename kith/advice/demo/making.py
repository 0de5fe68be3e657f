"""The demonstration of the advice service: made once, where nobody has an account yet."""

from __future__ import annotations

from django.db import transaction

from kith.advice.demo.people import HOST, PASSWORD, PEOPLE
from kith.advice.models import Adviser
from kith.advice.roles import DOOR
from kith.core.acting import acting


def make_where_nobody_is() -> bool:
    """Make it in a database that holds no account but the public's door; whether it was made."""
    with acting(None, channel="sign-in", using="owner"):
        if Adviser.objects.using("owner").exclude(id=DOOR.id).exists():
            return False
    with transaction.atomic(using="owner"):
        for each in PEOPLE:
            account = Adviser(login=each.login, display_name=each.name, role=each.role)
            account.set_password(PASSWORD)
            account.save(using="owner", force_insert=True)
    return True


def refuse_in_production() -> bool:
    """Whether this database holds an account of the demonstration."""
    return Adviser.objects.using("owner").filter(login__iendswith=f"@{HOST}").exists()
