"""The register itself: the duties in force and to come, found by id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kith.law.register.duty import Duty


@dataclass(frozen=True, slots=True)
class Area:
    """One file of the register: its name, its title in words, and the ids of its duties."""

    slug: str
    title: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Register:
    """Duties in order of id, and the areas that they stand in, in order of title."""

    duties: tuple[Duty, ...]
    areas: tuple[Area, ...] = ()

    def __iter__(self) -> Iterator[Duty]:
        return iter(self.duties)

    def __len__(self) -> int:
        return len(self.duties)

    def __getitem__(self, duty_id: str) -> Duty:
        """The duty of that id. Raises KeyError if the register does not hold it."""
        for duty in self.duties:
            if duty.id == duty_id:
                return duty
        raise KeyError(f"There is no duty {duty_id} in the register. Check the id, such as LA-04.")

    def only(self, *duty_ids: str) -> Register:
        """The register cut down to some duties. Raises KeyError for an id that it does not hold."""
        return Register(tuple(self[duty_id] for duty_id in sorted(duty_ids)), self.areas)
