"""What to say of an element that stands where the census has none of that name."""

from __future__ import annotations

from kith.core.visible import shown
from kith.returns.checking.cin_structure.tally import Fault
from kith.returns.codes.census.form import Census
from kith.returns.codes.census.groups import Group
from kith.returns.codes.pre_proceedings import BLOCK, ONE_SOURCE, SETTING

INSTEAD = {"GenderCurrent": "Sex", "Sex": "GenderCurrent"}


def stranger(name: str, line: int, group: Group, census: Census) -> Fault:
    """The fault of an element called `name` in a group that has no such element in this year."""
    by_lower = {part.lower(): part for part in group.places}
    homes = [other.name for other in census.groups.values() if name in other.places]
    if name in census.other_years or (name == BLOCK and census.block in census.other_years):
        return _of_other_years(name, line, census)
    if name.lower() in by_lower:
        return Fault("spelling", name, line, f"{name} must be spelled {by_lower[name.lower()]}. Rename it.")
    if homes:
        what = f"{name} stands in {group.name}, and belongs in {' or '.join(homes)}. Move it."
        return Fault("elsewhere", name, line, what)
    if "preproceedings" in name.lower():
        what = (
            f"{shown(name)} is not what the block on pre-proceedings is called here: {census.block}. "
            f"Rename it, or where DfE's specification has this name, set {SETTING}={name[:40]}."
        )
        return Fault("unknown", name, line, what)
    return Fault("unknown", name, line, f"{shown(name)} is no element of {group.name}. Take it out.")


def _of_other_years(name: str, line: int, census: Census) -> Fault:
    years = census.other_years.get(name) or census.other_years[census.block]
    other = INSTEAD.get(name)
    mend = f"Give {other} instead" if other else "Leave it out"
    doubt = f" {ONE_SOURCE}" if name in (BLOCK, census.block) else ""
    what = f"{name} is in the census {years}, and this one is of {census.year}. {mend}.{doubt}"
    return Fault("year", name, line, what)
