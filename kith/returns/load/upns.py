"""Unique pupil numbers: the present one, former ones, and why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.returns.load import ids
from kith.returns.load.people import child_column
from kith.returns.load.shapes import literal, quoted

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

    from kith.returns.load.sheets import Sheet

_INSERT = """
INSERT INTO people_identifier (id, recorded_at, recorded_by, source, person_id, scheme, value, trace_status,
                               reason_unknown)
SELECT DISTINCT ON (x.person) {fresh}, now(), (SELECT kith_actor()), {source}, x.person, {scheme}, x.{value},
       '', {reason}
  FROM upn x WHERE {when} AND NOT EXISTS (
       SELECT 1 FROM people_identifier o
        WHERE o.person_id = x.person AND o.scheme = {scheme} AND o.value = x.{value})
 ORDER BY x.person RETURNING person_id"""


def record_upns(cursor: CursorWrapper, sheet: Sheet) -> None:
    """Keep the UPNs of a sheet that tells of people; rows that taught something become `changed`.

    Rows that `work` found faulty, repeated or older than what is held teach nothing.
    """
    cin = sheet.kind == "cin"
    child = quoted(child_column(sheet))
    real = "!~ '^UN[0-9]$'"
    unknown = 's."UPNunknown"' if cin else f'CASE WHEN NOT s."UPN" {real} THEN s."UPN" END'
    cursor.execute(f"""
CREATE TEMP TABLE upn ON COMMIT DROP AS
SELECT w.row, w.person, CASE WHEN s."UPN" {real} THEN s."UPN" END AS upn, {unknown} AS unknown,
       {'s."FormerUPN"' if cin else "NULL::text"} AS former
  FROM work w JOIN {sheet.stage} s ON s.row = w.row WHERE w.nth = 1 AND w.problem = 0 AND NOT w.older
   AND s.{child} IS NOT NULL""")
    cursor.execute("ANALYZE upn")
    source = literal(sheet.kind)

    def new(what: str) -> str:
        return ids.of_person(f"people_identifier {what}", sheet.number, "x.person")

    told_otherwise = (
        "upn x WHERE i.person_id = x.person AND i.scheme = 'upn' AND i.value NOT IN ('', x.upn)"
        " AND i.source NOT IN ('worker', 'family')"
    )
    former = (
        "EXISTS (SELECT 1 FROM people_identifier o WHERE o.person_id = x.person"
        " AND o.scheme = 'former_upn' AND o.value = i.value) RETURNING i.person_id"
    )
    taught: list[str] = [
        # A number in the place of a reason for having none.
        "UPDATE people_identifier i SET value = x.upn, reason_unknown = '' FROM upn x WHERE i.person_id"
        " = x.person"
        " AND i.scheme = 'upn' AND i.value = '' AND x.upn IS NOT NULL AND NOT EXISTS (SELECT 1 FROM"
        " people_identifier o WHERE o.person_id = x.person AND o.scheme = 'upn' AND o.value = x.upn)"
        " RETURNING i.person_id",
        # A new number: the one that a return gave before becomes a former one.
        f"UPDATE people_identifier i SET scheme = 'former_upn' FROM {told_otherwise} AND NOT {former}",
        # One that is among the former ones already, come back and gone again: history keeps that.
        f"DELETE FROM people_identifier i USING {told_otherwise} AND {former}",
        _INSERT.format(
            fresh=new("upn"),
            source=source,
            scheme="'upn'",
            value="upn",
            reason="''",
            when="x.upn IS NOT NULL",
        ),
        _INSERT.format(
            fresh=new("former"),
            source=source,
            scheme="'former_upn'",
            value="former",
            reason="''",
            when="x.former IS NOT NULL",
        ),
        f"INSERT INTO people_identifier (id, recorded_at, recorded_by, source, person_id, scheme,"
        f" value, trace_status,"
        f" reason_unknown) SELECT {new('reason')}, now(), (SELECT kith_actor()), {source}, x.person, 'upn', '', '',"
        " left(x.unknown, 4) FROM upn x WHERE x.unknown IS NOT NULL AND x.upn IS NULL AND NOT EXISTS"
        " (SELECT 1 FROM"
        " people_identifier o WHERE o.person_id = x.person AND o.scheme = 'upn') RETURNING person_id",
    ]
    for statement in taught:
        cursor.execute(
            f"WITH taught AS ({statement}) UPDATE work w SET outcome = 'changed' FROM taught"
            " WHERE w.person = taught.person_id AND w.outcome = 'unchanged' AND w.nth = 1"
        )
    cursor.execute("DROP TABLE upn")


def note_children(cursor: CursorWrapper, sheet: Sheet) -> None:
    """Remember which children this year's return told of."""
    if not sheet.year:
        return
    fresh = ids.of_person("returns_childinreturn", sheet.number, "person")
    cursor.execute(
        "INSERT INTO returns_childinreturn (id, recorded_at, recorded_by, source, person_id, kind,"
        " collection_year)"
        f" SELECT DISTINCT ON (person) {fresh}, now(), (SELECT kith_actor()), %s, person, %s, %s FROM work"
        " WHERE outcome <> 'refused' AND NOT EXISTS (SELECT 1 FROM returns_childinreturn c"
        " WHERE c.person_id = work.person AND c.kind = %s AND c.collection_year = %s) ORDER BY person",
        [sheet.kind, sheet.kind, sheet.year, sheet.kind, sheet.year],
    )
