"""How large a filled database is, and how its people, families and workers are numbered.

People are numbered from 0 and come in fives: mother, father, grandmother, two children. Each worker has five
such families, spread evenly over all, so that a worker's people lie as far apart on disk as a council's do.
"""

from __future__ import annotations

from dataclasses import dataclass

FAMILY = 5
FAMILIES_OF_A_WORKER = 5
MOST_WORKERS = 400
TEAM = 7
EVENTS_A_PERSON = 5
LEFT_FOR_EACH = 9
"""Workers who have left, for each who is here: they hold what was and is no more."""


@dataclass(frozen=True, slots=True)
class Size:
    """`people` is a multiple of five, at least 175: one team of workers with their families."""

    people: int
    seed: int = 1

    def __post_init__(self) -> None:
        least = FAMILY * FAMILIES_OF_A_WORKER * TEAM
        if self.people < least or self.people % FAMILY:
            raise ValueError(f"A bench needs at least {least} people, in fives; {self.people} is not.")

    @property
    def families(self) -> int:
        return self.people // FAMILY

    @property
    def workers(self) -> int:
        """Workers who are here now, in whole teams."""
        found = min(MOST_WORKERS, self.people // (FAMILY * FAMILIES_OF_A_WORKER))
        return found // TEAM * TEAM

    @property
    def teams(self) -> int:
        return self.workers // TEAM

    @property
    def stride(self) -> int:
        """Every so many families, one is being worked with."""
        return self.families // (self.workers * FAMILIES_OF_A_WORKER)

    @property
    def events(self) -> int:
        return self.people * EVENTS_A_PERSON

    @property
    def bytes(self) -> int:
        """Room that it takes on disk, generously."""
        return 200 * 2**20 + self.people * 14_000
