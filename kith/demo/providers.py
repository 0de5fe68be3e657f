"""Who provides a home, and the provider's Ofsted number: invented, and of a range that Ofsted never gave."""

from __future__ import annotations

from kith.demo.dice import Dice, Weights

FOSTER_KIN = frozenset({"U1", "U2", "U3"})
FOSTER = FOSTER_KIN | {"U4", "U5", "U6"}
ADOPTION = frozenset({"A3", "A4", "A5", "A6"})
PROVIDERS: dict[str, Weights[str]] = {
    "P": Weights({"PR0": 1.0}),
    "A": Weights({"PR1": 1.0}),
    "kin": Weights({"PR1": 1.0}),
    "U": Weights({"PR1": 0.55, "PR4": 0.39, "PR5": 0.06}),
    "K": Weights({"PR4": 0.84, "PR1": 0.12, "PR5": 0.04}),
    "R": Weights({"PR3": 0.6, "PR4": 0.4}),
    "S": Weights({"PR4": 1.0}),
}
ANYWHERE = FOSTER | ADOPTION | {"K3", "P1"}
"""What the council may provide outside its own area too."""
INSPECTED = frozenset({"K1", "K2", "K3", "H5", "R3", "S1"})
"""Homes with an Ofsted number each; foster carers and adopters have that of their agency."""
OWN_SERVICE = {"U": "SC990001", "A": "SC990002"}
AGENCIES = tuple(f"SC9901{number:02d}" for number in range(24))


def provider_for(dice: Dice, code: str, *, inside: bool) -> str:
    """The provider of a placement (PR0 to PR5); blank for placements of another kind, which have none."""
    if code[0] == "Z":
        return ""
    group = "kin" if code in FOSTER_KIN else "K" if code == "H5" else code[0]
    provider = dice.weigh(PROVIDERS[group])
    return "PR4" if provider == "PR1" and not inside and code not in ANYWHERE else provider


def urn_for(dice: Dice, code: str, provider: str) -> str:
    """The Ofsted number of the home or of the agency; blank for kinds of placement that have none."""
    if code in INSPECTED:
        return f"SC99{dice.between(1000, 9999):04d}"
    if code not in FOSTER | ADOPTION:
        return ""
    return OWN_SERVICE[code[0]] if provider == "PR1" else dice.pick(AGENCIES)
