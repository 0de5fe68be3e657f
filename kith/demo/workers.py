"""Invented workers in invented teams: a workforce for each block of families."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import cycle
from uuid import UUID

from kith.demo.dice import Dice
from kith.demo.names import family_name, given_name
from kith.demo.shapes.story import DemoWorker
from kith.demo.sign_in_host import SIGN_IN_HOST

FAMILIES_A_BLOCK = 700  # about 1,500 children: the size of the default demo
# role: (team, how many to a block). Case-holding roles give about 15 open children a worker,
# as the children's social work workforce figures for 2025 do (15.2, found).
POSTS: dict[str, tuple[str, int]] = {
    "front_door": ("Front door", 14),
    "family_help_lead": ("Family Help", 72),
    "protection_practitioner": ("Child protection", 26),
    "social_worker": ("Children in care", 34),
    "personal_adviser": ("Leaving care", 12),
    "reviewing_officer": ("Independent reviewing", 10),
    "conference_chair": ("Conference chairs", 6),
    "meeting_coordinator": ("Family group conferences", 6),
    "team_manager": ("Managers", 16),
    "supervising_social_worker": ("Fostering", 14),
    "family_support_worker": ("Family support", 40),
    "school_lead": ("School partners", 24),
    "health_worker": ("Health partners", 24),
    "charity_worker": ("Charity partners", 18),
}
# Who leads for another service: one to about every tenth of the council's leads.
PARTNER_LEADS: dict[str, tuple[str, int]] = {
    "school_family_lead": ("School partners", 6),
    "health_family_lead": ("Health partners", 6),
    "charity_family_lead": ("Charity partners", 4),
}
OFFICE: dict[str, tuple[str, int]] = {  # in the first block alone
    "director": ("Directorate", 2),
    "returns_officer": ("Information", 2),
    "analyst": ("Information", 2),
    "auditor": ("Audit", 2),
    "administrator": ("Systems", 2),
}
# Drawn last, so that everybody else stays who they were.
PAYING: dict[str, tuple[str, int]] = {"payments_officer": ("Payments", 2)}
SIGN_INS: dict[str, tuple[str, str, str]] = {
    # role: (sign-in, given name, family name) of the first worker of the first block
    "family_help_lead": ("lead@", "Morwen", "Ashbeck"),
    "team_manager": ("manager@", "Gareth", "Larkhill"),
    "social_worker": ("social-worker@", "Priya", "Dasani"),
    "protection_practitioner": ("protection@", "Jonah", "Whinmoor"),
    "meeting_coordinator": ("coordinator@", "Bernadette", "Coyle"),
    "reviewing_officer": ("reviewing@", "Winston", "Blakemoor"),
    "charity_worker": ("partner@", "Tess", "Fallowden"),
    "health_worker": ("health@", "Adaeze", "Nkemere"),
    "school_lead": ("school@", "Colin", "Rushbeck"),
    "front_door": ("front-door@", "Shabana", "Mirzada"),
    "director": ("director@", "Helena", "Marchbank"),
    "returns_officer": ("returns@", "Nigel", "Copeling"),
    "payments_officer": ("payments@", "Marguerite", "Stillingby"),
    "analyst": ("analyst@", "Wei", "Huanglin"),
    "auditor": ("auditor@", "Ottoline", "Wainfleck"),
    "administrator": ("admin@", "Kofi", "Owusani"),
}
# Teams with a manager, in the order in which managers are given to them: the first gets manager@.
MANAGED = (
    "family_help_lead",
    "protection_practitioner",
    "social_worker",
    "front_door",
    "personal_adviser",
    "reviewing_officer",
    "family_support_worker",
)
TO_A_TEAM = 2  # of the workforce's groups of eight
LONG_SERVICE = timedelta(days=365 * 20)
HERITAGES = ("WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WOTH", "AIND", "APKN", "BCRB", "BAFR", "MOTH")


@dataclass(frozen=True, slots=True)
class Workforce:
    """The workers of one block, by role. The first of each role has always been there."""

    block: int
    by_role: dict[str, tuple[DemoWorker, ...]]
    overseen_by: dict[UUID, DemoWorker]  # each worker of a managed team to the manager who is in it

    def everybody(self) -> tuple[DemoWorker, ...]:
        """All of them, in a fixed order."""
        return tuple(worker for workers in self.by_role.values() for worker in workers)

    def choose(self, dice: Dice, role: str, on: date, *, avoid: UUID | None = None) -> DemoWorker:
        """A worker of the role who is in post on the day."""
        pool = self.by_role[role]
        for _ in range(8):
            worker = dice.pick(pool)
            if worker.start <= on and (worker.end is None or worker.end > on) and worker.id != avoid:
                return worker
        return pool[0] if pool[0].id != avoid else pool[1]


def _worker(dice: Dice, role: str, team: str, *, place: int, block: int, today: date) -> DemoWorker:
    heritage = dice.pick(HERITAGES)
    sex = "F" if dice.chance(0.82) else "M"
    given, family, sign_in = given_name(dice, heritage, sex), family_name(dice, heritage), ""
    if place < 2:  # the first two never leave, so that somebody can always be found
        start, end = today - LONG_SERVICE, None
        if place == 0 and block == 0 and role in SIGN_INS:
            login, given, family = SIGN_INS[role]
            sign_in = login + SIGN_IN_HOST
    else:
        start = today - timedelta(days=dice.between(40, 3600))
        end = None
        if dice.chance(0.3):
            end = start + timedelta(days=dice.between(120, 1800))
            end = end if end < today else None
    return DemoWorker(dice.new_id(), given, family, role, f"{team} {1 + place // 8}", start, end, sign_in)


@lru_cache(maxsize=4)
def workforce(seed: int, block: int, today: date) -> Workforce:
    """The workforce of a block: a few hundred workers, the same for the same seed and day."""
    dice = Dice(seed, "workers", block)
    by_role = {
        role: tuple(
            _worker(dice, role, team, place=place, block=block, today=today) for place in range(count)
        )
        for role, (team, count) in (
            (POSTS if block else POSTS | OFFICE) | PARTNER_LEADS | ({} if block else PAYING)
        ).items()
    }
    return Workforce(block, by_role, _overseen(by_role))


def team_name(worker: DemoWorker, block: int) -> str:
    """The team of a worker: two groups of eight, at most five of a name in a block."""
    name, _, number = worker.team.rpartition(" ")
    return f"{name} {block * 5 + (int(number) + TO_A_TEAM - 1) // TO_A_TEAM}"


def _overseen(by_role: dict[str, tuple[DemoWorker, ...]]) -> dict[UUID, DemoWorker]:
    teams = {one.id: team_name(one, 0) for role in MANAGED for one in by_role[role]}
    managers = dict(zip(dict.fromkeys(teams.values()), cycle(by_role["team_manager"]), strict=False))
    return {worker: managers[team] for worker, team in teams.items()}
