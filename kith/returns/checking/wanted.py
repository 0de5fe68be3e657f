"""What a check is asked for, weighed before anything is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kith.returns.checking import geo
from kith.returns.checking.context import Asked
from kith.returns.checking.errors import CheckError
from kith.returns.checking.given import Frame
from kith.returns.checking.years import window
from kith.returns.codes import ReturnKind, layout


def wanted(
    kind: ReturnKind,
    year: str,
    tables: Mapping[str, Frame],
    last_year: Mapping[str, Frame] | None,
    *,
    authority: str | None,
    file_format: str,
) -> Asked:
    """What is asked, in the shape that the context is built of. Raises CheckError for what cannot be checked."""
    if kind not in ("ssda903", "cin"):
        raise CheckError(f"“{kind}” is not a return that can be checked: ssda903 or cin.")
    if file_format not in ("csv", "xml"):
        raise CheckError("The file format is csv or xml.")
    if authority is not None and not geo.is_authority(authority):
        raise CheckError(
            f"“{authority}” is not the ONS code of an authority that makes returns, such as E09000027."
        )
    asked = Asked(kind, window(kind, str(year)), authority, file_format)
    for whose, names in (("", tables), ("Last year’s ", last_year or {})):
        _all_known(kind, whose, names)
    return asked


def _all_known(kind: ReturnKind, whose: str, names: Iterable[str]) -> None:
    known = {name.lower(): name for name in layout(kind)}
    seen: dict[str, str] = {}
    for name in names:
        if name.lower() not in known:
            raise CheckError(
                f"{whose}“{name}” is not a table of this return. They are: {', '.join(known.values())}."
            )
        if name.lower() in seen:
            raise CheckError(f"{whose}“{name}” and “{seen[name.lower()]}” are one table. Give it once.")
        seen[name.lower()] = name
