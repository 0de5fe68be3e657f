from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from kith.demo.accounts import DEMO_ACCOUNTS, DEMO_PASSWORD
from kith.demo.generate import generate
from kith.demo.loading.layouts import LAYOUTS
from kith.demo.shapes import DemoFamily
from kith.demo.stories import STORIES
from tests.demo.loading.conftest import SMALL, TODAY, Rows

pytestmark = pytest.mark.database
Make = Callable[..., dict[str, int]]


def generated(seed: int = 1) -> list[DemoFamily]:
    return list(generate(SMALL, seed, today=TODAY))


def test_every_generated_fact_is_a_row_and_no_row_is_more(make: Make, rows: Rows) -> None:
    counts, families = make(), generated()
    for table, count in counts.items():
        assert rows(f"SELECT count(*) FROM {table}") == [(count,)], table
    expected: Counter[str] = Counter()
    for family in families:
        expected += Counter(
            people_family=1,
            people_person=len(family.people),
            people_personname=sum(len(one.names) for one in family.people),
            people_identifier=sum(len(one.identifiers) for one in family.people),
            people_address=len(family.residences),
            people_contactpoint=len(family.contacts),
            help_referral=len(family.referrals),
            help_assessment=len(family.assessments),
            help_childinneedplan=len(family.need_plans),
            protection_section47=len(family.enquiries),
            protection_childprotectionplan=len(family.protection_plans),
            care_episode=len(family.episodes),
            care_episodeplace=len(family.episodes),
            care_review=sum(one.held is not None for one in family.reviews),
            care_missingepisode=len(family.missing),
            care_healthyear=len(family.health_years),
            care_unaccompaniedperiod=len(family.unaccompanied),
            access_involvement=sum(one.role != "team_manager" for one in family.involvements),
            story_event=len(family.events),
            story_about=sum(len(one.about) for one in family.events),
            story_passage=sum(len(one.passages) for one in family.events),
            returns_stagedrow=len(family.contradictions),
        )
    # Schools are said of the children of the families when their rows are made.
    ((schools,),) = rows("SELECT count(*) FROM people_address WHERE kind = 'school'")
    assert schools > 0
    expected["people_address"] += schools
    assert expected == Counter({table: counts[table] for table in expected})
    workers = sum(len(family.joining) for family in families)
    doors = sum(len(family.life.doors) for family in families)
    assert doors > 0
    assert counts["access_account"] == workers + doors + sum(1 for one in DEMO_ACCOUNTS if one.family)


def test_every_told_family_is_there_under_its_name(make: Make, rows: Rows) -> None:
    make()
    told = {family.name for family in generated() if family.story}
    assert len(told) == len(STORIES)
    assert told <= {name for (name,) in rows("SELECT known_as FROM people_family")}


def test_each_demo_account_has_its_role_and_the_password_and_nobody_else_has_one(
    make: Make, rows: Rows
) -> None:
    from django.contrib.auth.hashers import check_password

    make()
    held = rows(
        "SELECT a.login, a.role, p.encoded FROM access_account a JOIN access_password p ON p.account_id = a.id"
        " WHERE p.encoded LIKE 'argon2%%' ORDER BY login"
    )
    assert [(login, role) for login, role, _ in held] == sorted(
        (one.login, one.role) for one in DEMO_ACCOUNTS
    )
    assert len({password for *_, password in held}) == 1
    assert check_password(DEMO_PASSWORD, held[0][2])
    assert rows(
        "SELECT count(*) FROM access_account WHERE password NOT LIKE 'argon2%%' AND password NOT LIKE '!%%'"
    ) == [(0,)]


def test_every_practice_worker_has_a_manager_in_their_team(make: Make, rows: Rows) -> None:
    make()
    alone = rows(
        "SELECT DISTINCT a.role FROM access_account a"
        " JOIN access_organisation o ON o.id = a.organisation_id AND o.kind = 'council'"
        " WHERE a.role IN ('lead', 'social_worker', 'protection', 'front_door')"
        " AND a.job_title <> 'Supervising social worker' AND NOT EXISTS"
        " (SELECT FROM access_account m WHERE m.team_id = a.team_id AND m.role = 'manager')"
    )
    assert alone == []
    assert rows(
        "SELECT l.team_id = m.team_id FROM access_account l, access_account m"
        " WHERE l.login LIKE 'lead@%%' AND m.login LIKE 'manager@%%'"
    ) == [(True,)]


def dump(rows: Rows) -> dict[str, str]:
    """A digest of every table that the demo fills, and of the grants.

    Sealed words differ by their nonces, and what an account keeps of a password by its noise.
    """
    hidden = {"story_passage": " - 'sealed'", "access_account": " - 'password'"}
    digests = {}
    for table in [*LAYOUTS, "access_grant"]:
        less = " - 'id'" if table == "access_grant" else hidden.get(table, "")
        found = rows(f"SELECT (to_jsonb(t){less})::text FROM {table} t ORDER BY 1")
        digests[table] = hashlib.sha256(repr(found).encode()).hexdigest()
    return digests


def test_the_same_seed_gives_the_same_rows_and_another_gives_others(make: Make, rows: Rows) -> None:
    from tests.conftest import SERVER

    def again(seed: int) -> dict[str, str]:
        rows("SELECT 1")
        SERVER.empty()
        keys()
        make(seed=seed)
        return dump(rows)

    def keys() -> None:
        from kith.core.keystore import ensure_keys, ring

        ring.cache_clear()
        ensure_keys(using="owner")

    make()
    first = dump(rows)
    assert again(1) == first
    other = again(2)
    assert other["people_person"] != first["people_person"]


def test_an_interrupted_demo_goes_on_to_the_same_end(
    make: Make, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kith.demo.loading import family_rows
    from kith.demo.loading.refusal import DemoRefusedError
    from tests.conftest import SERVER

    make()
    whole = dump(rows)
    SERVER.empty()
    from kith.core.keystore import ensure_keys, ring

    ring.cache_clear()
    ensure_keys(using="owner")
    monkeypatch.setattr(family_rows, "FAMILIES_A_SLICE", 9)

    def stop(_doing: str, done: int, _total: int | None) -> None:
        if done > SMALL // 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make(progress=stop)
    assert 0 < rows("SELECT count(*) FROM people_family")[0][0] < len(generated())
    assert rows("SELECT count(*) FROM access_grant") == [(0,)]
    with pytest.raises(DemoRefusedError, match="--children 60 --seed 1"):
        make(seed=2)
    make()
    assert dump(rows) == whole
    with pytest.raises(DemoRefusedError, match="already holds"):
        make()


@pytest.mark.parametrize(
    ("changes", "says"), [({"children": 0}, "at least 1 child"), ({"children": -5}, "at least 1 child")]
)
def test_a_demo_of_nobody_is_refused_in_one_line(
    make: Make, rows: Rows, changes: dict[str, Any], says: str
) -> None:
    from kith.demo.loading import DemoRefusedError

    with pytest.raises(DemoRefusedError, match=says) as refused:
        make(**changes)
    assert "\n" not in str(refused.value)
    assert rows("SELECT count(*) FROM people_person") == [(0,)]


def test_production_refuses_the_demo(make: Make, rows: Rows, monkeypatch: pytest.MonkeyPatch) -> None:
    from kith.demo.loading import DemoRefusedError

    monkeypatch.setenv("KITH_ENV", "production")
    with pytest.raises(DemoRefusedError, match="production"):
        make()
    assert rows("SELECT count(*) FROM access_account") == [(0,)]


def test_a_database_that_holds_a_person_or_an_account_refuses_the_demo(make: Make) -> None:
    from kith.demo.loading import DemoRefusedError
    from tests.conftest import SERVER
    from tests.support import make as one

    one.person()
    with pytest.raises(DemoRefusedError, match="already holds"):
        make()
    SERVER.empty()
    one.account("admin")
    with pytest.raises(DemoRefusedError, match="already holds"):
        make()
