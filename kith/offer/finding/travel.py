"""About how long a way takes, worked out from its straight line alone: a guess, and said as one.

No timetable and no map is asked, so nobody learns where somebody is. Why these numbers: docs/adr/0233.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from django.utils.translation import gettext

from kith.marked import marked

DETOUR = 1.4
"""Metres of road or path for each metre of straight line."""
NEAREST = 1_000.0
"""Metres below which the middles of two postcodes tell nothing: what is nearer counts as this far."""
ON_FOOT = 45
"""Minutes of walking up to which a line says how long it takes on foot; beyond, by bus."""
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Way:
    """One way to get there: minutes before it moves, metres a minute once it does, and how it is said."""

    starts: float
    speed: float
    about: str
    longer: str

    def minutes(self, metres: float) -> float:
        """Minutes for so many metres of straight line."""
        return self.starts + max(metres, NEAREST) * DETOUR / self.speed

    def reach(self, minutes: float) -> float:
        """Metres of straight line that so many minutes reach; as far as the nearest that can be told, at least."""
        return max((minutes - self.starts) * self.speed / DETOUR, NEAREST)

    def said(self, metres: float) -> str:
        """Such as "about 25 minutes on foot"."""
        told = self.minutes(metres)
        if told > LONGEST:
            return gettext(self.longer)
        step = 5 if told <= 30 else 15
        return gettext(self.about) % {"minutes": ceil(told / step) * step}


WAYS = {
    "foot": Way(0, 75, marked("about %(minutes)s minutes on foot"), marked("more than 2 hours on foot")),
    "bus": Way(10, 300, marked("about %(minutes)s minutes by bus"), marked("more than 2 hours by bus")),
    "car": Way(5, 750, marked("about %(minutes)s minutes by car"), marked("more than 2 hours by car")),
}
CHOICES = (
    ("foot-30", marked("Within half an hour on foot")),
    ("bus-30", marked("Within half an hour by bus")),
    ("bus-60", marked("Within an hour by bus")),
    ("car-30", marked("Within half an hour by car")),
    ("car-60", marked("Within an hour by car")),
)


@dataclass(frozen=True, slots=True)
class Travel:
    """What somebody can do: by which way, for how many minutes."""

    way: Way
    minutes: int

    @property
    def reach(self) -> float:
        """Metres of straight line."""
        return self.way.reach(self.minutes)


def travel(code: str) -> Travel | None:
    """What was chosen; None for nothing, or for what is none of the choices."""
    if code not in dict(CHOICES):
        return None
    way, _, minutes = code.partition("-")
    return Travel(WAYS[way], int(minutes))


def takes(metres: float, chosen: Travel | None) -> str:
    """How long it takes, by the way that was chosen; else on foot where it is near, and by bus where it is not."""
    if chosen is not None:
        return chosen.way.said(metres)
    walk = WAYS["foot"]
    return (walk if walk.minutes(metres) <= ON_FOOT else WAYS["bus"]).said(metres)
