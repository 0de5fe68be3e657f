"""Who works with whom: teams, accounts, involvements now and past, a few restricted records."""

from __future__ import annotations

from kith.access.roles import role_named
from kith.bench.filling.people import RECORD, record
from kith.bench.filling.plan import FAMILIES_OF_A_WORKER, FAMILY, LEFT_FOR_EACH, TEAM, Size
from kith.bench.filling.words import BOYS, GIRLS, pick

LOGINS = "bench.example"
POSTS = {"lead": "lead_practitioner", "social_worker": "social_worker", "protection": "lead_protection"}
ROLE = (
    "(ARRAY['lead','lead','lead','lead','social_worker','social_worker','protection'])[1 + (w % 7)::integer]"
)
MANAGER, FRONT_DOOR = 10_000_000, 20_000_000
"""Numbers of managers' and front-door accounts begin here; workers' at 0, those who left after them."""


def _post(role: str) -> str:
    return f"CASE {role} " + " ".join(f"WHEN '{a}' THEN '{b}'" for a, b in POSTS.items()) + " END"


def _opens(role: str) -> str:
    return f"CASE {role} " + " ".join(f"WHEN '{a}' THEN {int(role_named(a).opens)}" for a in POSTS) + " END"


def worked_with(size: Size) -> str:
    """SQL: number `f` of each family that is worked with now, and its worker `w`."""
    total = size.workers * FAMILIES_OF_A_WORKER
    numbers = f"generate_series(0::bigint, {total - 1}) n"
    return f"(SELECT n * {size.stride} AS f, n / {FAMILIES_OF_A_WORKER} AS w FROM {numbers}) y"


def statements(size: Size) -> list[tuple[str, str]]:
    """(table, SQL) in the order of their foreign keys."""
    everybody = size.workers * (1 + LEFT_FOR_EACH)
    name = f"{pick(GIRLS, 'worker', 'w')} || ' ' || {pick(BOYS, 'worker too', 'w')} || 'son'"
    account = (
        "INSERT INTO access_account (id, password, login, display_name, role, organisation_id, team_id,"
        " job_title, phone,"
        " is_active) SELECT bench.id('account', w), '!bench', 'account-' || w || '@" + LOGINS + f"', {name},"
    )
    place = f"bench.id('council', 0), bench.id('team', w / {TEAM} % {size.teams})"
    return [
        (
            "access_organisation",
            "INSERT INTO access_organisation (id, name, kind) VALUES (bench.id('council', 0), 'Benchshire"
            " Council', 'council')",
        ),
        (
            "access_team",
            "INSERT INTO access_team (id, organisation_id, name, duty_number) SELECT bench.id('team', t),"
            " bench.id('council', 0), 'Team ' || t, '01632 960000' FROM generate_series(0,"
            f" {size.teams - 1}) t",
        ),
        (
            "access_account",
            f"{account} {ROLE}, {place}, 'Worker', '01632 960001', w < {size.workers}"
            f" FROM generate_series(0::bigint, {everybody - 1}) w;"
            f"{account} 'manager', bench.id('council', 0), bench.id('team', w - {MANAGER}), 'Team manager',"
            " '', true"
            f" FROM generate_series({MANAGER}::bigint, {MANAGER + size.teams - 1}) w;"
            f"{account} 'front_door', bench.id('council', 0), NULL, 'Front door worker', '', true"
            f" FROM generate_series({FRONT_DOOR}::bigint, {FRONT_DOOR + 3}) w",
        ),
        ("access_involvement", _now(size) + ";" + _before(size, everybody)),
        (
            "access_restriction",
            f"INSERT INTO access_restriction ({RECORD}, person_id, kind, reason, check_with, during)"
            f" SELECT {record('restriction', 'i')}, bench.id('person', i),"
            " (ARRAY['restricted', 'sealed', 'relocated'])[bench.dice('restricted', i, 1000) % 3 + 1],"
            " 'Bench.', 'the duty manager',"
            f" daterange(bench.day(300), NULL) FROM generate_series(0::bigint, {size.people - 1}) i"
            f" WHERE bench.dice('restricted', i, 1000) < 12 AND (i / {FAMILY}) % {size.stride} <> 0",
        ),
    ]


_INTO = (
    f"INSERT INTO access_involvement ({RECORD}, account_id, person_id, role, label_mask, during,"
    " reason_ended) SELECT "
)


def _now(size: Size) -> str:
    """Each family's worker, and before them the one of the next desk."""
    first = f"f * {FAMILY} + p"
    return (
        f"{_INTO} {record('involvement', first)}, bench.id('account', w), bench.id('person', {first}),"
        f" {_post(ROLE)},"
        f" {_opens(ROLE)}, daterange(bench.day(20 + bench.dice('since', f, 600)), NULL), ''"
        f" FROM {worked_with(size)} CROSS JOIN generate_series(0, {FAMILY - 1}) p;"
        f"{_INTO} {record('before', first)}, bench.id('account', (w + 1) % {size.workers}),"
        f" bench.id('person', {first}),"
        " 'family_support', 1, daterange(bench.day(900), bench.day(20 + bench.dice('since', f, 600))),"
        " 'moved team'"
        f" FROM {worked_with(size)} CROSS JOIN generate_series(0, {FAMILY - 1}) p"
    )


def _before(size: Size, everybody: int) -> str:
    """A quarter of the families nobody works with now: somebody worked with their children, and it ended."""
    first = f"f * {FAMILY} + p"
    return (
        f"{_INTO} {record('ended', first)}, bench.id('account', w), bench.id('person', {first}),"
        f" {_post(ROLE)},"
        f" {_opens(ROLE)}, daterange(bench.day(1500), bench.day(700 + bench.dice('ended', f, 500))), 'no"
        " longer needed'"
        f" FROM (SELECT f, bench.dice('who', f, {everybody})::bigint AS w FROM generate_series(0::bigint,"
        f" {size.families - 1}) f"
        f" WHERE bench.dice('known before', f, 4) = 0 AND f % {size.stride} <> 0) y CROSS JOIN"
        " generate_series(3, 4) p"
    )
