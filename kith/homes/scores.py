"""How well a lawful home would fit a child, line by line. Advice: it orders a list, and a person chooses.

Points are small whole numbers with published weights, so that anybody can add them up again. Nothing here knows
what a home costs. A wish that the home does not meet loses no points that another child would get: it only earns
none; what the child or their safety asks to keep away from takes points off.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from uuid import UUID

from kith.homes.words import CULTURES, FAITHS, LANGUAGES, LIVES_HERE, SKILLS, named

TOGETHER, SCHOOL, HOME, LOVED, SKILL, LANGUAGE, CULTURE, FAITH, CHILD, PARENTS, AVOID = (
    30, 15, 15, 10, 15, 10, 8, 5, 12, 4, 20,
)  # fmt: skip
MOST = TOGETHER + SCHOOL + HOME + LOVED + SKILL + LANGUAGE + CULTURE + FAITH + CHILD + PARENTS
MILES_IN_KM = 0.6214
NEAR, FAR = 3, 20
"""Miles: all points up to the near one, none from the far one. 20 miles is what the return counts as far from home."""
SCHOOL_NEAR, SCHOOL_FAR = 3, 10
ROAD = 1.3
"""Miles by road to a mile as the crow flies, and two and a half minutes for each: rough, and said to be so."""
MINUTES_A_MILE = 2.5
Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What would fit a child, as their profile has it. Places are whole kilometres."""

    skills: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    faiths: frozenset[str] = frozenset()
    cultures: frozenset[str] = frozenset()
    likes: frozenset[str] = frozenset()
    avoids: frozenset[str] = frozenset()
    parents_like: frozenset[str] = frozenset()
    home: Spot | None = None
    school: Spot | None = None
    loved: tuple[Spot, ...] = ()
    group: int = 1
    """How many brothers and sisters look for one home, this child among them."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What a home is, as the register has it. Codes as the database gives them: lists."""

    id: UUID
    free: int
    skills: Sequence[str] = ()
    languages: Sequence[str] = ()
    faiths: Sequence[str] = ()
    cultures: Sequence[str] = ()
    lives_here: Sequence[str] = ()
    at: Spot | None = None
    takes: int = 1
    """How many of the brothers and sisters the law and the room let come together."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a score: what it is about, points of how many, and why."""

    what: str
    points: int
    of: int
    why: str


def miles(one: Spot | None, other: Spot | None) -> float | None:
    """Miles as the crow flies; None where either is not known."""
    if one is None or other is None:
        return None
    return sqrt((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) * MILES_IN_KM


def minutes(distance: float) -> int:
    """Minutes by road, roughly, to the next five."""
    return max(5, 5 * round(distance * ROAD * MINUTES_A_MILE / 5))


def points(child: Wanted, home: Offered) -> tuple[int, ...]:
    """The points of each line, in the order of `lines`. Quick: it is asked of every home."""
    at = home.at
    return (
        TOGETHER if home.takes >= child.group else TOGETHER * (home.takes - 1) // child.group,
        _near(miles(at, child.school), SCHOOL_NEAR, SCHOOL_FAR, SCHOOL) if child.school else SCHOOL,
        _near(miles(at, child.home), NEAR, FAR, HOME) if child.home else HOME,
        _loved(child, at),
        _share(child.skills, home.skills, SKILL),
        _any(child.languages, home.languages, LANGUAGE),
        _any(child.cultures, home.cultures, CULTURE),
        _any(child.faiths, home.faiths, FAITH),
        _share(child.likes, home.lives_here, CHILD),
        _share(child.parents_like, home.lives_here, PARENTS),
        -AVOID if child.avoids and not child.avoids.isdisjoint(home.lives_here) else 0,
    )


def total(child: Wanted, home: Offered) -> int:
    """All points together: at most MOST, at least -AVOID."""
    return sum(points(child, home))


def lines(child: Wanted, home: Offered) -> tuple[Line, ...]:
    """The same points, each with its reason in words."""
    got = points(child, home)
    of = (TOGETHER, SCHOOL, HOME, LOVED, SKILL, LANGUAGE, CULTURE, FAITH, CHILD, PARENTS, 0)
    whys = (
        _together(child, home),
        _far(miles(home.at, child.school), "their school is", child.school),
        _far(miles(home.at, child.home), "their home was", child.home),
        _farthest(child, home.at),
        _has(child.skills, home.skills, SKILLS, "Nothing special is asked."),
        _has(child.languages, home.languages, LANGUAGES, "No language is asked."),
        _has(child.cultures, home.cultures, CULTURES, "No heritage is asked."),
        _has(child.faiths, home.faiths, FAITHS, "No faith is asked."),
        _has(child.likes, home.lives_here, LIVES_HERE, "The child asks for nothing of this list."),
        _has(child.parents_like, home.lives_here, LIVES_HERE, "The parents ask for nothing of this list."),
        _kept(child, home),
    )
    what = (
        "Together", "School kept", "Near home", "Near people they love", "Skills", "Language", "Heritage", "Faith",
        "What the child wishes", "What the parents wish", "Who lives there",
    )  # fmt: skip
    return tuple(
        Line(name, point, most, why) for name, point, most, why in zip(what, got, of, whys, strict=True)
    )


def _near(distance: float | None, near: int, far: int, most: int) -> int:
    if distance is None or distance >= far:
        return 0
    return most if distance <= near else round(most * (far - distance) / (far - near))


def _loved(child: Wanted, at: Spot | None) -> int:
    if not child.loved:
        return LOVED
    each = [_near(miles(at, spot), NEAR, FAR, LOVED) for spot in child.loved]
    return sum(each) // len(each)


def _share(asked: frozenset[str], there: Sequence[str], most: int) -> int:
    return most * len(asked.intersection(there)) // len(asked) if asked else most


def _any(asked: frozenset[str], there: Sequence[str], most: int) -> int:
    return most if not asked or not asked.isdisjoint(there) else 0


def _together(child: Wanted, home: Offered) -> str:
    if child.group == 1:
        return "No brother or sister looks for the same home."
    if home.takes >= child.group:
        return f"All {child.group} brothers and sisters can come."
    return f"{home.takes} of {child.group} brothers and sisters can come: the others would live apart."


def _far(distance: float | None, whence: str, asked: Spot | None) -> str:
    if asked is None:
        return f"It is not written where {whence}."
    if distance is None:
        return "It is not written how far this home is."
    whole = round(distance)
    return f"About {whole} {'mile' if whole == 1 else 'miles'}, roughly {minutes(distance)} minutes by road."


def _farthest(child: Wanted, at: Spot | None) -> str:
    if not child.loved:
        return "Nobody whom they love is written here with a place."
    known = [found for spot in child.loved if (found := miles(at, spot)) is not None]
    if not known:
        return "It is not written how far this home is."
    return f"The nearest about {round(min(known))} miles away, the farthest {round(max(known))}."


def _has(asked: frozenset[str], there: Sequence[str], words: dict[str, str], nothing: str) -> str:
    if not asked:
        return nothing
    met, not_met = asked.intersection(there), asked.difference(there)
    said = [
        f"Has: {named(tuple(met), words)}." if met else "",
        f"Not: {named(tuple(not_met), words)}." if not_met else "",
    ]
    return " ".join(each for each in said if each)


def _kept(child: Wanted, home: Offered) -> str:
    met = child.avoids.intersection(home.lives_here)
    if met:
        return f"Asked to keep away from {named(tuple(met), LIVES_HERE)}, which is here."
    return "Nothing here that they asked to keep away from." if child.avoids else "Nothing to keep away from."
