"""The links that are always at hand. Addresses are those of the contract."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest


class Link(NamedTuple):
    """Words to press and where they go."""

    text: str
    href: str


STAFF_NAVIGATION = (Link("Today", "/"), Link("Find", "/people/"), Link("The law", "/law/"))

# What a family can always reach, on every page behind its door (Screens: "Always").
FAMILY_ALWAYS = (
    Link("Who has looked at my record", "/my/looked/"),
    Link("Talk to someone independent", "/my/advice/"),
    Link("Complain", "/my/complain/"),
    Link("How you sign in", "/my/sign-in/"),
)

# A page that anybody might have open; it keeps no sign of where the reader came from.
QUIET_PLACE = "https://www.bbc.co.uk/weather"


def behind_the_family_door(request: HttpRequest | None) -> bool:
    """Whether a page for anybody is on somebody's way to or from the family's door: it then says nothing of Kith."""
    if request is None:
        return False
    onwards = request.GET.get("next", "") or request.POST.get("next", "")
    return request.path.startswith("/my/") or onwards.startswith("/my/")
