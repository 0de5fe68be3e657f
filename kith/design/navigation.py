"""The links that are always at hand. Addresses are those of the contract."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest

from kith.marked import marked


class Link(NamedTuple):
    """Words to press and where they go."""

    text: str
    href: str


STAFF_NAVIGATION = (Link("Today", "/"), Link("Find", "/people/"), Link("The law", "/law/"))

# What a family can always reach, on every page behind its door (Screens: "Always").
FAMILY_ALWAYS = (
    Link(marked("Who has looked at my record"), "/my/looked/"),
    Link(marked("Talk to someone independent"), "/my/advice/"),
    Link(marked("Complain"), "/my/complain/"),
    Link(marked("How you sign in"), "/my/sign-in/"),
    Link(marked("How to reach you safely"), "/my/safe-contact/"),
)

# A page that anybody might have open; it keeps no sign of where the reader came from.
QUIET_PLACE = "https://www.bbc.co.uk/weather"

# A worker's device in a family's hands: the one place of staff that families read.
IN_THEIR_HANDS = "/showing/"


def behind_the_family_door(request: HttpRequest | None) -> bool:
    """Whether a page for anybody is on somebody's way to or from the family's door: it then says nothing of Kith."""
    if request is None:
        return False
    onwards = request.GET.get("next", "") or request.POST.get("next", "")
    return request.path.startswith("/my/") or onwards.startswith("/my/")


def staff_only(request: HttpRequest) -> bool:
    """Whether the reader is staff, whose pages are English; a device in a family's hands is not theirs to read."""
    account = getattr(request, "user", None)
    staff = getattr(account, "is_authenticated", False) and not getattr(account, "is_family", False)
    return bool(staff) and not request.path.startswith(IN_THEIR_HANDS)
