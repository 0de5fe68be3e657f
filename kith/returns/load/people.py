"""Whose rows they are: children are matched by local id, then by UPN and birth; else they are added.

`kin` is a temporary table: the child's id as the files write it, the person, and the row that brought in a
person whom the record did not have. Sealed and relocated people are matched by nothing but their local id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.returns.codes import layout
from kith.returns.load import ids, search
from kith.returns.load.shapes import literal, quoted

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

    from kith.returns.load.sheets import Sheet

LOCAL_LENGTH = 40
TELLS_OF_PEOPLE = ("Header", "ChildIdentifiers")

_BORN = {"Header": '"DOB"', "ChildIdentifiers": '"PersonBirthDate"'}
_EXPECTED = {"ChildIdentifiers": '"ExpectedPersonBirthDate"'}
_SEX = {"Header": '"SEX"', "ChildIdentifiers": 'coalesce("Sex", "GenderCurrent")'}
_ETHNIC = {"Header": '"ETHNIC"'}
_DIED = {"ChildIdentifiers": '"PersonDeathDate"'}


def child_column(sheet: Sheet) -> str:
    """The column of the sheet that holds the child's id."""
    return "CHILD" if sheet.kind == "ssda903" else "LAchildID"


def prepare(cursor: CursorWrapper) -> None:
    """Make the empty `kin`."""
    cursor.execute(
        "CREATE TEMP TABLE kin (child text PRIMARY KEY, person uuid NOT NULL, sheet integer, row bigint)"
        " ON COMMIT DROP"
    )


def admit(cursor: CursorWrapper, sheet: Sheet) -> None:
    """Put everybody of the sheet into `kin`, adding to the record those whom it does not know."""
    _comers(cursor, sheet)
    cursor.execute("SELECT EXISTS (SELECT 1 FROM comer)")
    if cursor.fetchone()[0]:
        _match_by_local_id(cursor)
        if sheet.table in TELLS_OF_PEOPLE:
            _match_by_upn(cursor)
        _add(cursor, sheet)
        search.mark(cursor, "comer WHERE made OR NOT known")
        cursor.execute(
            "INSERT INTO kin SELECT child, person, %s, CASE WHEN made THEN row END FROM comer", [sheet.number]
        )
        cursor.execute("ANALYZE kin (child, person)")
    cursor.execute("DROP TABLE comer")


def _comers(cursor: CursorWrapper, sheet: Sheet) -> None:
    child = quoted(child_column(sheet))
    known = layout(sheet.kind)[sheet.table].column_names
    born = _BORN.get(sheet.table, '"DOB"' if "DOB" in known else "NULL::date")
    upn = '"UPN"' if sheet.table in TELLS_OF_PEOPLE else "NULL::text"
    cursor.execute(f"""
CREATE TEMP TABLE comer ON COMMIT DROP AS
SELECT x.*, {ids.of_local_id("x.local")} AS person, true AS made, false AS known FROM (
SELECT DISTINCT ON (s.{child}) s.{child} AS child, upper(replace(s.{child}, ' ', '')) AS local, s.row,
       {born} AS born, {_EXPECTED.get(sheet.table, "NULL::date")} AS expected, {upn} AS upn,
       {_SEX.get(sheet.table, "NULL::text")} AS sex, {_ETHNIC.get(sheet.table, "NULL::text")} AS ethnic,
       {_DIED.get(sheet.table, "NULL::date")} AS died
  FROM {sheet.stage} s WHERE NOT EXISTS (SELECT 1 FROM kin k WHERE k.child = s.{child})
   AND length(s.{child}) <= {LOCAL_LENGTH} ORDER BY s.{child}, s.row) x""")
    cursor.execute("ANALYZE comer (child, local, upn, person)")


def _match_by_local_id(cursor: CursorWrapper) -> None:
    cursor.execute(
        "UPDATE comer c SET person = i.person_id, known = true, made = false FROM people_identifier i"
        " WHERE i.scheme = 'local' AND i.value = c.local"
    )


def _match_by_upn(cursor: CursorWrapper) -> None:
    """One person who has this UPN and was born that day, when only one child of the file has it."""
    cursor.execute("""
UPDATE comer c SET person = m.person, made = false FROM (
    SELECT c.child, min(i.person_id::text)::uuid AS person FROM comer c
      JOIN people_identifier i ON i.scheme = 'upn' AND i.value = c.upn
      JOIN people_person p ON p.id = i.person_id AND p.born_on = c.born
     WHERE c.made AND c.upn !~ '^UN[0-9]$'
       AND NOT EXISTS (SELECT 1 FROM comer o WHERE o.upn = c.upn AND o.child <> c.child)
       AND NOT EXISTS (SELECT 1 FROM access_restriction x WHERE x.person_id = p.id
                        AND x.kind IN ('sealed', 'relocated') AND x.during && daterange(kith_today(), NULL))
     GROUP BY c.child HAVING count(DISTINCT i.person_id) = 1) m
 WHERE m.child = c.child""")


def _add(cursor: CursorWrapper, sheet: Sheet) -> None:
    source = literal(sheet.kind)
    fresh = ids.of_row("people_identifier", sheet, "c.row")
    cursor.execute(f"""
INSERT INTO people_person (id, recorded_at, recorded_by, source, birth_knowledge, born_on, died_on, sex,
                           ethnicity, how_to_say)
SELECT DISTINCT ON (person) person, now(), (SELECT kith_actor()), {source},
       CASE WHEN born IS NOT NULL THEN 'exact' WHEN expected IS NOT NULL THEN 'expected' ELSE 'unknown' END,
       coalesce(born, expected), CASE WHEN born IS NULL OR died >= born THEN died END,
       CASE WHEN sex IN ('M', 'F', 'U') THEN sex ELSE 'U' END,
       CASE WHEN length(ethnic) <= 4 THEN ethnic ELSE '' END, ''
  FROM comer WHERE made ORDER BY person, row""")
    cursor.execute(f"""
INSERT INTO people_identifier (id, recorded_at, recorded_by, source, person_id, scheme, value, trace_status,
                               reason_unknown)
SELECT DISTINCT ON (local) {fresh}, now(), (SELECT kith_actor()), {source}, person, 'local', local, '', ''
  FROM comer c WHERE NOT EXISTS (SELECT 1 FROM people_identifier i
    WHERE i.scheme = 'local' AND i.value = c.local) ORDER BY local""")


def refuse_long_ids(cursor: CursorWrapper, sheet: Sheet) -> None:
    """Rows whose child's id is too long to keep: told of, and left out."""
    child = quoted(child_column(sheet))
    cursor.execute(
        "INSERT INTO told (sheet, row, outcome, field, reason, child, given)"
        f" SELECT %s, s.row, 'refused', %s, %s, left(s.{child}, 60), to_jsonb(s) FROM {sheet.stage} s"
        f" WHERE length(s.{child}) > {LOCAL_LENGTH}",
        [
            sheet.number,
            child_column(sheet),
            f"The child's id is longer than {LOCAL_LENGTH} characters. Correct it in the file.",
        ],
    )
    sheet.counts["refused"] += cursor.rowcount
