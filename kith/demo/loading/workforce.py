"""Workers become accounts in teams. Only those with a demo sign-in have a password that works."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from itertools import cycle
from uuid import UUID

from django.contrib.auth.hashers import make_password

from kith.demo.accounts import DEMO_PASSWORD
from kith.demo.dice import Dice
from kith.demo.loading.posts import ORGANISATIONS, POSTS
from kith.demo.loading.sheet import Sheet
from kith.demo.shapes import DemoWorker
from kith.demo.sign_in_host import SIGN_IN_HOST
from kith.demo.workers import FAMILIES_A_BLOCK, MANAGED, team_name

DUTY = "01632 960"  # a range that is kept for drama: it rings nowhere
DAY = timedelta(days=1)


def shared_hash(seed: int) -> str:
    """The demo password as Argon2 keeps it. Its salt comes from the seed: same demo, same hash."""
    salt = hashlib.blake2b(f"{seed}/salt".encode(), digest_size=11).hexdigest()
    return make_password(DEMO_PASSWORD, salt=salt)


def no_password(account: UUID) -> str:
    """What Django keeps for an account that nobody can sign in to: an exclamation mark, then noise."""
    return "!" + hashlib.blake2b(account.bytes, digest_size=20).hexdigest()


def load_organisations(sheet: Sheet) -> None:
    """The council and its partners: once, with the first family."""
    for name, kind in ORGANISATIONS.items():
        sheet.put("access_organisation", organisation_id(sheet.seed, name), name, kind)


def load_workforce(sheet: Sheet, password: str) -> None:
    """The workers who join with this family, their teams first, each practice team with a manager."""
    block = sheet.family.index // FAMILIES_A_BLOCK
    joining = sheet.family.joining
    teams = _teams(joining, block)
    for name, works_for in dict(teams.values()).items():
        employer, made = organisation_id(sheet.seed, works_for), team_id(sheet.seed, name)
        sheet.put("access_team", made, employer, name, f"{DUTY}{made.int % 997:03d}")
    for place, worker in enumerate(joining):
        name, works_for = teams[worker.id]
        post = POSTS[worker.role]
        sheet.put(
            "access_account",
            worker.id,
            password if worker.sign_in else no_password(worker.id),
            worker.sign_in or _login(worker, f"{block}.{place}"),
            f"{worker.given} {worker.family}",
            post.account,
            organisation_id(sheet.seed, works_for),
            team_id(sheet.seed, name),
            post.title,
            f"{DUTY}{worker.id.int % 991:03d}",
            worker.end is None or worker.end > sheet.today,
            worker.start,
            worker.end - DAY if worker.end else None,
        )


def organisation_id(seed: int, name: str) -> UUID:
    """The id of an organisation of the demo: the same for the same seed and name."""
    return Dice(seed, f"organisation {name}", 0).new_id()


def team_id(seed: int, name: str) -> UUID:
    """The id of a team of the demo: the same for the same seed and name."""
    return Dice(seed, f"team {name}", 0).new_id()


def _teams(joining: tuple[DemoWorker, ...], block: int) -> dict[UUID, tuple[str, str]]:
    """Worker to (team, organisation). Two groups of eight make a team; each block's teams are its own."""
    found = {one.id: (team_name(one, block), POSTS[one.role].works_for) for one in joining}
    seats = dict.fromkeys(found[one.id] for role in MANAGED for one in joining if one.role == role)
    managers = [one for one in joining if one.role == "team_manager"]
    for manager, seat in zip(managers, cycle(seats), strict=False):
        found[manager.id] = seat
    return found


def _login(worker: DemoWorker, place: str) -> str:
    given, family = (
        name.lower().replace(" ", "-").replace("'", "") for name in (worker.given, worker.family)
    )
    return f"{given}.{family}.{place}@{SIGN_IN_HOST}"
