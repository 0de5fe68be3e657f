"""The links that are always at hand. Addresses are those of the contract."""

from __future__ import annotations

from typing import NamedTuple


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
)

# A page that anybody might have open; it keeps no sign of where the reader came from.
QUIET_PLACE = "https://www.bbc.co.uk/weather"
