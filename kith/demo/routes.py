"""The road that each family has taken through services, and how many children it holds."""

from __future__ import annotations

from kith.demo.dice import Weights

OPEN_ROUTES = frozenset({"waiting", "need", "protection", "care", "care_leaver"})
CARE_ROUTES = frozenset({"care", "left_care", "care_leaver"})
# route: (share of children known to services, weights of 1, 2, 3, 4 children).
# Open children (waiting to care_leaver) make 57% of those known in a year; see data/targets.csv.
ROUTES: dict[str, tuple[float, tuple[float, ...]]] = {
    "no_action": (0.030, (0.55, 0.28, 0.12, 0.05)),
    "assessed": (0.155, (0.50, 0.30, 0.14, 0.06)),
    "need_ended": (0.120, (0.50, 0.30, 0.14, 0.06)),
    "protection_ended": (0.050, (0.35, 0.32, 0.21, 0.12)),
    "left_care": (0.075, (0.72, 0.20, 0.06, 0.02)),
    "waiting": (0.024, (0.52, 0.29, 0.13, 0.06)),
    "need": (0.298, (0.50, 0.30, 0.14, 0.06)),
    "protection": (0.070, (0.35, 0.32, 0.21, 0.12)),
    "care": (0.117, (0.645, 0.22, 0.09, 0.045)),
    "care_leaver": (0.061, (1.0,)),
}


def _size(sizes: tuple[float, ...]) -> float:
    return sum(n * share for n, share in enumerate(sizes, start=1)) / sum(sizes)


FAMILY_ROUTES: Weights[str] = Weights(
    {route: share / _size(sizes) for route, (share, sizes) in ROUTES.items()}
)
FAMILY_SIZES: dict[str, Weights[int]] = {
    route: Weights(dict(enumerate(sizes, start=1))) for route, (_, sizes) in ROUTES.items()
}
KIN = "kin"
"""Who lives with family or friends and is not looked after: of these the shares above say nothing."""
KIN_SIZES = (0.62, 0.25, 0.09, 0.04)
KIN_CHILDREN = 0.165
"""Of all children made; with those whom family fosters they are as many as published (data/targets.csv)."""
_EACH = KIN_CHILDREN / _size(KIN_SIZES)
_OTHERS = (1 - KIN_CHILDREN) * sum(share / _size(sizes) for share, sizes in ROUTES.values())
KIN_FAMILIES = _EACH / (_EACH + _OTHERS)
FAMILY_SIZES[KIN] = Weights(dict(enumerate(KIN_SIZES, start=1)))
AGE_BANDS: dict[str, tuple[int, int]] = {
    "unborn": (-1, -1),
    "0": (0, 0),
    "1-4": (1, 4),
    "5-9": (5, 9),
    "10-15": (10, 15),
    "16-17": (16, 17),
    "16+": (16, 17),
    "18-21": (18, 21),
}
# Ages on the day, by route. Looked-after ages are the published ones; the rest are chosen so that
# all open children together have the published ages (which count care leavers in 16 and over).
AGES: dict[str, Weights[str]] = {
    "care": Weights({"0": 0.04, "1-4": 0.13, "5-9": 0.18, "10-15": 0.38, "16-17": 0.27}),
    "care_leaver": Weights({"18-21": 1.0}),
    "left_care": Weights({"0": 0.05, "1-4": 0.27, "5-9": 0.23, "10-15": 0.25, "16-17": 0.20}),
    "protection": Weights(
        {"unborn": 0.03, "0": 0.10, "1-4": 0.25, "5-9": 0.28, "10-15": 0.28, "16-17": 0.06}
    ),
}
OTHER_AGES: Weights[str] = Weights(
    {"unborn": 0.022, "0": 0.04, "1-4": 0.16, "5-9": 0.26, "10-15": 0.358, "16-17": 0.16}
)
NO_BIRTH_TO_COME = CARE_ROUTES | {KIN, "need_ended", "protection_ended", "no_action", "assessed"}


def ages_for(route: str) -> Weights[str]:
    """The age bands of a route's first child."""
    return AGES.get(route, OTHER_AGES)
