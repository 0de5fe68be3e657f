"""Many more children of the same kind: the facts of a demo, many times over, under new ids."""

from __future__ import annotations

import psycopg
from psycopg import sql

FACTS = (
    "people_person", "help_referral", "help_assessment", "protection_section47", "protection_childprotectionplan",
    "protection_protectionplanreview", "protection_preproceedings", "care_episode", "care_review",
    "care_healthyear", "care_careleavercontact", "decisions_meetingfact", "decisions_exemption", "help_helpfact",
    "plan_planfact", "access_named", "story_visited", "protection_orderapplication",
    "law_dutynote", "bonds_bondfact", "care_carefact", "kinship_kinfact", "money_moneyfact",
    "homes_homefact",
)  # fmt: skip
"""The tables that the law's facts are read from."""


def multiply(superuser: str, *, first: int, last: int) -> None:
    """Add copies number `first` to `last` of every fact. Nothing else of the demo is copied: no names, no grants.

    A copy's id is made of the original's and the copy's number, so that what belongs together still does.
    """
    with psycopg.connect(superuser, autocommit=True) as connection:
        # Triggers and foreign keys stay silent; checks and exclusions are of the rows copied, which passed them.
        connection.execute("SET session_replication_role = replica")
        for table in FACTS:
            columns = [name for (name,) in connection.execute(_COLUMNS, [table]).fetchall()]
            made = [
                sql.SQL(
                    "md5(t.{}::text || n)::uuid"
                    if name in {"id", "matter"} or name.endswith("_id")
                    else "t.{}"
                ).format(sql.Identifier(name))
                for name in columns
            ]
            connection.execute(
                sql.SQL(
                    "INSERT INTO {table} ({columns}) SELECT {made} FROM {original} t, generate_series({first}, {last}) n"
                ).format(
                    table=sql.Identifier(table),
                    columns=sql.SQL(", ").join(map(sql.Identifier, columns)),
                    made=sql.SQL(", ").join(made),
                    original=_original(connection, table),
                    first=sql.Literal(first),
                    last=sql.Literal(last),
                )
            )
        for table in FACTS:
            connection.execute(sql.SQL("VACUUM ANALYZE {}").format(sql.Identifier(table)))


_COLUMNS = """
SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = %s
 ORDER BY ordinal_position
"""


def _original(connection: psycopg.Connection, table: str) -> sql.Identifier:
    """The demo's own rows, kept aside the first time."""
    kept = sql.Identifier("bench", table)
    connection.execute("CREATE SCHEMA IF NOT EXISTS bench")
    connection.execute(
        sql.SQL("CREATE TABLE IF NOT EXISTS {} AS TABLE {}").format(kept, sql.Identifier("public", table))
    )
    return kept
