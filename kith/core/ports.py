"""What a lower floor needs from a higher one, declared here and filled at start-up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Port(Generic[P, R]):
    """A function that a lower room calls and exactly one higher room provides.

    Calling one that nobody filled raises LookupError, so that a missing room is never silent.
    """

    def __init__(self, name: str, says: str) -> None:
        self.name = name
        self.says = says
        self._provider: Callable[P, R] | None = None

    def fill(self, provider: Callable[P, R]) -> Callable[P, R]:
        """Register the provider (usable as a decorator); a second, different one is refused."""
        if self._provider is not None and self._provider is not provider:
            raise ValueError(f"The port {self.name} is already filled by {self._provider!r}.")
        self._provider = provider
        return provider

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        if self._provider is None:
            raise LookupError(f"No room fills the port {self.name} ({self.says}).")
        return self._provider(*args, **kwargs)


class Registry(Generic[R]):
    """Things that many rooms add to one list: cards on a person's page, fact providers, pages."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._items: dict[str, R] = {}

    def add(self, key: str, item: R) -> R:
        """Add under a unique key; a key used twice is refused."""
        if key in self._items and self._items[key] is not item:
            raise ValueError(f"{self.name} already has an entry called {key!r}.")
        self._items[key] = item
        return item

    def items(self) -> list[tuple[str, R]]:
        """All entries, in the order of their keys."""
        return sorted(self._items.items(), key=lambda pair: pair[0])

    def values(self) -> list[R]:
        """All entries' values, in the order of their keys."""
        return [item for _key, item in self.items()]


AnyCallable = Callable[..., Any]
