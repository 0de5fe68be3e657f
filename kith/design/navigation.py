"""The links that are always at hand. Addresses are those of the contract."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, get_urlconf, resolve

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

# The public's own site, in the order in which people ask. What no room answers yet is left out.
PUBLIC_SITE = (
    Link(marked("How we help"), "/public/"),
    Link(marked("Who gets which help"), "/help/thresholds/"),
    Link(marked("What you can get"), "/offers/"),
    Link(marked("Help near you"), "/directory/"),
    Link(marked("How we are doing"), "/public/figures/"),
    Link(marked("How the law changes"), "/public/law/"),
)

# A page that anybody might have open; it keeps no sign of where the reader came from.
QUIET_PLACE = "https://www.bbc.co.uk/weather"

# A worker's device in a family's hands: the one place of staff that families read.
IN_THEIR_HANDS = "/showing/"


def behind_the_family_door(request: HttpRequest | None) -> bool:
    """Whether a page for anybody is on somebody's way to or from the family's door: it then says nothing of Kith.

    Signing in by a code is for families alone.
    """
    if request is None:
        return False
    onwards = request.GET.get("next", "") or request.POST.get("next", "")
    return request.path.startswith(("/my/", "/sign-in/code")) or onwards.startswith("/my/")


def staff_only(request: HttpRequest) -> bool:
    """Whether the reader is staff, whose pages are English; a device in a family's hands is not theirs to read."""
    account = getattr(request, "user", None)
    staff = getattr(account, "is_authenticated", False) and not getattr(account, "is_family", False)
    return bool(staff) and not request.path.startswith(IN_THEIR_HANDS)


def public_site() -> list[Link]:
    """The parts of the public's site that are there."""
    served = get_urlconf() or settings.ROOT_URLCONF
    return [each for each in PUBLIC_SITE if _is_there(each.href, served)]


@cache
def _is_there(address: str, served: str) -> bool:
    """Asked once: some hundreds of addresses are tried for each, and what is served stays while a process runs."""
    try:
        resolve(address, served)
    except Resolver404:
        return False
    return True
