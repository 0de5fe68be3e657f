"""Behind the family's door: a mother of each family worked with, what was released to her, and the family's plan."""

from __future__ import annotations

from kith.bench.filling.people import RECORD, record
from kith.bench.filling.plan import EVENTS_A_PERSON, FAMILY, Size
from kith.bench.filling.words import NOTES, pick
from kith.bench.filling.work import LOGINS, worked_with

MOTHERS = 30_000_000
"""Numbers of mothers' accounts begin here, each her family's after it."""
STEPS, GOALS, CHANGES = 8, 2, 3


def statements(size: Size) -> list[tuple[str, str]]:
    """(table, SQL) in the order of their foreign keys."""
    families, mother = worked_with(size), f"bench.id('person', f * {FAMILY})"
    account = f"bench.id('account', {MOTHERS} + f)"
    plan = "bench.id('plan', f)"
    return [
        (
            "access_account",
            "INSERT INTO access_account (id, password, login, display_name, role, job_title, phone, is_active)"
            f" SELECT {account}, '!bench', 'mother-' || f || '@{LOGINS}', 'A mother', 'parent', '', '', true"
            f" FROM {families}",
        ),
        (
            "access_dooraccess",
            f"INSERT INTO access_dooraccess ({RECORD}, account_id, person_id, capacity, during)"
            f" SELECT {record('door', 'f * 10 + p')}, {account}, bench.id('person', f * {FAMILY} + p),"
            " CASE WHEN p = 0 THEN 'self' ELSE 'parent' END, tstzrange(now() - interval '1 year', NULL)"
            f" FROM {families} CROSS JOIN (VALUES (0), (3), (4)) c(p)",
        ),
        (
            "plan_plan",
            f"INSERT INTO plan_plan ({RECORD}, family_id, started_on, why_ended)"
            f" SELECT {record('plan', 'f')}, bench.id('family', f), bench.day(90), '' FROM {families}",
        ),
        (
            "plan_goal",
            f"INSERT INTO plan_goal ({RECORD}, plan_id, words, label, in_whose_words, why_dropped)"
            f" SELECT {record('goal', 'f * 10 + k')}, {plan}, {pick(NOTES, 'goal', 'f * 10 + k')}, 1, '', ''"
            f" FROM {families} CROSS JOIN generate_series(0, {GOALS - 1}) k",
        ),
        (
            "plan_change",
            f"INSERT INTO plan_change ({RECORD}, plan_id, words, label)"
            f" SELECT {record('change', 'f * 10 + k')}, {plan}, {pick(NOTES, 'change', 'f * 10 + k')}, 1"
            f" FROM {families} CROSS JOIN generate_series(0, {CHANGES - 1}) k",
        ),
        (
            "plan_step",
            f"INSERT INTO plan_step ({RECORD}, plan_id, words, label, goal_id, does_it, person_id, account_id,"
            " service, by_on, keeps_safe, how_done, not_done_why)"
            f" SELECT {record('step', 'f * 10 + k')}, {plan}, {pick(NOTES, 'step', 'f * 10 + k')}, 1,"
            f" bench.id('goal', f * 10 + k % {GOALS}), CASE WHEN k % 2 = 0 THEN 'council' ELSE 'parent' END,"
            f" CASE WHEN k % 2 = 1 THEN {mother} END, CASE WHEN k % 2 = 0 THEN bench.id('account', w) END,"
            f" '', bench.day(10 - k * 4), false, '', ''"
            f" FROM {families} CROSS JOIN generate_series(0, {STEPS - 1}) k",
        ),
        ("access_release", _released(size, families, mother)),
    ]


def _released(size: Size, families: str, mother: str) -> str:
    """What was released to the mother by name."""
    into = (
        f"INSERT INTO access_release ({RECORD}, reader_id, kind, item, prepared, how_prepared, released_at)"
    )
    # Who works with her and her children, the plan line by line, and all that is on her own story.
    told = [
        (
            "event",
            f"bench.id('event', k * {size.people}::bigint + f * {FAMILY})",
            f"generate_series(0, {EVENTS_A_PERSON - 1}) k",
        ),
        ("involvement", f"bench.id('involvement', f * {FAMILY} + k)", "(VALUES (0), (3), (4)) c(k)"),
        ("plan", "bench.id('goal', f * 10 + k)", f"generate_series(0, {GOALS - 1}) k"),
        ("plan", "bench.id('change', f * 10 + k)", f"generate_series(0, {CHANGES - 1}) k"),
        ("plan", "bench.id('step', f * 10 + k)", f"generate_series(0, {STEPS - 1}) k"),
    ]
    parts = [
        f"{into} SELECT {record(f'released {number}', 'f * 10 + k')}, {mother}, '{kind}', {item}, true, 'Together.',"
        f" now() - interval '1 day' FROM {families} CROSS JOIN {each}"
        for number, (kind, item, each) in enumerate(told)
    ]
    return ";".join(parts)
