"""Chance that repeats: the same seed and index give the same throws in any process."""

from __future__ import annotations

import hashlib
import random
from bisect import bisect
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Generic, TypeVar
from uuid import UUID

T = TypeVar("T")


class Weights(Generic[T]):
    """Values with weights, made once and thrown often."""

    __slots__ = ("cumulative", "total", "values")

    def __init__(self, table: Mapping[T, float]) -> None:
        self.values: tuple[T, ...] = tuple(table)
        self.cumulative: list[float] = list(accumulate(table.values()))
        self.total: float = self.cumulative[-1]


class Dice:
    """One stream of chance, and one stream of ids, for (seed, purpose, index)."""

    __slots__ = ("_base", "_count", "_next", "gauss")

    def __init__(self, seed: int, purpose: str, index: int) -> None:
        digest = hashlib.blake2b(f"{seed}/{purpose}/{index}".encode(), digest_size=24).digest()
        source = random.Random(int.from_bytes(digest[:8]))  # noqa: S311 - repeatable by design
        self._next = source.random
        self.gauss = source.gauss
        high = int.from_bytes(digest[8:16]) & ~0xF000 | 0x8000  # a version 8 UUID: our own making
        low = (int.from_bytes(digest[16:24]) & ~(0b11 << 62) | (0b10 << 62)) & ~0xFFFF
        self._base = high << 64 | low
        self._count = 0

    def new_id(self) -> UUID:
        """The next id: the same for the same seed, purpose, index and order of asking."""
        self._count += 1
        return UUID(int=self._base + self._count)

    def chance(self, share: float) -> bool:
        """True with this probability (0 to 1)."""
        return self._next() < share

    def between(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self._next() * (high - low + 1))

    def pick(self, values: Sequence[T]) -> T:
        """One of the values, each as likely."""
        return values[int(self._next() * len(values))]

    def weigh(self, weights: Weights[T]) -> T:
        """One of the values, by weight."""
        return weights.values[bisect(weights.cumulative, self._next() * weights.total)]

    def sample(self, values: Sequence[T], count: int) -> list[T]:
        """Up to count different values, in their own order."""
        left, out = count, []
        for n, value in enumerate(values):
            if left and self._next() * (len(values) - n) < left:
                out.append(value)
                left -= 1
        return out
