"""The fixed, seeded mix of requests: persons' pages, Find, Today, and the sign-in page as their floor."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from kith.bench.filling.words import BEGINS, BOYS, COMMON, ENDS, GIRLS

FLOOR = "sign-in"
KINDS = ("person", "find", "today", FLOOR)
FAMILY_PAGES = {"my": "/my/", "my plan": "/my/plan/", "my story": "/my/story/"}
"""The family's pages, each asked for by itself: they hold the ratios of a person's page."""
LIMITS = {"person": 8.0, "find": 4.0, "today": 6.0, **dict.fromkeys(FAMILY_PAGES, 8.0)}
"""Most that a page's 95th percentile may be, in times that of the sign-in page in the same run."""
_SHARES = (40, 25, 15, 20)
_NOBODY = ("Zzyzx", "Qwertle", "Xanthippus", "Vrrk", "Oolong", "Jjorth")


@dataclass(frozen=True, slots=True)
class Request:
    """One GET: what kind of page, its address, and whose session it goes with (blank for a visitor)."""

    kind: str
    path: str
    session: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """A signed-in account: its session's key, ids of people whom it may open, whether it is a family's own."""

    session: str
    people: tuple[str, ...]
    family: bool = False


def mix(readers: Sequence[Reader], count: int, seed: int) -> list[Request]:
    """`count` requests in the mix's shares. The same readers, count and seed give the same list.

    Raises ValueError when there is no reader, or one who may open nobody.
    """
    dice = random.Random(seed)  # noqa: S311 - a fixed mix, not a secret
    return [one(kind, readers, dice) for kind in dice.choices(KINDS, weights=_SHARES, k=count)]


def alone(kind: str, readers: Sequence[Reader], count: int, seed: int) -> list[Request]:
    """`count` requests of one kind."""
    dice = random.Random(f"{seed}/{kind}")  # noqa: S311
    return [one(kind, readers, dice) for _ in range(count)]


def one(kind: str, readers: Sequence[Reader], dice: random.Random) -> Request:
    """One request of a kind, by one of the readers."""
    if not readers or not all(reader.people for reader in readers):
        raise ValueError("The mix needs readers, each of whom may open somebody.")
    if kind == FLOOR:
        return Request(kind, "/sign-in")
    fitting = [each for each in readers if each.family == (kind in FAMILY_PAGES)]
    if not fitting:
        raise ValueError(f"Nobody among the readers comes to a {kind} page.")
    reader = dice.choice(fitting)
    if kind in FAMILY_PAGES:
        return Request(kind, FAMILY_PAGES[kind], reader.session)
    paths: Mapping[str, str] = {
        "person": f"/people/{dice.choice(reader.people)}/",
        "find": f"/people/?q={quote(typed(dice))}",
        "today": "/",
    }
    return Request(kind, paths[kind], reader.session)


def typed(dice: random.Random) -> str:
    """What somebody types into Find: half are common surnames; one in eight finds nobody."""
    given = dice.choice(GIRLS + BOYS)
    common, rare = dice.choice(COMMON), dice.choice(BEGINS) + dice.choice(ENDS)
    born = f"{dice.randint(1, 28):02d}/{dice.randint(1, 12):02d}/{dice.randint(2009, 2025)}"
    ways = {
        common: 4,
        f"{given} {common}": 4,
        f"{given} {rare}": 2,
        f"{rare[:4]}{rare[5:]} {born}": 2,  # a letter left out
        str(1_000_000 + dice.randrange(1000)): 1,
        f"{given[:3]} KH{dice.randint(1, 9)}": 1,
        f"{dice.choice(_NOBODY)} {dice.choice(_NOBODY)}": 2,
    }
    return dice.choices(list(ways), weights=list(ways.values()))[0]
