"""From a line of the table to the answer that one role must get."""

from __future__ import annotations

from uuid import uuid4

from kith.access.roles import ROLES
from tests.walk.routes import Route
from tests.walk.table import ABSENT, SIGN_IN, Page
from tests.walk.world import World


def expected(page: Page, role: str, kind: str, world: World) -> frozenset[int]:
    """Statuses that are right for `role` ("" for a visitor) asking for a record of `kind`."""
    if page.posts:
        return frozenset({405})
    if not role:
        return page.visitor or (page.seen if page.audience == "public" else SIGN_IN)
    family = ROLES[role].family
    if family and page.family is not None:
        return page.family
    shut = (page.audience == "staff" and family) or (page.audience == "family" and not family)
    if shut:
        return ABSENT
    if page.about and not world.opens(role, kind):
        return frozenset({200}) if world.may_ask(role, kind, page.about) else ABSENT
    if page.needs is not None and page.needs not in ROLES[role].may:
        return ABSENT
    return page.seen


def asks(page: Page, route: Route, kind: str, world: World) -> str:
    """The address for a record of `kind`; those that the world has are real, others name nothing."""
    made_up: dict[str, object] = {
        name: {"uuid": uuid4(), "int": 0, "slug": "nothing", "str": "nothing"}[sort]
        for name, sort in route.parameters.items()
    } | world.parts
    if page.about:
        made_up[f"{page.about}_id"] = world.ids[page.about][kind]
    return route.at(made_up)


def line_for(route: Route) -> str:
    """The line that the table needs for a new route."""
    about = next((what for what in ("person", "family") if f"{what}_id" in route.parameters), "")
    more = f', about="{about}"' if about else ""
    return f'    "{route.name}": Page("{route.audience}"{more}),'
