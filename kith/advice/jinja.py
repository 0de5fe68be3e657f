"""The pages' environment, with what the desk's navigation needs."""

from __future__ import annotations

from typing import Any, NamedTuple

from jinja2 import Environment

from kith.advice.models import Adviser
from kith.advice.roles import Permission
from kith.core.ports import Registry
from kith.design.jinja import environment as of_every_page


class DeskLink(NamedTuple):
    """One link of the desk's navigation, and what one must be allowed for it to be there."""

    text: str
    href: str
    needs: Permission


# Each part of the room adds its own, in the order of its keys, when its `desk` pages are imported.
DESK_LINKS: Registry[DeskLink] = Registry("the desk's navigation")
DESK_LINKS.add("10 waiting", DeskLink("Who waits", "/desk/", Permission.ANSWER))
DESK_LINKS.add("80 figures", DeskLink("Figures", "/desk/figures/", Permission.SEE_FIGURES))
DESK_LINKS.add("90 hours", DeskLink("Hours", "/desk/hours/", Permission.KEEP_HOURS))


def desk_links(account: Adviser) -> list[DeskLink]:
    """The places at the desk that this account may go to."""
    return [each for each in DESK_LINKS.values() if account.may(each.needs)]


def environment(**options: Any) -> Environment:
    """Kith's own, and the store's navigation."""
    env = of_every_page(**options)
    env.globals.update(desk_links=desk_links)
    return env
