"""The registry of the kinds of fact that the law knows, in plain words."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from pydantic import BaseModel, ConfigDict

DATA = Path(__file__).parent / "data" / "fact_kinds.toml"


# The rooms of the house that record facts, built or to come.
Room = Literal[
    "access", "bonds", "care", "complaints", "decisions", "help", "homes", "kinship", "law", "leaving", "liberty",
    "loss", "money", "offer", "people", "plan", "protection", "returns", "school", "story",
]  # fmt: skip

# Never; once released to the reader by name; along with its matter; or it ends what was told of its matter.
Told = Literal["never", "by_name", "with_its_matter", "ends_it"]


class FactKind(BaseModel):
    """One kind of fact: what it says, which room records it, whether it lasts.

    `worked_out`: the law room makes it itself, `out_of` these kinds. `planned`: it may lie in the future. `fixed`: its
    end is known from its first day on, even while that lies ahead. `about`: a person, or the council as a whole.
    `told`: what the family's door may read of it (docs/adr/0120). `matter`: the kind that is released by name and takes
    this one along, where this one starts a duty itself.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    says: str
    room: Room
    span: bool = False
    worked_out: bool = False
    out_of: tuple[str, ...] = ()
    planned: bool = False
    fixed: bool = False
    about: Literal["person", "council"] = "person"
    told: Told = "never"
    matter: str = ""


@cache
def known() -> Mapping[str, FactKind]:
    """Every kind by its name."""
    tables = tomllib.loads(DATA.read_text(encoding="utf-8"))
    return MappingProxyType({name: FactKind.model_validate(table) for name, table in tables.items()})
