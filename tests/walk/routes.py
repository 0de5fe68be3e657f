"""Every address that Kith answers at, as its own resolver knows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

PARAMETER = re.compile(r"<(?:(?P<kind>\w+):)?(?P<name>\w+)>")


@dataclass(frozen=True)
class Route:
    """One pattern: its name, its address as written, and who its gate lets in ("" where it has none)."""

    name: str
    address: str
    audience: str
    once: bool = False

    @property
    def parameters(self) -> dict[str, str]:
        """Names of the address's parameters, with their kinds."""
        return {found["name"]: found["kind"] or "str" for found in PARAMETER.finditer(self.address)}

    def at(self, values: dict[str, object]) -> str:
        """The address with its parameters filled in."""
        return PARAMETER.sub(lambda found: str(values[found["name"]]), f"/{self.address}")


def every_route() -> list[Route]:
    """All of them, in the order in which Kith tries them."""
    return list(_walk(get_resolver().url_patterns, ""))


def _walk(patterns: list[URLPattern | URLResolver], before: str) -> Iterator[Route]:
    for each in patterns:
        address = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from _walk(each.url_patterns, address)
        else:
            yield Route(
                each.name or "",
                address,
                getattr(each.callback, "audience", ""),
                hasattr(each.callback, "once"),
            )
