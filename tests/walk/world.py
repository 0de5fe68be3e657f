"""A small world for the walk: one account of each role, and for each an open, a findable and a closed record."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid4

from django.test import Client

from kith.access.models import Account
from kith.access.permissions import Permission
from kith.access.roles import ROLES
from kith.core.labels import Label
from tests.support import make
from tests.support.visit import signed_in

KINDS = ("open", "findable", "stranger", "restricted", "nobody")


@dataclass(frozen=True)
class World:
    """Accounts and their browsers by role, ids by what they are about and by kind, and other real parameters."""

    accounts: dict[str, Account]
    clients: dict[str, Client]
    ids: dict[str, dict[str, UUID]]
    parts: dict[str, object]

    def opens(self, role: str, kind: str) -> bool:
        """Whether an account of this role sees this kind of record."""
        return kind == "open" and bool(ROLES[role].opens & Label.NORMAL)

    def may_ask(self, role: str, kind: str, about: str = "person") -> bool:
        """Whether it gets the page that asks for a reason.

        Nobody can find a family but by its members, so a family of strangers is not there at all.
        """
        asked = {"findable"} if about == "family" else {"findable", "stranger"}
        return kind in asked and Permission.OPEN_WITH_REASON in ROLES[role].may


def make_world() -> World:
    """Everybody works with one child (as far as the role opens anything) whose mother may be found by name."""
    child, mother, stranger, closed = (make.person(name) for name in ("Ada", "Mara", "Bo", "Cy"))
    make.tied(child, mother)
    make.restricted(closed)
    persons = {"open": child.id, "findable": mother.id, "stranger": stranger.id, "restricted": closed.id}
    families = {
        kind: make.family(person, known_as=f"The {kind}").id
        for kind, person in zip(persons, (child, mother, stranger, closed), strict=True)
    }
    accounts = {role: make.account(role) for role in ROLES}
    for role, account in accounts.items():
        if ROLES[role].family:
            make.door(account, child if role == "young_person" else make.person(role.title()))
        elif ROLES[role].opens:
            make.involved(account, child)
    return World(
        accounts=accounts,
        clients={role: signed_in(account) for role, account in accounts.items()},
        ids={"person": persons | {"nobody": uuid4()}, "family": families | {"nobody": uuid4()}},
        parts={"account_id": accounts["young_person"].id},
    )
