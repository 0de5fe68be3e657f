"""Acting as ex-partner@ over every table that the app may read: nothing there leads to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest

from kith.demo.generate import make_family
from kith.demo.shapes import DemoFamily, DemoPerson
from tests.demo.loading.conftest import TODAY, Rows

pytestmark = pytest.mark.database
Make = Callable[..., dict[str, int]]


def told() -> DemoFamily:
    return make_family(0, seed=1, today=TODAY)


def one_who_signs_in(family: DemoFamily, name: str) -> DemoPerson:
    return next(one for one in family.people if one.sign_in.startswith(f"{name}@"))


def read_as(login: str, rows: Rows) -> dict[str, list[str]]:
    """Every row of every table that the app's login may read at all, as this account sees it.

    So, too, what the functions give by which lines of a plan are read behind the family's door.
    """
    from django.db import connection

    from kith.core.acting import acting
    from kith.core.actor import Actor

    ((account, role),) = rows("SELECT id, role FROM access_account WHERE login = %s", login)
    tables = rows(
        "SELECT relname FROM pg_class WHERE relkind IN ('r', 'v', 'm', 'p')"
        " AND relnamespace = 'public'::regnamespace"
        " AND has_table_privilege('kith_app', oid, 'SELECT') ORDER BY 1"
    )
    assert len(tables) > 60
    seen: dict[str, list[str]] = {}
    for table in (*(f'"{name}"' for (name,) in tables), "plan_my_lines()", "plan_my_said()"):
        with acting(Actor(id=account, role=role), read_only=True), connection.cursor() as cursor:
            cursor.execute(f"SELECT to_jsonb(t)::text FROM {table} t")
            seen[table.strip('"')] = [text for (text,) in cursor.fetchall()]
    return {table: found for table, found in seen.items() if found}


def secrets_of(family: DemoFamily) -> Iterator[str]:
    """Their address in every part, and each way to reach them."""
    him = one_who_signs_in(family, "ex-partner").id
    places = {one.id: one for one in family.addresses}
    now = {one.address for one in family.residences if one.person != him and one.end is None}
    for address in now:
        yield from (places[address].line, places[address].place, places[address].postcode, str(address))
    for point in family.contacts:
        if point.person != him:
            yield point.value


def test_ex_partner_can_read_nothing_that_leads_to_them(make: Make, rows: Rows) -> None:
    make()
    family = told()
    secrets = list(secrets_of(family))
    assert len(secrets) >= 7
    hers = read_as("parent@kithshire.example", rows)
    assert any(secret in text for secret in secrets for text in hers["people_address"])
    his = read_as("ex-partner@kithshire.example", rows)
    assert "people_person" in his
    for table, found in his.items():
        for text in found:
            assert not [secret for secret in secrets if secret in text], (table, text)


def test_ex_partner_learns_of_no_worker_school_or_office_of_theirs(make: Make, rows: Rows) -> None:
    make()
    his = read_as("ex-partner@kithshire.example", rows)
    # Names of workers and teams are open to everybody signed in; what ties one to this family is not.
    tied = (
        "access_involvement",
        "story_event",
        "story_passage",
        "story_about",
        "people_mayknow",
        "people_relationship",
        "help_referral",
        "protection_section47",
        "access_notyettold",
    )
    assert not [table for table in tied if table in his]
    family = told()
    # What was shared with him is one step of his own, by a worker who works with him and with nobody of theirs.
    him = one_who_signs_in(family, "ex-partner").id
    shared = rows("SELECT id::text, item, recorded_by FROM access_release WHERE reader_id = %s", him)
    assert [text for text in his.get("access_release", []) if shared[0][0] not in text] == []
    assert len(shared) == 1
    works_with = rows("SELECT DISTINCT person_id FROM access_involvement WHERE account_id = %s", shared[0][2])
    assert him in {person for (person,) in works_with}
    assert not {person for (person,) in works_with} & {one.id for one in family.people if one.id != him}
    for text in (*his.get("access_release", []), *his["plan_my_lines()"]):
        assert not [one for one in family.involvements if one.person != him and str(one.worker) in text]
    places = {one.place for one in family.addresses}
    staff = [
        text for table in ("access_account", "access_team", "access_organisation") for text in his[table]
    ]
    assert staff
    assert not [text for text in staff if any(place in text for place in places)]
    own = {str(one_who_signs_in(family, "ex-partner").id)}
    children = {tie.person for tie in family.relationships if tie.kind == "father" and str(tie.other) in own}
    seen = {
        UUID(person)
        for (person,) in rows(
            "SELECT person_id::text FROM access_dooraccess d JOIN access_account a ON a.id = d.account_id"
            " WHERE a.login LIKE 'ex-partner@%%' AND capacity <> 'self'"
        )
    }
    assert seen == children


def test_she_and_the_children_may_know_where_they_live_and_he_may_not(make: Make, rows: Rows) -> None:
    make()
    family = told()
    her, him = one_who_signs_in(family, "parent").id, one_who_signs_in(family, "ex-partner").id
    may: dict[UUID, bool] = dict(rows("SELECT person_id, may FROM people_mayknow WHERE other_id = %s", him))
    assert {her, *family.children} <= set(may)
    assert not any(may.values())
    know = {who for (who,) in rows("SELECT person_id FROM people_mayknow WHERE other_id = %s AND may", her)}
    assert set(family.children) <= know


def test_lead_works_with_that_family_and_reads_the_new_worry(make: Make, rows: Rows) -> None:
    make()
    family = told()
    worry = next(one for one in family.events if one.not_yet_told)
    hers = read_as("lead@kithshire.example", rows)
    assert any(str(worry.id) in text for text in hers["story_event"])
    assert any(worry.passages[0].text in text for text in hers["story_passage"])
    for child in family.children:
        assert any(str(child) in text and "lead_practitioner" in text for text in hers["access_involvement"])


@pytest.mark.parametrize("who", ["parent", "young-person", "carer", "ex-partner"])
def test_no_family_door_shows_what_the_family_is_not_told(make: Make, rows: Rows, who: str) -> None:
    make()
    family = told()
    covert = [str(one.id) for one in family.events if one.not_yet_told]
    covert += [
        str(found)
        for (found,) in rows(
            "SELECT id FROM access_involvement WHERE arises_from_id IS NOT NULL"
            " UNION SELECT id FROM access_notyettold"
        )
    ]
    assert len(covert) >= 3
    seen = read_as(f"{who}@kithshire.example", rows)
    assert "people_person" in seen
    assert not [text for found in seen.values() for text in found if any(one in text for one in covert)]


def test_each_reader_of_a_visit_reads_their_own_passages_and_no_others(make: Make, rows: Rows) -> None:
    make()
    family = told()
    for who in ("parent", "young-person"):
        person = one_who_signs_in(family, who)
        seen = read_as(person.sign_in, rows).get("story_passage", [])
        for event in family.events:
            held: dict[int, str] = dict(
                rows("SELECT position, id::text FROM story_passage WHERE event_id = %s", event.id)
            )
            for place, passage in enumerate(event.passages):
                shown = any(held[place] in text for text in seen)
                assert shown == (person.id in passage.audience), (who, passage.text)


def test_sealed_and_relocated_people_are_open_to_no_worker_but_those_named(make: Make, rows: Rows) -> None:
    make()
    assert rows("SELECT DISTINCT kind FROM access_restriction ORDER BY 1") == [("relocated",), ("sealed",)]
    assert rows(
        "SELECT DISTINCT a.login FROM access_grant g JOIN access_restriction x ON x.person_id = g.person"
        " JOIN access_account a ON a.id = g.actor"
    ) == [("lead@kithshire.example",)]
    assert rows(
        "SELECT count(*) FROM people_searchname c JOIN access_restriction x ON x.person_id = c.person"
    ) == [(0,)]


def test_a_childs_private_words_are_sealed_and_open_again(make: Make, rows: Rows) -> None:
    from kith.core.labels import Label
    from kith.story.models import Passage
    from kith.story.sealing import words_of

    make()
    private = [
        passage.text for one in told().events for passage in one.passages if passage.label == "child_private"
    ]
    held = Passage.objects.using("owner").filter(label=Label.CHILD_PRIVATE.value)
    assert held
    assert not [one for one in held if one.text]
    assert set(private) <= {words_of(one) for one in held}
