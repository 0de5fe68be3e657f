"""The registry of the kinds of fact that the law knows, in plain words."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pydantic import BaseModel, ConfigDict

DATA = Path(__file__).parent / "data" / "fact_kinds.toml"


class FactKind(BaseModel):
    """One kind of fact: what it says, whether it lasts, and whether the law room works it out itself."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    says: str
    span: bool = False
    worked_out: bool = False
    planned: bool = False


@cache
def known() -> Mapping[str, FactKind]:
    """Every kind by its name."""
    tables = tomllib.loads(DATA.read_text(encoding="utf-8"))
    return MappingProxyType({name: FactKind.model_validate(table) for name, table in tables.items()})
