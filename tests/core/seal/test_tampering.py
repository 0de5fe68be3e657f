"""A superuser of the database can do anything but hide it."""

from __future__ import annotations

import pytest

from kith.core.seal import FileAnchor, Report, seal_once, verify
from kith.people.models import Person
from tests.core.seal.acts import Superuser, change_a_name

pytestmark = pytest.mark.database


def told(report: Report) -> list[tuple[str, int | None, int | None]]:
    return [(finding.table, finding.row, finding.link) for finding in report.findings]


@pytest.fixture
def sealed(written: Person) -> Person:
    seal_once()
    change_a_name(written, "Adele")
    seal_once()
    assert verify().clean
    return written


@pytest.mark.parametrize(
    ("table", "key", "change"),
    [
        ("access_look", "id", "page = 'somewhere else'"),
        ("core_auditentry", "id", "actor = gen_random_uuid()"),
        ("people_personnameevent", "pgh_id", "given = 'Eve'"),
        ("people_personnameevent", "pgh_id", "pgh_context = '{}'"),
        ("access_look", "id", "written_at = written_at - interval '1 day'"),
    ],
)
def test_an_altered_row_is_named(
    sealed: Person, superuser: Superuser, table: str, key: str, change: str
) -> None:
    [(row,)] = superuser(
        f"UPDATE {table} SET {change} WHERE {key} = (SELECT min({key}) FROM {table}) RETURNING {key}"
    )
    report = verify()
    assert told(report) == [(table, row, 1)]
    assert report.findings[0].wrong == "the row was altered after it was sealed"
    assert report.exit_status == 1
    assert str(report.findings[0]).startswith(f"{table} row {row} link 1: ")


@pytest.mark.parametrize(("table", "key"), [("access_look", "id"), ("people_personnameevent", "pgh_id")])
def test_a_removed_row_is_named(sealed: Person, superuser: Superuser, table: str, key: str) -> None:
    [(row,)] = superuser(
        f"DELETE FROM {table} WHERE {key} = (SELECT min({key}) FROM {table}) RETURNING {key}"
    )
    report = verify()
    assert told(report) == [(table, row, 1)]
    assert "removed after it was sealed" in report.findings[0].wrong


def test_a_row_removed_together_with_its_digest_is_named(sealed: Person, superuser: Superuser) -> None:
    [(row,)] = superuser("DELETE FROM people_personnameevent WHERE given = 'Ada' RETURNING pgh_id")
    superuser("DELETE FROM core_sealedrow WHERE \"table\" = 'people_personnameevent' AND row = %s", row)
    report = verify()
    assert told(report) == [("people_personnameevent", row, 1)]
    assert "together with its digest" in report.findings[0].wrong


def test_a_digest_removed_by_itself_shows(sealed: Person, superuser: Superuser) -> None:
    [(row,)] = superuser("DELETE FROM core_sealedrow WHERE \"table\" = 'access_look' RETURNING row")
    assert {(finding.table, finding.row) for finding in verify().findings} == {("access_look", row)}


def test_a_row_altered_with_its_digest_made_to_fit_shows(sealed: Person, superuser: Superuser) -> None:
    superuser("UPDATE access_look SET page = 'elsewhere'")
    superuser("""UPDATE core_sealedrow s SET digest = sha256(s.salt || convert_to(to_jsonb(l)::text, 'UTF8'))
                   FROM access_look l WHERE s."table" = 'access_look' AND s.row = l.id""")
    report = verify()
    assert not report.clean
    assert {(finding.table, finding.link) for finding in report.findings} >= {("access_look", 1)}


LOOK = """INSERT INTO access_look (at, actor, role, person, page, reason, channel{more})
VALUES ({at}, gen_random_uuid(), 'lead', gen_random_uuid(), 'overview', '', 'web'{values}) RETURNING id"""


@pytest.mark.parametrize(
    ("at", "xid", "wrong"),
    [
        ("now() - interval '10 days'", "", "its time was already sealed"),
        ("now() - interval '10 days'", "5", "in no link"),
        ("now()", "5", "in no link"),
        ("now()", "999999999999", "has not happened yet"),
    ],
)
def test_an_inserted_row_is_named(
    sealed: Person, superuser: Superuser, at: str, xid: str, wrong: str
) -> None:
    [(row,)] = superuser(
        LOOK.format(at=at, more=", written_xid" if xid else "", values=f", '{xid}'" if xid else "")
    )
    report = verify()
    assert (("access_look", row, None) in told(report)) is True
    assert any(wrong in finding.wrong for finding in report.findings)
    seal_once()
    assert ("access_look", row, None) in told(verify()), "sealing afterwards does not whiten it"


def test_a_version_slipped_into_history_with_an_earlier_time_is_named(
    sealed: Person, superuser: Superuser
) -> None:
    [(row,)] = superuser(
        """INSERT INTO people_personnameevent (id, kind, given, family, preferred, during, person_id,
               recorded_at, source, pgh_created_at, pgh_label, pgh_obj_id)
           SELECT id, kind, 'Eve', family, preferred, during, person_id, recorded_at, source,
               now() - interval '3 days', 'changed', pgh_obj_id FROM people_personnameevent LIMIT 1
           RETURNING pgh_id"""
    )
    assert told(verify()) == [("people_personnameevent", row, None)]


def test_a_removed_link_shows(sealed: Person, superuser: Superuser) -> None:
    superuser("DELETE FROM core_sealbatch WHERE number = 1")
    assert any(
        finding.link == 1 and "removed from the chain" in finding.wrong for finding in verify().findings
    )


def test_an_altered_link_shows(sealed: Person, superuser: Superuser) -> None:
    superuser("UPDATE core_sealbatch SET sealed_at = sealed_at - interval '1 year' WHERE number = 1")
    assert any(finding.link == 1 and "altered" in finding.wrong for finding in verify().findings)


def test_a_chain_cut_at_its_end_shows_by_its_anchor(sealed: Person, superuser: Superuser) -> None:
    superuser("DELETE FROM people_personnameevent WHERE given = 'Adaline'")
    superuser("DELETE FROM core_sealedrow WHERE batch = 2")
    superuser("DELETE FROM core_sealbatch WHERE number = 2")
    report = verify()
    assert [finding.link for finding in report.findings] == [2]
    assert "the chain was cut" in report.findings[0].wrong
    change_a_name(sealed, "Agnes")
    seal_once()
    assert any("made anew" in finding.wrong for finding in verify().findings), "and it shows for ever"


def test_everything_wiped_shows_by_its_anchor(sealed: Person, superuser: Superuser) -> None:
    for table in ("access_look", "core_auditentry", "core_sealedrow", "core_sealbatch"):
        superuser(f"DELETE FROM {table}")
    assert [finding.link for finding in verify().findings] == [1, 2]


def test_a_chain_signed_by_another_s_key_shows(sealed: Person, superuser: Superuser) -> None:
    superuser("UPDATE core_sealbatch SET signature = sha256('forged') || sha256('forged') WHERE number = 2")
    assert [(finding.link, "not signed" in finding.wrong) for finding in verify().findings] == [(2, True)]


def test_a_line_written_into_the_anchor_by_hand_shows(sealed: Person, anchor: FileAnchor) -> None:
    with anchor.path.open("a") as file:
        file.write(anchor.path.read_text().splitlines()[1].replace('"number": 2', '"number": 3') + "\n")
    assert [(finding.link, "not written by Kith" in finding.wrong) for finding in verify().findings] == [
        (3, True)
    ]


@pytest.mark.parametrize("link", [1, 2, 3])
def test_a_line_of_the_anchor_made_unreadable_shows(sealed: Person, anchor: FileAnchor, link: int) -> None:
    change_a_name(sealed, "Agnes")
    seal_once()
    lines = anchor.path.read_text().splitlines(keepends=True)
    lines[link - 1] = '{"number": 2, "cha\n'
    anchor.path.write_text("".join(lines))
    assert [(finding.link, "cannot be read" in finding.wrong) for finding in verify().findings] == [
        (link, True)
    ]


def test_an_end_torn_by_a_power_cut_is_no_finding(sealed: Person, anchor: FileAnchor) -> None:
    with anchor.path.open("a") as file:
        file.write('{"number": 3, "cha')
    assert verify().clean
